import { SpanText } from "#components/rotations/span-text";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { eraseGivenReasonAction } from "#lib/rotations/standing-in/life-actions";
import type { GivenReason } from "#lib/rotations/standing-in/reason-queries";

type ReasonListProps = { reasons: readonly GivenReason[]; timeZone: string };

/** What the reader once said of why they could not stand a watch, each to be erased by one tap. */
export function ReasonList({ reasons, timeZone }: ReasonListProps) {
  return (
    <Form action={eraseGivenReasonAction} className="gap-3!">
      {reasons.length > 0 && (
        <Section title="Reasons you gave" note={String(reasons.length)}>
          <ul className="rows border-b">
            {reasons.map(({ kind, id, rotation, from, to, reason }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
                <div className="min-w-0 flex-1 basis-72">
                  <p>“{reason}”</p>
                  <div className="text-ink-faint text-small">
                    {kind === "request" ? "for asking for cover in" : "for standing in, in"}{" "}
                    <Link href={`/rotations/${rotation.slug}`}>{rotation.name}</Link>,{" "}
                    <SpanText from={from} to={to} timeZone={timeZone} />
                  </div>
                </div>
                <Button
                  type="submit"
                  size="small"
                  variant="quiet"
                  name="given"
                  value={`${kind}/${rotation.slug}/${id}`}
                  className="max-sm:-ml-2.5"
                >
                  <span>
                    Erase<span className="sr-only">: {reason}</span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Form>
  );
}
