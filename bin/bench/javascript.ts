import { readFileSync } from "node:fs";
import { request } from "undici";
import type { RunningServer } from "#bin/bench/server";
import { readPage, signIn } from "#bin/bench/session";
import type { Stage } from "#bin/bench/stage";
import { kilobytes, percent, type Row } from "#bin/bench/table";

/** What a page may load over what every page loads: one of the portal, and the one of the night. */
const allowances = { portal: 70_000, night: 25_000 };

/** What a browser that knows modules loads of JavaScript with a page, as the server compresses it. */
export async function javascriptRows(
  { slugs, rotation, person, writings }: Stage,
  { origin }: RunningServer,
): Promise<Row[]> {
  const cookie = await signIn(origin, person);
  const written = writings?.documents.slice(0, 1).map(({ url }) => url) ?? [];
  const things = [`/services/${slugs[0]}`, `/rotations/${rotation}`, ...written];
  const rows: Row[] = [];
  for (const page of ["/", "/services", ...things, "/sign-in"]) {
    const name = things.includes(page) ? page.replace(/(?<=^\/\w+\/)[^/]+|[^/]+$/g, "…") : page;
    rows.push(await javascriptRow(origin, page, cookie, { name, kind: "portal" }));
  }
  return rows;
}

const sizes = new Map<string, number>();

/** The same of one page. */
export async function javascriptRow(
  origin: string,
  page: string,
  cookie: string,
  { name, kind }: { name: string; kind: keyof typeof allowances },
): Promise<Row> {
  const sum = async (scripts: Iterable<string>) => {
    let total = 0;
    for (const script of scripts) {
      const size = sizes.get(script) ?? (await transferSize(origin, script));
      sizes.set(script, size);
      total += size;
    }
    return total;
  };
  const frame = await sum(frameworkScripts());
  const total = await sum(scriptsOf(await readPage(origin, page, cookie)));
  return {
    what: `JavaScript with ${name}`,
    measured: kilobytes(total),
    target: `framework + ${allowances[kind] / 1000} kB`,
    limit: `${kilobytes(frame)} framework`,
    ratio: percent(total / frame),
    holds: total <= frame + allowances[kind],
  };
}

/** The scripts that every page of this build loads, an empty one too. */
function frameworkScripts(): string[] {
  const manifest = JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as { rootMainFiles: string[] };
  return manifest.rootMainFiles.map((file) => `/_next/${file}`);
}

/** Scripts of the page's tags and those that its components name to be loaded next, without `nomodule` ones. */
function scriptsOf(html: string): Set<string> {
  const scripts = new Set<string>();
  const legacy = new Set<string>();
  for (const [tag, source = ""] of html.matchAll(/<script\b[^>]*?\bsrc="([^"]+)"[^>]*>/g)) {
    (/\bnomodule\b/i.test(tag) ? legacy : scripts).add(bare(source));
  }
  for (const [source] of html.matchAll(/\/_next\/static\/chunks\/[\w./~%[\]()-]+?\.js/g)) scripts.add(bare(source));
  return scripts.difference(legacy);
}

const bare = (source: string) => source.replaceAll("&amp;", "&").replace(/\?.*$/, "");

async function transferSize(origin: string, script: string): Promise<number> {
  const { statusCode, body } = await request(origin + script, { headers: { "accept-encoding": "gzip" } });
  const bytes = await body.bytes();
  if (statusCode !== 200) throw new Error(`${script} answered ${statusCode}.`);
  return bytes.length;
}
