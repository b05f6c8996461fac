import { Fact, Facts, FactValue, FactValues } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { ServiceView } from "#lib/services/queries";

/** Where the code is, what else is written of it, and what it is a part of. */
export function WhereItIs({ service }: { service: ServiceView }) {
  const { repository, links, system, partOf, parts } = service;
  if (!repository && links.length === 0 && !system && !partOf && parts.length === 0) return null;
  return (
    <Section title="Where it is">
      <Facts>
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
        {system && (
          <Fact term="system">
            <Link href={`/entries/system/${system.slug}`}>{system.name}</Link>
          </Fact>
        )}
        {partOf && (
          <Fact term="part of">
            <Link href={`/services/${partOf.slug}`}>{partOf.name}</Link>
          </Fact>
        )}
        {parts.length > 0 && (
          <Fact term="parts">
            <FactValues>
              {parts.map((part) => (
                <Link key={part.slug} href={`/services/${part.slug}`}>
                  {part.name}
                </Link>
              ))}
            </FactValues>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

/** A link that leaves the portal. */
export function Outside({ url, children }: { url: string; children: string }) {
  return (
    <a href={url} rel="noreferrer" className="wrap-anywhere rounded-small text-accent hover:underline">
      {children}
    </a>
  );
}

/** `https://github.com/shop/checkout` as a reader says it: `shop/checkout`. */
export function shortAddress(url: string): string {
  const [, path] = /^https?:\/\/[^/]+\/(.+?)\/?$/i.exec(url) ?? [];
  return path ?? url;
}
