import { Fact, Facts, FactValue } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Overview } from "#lib/administration/queries";

/** How this installation is set up. */
export function Installation({ overview }: { overview: Overview }) {
  return (
    <Section title="This installation">
      <Facts>
        <Fact term="sign-in" note={overview.isDemo ? "demo mode: loopback only" : undefined}>
          {overview.signIn.join(", ") || "not configured"}
        </Fact>
        <Fact
          term="database"
          note={overview.database === "pglite" ? "for trying out: not for a team that relies on it" : undefined}
        >
          {overview.database === "pglite" ? "embedded" : "PostgreSQL"}
        </Fact>
        <Fact term="administered by">
          {overview.administrators.length === 0 && <FactValue>nobody</FactValue>}
          {overview.administrators.map(({ address, name }) => (
            <FactValue key={address}>
              <Link href={`/people/${encodeURIComponent(address)}`}>{name}</Link>
            </FactValue>
          ))}
        </Fact>
        <Fact term="tokens">
          <Link href="/administration/tokens">{overview.serviceTokens} service tokens</Link>
        </Fact>
      </Facts>
    </Section>
  );
}
