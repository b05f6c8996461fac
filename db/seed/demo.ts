import { sql } from "drizzle-orm";
import { inTransaction, rowsOf } from "#db/client";
import { people, services, teams } from "#db/schema";
import { draftEntries } from "#db/seed/demo/entries";
import { draftFirstHalf } from "#db/seed/demo/first-half";
import { draftLately } from "#db/seed/demo/lately";
import { draftNeeds } from "#db/seed/demo/needs";
import { draftPeople } from "#db/seed/demo/people";
import { draftSecondHalf } from "#db/seed/demo/second-half";
import { draftServices } from "#db/seed/demo/services";
import type { Shop } from "#db/seed/demo/shop";
import { draftTeams } from "#db/seed/demo/teams";
import { workdaysBefore } from "#db/seed/demo/workdays";
import { type Draft, newDraft } from "#db/seed/draft";

/**
 * Loads the demo organisation, a web shop called Harbour with nine months of history that end at `at`.
 * All or nothing, and only into an empty database: false when there was something in it already.
 */
export function seedDemo(at: Temporal.Instant): Promise<boolean> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('watchbill.prepare'))`);
    const [filled] = await rowsOf<{ filled: boolean }>(
      tx,
      sql`select exists (select from ${people}) or exists (select from ${teams}) or exists (select from ${services}) as filled`,
    );
    if (filled?.filled) return false;
    const draft = newDraft();
    draftDemo(draft, at);
    await draft.save(tx);
    return true;
  });
}

/** Makes up the organisation as it is at `at`, in the order in which it came to be. */
export function draftDemo(draft: Draft, at: Temporal.Instant): Shop {
  const on = workdaysBefore(at);
  const staff = draftPeople(draft, on);
  const crews = draftTeams(draft, on, staff);
  const entries = draftEntries(draft, on, staff, crews);
  const services = draftServices(draft, on, staff, crews, entries);
  const shop = { people: staff, teams: crews, entries, services };

  draftNeeds(draft, on, shop);
  draftFirstHalf(draft, on, shop);
  draftSecondHalf(draft, on, shop);
  draftLately(draft, on, at, shop);
  return shop;
}
