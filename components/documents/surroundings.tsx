import { NamedNeed } from "#components/documents/named-need";
import { DependencyGraph } from "#components/services/dependency-graph";
import { GraphList } from "#components/services/graph-list";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import type { Surroundings as Found } from "#lib/documents/surroundings/surroundings-queries";
import type { DocumentView } from "#lib/documents/views";

type SurroundingsProps = { document: DocumentView; surroundings: Found };

/** What stands around the service of a note as the catalog knows it, drawn. */
export function Surroundings({ document: { service }, surroundings: { graph } }: SurroundingsProps) {
  return (
    <Section
      title="What the catalog knows of its surroundings"
      action={<Link href={`/services/${service.slug}/dependencies`}>Dependencies</Link>}
    >
      {graph.nodes.length > 1 ? (
        <>
          <DependencyGraph name={service.name} graph={graph} />
          <GraphList nodes={graph.nodes} edges={graph.edges} />
        </>
      ) : (
        <p className="border-t py-2.5 text-ink-faint">No dependency of {service.name} is noted.</p>
      )}
    </Section>
  );
}

/** On a phone, in one line above the words: that they and the graph disagree. */
export function DisagreementHint({ surroundings: { unknown, unnamed } }: Pick<SurroundingsProps, "surroundings">) {
  const count = unknown.length + unnamed.length;
  if (count === 0) return null;
  return (
    <p className="mb-4 text-small lg:hidden" data-screen-only="">
      <span className="text-warn">
        The words and the dependency graph disagree in {count} {count === 1 ? "place" : "places"}.
      </span>{" "}
      <Link href="#disagreements">See where</Link>
    </p>
  );
}

/** Beside the words: where they and the graph disagree, each with what mends it. */
export function Disagreements({ document, surroundings: { unknown, unnamed } }: SurroundingsProps) {
  const { service, permissions } = document;
  const isLiving = !document.retiredAt && !service.isRetired;
  const count = unknown.length + unnamed.length;
  if (count === 0) return null;
  return (
    <Section id="disagreements" title="Words and graph disagree" note={count}>
      <ul className="rows border-b">
        {unknown.map(({ slug, name }) => (
          <li key={slug} className="py-2.5">
            <p>
              The words name <Link href={`/services/${slug}`}>{name}</Link>.{" "}
              <span className="text-ink-soft">The graph does not know it.</span>
            </p>
            {isLiving && permissions.canEdit && <NamedNeed service={service.slug} needs={slug} name={name} />}
          </li>
        ))}
        {unnamed.map(({ slug, name }) => (
          <li key={slug} className="py-2.5">
            <p>
              {service.name} needs <Link href={`/services/${slug}`}>{name}</Link>.{" "}
              <span className="text-ink-soft">The words do not say what for.</span>
            </p>
            {isLiving && (
              <Link
                href={`${documentUrl(document)}/${permissions.canEdit ? "edit" : "suggest"}`}
                className="text-small touch:inline-block touch:py-2.5"
              >
                {permissions.canEdit ? "Edit the note" : "Suggest an edit"}
                <span className="sr-only"> to name {name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
