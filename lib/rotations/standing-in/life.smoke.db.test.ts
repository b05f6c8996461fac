import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { coverRequests } from "#db/schema";
import type { Person } from "#db/seed/people";
import type { LayerFacts } from "#db/seed/rotations";
import { given } from "#db/testing/given";
import { isLongRun, sized } from "#db/testing/runs";
import { testDatabase } from "#db/testing/test-database";
import type { Viewer } from "#lib/auth/policy";
import { KnownError } from "#lib/errors";
import { askForCover, claimCover, withdrawCover } from "#lib/rotations/standing-in/cover-commands";
import { endOverride, takeOver } from "#lib/rotations/standing-in/override-commands";
import { swapShifts, undoSwap } from "#lib/rotations/standing-in/swap-commands";
import {
  addressOf,
  after,
  hoursOf,
  type Stood,
  storedOverrides,
  viewerOf,
  week,
  whoStands,
} from "#lib/rotations/testing/life";

testDatabase();

const kinds = ["take", "put", "ask", "claim", "withdraw", "give back", "swap", "undo"] as const;
type Kind = (typeof kinds)[number];

/** Who does what, `wait` minutes after the one before; `from` and `length` in hours, `pick` chooses among what is there. */
const anyStep = fc.record({
  kind: fc.constantFrom<Kind>(...kinds, "take", "put", "ask", "swap"),
  who: fc.nat(2),
  whom: fc.nat(2),
  wait: fc.integer({ min: 0, max: 20 * 60 }),
  from: fc.integer({ min: -10, max: week }),
  length: fc.integer({ min: 1, max: 80 }),
  replace: fc.boolean(),
  pick: fc.nat(),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

const horizon = 4 * week;
const done = new Map<Kind, number>();

type World = Awaited<ReturnType<typeof newWorld>>;

async function newWorld(layer: Partial<LayerFacts>) {
  const { team, lead, member, other } = await given.rotation();
  const people: [Person, Person, Person] = [lead, member, other];
  const { rotation } = await given.rotation({ layers: [{ participants: people, ...layer }] });
  // Everybody is of its team, so that everybody may take.
  const viewers: Viewer[] = [];
  for (const person of people) {
    const viewer = await viewerOf(person);
    viewers.push({ ...viewer, memberships: [{ teamId: rotation.teamId, role: person === lead ? "lead" : "member" }] });
  }
  return { rotation, team, people, viewers, names: { lead, member, other }, swaps: [] as string[] };
}

/** Does it, or is told why not. True when it was done. */
async function tried(world: World, step: Step, at: Temporal.Instant): Promise<boolean> {
  try {
    const isDone = await perform(world, step, at);
    if (isDone) done.set(step.kind, (done.get(step.kind) ?? 0) + 1);
    return isDone;
  } catch (error) {
    if (error instanceof KnownError) return false;
    throw error;
  }
}

async function perform(world: World, step: Step, at: Temporal.Instant): Promise<boolean> {
  const { rotation, viewers, people } = world;
  const [viewer, lead] = [viewers[step.who] as Viewer, viewers[0] as Viewer];
  const now = Math.trunc(hoursOf(at));
  const wish = { rotation: rotation.slug, from: after(now + step.from), to: after(now + step.from + step.length) };
  switch (step.kind) {
    case "take":
      await takeOver(viewer, { ...wish, replace: step.replace }, at);
      return true;
    case "put": {
      const before = await ahead(world);
      const person = addressOf(people[step.whom] as Person);
      const override = await takeOver(lead, { ...wish, person, replace: step.replace }, at);
      if (step.pick % 2 === 0) return true;
      await endOverride(lead, { rotation: rotation.slug, override }, at);
      expect(await ahead(world)).toEqual(before);
      return true;
    }
    case "ask": {
      const own = pickOf(await shifts(world, now), step, ({ who }) => who === Object.keys(world.names)[step.who]);
      if (own) await askForCover(viewer, { rotation: rotation.slug, ...own.span }, at);
      return own !== undefined;
    }
    case "claim": {
      const request = pickOf(await openRequests(world), step);
      const taker = viewers.find(({ personId }) => personId !== request?.personId) as Viewer;
      if (request) await claimCover(taker, { request: request.id }, at);
      return request !== undefined;
    }
    case "withdraw": {
      const request = pickOf(await openRequests(world), step);
      if (request) await withdrawCover(lead, { request: request.id }, at);
      return request !== undefined;
    }
    case "give back": {
      const override = pickOf(await storedOverrides(rotation), step);
      if (override) await endOverride(lead, { rotation: rotation.slug, override: override.id }, at);
      return override !== undefined;
    }
    case "swap": {
      const all = await shifts(world, now);
      const first = pickOf(all, step);
      const second = pickOf(all, { pick: step.length }, ({ who }) => who !== first?.who);
      if (!first || !second) return false;
      const halves = { first: first.span, second: second.span };
      world.swaps.push(await swapShifts(lead, { rotation: rotation.slug, ...halves }, at));
      return true;
    }
    case "undo": {
      const swap = pickOf(world.swaps, step);
      if (swap) await undoSwap(lead, { rotation: rotation.slug, swap }, at);
      return swap !== undefined;
    }
  }
}

const ahead = ({ rotation, names }: World) => whoStands(rotation, names, [-week, horizon]);

/** What somebody holds after the hour `now`. */
const shifts = async ({ rotation, names }: World, now: number) =>
  (await whoStands(rotation, names, [now + 1, horizon]))
    .filter(({ who }) => who !== "nobody")
    .map(({ who, from, to }) => ({ who, span: { from: after(from), to: after(to) } }));

const openRequests = ({ rotation }: World) =>
  db()
    .select()
    .from(coverRequests)
    .where(
      and(
        eq(coverRequests.rotationId, rotation.id),
        isNull(coverRequests.claimedAt),
        isNull(coverRequests.withdrawnAt),
      ),
    );

function pickOf<One>(list: readonly One[], { pick }: { pick: number }, fits = (_: One) => true): One | undefined {
  const fitting = list.filter(fits);
  return fitting[pick % Math.max(1, fitting.length)];
}

/** What of it lies before the hour `end`. */
const until = (stretches: readonly Stood[], end: number) =>
  stretches.filter(({ from }) => from < end).map((one) => ({ ...one, to: Math.min(one.to, end) }));

/** The parts of the first list's holes that are none in the second. */
function newHoles(stretches: readonly Stood[], before: readonly Stood[]): Stood[] {
  const isHole = ({ who }: Stood) => who === "nobody";
  const holes = before.filter(isHole);
  return stretches.filter(isHole).filter(({ from, to }) => !holes.some((hole) => hole.from <= from && to <= hole.to));
}

test.each([
  ["at all hours", {}],
  [
    "in working hours",
    { unit: "day", hours: [{ weekdays: ["monday", "wednesday", "friday"], from: "09:00", to: "20:00" }] },
  ],
] as [string, Partial<LayerFacts>][])(
  "whatever is taken, asked, claimed, swapped and given back %s, no hole comes that the layers do not have, and what was stood stays",
  { timeout: sized(60_000, 3_600_000) },
  async (_when, layer) => {
    done.clear();
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 20 }), async (steps) => {
        const world = await newWorld(layer);
        const layers = await ahead(world);
        let [at, before] = [after(0), layers];
        for (const step of steps) {
          at = at.add({ minutes: step.wait });
          const stored = await storedOverrides(world.rotation);
          const isDone = await tried(world, step, at);
          const now = await ahead(world);
          if (!isDone) expect(await storedOverrides(world.rotation)).toEqual(stored);
          expect(until(now, hoursOf(at))).toEqual(until(before, hoursOf(at)));
          expect(newHoles(now, layers)).toEqual([]);
          expect(now.map(({ from }) => from)).toEqual([-week, ...now.slice(0, -1).map(({ to }) => to)]);
          expect(now.at(-1)?.to).toBe(horizon);
          before = now;
        }
      }),
      { numRuns: sized(10, 400), endOnFailure: !isLongRun },
    );
    expect([...done.keys()].toSorted()).toEqual(kinds.toSorted());
  },
);
