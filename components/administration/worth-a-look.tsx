import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { Overview } from "#lib/administration/queries";

type Line = { title: string; words: string; href: string; action: string };

/** The catalog in numbers that an administrator acts upon, and what waits in it. */
export function WorthALook({ overview, timeZone }: { overview: Overview; timeZone: string }) {
  if (overview.services + overview.teams === 0) return <FirstSteps />;
  return (
    <>
      <Section title="The catalog">
        <Table caption="The catalog in numbers">
          {linesOf(overview).map(({ title, words, href, action }) => (
            <Row key={href}>
              <Cell>
                <span className="font-semibold">{title}</span>
                <CellNote>{words}</CellNote>
              </Cell>
              <Cell align="right" className="whitespace-nowrap text-small">
                <Link href={href}>{action}</Link>
              </Cell>
            </Row>
          ))}
        </Table>
        {overview.lastImport && (
          <p className="mt-3 text-small">
            Last import:{" "}
            <Link href={`/administration/imports/${overview.lastImport.id}`}>{overview.lastImport.source}</Link>,{" "}
            <Instant at={overview.lastImport.startedAt} timeZone={timeZone} />
            {overview.lastImport.rejected > 0 && `, ${overview.lastImport.rejected} rejected`}
          </p>
        )}
      </Section>
      <Dangling references={overview.danglingReferences} />
    </>
  );
}

function linesOf({ services, unownedServices, teams, people, peopleWithoutEmail }: Overview): Line[] {
  return [
    {
      title: `${services} services`,
      words: unownedServices === 0 ? "each has a delivery team" : `${unownedServices} without a delivery team`,
      href: unownedServices === 0 ? "/services" : "/services?gap=delivery-team",
      action: unownedServices === 0 ? "Catalog" : "Find their owners",
    },
    {
      title: `${teams} teams`,
      words: "create, merge and retire them, name leads and managers",
      href: "/teams",
      action: "Teams",
    },
    {
      title: `${people} people`,
      words:
        peopleWithoutEmail === 0
          ? "all of them can sign in"
          : `${peopleWithoutEmail} without an e-mail address cannot sign in`,
      href: "/people",
      action: "People",
    },
  ];
}

function Dangling({ references }: { references: Overview["danglingReferences"] }) {
  if (references.length === 0) return null;
  return (
    <Section title="Named in descriptors, but not here">
      <Table caption="References that lead nowhere yet">
        {references.map(({ target, count }) => (
          <Row key={target}>
            <Cell>
              <code>{target}</code>
            </Cell>
            <Cell align="right" className="text-ink-faint text-small">
              named {count === 1 ? "once" : `${count} times`}
            </Cell>
          </Row>
        ))}
      </Table>
      <p className="mt-2 text-ink-faint text-small">Each heals by itself when what it names is created or imported.</p>
    </Section>
  );
}

function FirstSteps() {
  return (
    <EmptyState
      title="Nothing is here yet"
      action={
        <>
          <ButtonLink href="/administration/imports" variant="primary">
            Import a catalog
          </ButtonLink>
          <ButtonLink href="/teams/new">Create a team</ButtonLink>
        </>
      }
    >
      Import the descriptors you already have (Backstage's <code>catalog-info.yaml</code> files), or begin by hand: a
      team, its people, its services.
    </EmptyState>
  );
}
