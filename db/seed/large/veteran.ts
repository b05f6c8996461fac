import { alertReviews, coverageSnapshots, pages, signatureMatches, suggestions } from "#db/schema";
import { draftAlert, tell } from "#db/seed/alerts";
import { draftDocument, draftMark, draftReview, draftSuggestion, saveRevision } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import { draftDrill } from "#db/seed/drills";
import type { LargeOrganisation } from "#db/seed/large";
import type { Crew } from "#db/seed/large/people";
import { draftOverride } from "#db/seed/overrides";
import type { Person } from "#db/seed/people";
import { draftPerson } from "#db/seed/people";
import { noteOnRecord } from "#db/seed/records";
import { draftRotation, type Rotation } from "#db/seed/rotations";
import type { Service } from "#db/seed/services";
import { draftSignature } from "#db/seed/signatures";
import { joinTeam } from "#db/seed/teams";
import { draftShadow } from "#db/seed/watches";

const days = 730;
const participants = 4;

/**
 * Somebody with two years behind them in the largest delivery team at `at`: on watch every fourth day and night of two
 * rotations, an alert answered every other day and looked back at, documents, signatures, drills, shadows and reviews.
 */
export function draftVeteran(draft: Draft, { services, teams }: LargeOrganisation, at: Temporal.Instant): Person {
  const crew = teams.delivery.toSorted((one, other) => other.people.length - one.people.length)[0] as Crew;
  const ago = (day: number, hours = 0) => at.subtract({ hours: 24 * day - hours });
  const owned = services.filter(({ owners }) => owners.delivery?.team.id === crew.team.id);
  const colleagues = crew.people.filter(({ deactivatedAt }) => deactivatedAt === null).slice(0, participants);
  const veteran = draftPerson(draft, {
    name: "Vera Veteran",
    email: "vera.veteran@large.example",
    timeZone: "Europe/Lisbon",
  });
  joinTeam(draft, crew.team, { person: veteran, role: "lead" }, ago(days + 100));
  const world = { draft, veteran, colleagues, owned, ago };
  standWatches(world, crew);
  for (let day = 2; day < days; day += 2) answerAlert(world, day);
  writeThings(world);
  return veteran;
}

type World = {
  draft: Draft;
  veteran: Person;
  colleagues: Person[];
  owned: Service[];
  ago: (day: number, hours?: number) => Temporal.Instant;
};

const of = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;

function standWatches({ draft, veteran, colleagues, ago }: World, { team }: Crew): void {
  const layers = [
    { unit: "day" as const, startsAt: "2022-01-03T09:00", participants: [veteran, ...colleagues.slice(0, 3)] },
  ];
  for (const name of ["days", "nights"]) {
    const facts = { team, slug: `${team.slug}-${name}`, name: `${team.name}, ${name}`, layers, isTeamDefault: false };
    const rotation: Rotation = draftRotation(draft, { ...facts, effectiveFrom: ago(days + 100) });
    for (let day = 9; day < days; day += 20) {
      const [from, to] = [ago(day), ago(day, 12)];
      draftOverride(draft, rotation, { person: veteran, from, to, origin: "taken" }, ago(day + 3));
      const shadow = { person: of(colleagues, day), from: ago(day + 4), to: ago(day + 2) };
      draftShadow(draft, rotation, shadow, ago(day + 5));
    }
  }
}

function answerAlert({ draft, veteran, colleagues, owned, ago }: World, day: number): void {
  const [service, opened] = [of(owned, day), ago(day)];
  const answeredAt = opened.add({ minutes: 3 + (day % 20) });
  const resolvedAt = opened.add({ hours: 1 });
  const alert = draftAlert(
    draft,
    {
      service,
      ...{ deliveryPagedAt: opened, deliveryEngagedAt: answeredAt, acknowledgedAt: answeredAt, holderId: veteran.id },
      ...{ resolvedAt, resolvedById: day % 3 === 0 ? of(colleagues, day).id : veteran.id },
      ...{ cause: "The pool of connections was empty after the deploy", remedy: "Rolled back, then raised the limit." },
    },
    opened,
  );
  const page = { alertId: alert.id, personId: veteran.id, seat: "delivery" as const, kind: "page" as const };
  const key = `veteran ${day}`;
  draft.add(pages, { id: crypto.randomUUID(), ...page, word: null, byId: null, key, at: opened, answeredAt });
  tell(
    draft,
    alert,
    { kind: "noted", detail: { words: "It began with the deploy of the store." }, by: veteran },
    answeredAt,
  );
  const review = {
    wasCustomerFacing: day % 4 > 0,
    wasActionable: day % 5 > 0,
    missing: day % 7 === 0 ? "the board" : null,
  };
  draft.add(alertReviews, { alertId: alert.id, personId: veteran.id, ...review, at: opened.add({ hours: 30 }) });
}

function writeThings({ draft, veteran, colleagues, owned, ago }: World): void {
  for (let index = 0; index < 80; index += 1) {
    const [service, colleague, day] = [of(owned, index), of(colleagues, index), 700 - index * 8];
    const document = draftDocument(draft, { service, by: veteran }, ago(day));
    saveRevision(draft, document, { by: veteran, summary: "What was learnt" }, ago(day - 20));
    draftReview(draft, document, { by: veteran }, ago(day - 30));
    for (let mark = 0; mark < 5; mark += 1) draftMark(draft, document, { by: colleague }, ago(day - 31 - mark));
    const other = draftDocument(draft, { service, by: colleague, kind: "note" }, ago(day));
    draftReview(draft, other, { by: veteran }, ago(day - 10));
    const suggestion = draftSuggestion(draft, other, { by: colleague }, ago(day - 11));
    draft.change(suggestions, suggestion, { decidedAt: ago(day - 12), decidedById: veteran.id, verdict: "accepted" });
    signWith(draft, service, veteran, ago, day);
  }
  for (let index = 0; index < 12; index += 1) {
    const [service, day] = [of(owned, index), 30 + index * 55];
    const alert = draftAlert(draft, { service, isDrill: true, gateReason: "drill", resolvedAt: ago(day, 1) }, ago(day));
    draftDrill(
      draft,
      service,
      { by: of(colleagues, index), alert, asked: [{ person: veteran }], learnt: "It worked." },
      ago(day + 5),
    );
  }
  for (const service of owned.slice(0, 60)) measure(draft, service, ago);
  noteOnRecord(draft, veteran, { text: "Two years of keeping the store awake." }, ago(1));
}

function signWith(draft: Draft, service: Service, by: Person, ago: World["ago"], day: number): void {
  const signature = draftSignature(draft, { service, by }, ago(day));
  for (const later of [3, 9, 27]) {
    const alert = draftAlert(draft, { service, resolvedAt: ago(day - later, 2) }, ago(day - later));
    draft.add(signatureMatches, { alertId: alert.id, signatureId: signature.id, at: ago(day - later, 2) });
  }
}

/** A service that climbed a level each half year. */
function measure(draft: Draft, service: Service, ago: World["ago"]): void {
  for (const level of [0, 1, 2, 3]) {
    const [startsAt, endsAt] = [ago(720 - 180 * level), level === 3 ? null : ago(540 - 180 * level)];
    const found = { level, met: 0, notMet: 0, checks: [], deliveryTeamId: service.deliveryTeamId };
    draft.add(coverageSnapshots, { id: crypto.randomUUID(), serviceId: service.id, startsAt, endsAt, ...found });
  }
}
