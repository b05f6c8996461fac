import { classNames } from "#components/ui/class-name";
import type { CheckState } from "#lib/coverage/checks";

export const stateWords: Record<CheckState, string> = {
  met: "met",
  not_met: "not met",
  not_measured: "not measured yet",
};

const looks: Record<CheckState, string> = {
  met: "size-3 rounded-[3px] bg-starboard",
  not_met: "size-3 rounded-[3px] border-[1.5px] border-ink-soft",
  not_measured: "h-0.5 w-2 bg-line-strong",
};

/** How a check stands, told apart by its shape alone: filled, hollow, a dash. Words beside it say the same. */
export function CheckMark({ state }: { state: CheckState }) {
  return (
    <span
      aria-hidden="true"
      className={classNames("inline-block shrink-0 forced-color-adjust-none [print-color-adjust:exact]", looks[state])}
    />
  );
}

/** What the marks mean. */
export function CheckLegend() {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-faint text-small">
      {(["met", "not_met", "not_measured"] as const).map((state) => (
        <span key={state} className="flex items-center gap-1.5">
          <CheckMark state={state} />
          {stateWords[state]}
        </span>
      ))}
    </p>
  );
}
