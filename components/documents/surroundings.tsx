import { NamedNeed } from "#components/documents/named-need";
import { DependencyGraph } from "#components/services/dependency-graph";
import { GraphList } from "#components/services/graph-list";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { documentUrl } from "#lib/documents/addresses";
import type { Surroundings as Found } from "#lib/documents/surroundings/surroundings-queries";
import type { DocumentView } from "#lib/documents/views";

type SurroundingsProps = { document: DocumentView; surroundings: Found };

/** The dependency graph of the catalog beside the words of a note, and where the two disagree. */
export function Surroundings({ document, surroundings: { graph, unknown, unnamed } }: SurroundingsProps) {
  const { service } = document;
  return (
    <Section
      id="surroundings"
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
      <Disagreements document={document} unknown={unknown} unnamed={unnamed} />
    </Section>
  );
}

/** In one line above the words: that they and the graph disagree. */
export function DisagreementHint({ surroundings: { unknown, unnamed } }: Pick<SurroundingsProps, "surroundings">) {
  const count = unknown.length + unnamed.length;
  if (count === 0) return null;
  return (
    <p className="mb-4 text-small" data-screen-only="">
      <span className="text-warn">The words and the dependency graph disagree in {count === 1 ? "one" : count}.</span>{" "}
      <Link href="#surroundings">See where</Link>
    </p>
  );
}

function Disagreements({
  document,
  unknown,
  unnamed,
}: Pick<Found, "unknown" | "unnamed"> & { document: DocumentView }) {
  const { service, permissions } = document;
  const isLiving = !document.retiredAt && !service.isRetired;
  if (unknown.length + unnamed.length === 0) return null;
  return (
    <ul className="rows border-b">
      {unknown.map(({ slug, name }) => (
        <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
          <p className="min-w-0">
            The words name <Link href={`/services/${slug}`}>{name}</Link>.{" "}
            <span className="text-ink-soft">The graph does not know that {service.name} has to do with it.</span>
          </p>
          {isLiving && permissions.canEdit && <NamedNeed service={service.slug} needs={slug} name={name} />}
        </li>
      ))}
      {unnamed.map(({ slug, name }) => (
        <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
          <p className="min-w-0">
            {service.name} needs <Link href={`/services/${slug}`}>{name}</Link>.{" "}
            <span className="text-ink-soft">The words do not say what for.</span>
          </p>
          {isLiving && (
            <Link
              href={`${documentUrl(document)}/${permissions.canEdit ? "edit" : "suggest"}`}
              className="text-small touch:py-2.5"
            >
              {permissions.canEdit ? "Edit the note" : "Suggest an edit"}
              <span className="sr-only"> to name {name}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
