import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import postgres from "postgres";
import { atEnd } from "#bin/bench/cleanup";
import { measureWarm } from "#bin/bench/load";
import type { Stage } from "#bin/bench/stage";

/** What this machine can do at most, in this run; both a second, 16 at a time. */
export type Limits = { requests: number; statements: number };

/** What the absolute targets were written for: an ordinary laptop. */
export const laptop: Limits = { requests: 25_000, statements: 15_000 };

const seconds = 4;
export const atOnce = 16;

export async function measureLimits(stage: Stage): Promise<Limits> {
  return { requests: await bareRequests(), statements: await singleRowStatements(stage) };
}

async function bareRequests(): Promise<number> {
  const child = fork(path.resolve("bin/bench/bare-server.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  atEnd(() => void child.kill());
  const [port] = (await once(child, "message")) as [number];
  const { rate } = await measureWarm({ origin: `http://127.0.0.1:${port}`, paths: ["/"], atOnce, seconds });
  child.kill();
  return rate;
}

/** One prepared statement that finds one row by an index, over as many connections as the server has. */
async function singleRowStatements({ url, slugs }: Stage): Promise<number> {
  const sql = postgres(url, { max: 10, onnotice: () => {} });
  try {
    await statementsWithin(sql, slugs, 1);
    return (await statementsWithin(sql, slugs, seconds)) / seconds;
  } finally {
    await sql.end();
  }
}

async function statementsWithin(sql: postgres.Sql, slugs: string[], duration: number): Promise<number> {
  const until = performance.now() + duration * 1000;
  let done = 0;
  const keepAsking = async () => {
    while (performance.now() < until) {
      const slug = slugs[done % slugs.length] ?? "";
      done += 1;
      await sql`select id, name, tier from services where slug = ${slug}`;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, keepAsking));
  return done;
}
