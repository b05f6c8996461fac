import type { Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftDependency } from "#db/seed/entries";
import { draftImported, draftImportRun } from "#db/seed/imports";
import { draftPerson, rememberSeen } from "#db/seed/people";
import { draftService, editService, type Service } from "#db/seed/services";
import { draftToken } from "#db/seed/tokens";

const nightly = "catalog-info/all.yaml";

/** The last two weeks, with what is still missing: a tier, an owner, an address. Returns the service that was entered. */
export function draftLately(draft: Draft, on: Workday, at: Temporal.Instant, shop: Shop): { promotions: Service } {
  const promotions = draftPromotions(draft, on, shop);
  draftNightlyImport(draft, on, shop);
  draftTokens(draft, on, at, shop);
  draftYesterday(draft, on, at, shop);
  return { promotions };
}

/** Entered in a hurry before the sale: nobody has said how much it matters. */
function draftPromotions(draft: Draft, on: Workday, { people, teams, services, entries }: Shop): Service {
  const { adaeze: by } = people;
  const facts = {
    name: "Promotions",
    description:
      "Vouchers, two-for-one and the November sale. Rules are tried in the order of the list, and the first that fits wins; that surprises everybody once.",
    tier: null,
    links: [{ title: "Rules in force", url: "https://admin.harbour.example/promotions", type: "tool" }],
  };
  const owned = { team: teams.pricing, opsTeam: teams.operations, system: entries.browsing };
  const promotions = draftService(draft, { ...facts, ...owned, by }, on(13, "15:40"));
  draftDependency(draft, promotions, { on: services.sessionCache, kind: "soft", by }, on(13, "15:50"));
  draftDependency(draft, services.pricing, { on: promotions, kind: "soft", by }, on(13, "15:52"));
  return promotions;
}

/** A descriptor that names an owner whom nobody here knows, and a user without an address. */
function draftNightlyImport(draft: Draft, on: Workday, { people, services }: Shop): void {
  const by = "Nightly import";
  const night = on(9, "02:00");
  const description = "Cuts product pictures to size.";
  const facts = { name: "Image press", description, ownerReference: "group:default/media" };
  const unknown = { tier: null, customerFacing: null, repository: null };
  const press = draftService(draft, { ...facts, ...unknown, by }, night);
  draftImported(
    draft,
    {
      ...{ reference: "component:default/image-press", source: nightly, line: 212 },
      fields: {
        name: "Image press",
        description,
        type: "service",
        lifecycle: "production",
        owner: "group:default/media",
      },
      thing: { serviceId: press.id },
      dangling: { owner: "group:media" },
    },
    night,
  );
  const wren = draftPerson(draft, { name: "Wren Adler", handle: "wren.adler", timeZone: null, by }, night);
  draftImported(
    draft,
    {
      ...{ reference: "user:default/wren.adler", source: nightly, line: 240, fields: { name: "Wren Adler" } },
      thing: { personId: wren.id },
    },
    night,
  );
  const reason = "spec.lifecycle is missing";
  const rejected = [{ source: nightly, document: 14, line: 260, reason }];
  draftImportRun(draft, { source: nightly, created: 2, rejected, by }, night);
  draftDependency(draft, services.storefront, { on: press, kind: "soft", by: people.sophie }, on(8, "14:15"));
  draftImportRun(draft, { source: nightly, unchanged: 2, rejected, by }, on(2, "02:00"));
}

function draftTokens(draft: Draft, on: Workday, at: Temporal.Instant, { people }: Shop): void {
  const { petra: by, ada, karim } = people;
  const minutesAgo = (minutes: number) => at.subtract({ minutes });
  draftToken(draft, { name: "Deploy pipeline", scope: "write", lastUsedAt: minutesAgo(21), by }, on(140, "10:00"));
  draftToken(draft, { name: "Status page", scope: "read", lastUsedAt: minutesAgo(2), by }, on(90, "10:00"));
  draftToken(draft, { name: "Old catalog script", scope: "admin", revokedAt: on(62, "16:00"), by }, on(270, "12:00"));
  draftToken(draft, { name: "Laptop", scope: "read", person: ada, lastUsedAt: on(3, "18:02") }, on(70, "09:00"));
  draftToken(draft, { name: "Dashboard", scope: "read", person: karim, expiresAt: on(12, "09:00") }, on(102, "09:00"));
}

function draftYesterday(draft: Draft, on: Workday, at: Temporal.Instant, { people, teams, services }: Shop): void {
  const { ada, lin, noor, ines, petra, rui } = people;
  const { checkout, sessionCache, payments, orders, tax, stock } = services;
  const drain = {
    title: "How to drain a shard",
    url: "https://docs.harbour.example/session-cache/drain",
    type: "docs",
  };
  editService(draft, sessionCache, { links: [...sessionCache.links, drain], by: ines }, on(6, "19:10"));
  const sweep =
    "How many of a thing are left, and which are promised to somebody. Promises expire after 20 minutes; the sweep that frees them runs every five. If baskets say “sold out” and the shelf is full, the sweep has stopped.";
  editService(draft, stock, { description: sweep, by: lin }, on(2, "15:25"));

  const visits = [
    ...[sessionCache, checkout, payments, orders].map((thing) => ({ person: ada, noun: "service", thing }) as const),
    { person: ada, noun: "team", thing: teams.operations },
    { person: ada, noun: "person", thing: ines },
    ...[checkout, sessionCache].map((thing) => ({ person: noor, noun: "service", thing }) as const),
    { person: rui, noun: "team", thing: teams.payments },
    { person: rui, noun: "service", thing: tax },
    { person: petra, noun: "team", thing: teams.pricing },
  ] as const;
  for (const [index, { person, ...seen }] of visits.entries()) {
    rememberSeen(draft, person, seen, at.subtract({ minutes: 17 * (index + 1) }));
  }
}
