/** A numbered step of a runbook or a single assumption of a note: something that can be marked. */
export type Step = {
  /** Where it stands on the page: the anchor of its section, a hyphen and its number, e.g. `mitigation-2`. */
  anchor: string;
  /** Its plain words. They are how it is known again in another revision. */
  text: string;
};

/** A heading with what stands under it, up to the next heading of any level. */
export type Section = {
  /** Unique in the document, made from the heading as GitHub does; empty before the first heading. */
  anchor: string;
  /** 1 to 6; 0 before the first heading. */
  depth: number;
  /** Plain words of the heading; empty before the first one. */
  heading: string;
  /** Plain words of the text, code included, for search. */
  text: string;
  steps: Step[];
};

/** What a document is made of, and what it points at. */
export type Outline = {
  sections: Section[];
  /** Outside addresses, http and https only, each once. */
  links: string[];
  /** Slugs of the services it links to, each once; `isAssumed` when that stands among a note's assumptions. */
  mentions: { service: string; isAssumed: boolean }[];
};
