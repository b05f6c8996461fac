import type { PgTable } from "drizzle-orm/pg-core";
import { expect, test, vi } from "vitest";
import * as schema from "#db/schema";
import { draftDemo } from "#db/seed/demo";
import { newDraft, type Row } from "#db/seed/draft";
import { sized } from "#db/testing/runs";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import type { Layer, Override, Shift, Span, Version, Watch } from "#lib/rotations/rotation";
import { meeting } from "#lib/rotations/spans";

const monday = Temporal.Instant.from("2026-11-23T03:12:00Z");

vi.setConfig({ testTimeout: 300_000 });

// Each is a day and an hour after the one before, so that any weekday meets any hour, and all of them the handoffs.
const loads = Array.from({ length: sized(40, 700) }, (_, index) => monday.add({ hours: 25 * index }));
const demos = loads.map((at) => ({ at, demo: load(at) }));

/** Says of a load for which the check fails when it was. */
function always(check: (loaded: (typeof demos)[number]) => void): void {
  for (const loaded of demos) {
    try {
      check(loaded);
    } catch (error) {
      throw new Error(`Loaded at ${loaded.at}`, { cause: error });
    }
  }
}

const days = (at: Temporal.Instant, from: number, to: number) => ({
  from: at.add({ hours: 24 * from }),
  to: at.add({ hours: 24 * to }),
});

test("the demo has Ada on watch now", () =>
  always(({ at, demo }) => {
    expect(seatAt(demo.watch("checkout-primary"), at).shift?.person).toBe(demo.id("ada"));
  }));

test("the demo has a gap that begins within a week in the rotation of somebody who left, and none elsewhere in 400 days", () =>
  always(({ at, demo }) => {
    const gapsOf = (slug: string, window: Span) => resolveRoster(demo.watch(slug), window).gaps;
    const [next, ...others] = gapsOf("pricing", days(at, 0, 10));
    expect(next?.deactivated).toBe(demo.id("gil"));
    expect(next && meeting(next, days(at, 0, 7))).toBeTruthy();
    expect(next?.from.equals(at)).toBe(false);
    expect(others).toEqual([]);
    expect(demo.slugs.filter((slug) => gapsOf(slug, days(at, 0, 400)).length > 0)).toEqual(["pricing"]);
  }));

test("the demo had nobody missing in what lies behind", () =>
  always(({ at, demo }) => {
    for (const slug of demo.slugs) expect(resolveRoster(demo.watch(slug), days(at, -120, 0)).gaps).toEqual([]);
  }));

test("the demo has one open request for cover, in the future, of somebody who holds the whole of it", () =>
  always(({ at, demo }) => {
    const open = demo.requests.filter(({ claimedAt, withdrawnAt }) => !claimedAt && !withdrawnAt);
    expect(open).toHaveLength(1);
    for (const { rotationId, personId, startsAt, endsAt, reason } of open) {
      expect(Temporal.Instant.compare(startsAt, at)).toBe(1);
      expect(holdersOf(demo.layersOf(rotationId), { from: startsAt, to: endsAt })).toEqual([personId]);
      expect(reason).toBeTruthy();
    }
  }));

test("the demo shows a claimed override that is over and a taken one that comes, on the timeline of the first rotation", () =>
  always(({ at, demo }) => {
    const { overrides } = demo.watch("checkout-primary");
    const near = overrides.filter((override) => meeting(override, days(at, -14, 42)));
    expect(near.map(({ id }) => demo.override(id)?.origin)).toEqual(["claimed", "taken"]);
    expect(near.map(({ from }) => Temporal.Instant.compare(from, at))).toEqual([-1, 1]);
  }));

test("the demo has an absence that meets a watch, and two that meet none", () =>
  always(({ demo }) => {
    const met = demo.absences.map(({ personId, startsAt, endsAt }) =>
      demo.slugs.some((slug) => holdersOf(demo.watch(slug), { from: startsAt, to: endsAt }).includes(personId)),
    );
    expect(met).toEqual([true, false, false]);
  }));

test("the demo has a shadow next week, beside somebody else", () =>
  always(({ at, demo }) => {
    const [shadow, ...others] = demo.shadows;
    if (!shadow) throw new Error("There is no shadow.");
    expect(others).toEqual([]);
    expect(Temporal.Instant.compare(shadow.startsAt, at)).toBe(1);
    expect(meeting({ from: shadow.startsAt, to: shadow.endsAt }, days(at, 0, 14))).toBeTruthy();
    const [beside] = holdersOf(demo.watch("checkout-primary"), { from: shadow.startsAt, to: shadow.endsAt });
    expect([undefined, shadow.personId]).not.toContain(beside);
  }));

test("the demo’s present watch was handed over with a note, by whoever stood the watch to whoever stands it", () =>
  always(({ at, demo }) => {
    const [note] = demo.notes;
    if (!note) throw new Error("There is no note.");
    const watch = demo.watch("checkout-primary");
    expect(seatAt(watch, note.handoffAt.subtract({ seconds: 1 })).shift?.person).toBe(note.fromPersonId);
    expect(seatAt(watch, note.handoffAt).shift?.person).toBe(note.readById);
    expect(Temporal.Instant.compare(note.readAt ?? at.add({ hours: 1 }), at)).toBe(-1);
  }));

