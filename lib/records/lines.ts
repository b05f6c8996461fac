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

type Wording = { title: string; note: string; empty: string };

/** The heading of each section, what it tells, and what stands there while there is nothing to tell. */
export const sectionWords: Record<LineKind, Wording> = {
  service: {
    title: "Services",
    note: "that a team of theirs built or had the back of",
    empty: "No team of theirs owned a service in this span.",
  },
  developed: {
    title: "How these services developed",
    note: "at the beginning of their time with it, and at the end",
    empty: "Nothing was measured of a service of theirs in this span.",
  },
  rotation: { title: "Watches stood", note: "as they were really stood", empty: "No watch was stood in this span." },
  covered: {
    title: "Stood in for others",
    note: "watches taken from somebody whom life struck, or that nobody held",
    empty: "No watch was taken over in this span.",
  },
  alert: {
    title: "Alerts answered, and what was learnt",
    note: "in the words of those days",
    empty: "No alert was answered in this span.",
  },
  document: {
    title: "Documents",
    note: "written, confirmed, and used by others",
    empty: "No document was written in this span, and no step of an earlier one was marked as worked.",
  },
  signature: {
    title: "Signatures",
    note: "and the alerts that they were right about",
    empty: "No signature was written in this span, and none matched.",
  },
  drill: { title: "Drills", note: "taken part in or planned", empty: "No drill took place in this span." },
  shadow: { title: "Watches shadowed", note: "to learn one", empty: "No watch was shadowed in this span." },
  led: {
    title: "Shadows led",
    note: "watches on which somebody else learnt",
    empty: "Nobody shadowed a watch of theirs in this span.",
  },
  review: {
    title: "Reviews given",
    note: "of what others wrote",
    empty: "No document of others was confirmed and no suggestion answered in this span.",
  },
};

/** How many lines a section shows at most. */
export const mostLines = 120;
