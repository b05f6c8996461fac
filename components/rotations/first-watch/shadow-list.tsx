import { PersonLink } from "#components/people/person-link";
import { SpanText } from "#components/rotations/span-text";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { leaveShadowAction } from "#lib/rotations/standing-in/life-actions";
import type { ShadowView } from "#lib/rotations/standing-in/life-queries";
import type { Ref } from "#lib/rotations/views";

type ShadowListProps = { rotation: Ref; shadows: readonly ShadowView[]; timeZone: string };

/** Who stands a watch beside its holder, now and later. One form holds them all, so its answer outlives the line. */
export function ShadowList({ rotation, shadows, timeZone }: ShadowListProps) {
  return (
    <Form action={leaveShadowAction} className="gap-3!">
      <input type="hidden" name="rotation" value={rotation.slug} />
      {shadows.length === 0 ? (
        <p className="border-t pt-2 text-ink-soft">Nobody stands beside a coming watch yet.</p>
      ) : (
        <ul className="rows border-b">
          {shadows.map(({ id, person, from, to, canLeave }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.75">
              <span>
                <PersonLink person={person} className="font-semibold text-ink!" />
                <span className="ml-2 text-ink-soft">
                  <SpanText from={from} to={to} timeZone={timeZone} />
                </span>
              </span>
              {canLeave && (
                <Button type="submit" size="small" variant="quiet" className="-ml-2.5" name="shadow" value={id}>
                  <span>
                    Leave<span className="sr-only">: {person.name}</span>
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Form>
  );
}
