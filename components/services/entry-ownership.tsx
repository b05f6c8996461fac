import { Outside, shortAddress } from "#components/services/where-it-is";
import { Fact, Facts, FactValue, FactValues } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { kindWords } from "#lib/services/entries";
import type { EntryView } from "#lib/services/entry-queries";
import { addressOf } from "#lib/services/graph";

/** Whose an entry is, what it is part of, and where else it is described. */
export function EntryOwnership({ entry }: { entry: EntryView }) {
  const { owner, ownerReference, partOf, repository, links } = entry;
  return (
    <Section title="Owned by">
      <Facts>
        <Fact term="team" note={owner?.chat}>
          {owner ? <Link href={`/teams/${owner.slug}`}>{owner.name}</Link> : <NoOwner reference={ownerReference} />}
        </Fact>
        {partOf && (
          <Fact term="part of" note={partOf.noun === "service" ? undefined : kindWords[partOf.noun]}>
            <Link href={addressOf(partOf)}>{partOf.name}</Link>
          </Fact>
        )}
        {repository && (
          <Fact term="code">
            <Outside url={repository}>{shortAddress(repository)}</Outside>
          </Fact>
        )}
        {links.length > 0 && (
          <Fact term="links">
            <FactValues>
              {links.map((link) => (
                <FactValue key={`${link.title} ${link.url}`} note={link.type}>
                  <Outside url={link.url}>{link.title}</Outside>
                </FactValue>
              ))}
            </FactValues>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function NoOwner({ reference }: { reference: string | null }) {
  if (!reference) return <span className="text-ink-faint">nobody is named</span>;
  return (
    <>
      <b className="text-port">nobody</b>
      <span className="block text-ink-faint text-small">
        its descriptor names <code>{reference}</code>, which is not here
      </span>
    </>
  );
}
