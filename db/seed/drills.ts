import { drillPeople, drills } from "#db/schema";
import type { Alert } from "#db/seed/alerts";
import type { Draft, Row } from "#db/seed/draft";
import { longAgo, named, record } from "#db/seed/history";
import type { Person } from "#db/seed/people";
import type { Service } from "#db/seed/services";

export type Drill = Row<typeof drills>;

type DrillFacts = Partial<Pick<Drill, "scenario" | "calledOffAt" | "learnt">> & {
  /** When `learnt` was written; an hour after it was raised unless given. */
  learntAt?: Temporal.Instant;
  by: Person;
  /** The alert that it raised, at the instant at which that opened. */
  alert?: Alert;
  /** Who was asked, each with when they agreed (the default: when they were asked), declined, or said nothing yet. */
  asked: readonly Answer[];
};
type Answer = { person: Person; agreedAt?: Temporal.Instant | null; declinedAt?: Temporal.Instant };

/** A rehearsal of a service, planned at `at`. */
export function draftDrill(draft: Draft, service: Service, facts: DrillFacts, at = longAgo): Drill {
  const { by, alert, asked, learntAt, ...said } = facts;
  const drill: Drill = {
    ...{ id: crypto.randomUUID(), serviceId: service.id, scenario: `${service.name} answers nothing.` },
    ...{ plannedById: by.id, plannedAt: at, calledOffAt: null, learnt: null },
    ...said,
    ...{ alertId: alert?.id ?? null, raisedAt: alert?.openedAt ?? null },
  };
  draft.add(drills, drill);
  const tell = (kind: `drill.${"planned" | "raised" | "called-off" | "learnt"}`, when: Temporal.Instant | null) => {
    if (when) record(draft, when, by, [drill.id, service.id], { kind, service: named(service), drill: drill.id });
  };
  tell("drill.planned", at);
  tell("drill.raised", drill.raisedAt);
  tell("drill.called-off", drill.calledOffAt);
  if (drill.learnt) tell("drill.learnt", learntAt ?? drill.raisedAt?.add({ hours: 1 }) ?? null);
  for (const { person, agreedAt = at, declinedAt = null } of asked) {
    const answer = { agreedAt: declinedAt ? null : agreedAt, declinedAt };
    draft.add(drillPeople, { drillId: drill.id, personId: person.id, askedAt: at, ...answer });
  }
  return drill;
}
