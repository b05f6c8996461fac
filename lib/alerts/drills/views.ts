import type { PageSeat } from "#lib/alerts/entry-kinds";
import type { AlertStatus } from "#lib/alerts/views";

/** What screens are given of drills. Instants are ISO texts. */

export type DrillState = "planned" | "called-off" | "under-way" | "over";

/** Somebody who was asked to play, and what came of it. `address` is the e-mail, or the handle. */
export type DrillPerson = {
  address: string;
  name: string;
  answer: "agreed" | "declined" | null;
  /** In which capacity they were paged, when, and when they answered that; null where they were not. */
  seat: PageSeat | null;
  pagedAt: string | null;
  answeredAt: string | null;
};

export type DrillView = {
  id: string;
  service: { slug: string; name: string };
  scenario: string;
  state: DrillState;
  plannedBy: { address: string; name: string };
  plannedAt: string;
  raisedAt: string | null;
  calledOffAt: string | null;
  learnt: string | null;
  /** The alert that it raised. Between its first page to the delivery side and their first answer lies the time to engage. */
  alert: {
    id: string;
    status: AlertStatus;
    deliveryPagedAt: string | null;
    deliveryEngagedAt: string | null;
    resolvedAt: string | null;
    /** Null with `resolvedAt` set: it ended by itself. */
    resolvedBy: string | null;
    stepsWorked: number;
  } | null;
  people: DrillPerson[];
};

/** What the viewer may do with a drill now: decides which controls are shown. */
export type DrillPermissions = {
  canRaise: boolean;
  canCallOff: boolean;
  canEnd: boolean;
  canLearn: boolean;
  /** What the viewer, who was asked, has said; undefined where they were not asked, or can answer no more. */
  ownAnswer: DrillPerson["answer"] | undefined;
};
