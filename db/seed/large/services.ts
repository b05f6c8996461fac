import type { Draft } from "#db/seed/draft";
import type { Entry } from "#db/seed/entries";
import { longAgo } from "#db/seed/history";
import type { Luck } from "#db/seed/large";
import { type Crews, freeName } from "#db/seed/large/people";
import { pick, serviceName } from "#db/seed/names";
import { declareExpert, draftService, editService, type Service, transferService } from "#db/seed/services";

const tiers = [1, 2, 2, 3, 3, 3, 4, 4] as const;
const lifecycles = ["production", "production", "production", "production", "experimental", "deprecated"] as const;
const types = ["service", "service", "service", "website", "library", "job"] as const;
const sentences = [
  "Answers from memory and refreshes what it knows every minute.",
  "Reads the queue, writes the ledger and never does both twice.",
  "Retries for half an hour before it gives up and says so.",
  "Holds no state: restart it whenever it looks tired.",
  "Needs its database for writes, and serves reads without it.",
  "Falls back to yesterday's numbers when the feed is late.",
  "Runs in every region; each one looks after itself.",
  "Is called by nearly everything, so deploy it in the morning.",
];
const regions = ["European", "American", "Asian", "Wholesale", "Internal", "Partner", "Mobile", "Night"];

/** One service with its owners past and present, its experts and its edits; some of it missing, as in real catalogs. */
export function draftServiceFor(draft: Draft, luck: Luck, crews: Crews, systems: Entry[], taken: Set<string>): Service {
  const { random, percent } = luck;
  const plain = serviceName(random);
  const named = freeName(percent(60) ? `${pick(regions, random)} ${plain.toLowerCase()}` : plain, taken);
  const crew = luck.favourite(crews.delivery);
  const past = percent(25) ? pick(crews.delivery, random) : crew;
  const created = longAgo.subtract({ hours: Math.floor(random() * 24 * 500) });
  const service = draftService(
    draft,
    {
      ...named,
      description: percent(92) ? `${pick(sentences, random)} ${pick(sentences, random)}` : null,
      type: pick(types, random),
      tier: percent(90) ? pick(tiers, random) : null,
      lifecycle: pick(lifecycles, random),
      customerFacing: percent(85) ? percent(40) : null,
      repository: percent(88) ? `https://code.large.example/${crew.team.slug}/${named.slug}` : null,
      team: percent(96) ? past.team : null,
      opsTeam: percent(80) ? pick(crews.ops, random).team : null,
      system: pick(systems, random),
    },
    created,
  );
  if (service.owners.delivery && past !== crew) transferService(draft, service, { to: crew.team }, longAgo);
  if (percent(50)) declareExpert(draft, service, { person: pick(crew.people, random) });
  if (percent(30)) editService(draft, service, { type: pick(types, random) }, longAgo);
  return service;
}
