import type { StoredMessage } from "#db/schema/notifications";
import { levels, levelWords } from "#lib/coverage/checks";
import { reachedWords, shareText } from "#lib/coverage/level-words";
import type { Comparison, TallyDay } from "#lib/coverage/trend-queries";

/** A service that stands at another level than a month ago. */
export type MovedService = { name: string; before: number; now: number };

/** What a manager is told of one of their teams. `url` is absolute. */
export type TeamDigest = {
  name: string;
  path: string;
  url: string;
  comparison: Comparison;
  moved: readonly MovedService[];
  /** How many conversations with people of the team wait. Who they are stands in the portal only. */
  conversations: number;
};

const mostNamed = 8;

/** Whether there is anything to say: a service that moved, a share that changed, a conversation to have. */
export function saysSomething({ comparison: { now, before }, moved, conversations }: TeamDigest): boolean {
  if (!now || now.services === 0) return false;
  const isOther = before !== null && reachedCounts(before).join() !== reachedCounts(now).join();
  return conversations > 0 || moved.length > 0 || isOther;
}

/** The monthly digest of a manager's teams, of those that have something to say; undefined where none has. */
export function coverageDigest(all: readonly TeamDigest[]): StoredMessage | undefined {
  const teams = all.filter(saysSomething);
  const [first] = teams;
  if (!first) return undefined;
  const isOne = teams.length === 1;
  return {
    subject: `Coverage of ${isOne ? first.name : `${teams.length} teams`}: ${movedWords(teams.flatMap(({ moved }) => moved))}`,
    lines: [
      ...teams.flatMap((team) => [...linesOf(team), ...(isOne ? [] : [team.url, ""])]),
      "You can turn this digest off under Your account, Reminders.",
    ],
    path: isOne ? first.path : "/teams",
  };
}

function linesOf({ name, comparison: { now, before }, moved, conversations }: TeamDigest): string[] {
  if (!now) return [];
  const [rose, fell] = [moved.filter(isRise), moved.filter((one) => !isRise(one))];
  const shares = levels.map((level, index) => {
    const share = shareText(reachedCounts(now)[index] ?? 0, now.services);
    const past = before && shareText(reachedCounts(before)[index] ?? 0, before.services);
    return `${levelWords[level].name} ${share}${past && past !== share ? ` (${past} a month ago)` : ""}`;
  });
  return [
    `${name}, ${now.services === 1 ? "one service" : `${now.services} services`}: ${shares.join(", ")}.`,
    ...(rose.length > 0 ? [`Rose: ${namedWords(rose)}.`] : []),
    ...(fell.length > 0 ? [`Fell: ${namedWords(fell)}.`] : []),
    ...(conversations > 0
      ? [`${conversations === 1 ? "One conversation" : `${conversations} conversations`} to have, on the team's page.`]
      : []),
  ];
}

const isRise = ({ before, now }: MovedService) => now > before;

function movedWords(moved: readonly MovedService[]): string {
  const rose = moved.filter(isRise).length;
  const fell = moved.length - rose;
  const counted = (count: number, verb: string) => `${count === 1 ? "one service" : `${count} services`} ${verb}`;
  const parts = [rose > 0 && counted(rose, "rose"), fell > 0 && counted(fell, "fell")].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "how it stands";
}

function namedWords(moved: readonly MovedService[]): string {
  const named = moved.slice(0, mostNamed).map(({ name, now }) => `${name} (now ${reachedWords(now)})`);
  const rest = moved.length - named.length;
  return rest > 0 ? `${named.join(", ")} and ${rest} more` : new Intl.ListFormat("en").format(named);
}

/** How many services reached each level or a further one. */
const reachedCounts = ({ levels: counts }: TallyDay): number[] =>
  levels.map((_, index) => counts.slice(index + 1).reduce((sum, count) => sum + count, 0));
