/** Everything that is typed into the editor of a document, as its form has it. */
export type DraftFields = {
  title: string;
  slug: string;
  /** One a line. */
  alertNames: string;
  reviewIntervalDays: string;
  summary: string;
  body: string;
};

/** Whose draft it is and of what. `document` is its id, or says where a new one will be. */
export type DraftPlace = { person: string; document: string };

/** What a browser keeps of unsaved work. */
export type StoredDraft = {
  key: string;
  /** The revision that it was made from; null for a document that does not exist yet. */
  baseRevision: number | null;
  /** The page in which it was typed. */
  tab: string;
  /** By the clock of this browser, ISO 8601. */
  at: string;
  fields: DraftFields;
};

const separator = "/";

/** What the keys of all drafts of one person of one document begin with. */
export const draftPrefix = ({ person, document }: DraftPlace): string => `${person}${separator}${document}${separator}`;

/** Each page keeps its own, so that two of them never write over each other. */
export const draftKey = (place: DraftPlace, baseRevision: number | null, tab: string): string =>
  `${draftPrefix(place)}${baseRevision ?? "new"}${separator}${tab}`;

/** The drafts that hold something other than `known`, the latest first; of equal ones only the latest. */
export function worthOffering(drafts: readonly StoredDraft[], known: DraftFields): StoredDraft[] {
  const latest = drafts.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return latest.filter(
    ({ fields }, index) =>
      !isSameFields(fields, known) && latest.findIndex((other) => isSameFields(other.fields, fields)) === index,
  );
}

/** Whether two drafts say the same; how a line ends says nothing. */
export function isSameFields(one: DraftFields, other: DraftFields): boolean {
  return (Object.keys(one) as (keyof DraftFields)[]).every((name) => plain(one[name]) === plain(other[name]));
}

const plain = (text: string) => text.replaceAll("\r\n", "\n");
