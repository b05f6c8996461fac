import { createHash } from "node:crypto";
import type { StoredLink } from "#db/schema/services";

const longest = {
  labels: 100,
  labelBytes: 32_000,
  labelName: 200,
  label: 1_000,
  details: 64_000,
  url: 2_000,
  note: 1_000,
};
const deepest = 12;
const longestWithin = 8_000;

/**
 * Makes what a sender says fit to be stored, and remembers what that took, for the note of the alert. What no text can
 * be (NUL, half a character) becomes a mark that says so.
 */
export function fitter() {
  const said = new Set<string>();
  const cut = (what: string) => void said.add(`The ${what} was cut to fit.`);

  return {
    say: (words: string) => void said.add(words),

    /** One line or several, of at most `max` characters; null where there is nothing to read. */
    text(value: unknown, max: number, what: string): string | null {
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
      const text = storable(String(value)).trim();
      if (text.length <= max) return text || null;
      cut(what);
      return `${storable(text.slice(0, max - 1))}…`;
    },

    /** A name or a key: one line; where it is cut, what was cut still tells it from others. */
    name(value: unknown, max: number, what: string): string | null {
      if (typeof value !== "string" && typeof value !== "number") return null;
      const text = storable(String(value))
        .replaceAll(/\p{Cc}+/gu, " ")
        .trim();
      if (text.length <= max) return text || null;
      cut(what);
      return `${storable(text.slice(0, max - 18))}… ${sha256(text).slice(0, 16)}`;
    },

    /** Labels as texts. What goes beyond the room for them is left out and counted. */
    labels(value: unknown): Record<string, string> {
      const kept: [string, string][] = [];
      let room = longest.labelBytes;
      const all = Object.entries(isRecord(value) ? value : {});
      for (const [name, label] of all) {
        if (kept.length === longest.labels || room <= 0) break;
        const text = typeof label === "object" && label !== null ? jsonOf(label) : label;
        const fitted = this.text(text, longest.label, "longest label") ?? "";
        const called = this.name(name, longest.labelName, "longest name of a label");
        if (called) kept.push([called, fitted]);
        room -= name.length + fitted.length;
      }
      if (kept.length < all.length) said.add(`${all.length - kept.length} of ${all.length} labels were left out.`);
      return Object.fromEntries(kept);
    },

    /** Any JSON; where it is too large, its beginning as text. */
    details(value: unknown): unknown {
      if (value === undefined || value === null) return null;
      const fitted = storableWithin(value, deepest, cut);
      const text = JSON.stringify(fitted);
      if (text.length <= longest.details) return fitted;
      cut("rest of what came with it");
      return { cut: storable(text.slice(0, longest.details)) };
    },

    /** The links of which `url` leads somewhere over http or https. */
    links(given: readonly { title: unknown; url: unknown }[]): StoredLink[] {
      const links: StoredLink[] = [];
      for (const { title, url } of given) {
        if (typeof url !== "string" || !isHttp(url) || links.length === 20) continue;
        if (url.length > longest.url) said.add("A link was too long to be kept.");
        else if (!links.some((link) => link.url === url))
          links.push({ title: this.text(title, 120, "title of a link") ?? "Link", url: storable(url) });
      }
      return links;
    },

    note(): string | null {
      const note = [...said].join(" ");
      return note.length > longest.note ? `${note.slice(0, longest.note - 1)}…` : note || null;
    },
  };
}

export type Fitter = ReturnType<typeof fitter>;

/** SHA-256 of a value as JSON, in hexadecimal. */
export const digestOf = (value: unknown): string => sha256(jsonOf(value));

/** The instant that a sender names, unless it is none, or one by which senders say that they know none. */
export function instantOf(value: unknown): Temporal.Instant | null {
  if (typeof value !== "string" || value.length > 64) return null;
  try {
    // As fine as the database keeps it: what comes again is then the same.
    const instant = Temporal.Instant.from(value.trim()).round({ smallestUnit: "microsecond", roundingMode: "floor" });
    return instant.epochMilliseconds >= earliest && instant.epochMilliseconds < latest ? instant : null;
  } catch {
    return null;
  }
}

// Year 1 stands for "not yet" in Go, 1970 for a clock that was never set, 9999 for "never".
const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2100, 0);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const storable = (text: string) => text.toWellFormed().replaceAll("\0", "\u{fffd}");

function isHttp(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** Nesting without end has no JSON text; its beginning has. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return JSON.stringify(storableWithin(value, deepest, () => undefined));
  }
}

function storableWithin(value: unknown, depth: number, cut: (what: string) => void): unknown {
  if (typeof value === "string") {
    if (value.length > longestWithin) cut("longest text among its details");
    return storable(value.slice(0, longestWithin));
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) {
    cut("deepest of its details");
    return "…";
  }
  if (Array.isArray(value)) return value.slice(0, 1_000).map((one) => storableWithin(one, depth - 1, cut));
  const entries = Object.entries(value).slice(0, 1_000);
  return Object.fromEntries(
    entries.map(([key, one]) => [storable(key.slice(0, 200)), storableWithin(one, depth - 1, cut)]),
  );
}