test("the demo has nobody stand in for themselves, or for somebody who did not hold the watch", () =>
  always(({ demo }) => {
    for (const { rotationId, personId, startsAt, endsAt, coverRequestId } of demo.overrides) {
      const holders = holdersOf(demo.layersOf(rotationId), { from: startsAt, to: endsAt });
      const request = demo.requests.find(({ id }) => id === coverRequestId);
      expect(holders).toHaveLength(1);
      expect(holders).not.toContain(personId);
      if (request) expect(holders).toEqual([request.personId]);
    }
  }));

test("the demo has nobody hold both watches of checkout at once", () =>
  always(({ at, demo }) => {
    const rosters = ["checkout-primary", "checkout-backup"].map((slug) =>
      resolveRoster(demo.watch(slug), days(at, -250, 90)),
    );
    const [primary = [], backup = []] = rosters.map(({ shifts }) => shifts);
    const both = primary.filter((one) => backup.some((other) => one.person === other.person && meeting(one, other)));
    expect(both).toEqual([]);
  }));

test("the demo paged whoever stood the watch of that night", () =>
  always(({ demo }) => {
    const asked = demo.pages.filter(({ seat }) => seat === "delivery" || seat === "ops");
    expect(asked.length).toBeGreaterThan(12);
    const others = asked.flatMap(({ alertId, seat, personId, at }) => {
      const slug = demo.seatOf(alertId, seat as "delivery" | "ops");
      const holder = seatAt(demo.watch(slug), at).shift?.person;
      return holder === personId ? [] : [`${slug} at ${at}: ${demo.nameOf(holder)}, not ${demo.nameOf(personId)}`];
    });
    expect(others).toEqual([]);
  }));

test("the demo knows nothing of what comes after it but plans", () =>
  always(({ at, demo }) => {
    const late = demo.lines.filter((line) => Temporal.Instant.compare(line.at, at) > 0);
    expect(late).toEqual([]);
  }));

type Line = { at: Temporal.Instant };

/** The organisation as it is made up at `at`, without a database. */
function load(at: Temporal.Instant) {
  const rows = new Map<PgTable, unknown[]>();
  const draft = newDraft();
  draftDemo(
    {
      ...draft,
      add(table, row) {
        rows.set(table, [...(rows.get(table) ?? []), row]);
        draft.add(table, row);
      },
    },
    at,
  );
  const all = <Table extends PgTable>(table: Table) => (rows.get(table) ?? []) as Row<Table>[];
  const [rotations, versions, overrides] = [all(schema.rotations), all(schema.rotationVersions), all(schema.overrides)];

  const versionsOf = (id: string): Version[] =>
    versions
      .filter(({ rotationId }) => rotationId === id)
      .map(({ startsAt, layers }) => ({ from: startsAt, layers: layers as Layer[] }));
  const overridesOf = (id: string): Override[] =>
    overrides
      .filter(({ rotationId }) => rotationId === id)
      .map(({ id, personId, startsAt, endsAt }) => ({ id, person: personId, from: startsAt, to: endsAt }))
      .toSorted((one, other) => Temporal.Instant.compare(one.from, other.from));
  const endless = Temporal.Instant.from("9999-12-31T00:00:00Z");
  const inactive = new Map(
    all(schema.deactivations).map(({ personId, startsAt }) => [personId, [{ from: startsAt, to: endless }]]),
  );
  /** The watch as it would be had nobody stood in. */
  const layersOf = (id: string): Watch => ({ versions: versionsOf(id), overrides: [], inactive: new Map() });
  return {
    slugs: rotations.map(({ slug }) => slug),
    id: (key: string) => all(schema.people).find(({ email }) => email === `${key}@harbour.example`)?.id,
    nameOf: (id: string | undefined) => all(schema.people).find((person) => person.id === id)?.name,
    watch: (slug: string): Watch => {
      const id = rotations.find((rotation) => rotation.slug === slug)?.id;
      if (!id) throw new Error(`There is no rotation ${slug}.`);
      return { versions: versionsOf(id), overrides: overridesOf(id), inactive };
    },
    layersOf,
    overrides,
    override: (id: string) => overrides.find((override) => override.id === id),
    requests: all(schema.coverRequests),
    absences: all(schema.absences),
    shadows: all(schema.shadows),
    notes: all(schema.handoffNotes),
    pages: all(schema.pages),
    /** The rotation that fills a seat for an alert: that of its service's path, else the default of the team. */
    seatOf: (alertId: string, seat: "delivery" | "ops"): string => {
      const { serviceId } = all(schema.alerts).find(({ id }) => id === alertId) ?? {};
      const service = all(schema.services).find(({ id }) => id === serviceId);
      const path = all(schema.escalationPaths).find((path) => path.serviceId === serviceId);
      const named = seat === "delivery" ? path?.deliveryRotationId : path?.opsRotationId;
      const team = seat === "delivery" ? service?.deliveryTeamId : service?.opsTeamId;
      const found = rotations.find(({ id, teamId, isTeamDefault }) =>
        named ? id === named : isTeamDefault && teamId === team,
      );
      return found?.slug ?? "";
    },
    lines: [...(all(schema.events) as Line[]), ...(all(schema.alertEntries) as Line[]), ...all(schema.changes)],
  };
}

function holdersOf(watch: Watch, span: Span): string[] {
  return [...new Set(resolveRoster(watch, span).shifts.map(({ person }: Shift) => person))];
}
