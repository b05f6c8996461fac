import type { ReadinessItem } from "#lib/rotations/inputs";

/** Each thing to make sure of before a first watch: a name, and how it is done. */
export const readinessWords: Record<ReadinessItem, { label: string; how: string }> = {
  contact: {
    label: "Reachable",
    how: "A page reaches you: phone charged, loud at night, and this address the right one.",
  },
  runbooks: {
    label: "Runbooks read",
    how: "You can open the runbooks of the services that this watch is paged for, and have read them.",
  },
  shadow: {
    label: "Shadow watch stood",
    how: "You stood a watch beside somebody. It counts by itself once a shadow watch of yours is over.",
  },
  briefing: {
    label: "Briefing seen",
    how: "You have opened the briefing of a service once, by day, and know where things stand on it.",
  },
};
