import "server-only";
import type { AddressValues } from "#lib/address-values";
import type { Viewer } from "#lib/auth/policy";
import { type Conversation, type Findings, listConversations, listFindings } from "#lib/coverage/finding-queries";
import { browseMatrix, type MatrixView } from "#lib/coverage/matrix-queries";
import { listMoves, type Move } from "#lib/coverage/move-queries";
import { type Comparison, compareQuarters, listTrend, type TrendDay } from "#lib/coverage/trend-queries";
import type { Ref } from "#lib/rotations/views";
import { endOfPastDay, yesterdayIn } from "#lib/teams/past-day";
import { findTeamHead } from "#lib/teams/queries";

/** Everything that the page of a team's coverage shows, or of the organisation's. */
export type CoverageOverview = {
  matrix: MatrixView;
  day: ShownDay;
  trend: TrendDay[];
  comparison: Comparison;
  /** Of the present only: empty where a past day is shown. */
  moves: Move[];
  findings: Findings;
  /** Undefined where the reader manages nobody of them. */
  conversations: Conversation[] | undefined;
  /** Of the organisation's page: the team that it is narrowed to, or null. */
  team: Ref | null | undefined;
};

/** Which day is shown: a past one as it closed, or today. Days are those of the reader's zone, `2026-03-14`. */
export type ShownDay = {
  asked: string | undefined;
  shown: string | undefined;
  /** The instant at which the shown past day closed; ISO. */
  closedAt: string | undefined;
  latest: string;
};

/** Coverage as an address asks for it: of the team `teamId` and those beneath it, without one of all services. */
export async function findCoverageOverview(
  viewer: Viewer,
  teamId: string | undefined,
  values: AddressValues,
  now: Temporal.Instant,
): Promise<CoverageOverview> {
  const asked = [values.at].flat().at(-1) || undefined;
  const past = endOfPastDay(asked, viewer.timeZone, now);
  const scope = { teamId, at: past };
  const until = past ?? now;
  const [matrix, trend, comparison, moves, findings, conversations] = await Promise.all([
    browseMatrix(viewer, scope, values),
    listTrend(viewer, scope, until),
    compareQuarters(viewer, scope, until),
    past ? [] : listMoves(viewer, scope),
    past ? [] : listFindings(viewer, scope),
    past ? undefined : listConversations(viewer, scope, now),
  ]);
  const named = teamId || !matrix.filter.team ? undefined : await findTeamHead(viewer, matrix.filter.team);
  return {
    ...{ matrix, trend, comparison, moves, findings, conversations },
    day: { asked, shown: past && asked, closedAt: past?.toString(), latest: yesterdayIn(viewer.timeZone, now) },
    team: teamId ? undefined : named ? { slug: named.slug, name: named.name } : null,
  };
}
