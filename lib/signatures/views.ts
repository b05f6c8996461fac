import type { Author, Ref } from "#lib/documents/views";
import type { Labels } from "#lib/signatures/labels";

/** A runbook, with the step or section of it that is meant. */
export type RunbookStepRef = { slug: string; title: string; anchor: string | null; isRetired: boolean };

/** A signature as lists show it. Instants are ISO texts. */
export type SignatureItem = {
  id: string;
  slug: string;
  service: Ref;
  meaning: string;
  pattern: string;
  labels: Labels;
  firstStep: string;
  runbook: RunbookStepRef | null;
  changedAt: string;
};

/** A signature as its own page shows it. */
export type SignatureView = Omit<SignatureItem, "service"> & {
  service: Ref & { isRetired: boolean };
  cause: string;
  confirm: string;
  /** Who wrote it last. */
  author: Author;
  createdAt: string;
  retiredAt: string | null;
  /** Where it was imported from; null when it was written here. */
  source: { source: string; location: string } | null;
  canEdit: boolean;
};
