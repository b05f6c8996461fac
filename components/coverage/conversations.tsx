import { PersonLink } from "#components/people/person-link";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Conversation, PeopleKind } from "#lib/coverage/finding-queries";

const begins: Record<PeopleKind, string> = {
  "holds-too-much": "Ask what could be handed on, and to whom.",
  "senior-without-rotation": "Ask what stands in the way. There may be a good reason that no page knows.",
};

/** For whoever manages these people: conversations to have. Nothing here is a verdict, and each sees their own on their record. */
export function Conversations({ conversations }: { conversations: readonly Conversation[] }) {
  return (
    <Section title="Conversations to have" note="only those who manage these people see this">
      {conversations.length === 0 ? (
        <p className="border-t py-2.5 text-ink-soft">None that the last measurement speaks for.</p>
      ) : (
        <>
          <ul className="rows border-b">
            {conversations.map(({ id, kind, person, says, team, awayBecause }) => (
              <li key={id} className="grid gap-x-6 gap-y-0.5 py-2.25 sm:grid-cols-[13rem_minmax(0,1fr)]">
                <div className="min-w-0">
                  {person && <PersonLink person={person} />}
                  {team && (
                    <span className="block text-ink-faint text-small">
                      <Link href={`/teams/${team.slug}`} className="text-ink-faint">
                        {team.name}
                      </Link>
                    </span>
                  )}
                </div>
                <div className="min-w-0">
                  {says} {awayBecause && `They said why: “${awayBecause}”. `}
                  <span className="text-ink-soft">{begins[kind]}</span>
                </div>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-ink-faint text-small">
            These are reasons to talk, and nothing more. Each of these people sees the same on their own record.
          </p>
        </>
      )}
    </Section>
  );
}
