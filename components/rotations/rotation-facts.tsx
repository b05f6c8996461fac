import { Chat } from "#components/teams/chat";
import { Fact, Facts } from "#components/ui/facts";
import { zoneText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import type { RotationView } from "#lib/rotations/views";

/** Whose rotation it is, where they talk, and in which zones its watch changes hands. */
export function RotationFacts({ rotation }: { rotation: RotationView }) {
  const { slug, team, version, retiredAt } = rotation;
  const zones = [...new Set(version.layers.map(({ timeZone }) => timeZone))];
  return (
    <Section title="Whose it is">
      <Facts>
        <Fact term="team" note={`${team.kind} team`}>
          <Link href={`/teams/${team.slug}`}>{team.name}</Link>
        </Fact>
        <Fact term="chat">{team.chat ? <Chat chat={team.chat} /> : <Status>no channel</Status>}</Fact>
        <Fact term={zones.length > 1 ? "zones" : "zone"}>{zones.map(zoneText).join(", ")}</Fact>
        {retiredAt === null && (
          <Fact term="calendar">
            <Link href={`/account/calendars?rotation=${slug}`}>See it in yours</Link>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}
