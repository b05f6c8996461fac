import type { Hired, Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { tellOfManager } from "#db/seed/records";

type Told = { managerId: string; endedAt?: Temporal.Instant };

/** Everybody was told long ago of their managers, those of the teams above included, so that these open records at once. */
export function draftTellings(draft: Draft, on: Workday, { people, teams }: Shop & { people: Hired }): void {
  const told = new Set<string>();
  const living = Object.values(teams).filter(({ retiredAt }) => retiredAt === null);
  const managerOf = new Map(living.map(({ id, managerId }) => [id, managerId]));
  for (const { id, parentId, members } of living) {
    const managers = new Set([id, parentId].flatMap((team) => (team && managerOf.get(team)) ?? []));
    for (const [personId, { startsAt }] of members)
      for (const managerId of managers) tellOnce(personId, { managerId }, startsAt.add({ minutes: 10 }));
  }
  const { claire, graca, gil, ines, nuno, rui, sophie } = people;
  for (const { id } of [sophie, nuno]) tellOnce(id, { managerId: rui.id, endedAt: on(158, "11:00") }, on(277, "10:30"));
  tellOnce(ines.id, { managerId: rui.id, endedAt: on(214, "16:10") }, on(277, "09:30"));
  for (const { id } of [claire, graca]) tellOnce(gil.id, { managerId: id, endedAt: on(37, "17:10") }, on(277, "10:10"));

  function tellOnce(personId: string, { managerId, endedAt }: Told, at: Temporal.Instant): void {
    const key = `${personId} ${managerId} ${endedAt ?? ""}`;
    if (personId === managerId || told.has(key)) return;
    told.add(key);
    tellOfManager(draft, { id: personId }, { manager: { id: managerId }, endedAt: endedAt ?? null }, at);
  }
}
