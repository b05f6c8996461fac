import { AnswerDrill } from "#components/alerts/drills/answer-drill";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { drillPath } from "#lib/alerts/drills/drill";
import type { DrillView } from "#lib/alerts/drills/views";

/** Drills to which the reader is asked, and what they play now. Nothing while nobody plans one. */
export function OwnDrills({ drills, address }: { drills: readonly DrillView[]; address: string | null }) {
  if (drills.length === 0) return null;
  return (
    <Section title="Drills">
      <ul className="rows border-b">
        {drills.map((drill) => (
          <OwnDrill key={drill.id} drill={drill} address={address} />
        ))}
      </ul>
    </Section>
  );
}

function OwnDrill({ drill, address }: { drill: DrillView; address: string | null }) {
  const { id, service, scenario, plannedBy, state, alert, people } = drill;
  const answer = people.find((person) => person.address === address)?.answer ?? null;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2.5 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <Link href={drillPath(service, id)} className="font-semibold">
          {service.name}
        </Link>
        <span className="wrap-anywhere line-clamp-2 text-ink-soft">{scenario}</span>
        <span className="block text-small">
          {state === "under-way" ? (
            <Status tone="warn">under way: it is a drill</Status>
          ) : (
            <Status tone={answer === "agreed" ? "ok" : "soft"}>
              {answer === "agreed"
                ? "you take part, and are paged when it is raised"
                : `${plannedBy.name} asks you to take part`}
            </Status>
          )}
        </span>
      </div>
      {state === "under-way" && alert ? (
        <Link href={`/alerts/${alert.id}`} className="touch:py-2.5">
          Open its alert<span className="sr-only"> of the drill of {service.name}</span>
        </Link>
      ) : (
        <AnswerDrill drill={id} answer={answer} name={service.name} />
      )}
    </li>
  );
}
