import type { Limits } from "#bin/bench/limits";
import { type Load, measureWarm } from "#bin/bench/load";
import type { RunningServer } from "#bin/bench/server";
import { signIn } from "#bin/bench/session";
import type { Stage, Writings } from "#bin/bench/stage";
import { judged, type Row } from "#bin/bench/table";
import { chance, pick } from "#db/seed/names";

const alone = { atOnce: 1, requests: 400, seconds: 20 };

/** Words of every runbook, of some, mistyped ones, beginnings, and words that nothing has. */
const ordinary = [
  ...["restart", "leader election", "connection refused", "checkpoint", "certificate ends", "customers notice"],
  ...["payments wait", "memory grows", "slow", "mitigation", "pool exhausted", "write down", "ledger", "re", "cert"],
  ...[
    "restrat",
    "conection refused",
    "chekpoint",
    "certifcate",
    "quinquereme",
    "how it works",
    "emma",
    "queue is full",
  ],
];

/** What is sought and pasted, and read as a page, at 10,000 services, 50,000 documents and 20,000 signatures. */
export async function documentRows(stage: Stage, writings: Writings, server: RunningServer, limits: Limits) {
  const { origin } = server;
  const headers = { authorization: `Bearer ${stage.token}` };
  const ask = (load: Pick<Load, "paths"> & Partial<Load>) => measureWarm({ origin, headers, ...alone, ...load });
  const count = writings.documents.length.toLocaleString("en");

  const searched = await ask({ paths: queriesFor(writings).map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`) });
  const lines = await ask({ paths: ["/api/v1/search"], bodies: pastes(writings, 4_000, 60) });
  const longest = await ask({ paths: ["/api/v1/search"], bodies: pastes(writings, 64_000, 20) });
  const cookie = await signIn(origin, stage.person);
  const pages = { paths: spread(writings.documents, 100).map(({ url }) => url), headers: { cookie } };
  // Each once before: what is measured is a server that has been read from.
  await ask({ ...pages, requests: pages.paths.length });
  const page = await ask(pages);
  const rows: Row[] = [
    judged(`search over ${count} documents, p95`, searched.p95, 60, limits),
    judged("an error of 4 kB pasted, p95", lines.p95, 60, limits),
    judged("an error of 64 kB pasted, p95", longest.p95, 60, limits),
    judged("page of a runbook or note, p50", page.p50, 20, limits),
  ];
  return rows;
}

function queriesFor({ documents, signatures }: Writings): string[] {
  const titles = spread(documents, 12).map(({ title }) => title);
  const own = titles.map((title) => title.split(" ").slice(1, 3).join(" "));
  const alerts = spread(documents, 30).flatMap(({ alertNames }) => alertNames);
  const meant = spread(signatures, 8).map(({ meaning }) => meaning);
  const services = spread(documents, 12).map(({ service }) => service.replaceAll("-", " "));
  const mistyped = services.map((name) => name.slice(0, 2) + name.slice(3));
  return [...ordinary, ...titles, ...own, ...alerts.slice(0, 8), ...meant, ...services, ...mistyped];
}

/** Logs of so many characters: in each a few lines that signatures match, among frames and lines of no meaning. */
function pastes(writings: Writings, length: number, count: number): string[] {
  const random = chance(length);
  const known = spread(writings.signatures, count * 3);
  return Array.from({ length: count }, (_, index) => {
    const said = known.slice(index * 3, index * 3 + 3).flatMap(({ pattern }) => pattern.split("\n"));
    let log = "";
    for (let line = 0; log.length < length; line += 1) {
      const phrase = line % 25 === 5 ? said.shift() : undefined;
      const { service, title } = pick(writings.documents, random);
      log += phrase
        ? `${stamp(line)} ERROR [${service}-7f9c4d${line}] ${phrase.replaceAll("*", String(line * 17))}\n`
        : pick(noise, random)(line, service, title);
    }
    return JSON.stringify({ text: log.slice(0, length) });
  });
}

const stamp = (line: number) => `2026-03-02T03:1${line % 10}:${10 + (line % 50)}.${100 + (line % 900)}Z`;

const noise = [
  (line: number, service: string) => `${stamp(line)} INFO [${service}] handled request ${line * 7919} in ${line}ms\n`,
  (line: number, service: string) =>
    `    at com.large.${service.replaceAll("-", ".")}.Handler.handle(Handler.java:${line})\n`,
  (line: number, _: string, title: string) =>
    `${stamp(line)} DEBUG cache key=${line.toString(16)}a9 about "${title}" hit=${line % 2 === 0}\n`,
  (line: number) => `${stamp(line)} WARN GC pause of ${line} ms, heap ${line * 3} MB of 4096 MB\n`,
];

/** So many of `items`, evenly from the first to the last, of whatever kinds take turns among them. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * step)] as Item);
}
