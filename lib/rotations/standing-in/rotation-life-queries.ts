import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { findNewcomer, type Readiness } from "#lib/rotations/first-watch/readiness-queries";
import {
  type HandoffNoteView,
  listHandoffNotes,
  listNotesToRead,
} from "#lib/rotations/handoff-notes/handoff-note-queries";
import { listRosterWarnings, type RosterWarningView } from "#lib/rotations/load/roster-warning-queries";
import { findRotation } from "#lib/rotations/queries";
import { listCoverRequests, listMyCoverRequests, listOverrides } from "#lib/rotations/roster-queries";
import { type DoneView, findDone } from "#lib/rotations/standing-in/done-queries";
import { listStandIns, type StandInView } from "#lib/rotations/standing-in/stand-in-queries";
import type { CoverRequestView, OverrideView, RotationView, SeatView } from "#lib/rotations/views";

/** An open request with whoever could take it. */
export type OpenRequest = CoverRequestView & { standIns: readonly StandInView[] };

/** Everything on a rotation's page that is about life rather than the plan. */
export type RotationLife = {
  done: DoneView | undefined;
  requests: OpenRequest[];
  newcomer: Readiness | undefined;
  warnings: RosterWarningView[];
  notes: HandoffNoteView[];
};

const weeksAhead = 8;

/** What life does to the watches of a rotation from `at` on. `done` is the word in the address for what was just done. */
export async function findRotationLife(
  viewer: Viewer,
  rotation: RotationView,
  done: string | string[] | undefined,
  at: Temporal.Instant,
): Promise<RotationLife> {
  const ahead = { from: at, to: at.add({ hours: 24 * 7 * weeksAhead }) };
  const [said, requests, newcomer, warnings, notes] = await Promise.all([
    findDone(viewer, done, at),
    listOpenRequests(viewer, rotation, at),
    findNewcomer(viewer, rotation, at),
    listRosterWarnings(viewer, rotation, ahead),
    listHandoffNotes(viewer, rotation, at),
  ]);
  return { done: said, requests, newcomer, warnings, notes };
}

/** The open requests of a rotation, each with who of the team could stand in. */
export async function listOpenRequests(
  viewer: Viewer,
  rotation: { id: string; team: { id: string } },
  at: Temporal.Instant,
): Promise<OpenRequest[]> {
  const requests = (await listCoverRequests(viewer, [rotation.id], at)).filter(({ status }) => status === "open");
  const standIns = await listStandIns(viewer, rotation.team, requests);
  return requests.map((request, index) => ({ ...request, standIns: standIns[index] ?? [] }));
}

/** What the buttons of a watch need on other pages than its own. */
export type WatchDesk = { rotation: RotationView; overrides: OverrideView[]; done: DoneView | undefined };

/** The rotation that stands a seat, and who stands in there at `at`; undefined where no rotation fills the seat. */
export async function findWatchDesk(
  viewer: Viewer,
  seat: SeatView,
  done: string | string[] | undefined,
  at: Temporal.Instant,
): Promise<WatchDesk | undefined> {
  const rotation = seat.rotation && (await findRotation(viewer, seat.rotation.slug, at));
  if (!rotation) return undefined;
  const [overrides, said] = await Promise.all([
    listOverrides(viewer, rotation.id, { from: at, to: at.add({ seconds: 1 }) }),
    findDone(viewer, done, at),
  ]);
  return { rotation, overrides, done: said };
}

/** What waits for the viewer on their home page: requests they may claim or asked for, and notes left for them. */
export async function findLifeAtHome(
  viewer: Viewer,
  at: Temporal.Instant,
): Promise<{ requests: OpenRequest[]; notes: HandoffNoteView[] }> {
  const [requests, notes] = await Promise.all([listMyCoverRequests(viewer), listNotesToRead(viewer, at)]);
  return { requests: requests.map((request) => ({ ...request, standIns: [] })), notes };
}
