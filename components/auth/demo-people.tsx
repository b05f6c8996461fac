import { Avatar } from "#components/ui/avatar";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { signInAsDemoPersonAction } from "#lib/auth/actions";
import type { DemoPerson } from "#lib/auth/demo-people";

type DemoPeopleProps = { people: DemoPerson[]; callbackUrl: string };

/** Everybody of the demo organisation by team; a press signs in as that person. */
export function DemoPeople({ people, callbackUrl }: DemoPeopleProps) {
  if (people.length === 0) return <NobodyHere />;
  const teams = Map.groupBy(people, homeTeam);
  const names = [...teams.keys()].sort(
    (one, other) => Number(one === homeless) - Number(other === homeless) || one.localeCompare(other),
  );

  return (
    <form action={signInAsDemoPersonAction}>
      <p className="mb-8 max-w-[36rem] text-ink-soft">
        This is a demo: an invented organisation, on this machine only. Choose a person to see Watchbill as they do.
      </p>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <div className="columns-1 gap-x-11 sm:columns-2">
        {names.map((team) => (
          <Section key={team} title={team} className="break-inside-avoid">
            <ul className="rows border-b">
              {teams
                .get(team)
                ?.toSorted(byStanding)
                .map((person) => (
                  <li key={person.email}>
                    <PersonButton person={person} />
                  </li>
                ))}
            </ul>
          </Section>
        ))}
      </div>
    </form>
  );
}

function PersonButton({ person }: { person: DemoPerson }) {
  const standing = standingOf(person);
  return (
    <button
      type="submit"
      name="person"
      value={person.email}
      className="flex min-h-11 w-full items-center gap-3 py-2 text-left hover:bg-well focus-visible:outline-offset-0"
    >
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1">
        <span className="block">
          <b>{person.name}</b>
          {standing && <span className="ml-2 text-ink-soft text-small">{standing}</span>}
        </span>
        {person.title && <span className="block text-ink-faint text-small">{person.title}</span>}
      </span>
    </button>
  );
}

function NobodyHere() {
  return (
    <Notice tone="warn" title="There is nobody to be." className="mt-5 max-w-[36rem]">
      The demo organisation has not been loaded. Stop the server, run <code>npm run seed</code>, and start it again.
    </Notice>
  );
}

const homeless = "Across the teams";

const homeTeam = ({ leads, memberOf }: DemoPerson) => leads[0] ?? memberOf[0] ?? homeless;

/** What a person may do beyond being a member, in words. */
function standingOf({ isAdministrator, leads, manages }: DemoPerson): string {
  const words = [isAdministrator && "administrator", manages.length > 0 && "manager", leads.length > 0 && "lead"];
  return words.filter(Boolean).join(", ");
}

function byStanding(one: DemoPerson, other: DemoPerson): number {
  return Number(standingOf(other) !== "") - Number(standingOf(one) !== "") || one.name.localeCompare(other.name);
}
