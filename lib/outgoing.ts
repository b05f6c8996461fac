import "server-only";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector, fetch } from "undici";
import { environment } from "#lib/env";

/** Why there is no answer: it lies in a private range, its host has no address, or nothing came back. */
export type NoAnswer = "private" | "unknown-host" | "unreachable";

/** An outgoing request that is not made, or whose answer is not taken. The message says why, for a person to read. */
export class OutgoingRefused extends Error {
  readonly why: NoAnswer;
  constructor(message: string, { why = "unreachable", cause }: { why?: NoAnswer; cause?: unknown } = {}) {
    super(message, { cause });
    this.why = why;
  }
}

type Cidr = ReturnType<typeof ipaddr.parseCIDR>;
export type OutgoingAnswer = { status: number; bytes: Uint8Array; url: string };

const timeoutMilliseconds = 20_000;

/**
 * Gets what stands at an http or https address, at most `mostBytes` of it. Redirects are followed. Every connection
 * is checked by the address that it really goes to: private ranges are refused unless WATCHBILL_ALLOW_PRIVATE_TARGETS
 * lists them. Throws OutgoingRefused.
 */
export async function fetchOutside(url: string, { mostBytes }: { mostBytes: number }): Promise<OutgoingAnswer> {
  if (!/^https?:\/\//i.test(url)) throw new OutgoingRefused("Only http and https addresses are fetched.");
  try {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const answer = await fetch(url, { dispatcher: guardedAgent(), redirect: "follow", signal });
    return { status: answer.status, url: answer.url, bytes: await readUpTo(answer.body, mostBytes) };
  } catch (error) {
    throw asRefused(error);
  }
}

/**
 * The status with which an http or https address answers, after redirects. What comes with it is not read. The same
 * ranges are refused as by `fetchOutside`. Throws OutgoingRefused, which says `why`.
 */
export async function askOutside(url: string, method: "HEAD" | "GET", stop?: AbortSignal): Promise<number> {
  if (!/^https?:\/\//i.test(url)) throw new OutgoingRefused("Only http and https addresses are fetched.");
  const late = AbortSignal.timeout(timeoutMilliseconds / 2);
  try {
    const signal = stop ? AbortSignal.any([stop, late]) : late;
    const answer = await fetch(url, { method, dispatcher: guardedAgent(), redirect: "follow", signal });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    throw asRefused(error);
  }
}

export type Posting = {
  body: string | Uint8Array;
  headers: Record<string, string>;
  /** How long an answer may take; 20 seconds unless given. */
  timeoutMilliseconds?: number | undefined;
};

/**
 * Posts to an http or https address, and returns how it was answered with the beginning of what was said. Redirects are
 * not followed: what is sent is meant for this address. The same ranges are refused as by `fetchOutside`. Throws
 * OutgoingRefused, which says `why`.
 */
export async function postOutside(
  url: string,
  { body, headers, timeoutMilliseconds: late = timeoutMilliseconds }: Posting,
): Promise<{ status: number; text: string }> {
  if (!/^https?:\/\//i.test(url)) throw new OutgoingRefused("Messages go to http and https addresses only.");
  try {
    const signal = AbortSignal.timeout(late);
    const request = { method: "POST", body, headers, dispatcher: guardedAgent(), redirect: "manual", signal } as const;
    const answer = await fetch(url, request);
    return { status: answer.status, text: await beginningOf(answer.body) };
  } catch (error) {
    throw asRefused(error);
  }
}

/** At most 4 kB of an answer; the rest is not waited for. */
async function beginningOf(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= 4_096) break;
  }
  return Buffer.concat(chunks).toString("utf8", 0, 4_096);
}

async function readUpTo(body: AsyncIterable<Uint8Array> | null, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new OutgoingRefused(`The answer is larger than ${mostBytes / 1024 / 1024} MiB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function asRefused(error: unknown): OutgoingRefused {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof OutgoingRefused) return cause;
  if (error instanceof Error && error.name === "TimeoutError")
    return new OutgoingRefused("It did not answer in time.", { cause: error });
  if (isUnknownHost(error))
    return new OutgoingRefused("Its host has no address.", { why: "unknown-host", cause: error });
  return new OutgoingRefused("It could not be reached.", { cause: error });
}

// A name server that does not answer says something else: it is our network then, and not the address.
function isUnknownHost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ((cause as Error & { code?: unknown }).code === "ENOTFOUND") return true;
  return false;
}

let agent: Agent | undefined;

function guardedAgent(): Agent {
  agent ??= new Agent({ connect: guardedConnector(allowedRanges(environment().WATCHBILL_ALLOW_PRIVATE_TARGETS)) });
  return agent;
}

function guardedConnector(allowed: readonly Cidr[]): buildConnector.connector {
  const connect = buildConnector({ timeout: 5_000, lookup: guardedLookup(allowed) });
  return (options, callback) => {
    // A name is checked when it is looked up; an address is never looked up.
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (ipaddr.isValid(host) && !mayConnect(host, allowed)) callback(refusal(host), null);
    else connect(options, callback);
  };
}

function guardedLookup(allowed: readonly Cidr[]): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const open = addresses.filter(({ address }) => mayConnect(address, allowed));
      const [first] = open;
      if (!first) return callback(refusal(host), "", 0);
      if (options.all) return callback(null, open);
      callback(null, first.address, first.family);
    });
  };
}

// Of IPv6 only this is handed out to the public; old forms of IPv4 addresses lie outside it.
const publicIPv6 = ipaddr.parseCIDR("2000::/3");

/** Whether a connection may go to `address`: a public one, or one of the ranges in `allowed`. */
export function mayConnect(address: string, allowed: readonly Cidr[]): boolean {
  const parsed = ipaddr.process(address);
  const isPublic = parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(publicIPv6));
  if (isPublic) return true;
  return allowed.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits));
}

/** The ranges that a list such as `10.1.0.0/16, ::1` names; a single address is a range of one. */
export function allowedRanges(list: string): Cidr[] {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((range) => (range.includes("/") ? ipaddr.parseCIDR(range) : single(ipaddr.process(range))));
}

const single = (address: ipaddr.IPv4 | ipaddr.IPv6): Cidr => [address, address.kind() === "ipv4" ? 32 : 128] as Cidr;

const refusal = (host: string) =>
  new OutgoingRefused(`${host} is a private address; WATCHBILL_ALLOW_PRIVATE_TARGETS can allow it.`, {
    why: "private",
  });
