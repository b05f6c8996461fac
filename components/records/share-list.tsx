import { PersonLink } from "#components/people/person-link";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { withdrawShareAction } from "#lib/records/actions";
import type { ShareView } from "#lib/records/sharing-queries";

type ShareListProps = { shares: readonly ShareView[]; timeZone: string };

/** Whom the reader lets read their record. One form holds the list, so that its answer outlives the line it is about. */
export function ShareList({ shares, timeZone }: ShareListProps) {
  return (
    <Section title="Shared with">
      <Form action={withdrawShareAction} className="gap-3!">
        {shares.length === 0 ? (
          <p className="border-y py-4 text-ink-soft">You share your record with nobody.</p>
        ) : (
          <ul className="rows border-b">
            {shares.map(({ id, reader, sharedAt }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
                <div>
                  <PersonLink person={reader} className="font-semibold" />
                  <span className="block text-ink-faint text-small">
                    since <Instant at={sharedAt} timeZone={timeZone} />
                  </span>
                </div>
                <Button type="submit" name="share" value={id} size="small" variant="quiet" className="max-sm:-ml-2.5">
                  <span>
                    Withdraw<span className="sr-only">: {reader.name}</span>
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Form>
    </Section>
  );
}
