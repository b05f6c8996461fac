import type { DocumentKind } from "#lib/documents/views";

/** A file as it was given; the path has `/` between its parts. */
export type GivenFile = { path: string; bytes: Uint8Array };

/** A document as a file has it. */
export type DocumentDraft = {
  path: string;
  /** Undefined: neither the file nor its place says so. */
  service: string | undefined;
  kind: DocumentKind;
  slug: string;
  title: string;
  alertNames: string[];
  /** Undefined: nothing is said of it. */
  reviewIntervalDays: number | undefined;
  frontMatter: string | null;
  body: string;
  /** Where it was imported from at first, as an export remembers it; null for one that was written there. */
  origin?: { name: string; location: string } | null;
  digest?: string | undefined;
};

export type UploadDraft = { path: string; id: string; name: string; service: string; content: Uint8Array };
export type SignatureDraft = { path: string; text: string; origin: { name: string; location: string } | null };

/** A file with what became of it. */
export type Told = { path: string; reason: string };

export type Folder = {
  drafts: DocumentDraft[];
  signatures: SignatureDraft[];
  uploads: UploadDraft[];
  rejected: Told[];
  passedOver: Told[];
};
