import { stateWords } from "#components/coverage/check-mark";
import { Notice } from "#components/ui/notice";
import { checkDefinition } from "#lib/coverage/checks";
import type { Recomputed as Again } from "#lib/coverage/views";

/**
 * Who owned it, led it and stood its watch is known of any instant, so these checks are computed again as of that day.
 * Where that differs from what was measured, both are told.
 */
export function Recomputed({ recomputed }: { recomputed: readonly Again[] }) {
  if (recomputed.length === 0) return null;
  const differing = recomputed.filter(({ verdict }) => verdict !== "agrees");
  const names = new Intl.ListFormat("en").format(recomputed.map(({ check }) => checkDefinition(check).label));
  if (differing.length === 0) {
    return (
      <p className="mb-6 text-ink-faint text-small">
        {names}: computed again from who owned, led and stood watch at the end of that day, with the same outcome.
      </p>
    );
  }
  return (
    <Notice tone="warn" title="Computed again, some of it was otherwise." className="mb-6">
      <ul className="mt-1 grid gap-1">
        {differing.map(({ check, whenMeasured, whenAsked, verdict }) => (
          <li key={check}>
            <b>{checkDefinition(check).label}</b>:{" "}
            {verdict === "changed"
              ? `after it was measured this changed. At the end of the day: ${stateWords[whenAsked.state]}. ${whenAsked.says}`
              : `what was measured disagrees with who owned, led and stood watch at that instant: ${stateWords[whenMeasured.state]}. ${whenMeasured.says}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
