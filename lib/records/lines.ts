/** The kinds of lines, in the order of their sections. The words before the colon of a line's key are among them. */
export const lineKinds = [
  "service",
  "developed",
  "rotation",
  "covered",
  "alert",
  "document",
  "signature",
  "drill",
  "shadow",
  "led",
  "review",
] as const;
export type LineKind = (typeof lineKinds)[number];

const pattern = new RegExp(`^(?:${lineKinds.join("|")}):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

/** What names a line for as long as the thing exists that it tells of: `alert:` and its id. */
export const lineKey = (kind: LineKind, id: string) => `${kind}:${id}`;

export const isLineKey = (text: string) => pattern.test(text);

type Wording = { title: string; note: string };

/** The heading of each section, and what it tells. */
export const sectionWords: Record<LineKind, Wording> = {
  service: {
    title: "Services",
    note: "that a team of theirs built or had the back of",
  },
  developed: {
    title: "How these services developed",
    note: "then: the first quarter of these days, or of their time with it; now: the last",
  },
  rotation: { title: "Watches stood", note: "as they were really stood" },
  covered: {
    title: "Stood in for others",
    note: "watches taken from somebody whom life struck, or that nobody held",
  },
  alert: {
    title: "Alerts answered, and what was learnt",
    note: "in the words of those days",
  },
  document: {
    title: "Documents",
    note: "written, confirmed, and used by others",
  },
  signature: {
    title: "Signatures",
    note: "and the alerts that they were right about",
  },
  drill: { title: "Drills", note: "taken part in or planned" },
  shadow: { title: "Watches shadowed", note: "to learn one" },
  led: {
    title: "Shadows led",
    note: "watches on which somebody else learnt",
  },
  review: {
    title: "Reviews given",
    note: "of what others wrote",
  },
};

/** How many lines a section shows at most. */
export const mostLines = 120;
