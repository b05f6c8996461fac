import { DrillState, measuredWords } from "#components/alerts/drills/drill-words";
import { EmptyState } from "#components/layout/empty-state";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { drillPath } from "#lib/alerts/drills/drill";
import type { DrillView } from "#lib/alerts/drills/views";

type DrillListProps = { drills: readonly DrillView[]; canPlan: boolean; timeZone: string };

/** The drills of a service: what was played, what was measured, what was learnt. */
export function DrillList({ drills, canPlan, timeZone }: DrillListProps) {
  if (drills.length === 0) {
    return (
      <EmptyState title="Nobody has played an alert of this service yet">
        A drill pages those who agreed to it, says plainly that it is one, and measures how soon they are there and
        whether the briefing helps. {canPlan ? "Plan the first below." : "Members of its teams can plan one."}
      </EmptyState>
    );
  }
  return (
    <Section title="Drills" note={drills.length}>
      <ul className="rows border-b">
        {drills.map((drill) => (
          <li key={drill.id} className="grid gap-0.5 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link
                href={drillPath(drill.service, drill.id)}
                className="wrap-anywhere line-clamp-1 min-w-0 font-semibold"
              >
                {drill.scenario.split("\n", 1)[0]}
              </Link>
              <DrillState drill={drill} timeZone={timeZone} />
            </div>
            {drill.raisedAt && <p className="text-small">{measuredWords(drill)}</p>}
            {drill.learnt ? (
              <p className="wrap-anywhere line-clamp-2 text-ink-soft">{drill.learnt}</p>
            ) : (
              drill.state === "over" && <p className="text-ink-faint text-small">Nobody has written what it showed.</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
