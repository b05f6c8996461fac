import { Check, Circle } from "lucide-react";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import type { Readiness, ReadinessCheck } from "#lib/rotations/first-watch/readiness-queries";
import { readinessWords } from "#lib/rotations/first-watch/readiness-words";
import { markReadyAction } from "#lib/rotations/standing-in/life-actions";
import type { Ref } from "#lib/rotations/views";

type ReadinessListProps = { rotation: Ref; readiness: Readiness; timeZone: string };

/** What the reader makes sure of before a first watch, with a button for each thing that only they can know. */
export function ReadinessList({ rotation, readiness, timeZone }: ReadinessListProps) {
  return (
    <ul className="rows max-w-[40rem] border-b">
      {readiness.checks.map((check) => (
        <li key={check.item} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="grid min-w-0 flex-1 basis-72 grid-cols-[auto_1fr] gap-x-2.5">
            <Mark isReady={check.since !== null} />
            <div>
              <b>{readinessWords[check.item].label}</b>{" "}
              {check.since ? (
                <Status tone="ok">
                  since <Instant at={check.since} timeZone={timeZone} style="day" />
                </Status>
              ) : (
                <Status>not yet</Status>
              )}
              <p className="text-ink-soft">{readinessWords[check.item].how}</p>
            </div>
          </div>
          <Control rotation={rotation} check={check} />
        </li>
      ))}
    </ul>
  );
}

function Mark({ isReady }: { isReady: boolean }) {
  const Icon = isReady ? Check : Circle;
  return (
    <Icon
      aria-hidden="true"
      className={isReady ? "mt-[0.3em] size-4 text-starboard" : "mt-[0.3em] size-4 text-ink-faint"}
    />
  );
}

/** A shadow watch is measured, not said. */
function Control({ rotation, check: { item, since } }: { rotation: Ref; check: ReadinessCheck }) {
  if (item === "shadow") {
    return since ? null : <Link href={`/rotations/${rotation.slug}/shadow`}>Find a watch to shadow</Link>;
  }
  const { label } = readinessWords[item];
  return (
    <Form action={markReadyAction}>
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="item" value={item} />
      <Button
        type="submit"
        size="small"
        variant={since ? "quiet" : "plain"}
        name="isReady"
        value={since ? "no" : "yes"}
      >
        <span>
          {since ? "Take it back" : "Done"}
          <span className="sr-only">: {label}</span>
        </span>
      </Button>
    </Form>
  );
}
