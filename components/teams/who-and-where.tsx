import { PersonLink } from "#components/people/person-link";
import { Chat } from "#components/teams/chat";
import { Fact, Facts, FactValue } from "#components/ui/facts";
import { zoneText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { hoursWords } from "#lib/rotations/drawing/layer-words";
import type { TeamView } from "#lib/teams/queries";

/** Whom to ask and where: who leads and manages the team, and the channel it talks in. */
export function WhoAndWhere({ team }: { team: TeamView }) {
  const leads = team.members.filter(({ role, isActive }) => role === "lead" && isActive);
  const managing = [...team.above].reverse().find(({ manager }) => manager);
  return (
    <Section title="Reach them">
      <Facts>
        <Fact term="chat">{team.chat ? <Chat chat={team.chat} /> : <Status>no channel</Status>}</Fact>
        <Fact term={leads.length > 1 ? "leads" : "lead"}>
          {leads.length > 0 ? (
            leads.map((lead) => (
              <FactValue key={lead.address} note={lead.title}>
                <PersonLink person={lead} />
              </FactValue>
            ))
          ) : (
            <Status>nobody</Status>
          )}
        </Fact>
        <Fact term="manager" note={!team.manager && managing && `through ${managing.name}`}>
          {team.manager ? (
            <PersonLink person={team.manager} />
          ) : managing?.manager ? (
            <PersonLink person={managing.manager} />
          ) : (
            <Status>nobody</Status>
          )}
        </Fact>
        {team.workingHours && (
          <Fact term="at work" note={zoneText(team.workingHours.timeZone)}>
            {hoursWords([team.workingHours])}
          </Fact>
        )}
        {team.above.length > 0 && (
          <Fact term="part of">
            <Link href={`/teams/${team.above.at(-1)?.slug}`}>{team.above.at(-1)?.name}</Link>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}
