import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";

type CoverageDayProps = {
  /** The page, without its query. */
  action: string;
  /** The past day that is shown, `2026-03-14`; undefined: today. `asked` is what stood in the address. */
  day: string | undefined;
  asked: string | undefined;
  /** The last day that can be asked for. */
  latest: string;
  /** When everything was measured last by then; an ISO instant, null: never. */
  measuredAt: string | null;
  timeZone: string;
  /** What is said of the present instead of when everything was measured. */
  present?: ReactNode;
};

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Which day is shown and when it was measured, and a way to any other day. */
export function CoverageDay({ action, day, asked, latest, measuredAt, timeZone, present }: CoverageDayProps) {
  return (
    <div className="mb-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {day ? (
          <Notice title={`As it was on ${days.format(Date.parse(day))}.`} action={<Link href={action}>Today</Link>}>
            {measuredAt ? (
              <>
                Measured for the last time <Instant at={measuredAt} timeZone={timeZone} style="moment" />.
              </>
            ) : (
              "Nothing had been measured by then."
            )}
          </Notice>
        ) : (
          <>
            {asked && (
              <p role="status" className="text-warn">
                {asked} is no day that is over, so this is today.
              </p>
            )}
            {present ?? (
              <p className="text-ink-faint text-small">
                {measuredAt ? (
                  <>
                    All services were measured <Instant at={measuredAt} timeZone={timeZone} style="moment" />.
                  </>
                ) : (
                  "No daily measurement has been finished yet."
                )}
              </p>
            )}
          </>
        )}
      </div>
      <form action={action} className="flex items-end gap-2" data-screen-only="">
        <Field label="On a past day" name="at" isLabelHidden>
          <Input type="date" max={latest} defaultValue={day} required aria-label="On a past day" />
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </div>
  );
}
