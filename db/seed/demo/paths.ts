import type { Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import type { Rotation } from "#db/seed/rotations";
import { draftEscalation } from "#db/seed/watches";

/** Who is paged for the services that earn the money, as soon as there were rotations. */
export function draftFirstPaths(draft: Draft, on: Workday, { people, services, rotations }: Shop): void {
  const { ada, farid, gil, sophie } = people;
  const { primary, backup, payments, pricing, storefront, operations: ops } = rotations;

  const both = { delivery: primary, backup, ops, by: ada };
  draftEscalation(draft, services.checkout, { ...both, opsAfterMinutes: 10, leadAfterMinutes: 20 }, on(254, "10:00"));
  draftEscalation(draft, services.orders, both, on(254, "10:04"));
  draftEscalation(draft, services.payments, { delivery: payments, ops, by: farid }, on(253));
  draftEscalation(draft, services.refunds, { delivery: payments, opsAfterMinutes: 120, by: farid }, on(253, "09:40"));
  draftEscalation(draft, services.pricing, { delivery: pricing, ops, by: gil }, on(252, "15:10"));
  for (const service of [services.storefront, services.catalog, services.search]) {
    draftEscalation(draft, service, { delivery: storefront, ops, by: sophie }, on(252, "14:00"));
  }
}

/** What came with later rotations and changes of hands. Stock, Mail and the strip of recommendations still have none. */
export function draftLaterPaths(
  draft: Draft,
  on: Workday,
  { people, services, rotations }: Shop & { rotations: { platform: Rotation } },
): void {
  const { elio, gil, ines } = people;
  const { payments, platform, pricing, operations: ops } = rotations;

  draftEscalation(draft, services.tax, { delivery: pricing, by: gil }, on(190, "11:00"));
  draftEscalation(draft, services.sessionCache, { delivery: platform, ops, by: ines }, on(130, "14:00"));
  draftEscalation(draft, services.identity, { delivery: platform, ops, by: ines }, on(130, "14:02"));
  draftEscalation(draft, services.giftCards, { delivery: payments, ops, by: elio }, on(121, "10:10"));
}
