import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { daysOfPreset, type LoadWindow, loadPresets } from "#lib/rotations/load/load-window";

type LoadWindowFormProps = {
  /** The page itself, without its query. */
  here: string;
  window: LoadWindow;
  /** A date such as `2026-11-22`. */
  today: string;
};

/** Which days are looked at: usual ones as links, any others by a form whose answer is an address. */
export function LoadWindowForm({ here, window, today }: LoadWindowFormProps) {
  return (
    <div className="mb-6 grid gap-4" data-screen-only="">
      {window.problem && <Notice tone="warn">{window.problem}</Notice>}
      <form action={here} className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Field label="First day" name="from">
          <Input key={window.from} type="date" required defaultValue={window.from} />
        </Field>
        <Field label="Last day" name="to">
          <Input key={window.to} type="date" required defaultValue={window.to} />
        </Field>
        <Button type="submit">Show</Button>
        <nav aria-label="Usual spans" className="flex flex-wrap gap-x-4 pb-1.5 sm:ml-3">
          <span className="text-ink-faint">the last</span>
          {loadPresets.map((preset) =>
            preset === window.preset ? (
              <b key={preset} aria-current="true">
                {preset}
              </b>
            ) : (
              <Link
                key={preset}
                href={`${here}?${new URLSearchParams(daysOfPreset(preset, Temporal.PlainDate.from(today)))}`}
              >
                {preset}
              </Link>
            ),
          )}
        </nav>
      </form>
    </div>
  );
}
