import { sql } from "drizzle-orm";
import { inTransaction, rowsOf } from "#db/client";
import { installation, people, services, teams } from "#db/schema";
import { draftAlerts } from "#db/seed/demo/alerts";
import { draftComingWatches } from "#db/seed/demo/coming-watches";
import { draftContactMethods } from "#db/seed/demo/contact-methods";
import { draftCoverage, type Measure } from "#db/seed/demo/coverage";
import { draftCovers } from "#db/seed/demo/covers";
import { draftDocuments } from "#db/seed/demo/documents";
import { draftDrills } from "#db/seed/demo/drills";
import { draftEntries } from "#db/seed/demo/entries";
import { draftFirstHalf } from "#db/seed/demo/first-half";
import { draftLately } from "#db/seed/demo/lately";
import { draftMatches } from "#db/seed/demo/matches";
import { draftNeeds } from "#db/seed/demo/needs";
import { draftFirstPaths, draftLaterPaths } from "#db/seed/demo/paths";
import { draftPeople } from "#db/seed/demo/people";
import { draftRecords } from "#db/seed/demo/records";
import { draftRotationChanges } from "#db/seed/demo/rotation-changes";
import { calendarsAround, draftRotations } from "#db/seed/demo/rotations";
import { draftSecondHalf } from "#db/seed/demo/second-half";
import { draftServices } from "#db/seed/demo/services";
import type { Shop } from "#db/seed/demo/shop";
import { draftSignatures } from "#db/seed/demo/signatures";
import { draftTeams } from "#db/seed/demo/teams";
import { draftTellings } from "#db/seed/demo/tellings";
import { workdaysBefore } from "#db/seed/demo/workdays";
import { type Draft, newDraft } from "#db/seed/draft";

/** Four people who cover for each other stand somewhat more than a quarter of the time; that much the shop agreed to. */
const coverageLimits = { shareOnWatch: 0.3 };

/** Whoever can tell from a draft, and from the limits that are set, how covered services were. */
export type Measuring = (draft: Draft, limits: Record<string, unknown>) => Measure;

/**
 * Loads the demo organisation, a web shop called Harbour with nine months of history that end at `at`; with two quarters
 * of coverage where somebody measures it. All or nothing, and only into an empty database: false when there was something in it already.
 */
export function seedDemo(at: Temporal.Instant, measuring?: Measuring): Promise<boolean> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.prepare'))`);
    const [filled] = await rowsOf<{ filled: boolean }>(
      tx,
      sql`select exists (select from ${people}) or exists (select from ${teams}) or exists (select from ${services}) as filled`,
    );
    if (filled?.filled) return false;
    const draft = newDraft();
    const { teams: crews } = draftDemo(draft, at);
    if (measuring) draftCoverage(draft, measuring(draft, coverageLimits), at);
    await draft.save(tx);
    const known = { coverageLimits, matchedUntil: at, managersToldAt: at };
    await tx.update(installation).set({ fallbackOpsTeamId: crews.operations.id, ...known });
    return true;
  });
}

/** Makes up the organisation as it is at `at`, in the order in which it came to be. */
export function draftDemo(draft: Draft, at: Temporal.Instant): Shop {
  const [on, calendars] = [workdaysBefore(at), calendarsAround(at)];
  const staff = draftPeople(draft, on);
  const crews = draftTeams(draft, on, staff);
  const entries = draftEntries(draft, on, staff, crews);
  const services = draftServices(draft, on, staff, crews, entries);
  const rotations = draftRotations(draft, calendars, staff, crews);
  const shop = { people: staff, teams: crews, entries, services, rotations };

  draftNeeds(draft, on, shop);
  draftFirstPaths(draft, on, shop);
  draftFirstHalf(draft, on, shop);
  const hired = draftSecondHalf(draft, on, shop);

  const later = { ...shop, people: { ...staff, ...hired } };
  const platform = draftRotationChanges(draft, on, calendars, later);
  draftLaterPaths(draft, on, { ...later, rotations: { ...rotations, platform } });
  draftCovers(draft, calendars, later);
  const { promotions } = draftLately(draft, on, at, shop);
  const all = [...Object.values(services), promotions];
  const documents = draftDocuments(draft, on, later.people, all);
  const signatures = draftSignatures(draft, on, later.people, all, documents);
  draftComingWatches(draft, on, at, calendars, later);
  const methods = draftContactMethods(draft, on, later.people);
  const told = draftAlerts(draft, on, at, calendars, { ...later, methods });
  draftMatches(draft);
  draftDrills(draft, on, later, told);
  draftTellings(draft, on, later);
  draftRecords(draft, on, later, { documents, signatures, told });
  return shop;
}
