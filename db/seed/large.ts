import { searchWords } from "#db/schema";
import type { Document } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import { draftDependency, draftEntry } from "#db/seed/entries";
import { longAgo } from "#db/seed/history";
import { draftDocumentsOf } from "#db/seed/large/documents";
import { type Crews, draftPeopleFor } from "#db/seed/large/people";
import { draftPathFor, draftRestlessRotation, draftWatches } from "#db/seed/large/rotations";
import { draftServiceFor } from "#db/seed/large/services";
import { draftSignaturesOf } from "#db/seed/large/signatures";
import { chance, pick } from "#db/seed/names";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import type { Service } from "#db/seed/services";
import type { Signature } from "#db/seed/signatures";
import { draftToken, type Token } from "#db/seed/tokens";

/** Chance with the two shapes that catalogs have: even, and a few with most of it. */
export type Luck = {
  random(): number;
  /** True so many times out of a hundred. */
  percent(share: number): boolean;
  /** One of `items`, the first ones far more often than the last. */
  favourite<Item>(items: readonly Item[]): Item;
};

export type LargeOrganisation = {
  services: Service[];
  teams: Crews;
  people: Person[];
  tokens: Token[];
  /** The one that changed most often, 200 times. */
  restless: Rotation;
};

/**
 * Makes up an organisation for measuring: for every 10 services a team with its rotation and 20 people, four needs a
 * service, two years of ownership, experts and history, four of watches. The same numbers make the same organisation.
 */
export function draftLargeOrganisation(draft: Draft, serviceCount: number): LargeOrganisation {
  const luck = luckOf(serviceCount);
  const teams = draftPeopleFor(draft, luck, Math.max(2, Math.round(serviceCount / 10)));
  const systems = Array.from({ length: Math.ceil(serviceCount / 40) }, (_, index) =>
    draftEntry(draft, { kind: "system", name: `System ${index + 1}`, owner: pick(teams.delivery, luck.random).team }),
  );
  const taken = new Set<string>();
  const services = Array.from({ length: serviceCount }, () => draftServiceFor(draft, luck, teams, systems, taken));
  draftNeeds(draft, luck, services);
  const watches = draftWatches(draft, luck, teams);
  for (const service of services) draftPathFor(draft, luck, service, watches);
  const [first] = teams.delivery;
  if (!first) throw new Error("There is no delivery team.");
  return {
    services,
    teams,
    restless: draftRestlessRotation(draft, first),
    people: teams.delivery.flatMap(({ people }) => people),
    tokens: Array.from({ length: Math.ceil(serviceCount / 50) }, (_, index) =>
      draftToken(draft, { name: `Pipeline ${index + 1}`, scope: "read" }),
    ),
  };
}

/** A few services are needed by hundreds, most by hardly anybody. */
function draftNeeds(draft: Draft, luck: Luck, services: Service[]): void {
  for (const service of services) {
    const needed = new Set<Service>([service]);
    while (needed.size < Math.min(5, services.length)) {
      const on = luck.favourite(services);
      if (needed.has(on)) continue;
      needed.add(on);
      draftDependency(draft, service, { on, kind: luck.percent(60) ? "hard" : "soft" }, longAgo);
    }
  }
}

export type LargeWritings = { documents: Document[]; signatures: Signature[] };

/**
 * Makes up what such an organisation has written down: five documents and two signatures for a service. Signatures
 * are found once `indexSignatures` has taken them apart.
 */
export function draftLargeWritings(draft: Draft, { services, teams }: LargeOrganisation): LargeWritings {
  const luck = luckOf(services.length);
  const peopleOf = new Map([...teams.delivery, ...teams.ops].map(({ team, people }) => [team.id, people]));
  const documents: Document[] = [];
  const signatures: Signature[] = [];
  const words = new Set<string>();
  for (const service of services) {
    const people = peopleOf.get(service.owners.delivery?.team.id ?? "") ?? [];
    const written = draftDocumentsOf(draft, luck, service, { services, people, words });
    documents.push(...written);
    signatures.push(...draftSignaturesOf(draft, luck, service, written));
  }
  for (const word of words) draft.add(searchWords, { word });
  return { documents, signatures };
}

function luckOf(seed: number): Luck {
  const random = chance(seed);
  return {
    random,
    percent: (share) => random() * 100 < share,
    favourite: (items) => pick(items, () => random() ** 2.5),
  };
}
