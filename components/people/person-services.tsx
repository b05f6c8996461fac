import { ServiceTable } from "#components/teams/owned-services";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, Row, Table } from "#components/ui/table";
import type { PersonView } from "#lib/people/queries";

/** What a person knows, and what is theirs through their teams. */
export function PersonServices({ person }: { person: PersonView }) {
  const { expertise, services, serviceCount } = person;
  return (
    <>
      {expertise.length > 0 && (
        <Section title="Knows" note={String(expertise.length)}>
          <Table caption={`Services that ${person.name} knows`}>
            {expertise.map(({ slug, name, note }) => (
              <Row key={slug}>
                <Cell>
                  <Link href={`/services/${slug}`} className="font-semibold text-ink">
                    {name}
                  </Link>
                </Cell>
                <Cell align="right" className="text-ink-faint text-small">
                  {note ?? "declared"}
                </Cell>
              </Row>
            ))}
          </Table>
        </Section>
      )}
      {services.length > 0 && (
        <Section title="Owned by their teams" note={String(serviceCount)}>
          <ServiceTable caption={`Services of the teams of ${person.name}`} services={services} />
          {serviceCount > services.length && (
            <p className="border-t pt-2 text-ink-faint text-small">and {serviceCount - services.length} more</p>
          )}
        </Section>
      )}
    </>
  );
}
