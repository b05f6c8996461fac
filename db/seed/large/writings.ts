import type { Luck } from "#db/seed/large";
import { pick, serviceName } from "#db/seed/names";

/** Sentences of runbooks and notes and lines of logs, made up. Words in braces are filled in by chance. */
export type Writer = {
  /** `template` with its words filled in; the same word again is the same. */
  fill(template: string): string;
  /** So many of `templates`, each once, filled in. */
  some(templates: readonly string[], count: number): string[];
};

/**
 * Someone who writes about `thing`. As in real organisations, ordinary words stand in thousands of texts, names of
 * things in dozens, and what a team calls its own in a few.
 */
export function writerOf({ random, favourite }: Luck, thing: string): Writer {
  const number = () => Math.floor(10 ** (1 + 4 * random()));
  const makers: Record<string, () => string> = {
    service: () => thing,
    other: () => serviceName(random).toLowerCase(),
    part: () => pick(parts, random),
    own: () => favourite(coined),
    rare: () => `${favourite(coined)}${pick(["", "d", "-2", "ctl", "-eu"], random)}`,
    class: () => camelCase(serviceName(random)),
    setting: () => `${favourite(coined)}.${pick(parts, random)}.${pick(limits, random)}`,
    metric: () => `${serviceName(random).toLowerCase().replace(" ", "_")}_${pick(limits, random)}`,
    person: () => pick(["whoever deployed last", "the team", "the people of the store", "nobody"], random),
    number: () => String(number()),
    percent: () => `${Math.floor(random() * 99) + 1} %`,
    minutes: () => `${Math.floor(random() * 55) + 2} minutes`,
  };
  const fill = (template: string) => {
    const made = new Map<string, string>();
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = made.get(name) ?? (makers[name] as () => string)();
      made.set(name, word);
      return word;
    });
  };
  const some = (templates: readonly string[], count: number) => {
    const first = Math.floor(random() * templates.length);
    const step = 1 + Math.floor(random() * 3);
    const chosen = Array.from({ length: count }, (_, index) => templates[(first + index * step) % templates.length]);
    return [...new Set(chosen as string[])].map(fill);
  };
  return { fill, some };
}

const parts = [
  "queue",
  "pool",
  "cache",
  "replica",
  "leader",
  "index",
  "buffer",
  "lease",
  "shard",
  "partition",
  "ledger",
];
const limits = ["timeout", "size", "depth", "lag", "retries", "backlog", "latency", "budget", "limit", "age"];

/** What teams call the things they made: four thousand words that no dictionary has. */
const coined = [..."ka lo mi re tu san der pol vin gra shel tor nim bas fle cor dan ist ume rax".split(" ")].flatMap(
  (first, _, all) => all.flatMap((second) => all.slice(0, 10).map((third) => first + second + third)),
);

const camelCase = (name: string) => name.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());

export const symptoms = ["is slow", "lags behind", "refuses connections", "is full", "answers nothing", "runs hot"];

export const meanings = [
  "The {part} of {service} has grown past what one instance works off, so answers wait behind {number} others.",
  "More than {percent} of the calls to {other} end with an error, and {service} has stopped asking.",
  "{service} has not written a checkpoint for {minutes}. The {own} job keeps the last one.",
  "The {part} that {own} keeps is {number} entries behind the one it copies.",
  "A {part} was lost and its replacement, {rare}, has not caught up.",
  "`{setting}` is reached: new work is turned away until something gives its place back.",
  "The certificate between {service} and {other} ends within {minutes}.",
  "Nothing has been read from the {part} since the last deployment of {class}.",
  "Memory of the {own} process is at {percent} and grows, which ends with a restart.",
];

export const impacts = [
  "Customers see prices that are {minutes} old. Orders go on.",
  "Payments wait. Nothing is lost, because {other} retries for {minutes}.",
  "Searches answer without {own} results, which {percent} of visitors notice.",
  "None for customers at first. After {minutes} the {part} is full and {service} refuses calls.",
  "Confirmation mails are late, and {other} shows orders as open that are done.",
  "Only people in the warehouse notice: labels come out one by one.",
];

export const questions = [
  "Look at `{metric}`: above {number} the {part} does not drain by itself.",
  "See whether {class} was deployed within the last {minutes}, and by whom.",
  "Compare `{setting}` with what {other} is set to. They have to differ by a factor of two.",
  "Read the log of {rare} for the word {own}. It names the {part} that failed.",
  "Ask {other} for its health page. If that is slow too, the trouble is there and not here.",
  "Count connections to the {part}; more than {number} means that a pool leaks.",
  "Check the {part} for a leader. Without one, everything waits for an election.",
  "Find the slowest statement; the {own} report at the full hour is the usual one.",
];

export const remedies = [
  "Restart {rare}, one instance at a time, and wait for `{metric}` to fall.",
  "Raise `{setting}` to {number} for an hour, and write down that you did.",
  "Turn {own} off by its flag. Customers lose recommendations and nothing else.",
  "Move the leader of the {part} away from {rare}; this takes {minutes}.",
  "Empty the {part} by hand with `{own} drain --most {number}`.",
  "Roll {class} back to the version before; its schema is readable by both.",
  "Call {person}, and tell {other} that its calls will be refused for {minutes}.",
  "Take the shard that holds {own} out of the ring and let it fill again.",
];

export const facts = [
  "{service} answers from its own {part} and asks {other} only for what is not there.",
  "Each request carries a key, and whoever gets the same key again gives the same answer.",
  "The {part} holds {number} entries for {minutes}; {own} throws the oldest away.",
  "{class} writes first and tells {other} afterwards, so a crash between repeats the telling.",
  "If {other} is away, {service} goes on with what {own} kept, for {minutes} at most.",
  "It was decided against a second {part}, because {person} would have looked after it.",
  "`{setting}` was {number} once; the night on which {rare} ran full changed that.",
  "A lost {part} is filled again from {other}, {number} entries a second.",
];

/** What programs say when something fails; `*` stands for what differs each time. */
export const errors = [
  "ERROR {class}: connection to {own} refused after * attempts",
  "{class}Exception: {part} {own} is exhausted",
  "upstream {own} timed out after *ms",
  "panic: {own} {part} has no leader",
  "could not acquire {part} {rare}: *",
  "FATAL {setting} exceeded: * of *",
  "{class} rejected * entries of {own}",
  "checksum of {part} * differs from {own}",
  "no space left for {own} on {rare}",
  "lease {own} lost to *",
];
