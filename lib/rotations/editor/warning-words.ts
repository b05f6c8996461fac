import { leavesHole, type Warning } from "#lib/rotations/editor/warnings";
import type { Span } from "#lib/rotations/rotation";

/** A warning as a person reads it: what is the matter, what mends it, and where that is written. */
export type WarningView = {
  says: string;
  mend: string;
  source: { title: string; href: string } | null;
  /** There will be nobody to page. */
  isHole: boolean;
};

/** `timeZone` is the zone in which the rotation is spoken of; `layers` are its names in their order. */
type Context = { nameOf: (person: string) => string; layers: readonly string[]; team: string; timeZone: string };

/** Warnings in words. What concerns many people alike is said once. */
export function warningViews(warnings: readonly Warning[], context: Context): WarningView[] {
  const singly = warnings.filter(({ kind }) => kind !== "asleep" && kind !== "outsider");
  return [
    ...singly.map((warning) => view(warning, context)),
    ...sleepViews(warnings, context),
    ...outsiderViews(warnings, context),
  ];
}

function view(warning: Warning, context: Context): WarningView {
  const isHole = leavesHole(warning);
  switch (warning.kind) {
    case "gap":
      return { ...gapWords(warning, context.timeZone), source: null, isHole };
    case "deactivated":
      return { ...deactivatedWords(warning, context), source: null, isHole };
    case "clocks-apart":
      return { ...clockWords(warning, context), source: null, isHole };
    case "silent":
      return {
        says: `“${warning.layer}” is silent until its first handoff, ${moment(warning.until, context.timeZone)}.`,
        mend: "Let it begin earlier if it should speak before.",
        source: null,
        isHole,
      };
    case "back-to-back":
      return { ...backToBackWords(warning, context), source: null, isHole };
    case "too-few":
      return { ...tooFewWords(warning), source: book, isHole };
    case "asleep":
    case "outsider":
      throw new Error("These are said of many people at once.");
  }
}

type Of<Kind extends Warning["kind"]> = Extract<Warning, { kind: Kind }>;
type Words = Pick<WarningView, "says" | "mend">;

const book = {
  title: "Site Reliability Engineering, “Being On-Call”",
  href: "https://sre.google/sre-book/being-on-call/",
};

function gapWords({ first, times, isEndless, waitsFor }: Of<"gap">, timeZone: string): Words {
  if (isEndless)
    return {
      says: `From ${moment(first.from, timeZone)} on nobody stands watch.`,
      mend: "Add a layer that is active then.",
    };
  if (waitsFor !== null)
    return {
      says: `Nobody stands watch until ${moment(first.to, timeZone)}, when “${waitsFor}” has its first handoff.`,
      mend: "Let it begin earlier, or let the change hold from that handoff on.",
    };
  const span = `from ${moment(first.from, timeZone)} to ${moment(first.to, timeZone)}`;
  return {
    says: `Nobody stands watch ${span}${again(times)}.`,
    mend: "Let the hours reach that far, or lay a layer without hours beneath.",
  };
}

/** `, nor 7 more times like this`. */
function again(times: number, conjunction = "nor"): string {
  if (times === 1) return "";
  return `, ${conjunction} ${times === 2 ? "one more time" : `${times - 1} more times`} like this`;
}

function deactivatedWords({ person, gaps }: Of<"deactivated">, { nameOf }: Context): Words {
  const name = nameOf(person);
  const holes = gaps === 0 ? "" : `, ${gaps} of them in these weeks`;
  return {
    says: `${name} is deactivated: what would be ${name}'s turn is a gap${holes}.`,
    mend: "Take them out; layers with somebody deactivated cannot be saved.",
  };
}

