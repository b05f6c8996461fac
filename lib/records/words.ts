const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant (ISO text) in a zone, never a relative one: `2 Nov 2026`. */
export const dayWords = (at: string, timeZone: string) => formatFor(timeZone, false).format(Date.parse(at));

/** The same with its time: `2 Nov 2026, 03:12`. */
export const momentWords = (at: string, timeZone: string) => formatFor(timeZone, true).format(Date.parse(at));

/** From when until when: `2 Nov 2026, 09:00 – 3 Nov 2026, 09:00`. */
export const spanWords = (from: string, to: string, timeZone: string) =>
  `${momentWords(from, timeZone)} – ${momentWords(to, timeZone)}`;

/** `1 night`, `12 nights`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const and = new Intl.ListFormat("en");
export const listWords = (parts: readonly string[]) => and.format(parts);

/** At most `most` of the parts, and that there are others. */
export const firstOf = (parts: readonly string[], most: number) =>
  parts.length <= most ? listWords(parts) : `${parts.slice(0, most).join(", ")} and others`;

/** What somebody wrote, with a full stop where they left it out. */
export const sentence = (text: string) => (/[.!?…:]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function formatFor(timeZone: string, hasTime: boolean): Intl.DateTimeFormat {
  const key = `${timeZone} ${hasTime}`;
  const known = formats.get(key);
  if (known) return known;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-GB", {
    ...{ day: "numeric", month: "short", year: "numeric", timeZone },
    ...(hasTime ? time : {}),
  });
  formats.set(key, made);
  return made;
}