function clockWords(
  { isHole, layers: [ending, beginning], minutes, seasons }: Of<"clocks-apart">,
  context: Context,
): Words {
  const { timeZone, layers } = context;
  const when = seasons.map(({ first, last }) => daysText(first, last, timeZone)).join(" and ");
  const clocks = `The clocks of “${ending}” and “${beginning}” are changed on different days:`;
  if (isHole)
    return {
      says: `${clocks} between the two nobody stands watch for ${minutes} minutes a day ${when}.`,
      mend: `Let “${ending}” last ${minutes} minutes longer, or lay a layer without hours beneath both.`,
    };
  const winner = layers.indexOf(ending) > layers.indexOf(beginning) ? ending : beginning;
  return {
    says: `${clocks} both are active for ${minutes} minutes a day ${when}. “${winner}” has the watch then.`,
    mend: "Nobody is missing; it is enough that both know.",
  };
}

function daysText(first: Span, last: Span, timeZone: string): string {
  return first.from.equals(last.from)
    ? `on ${date(first.from, timeZone)}`
    : `from ${date(first.from, timeZone)} to ${date(last.from, timeZone)}`;
}

function backToBackWords({ person, layers, first, times }: Of<"back-to-back">, { nameOf, timeZone }: Context): Words {
  const [one, other] = layers;
  const span = `from ${moment(first.from, timeZone)} to ${moment(first.to, timeZone)}`;
  return {
    says: `${nameOf(person)} stands “${one}” and right after it “${other}”, ${span} in one piece${again(times, "and")}.`,
    mend: "Change the order in one of the two layers, or who begins.",
  };
}

function tooFewWords({ needs, sites }: Of<"too-few">): Words {
  const [site] = sites;
  const mend = "Bring in more people, share the watch with another team, or stand it in working hours only.";
  if (needs > 6 && site)
    return {
      says: `${people(site.people)} ${site.people === 1 ? "has" : "share"} this watch. On one site it takes at least ${needs}.`,
      mend,
    };
  const each = sites.map(({ timeZone, people: count }) => `${people(count)} in ${place(timeZone)}`);
  return { says: `${list(each)}: with several sites it takes at least ${needs} on each.`, mend };
}

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

/** Whose whole nights are broken by every watch is said in one sentence. */
function sleepViews(warnings: readonly Warning[], { nameOf }: Context): WarningView[] {
  const all = warnings.filter((warning) => warning.kind === "asleep");
  const isWorst = (one: Of<"asleep">) => one.isWhole && one.asleep === one.watches;
  const worst = all.filter(isWorst).map(({ person }) => nameOf(person));
  const rest = all.filter((one) => !isWorst(one)).map((one) => sleepWords(one, nameOf(one.person)));
  const together = worst.length > 0 ? [`Every watch of ${list(worst)} takes in their whole night.`] : [];
  const sentences = [...together, ...rest];
  return sentences.length > 0 ? [{ says: sentences.join(" "), mend: sleepMend, source: null, isHole: false }] : [];
}

const sleepMend = "Follow the sun with people whose day it is, or hand over before their night.";

function sleepWords({ watches, asleep, from, to, timeZone, isZoneAssumed }: Of<"asleep">, name: string): string {
  const where = isZoneAssumed ? ` in ${place(timeZone)}, for want of a zone of their own` : `, ${place(timeZone)} time`;
  const count =
    asleep === watches
      ? watches === 1
        ? "the one watch includes"
        : `all ${watches} watches include`
      : `${asleep} of ${watches} watches ${asleep === 1 ? "includes" : "include"}`;
  return `${name}: ${count} ${from}–${to}${where}.`;
}

function outsiderViews(warnings: readonly Warning[], { nameOf, team }: Context): WarningView[] {
  const names = warnings.filter((warning) => warning.kind === "outsider").map(({ person }) => nameOf(person));
  if (names.length === 0) return [];
  return [
    {
      says: `${list(names)} ${names.length === 1 ? "is" : "are"} not in ${team}.`,
      mend: "Take them into the team, or leave it so if they are known to be lent.",
      source: null,
      isHole: false,
    },
  ];
}

const list = (words: readonly string[]) => new Intl.ListFormat("en-GB").format(words);
const place = (timeZone: string) => (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");

/** `Mon 5 Jan, 17:00`. */
function moment(at: Temporal.Instant, timeZone: string): string {
  return at.toLocaleString("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** `5 Jan 2026`. */
function date(at: Temporal.Instant, timeZone: string): string {
  return at.toLocaleString("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" });
}
