import type { Who } from "#db/seed/demo/document-history";

/** A signature as somebody wrote it. `runbook` is one of the same service, with the step that it leads to. */
export type SignatureText = {
  service: string;
  slug: string;
  written: [who: Who, daysAgo: number, time?: string];
  pattern: string;
  labels?: Record<string, string>;
  meaning: string;
  cause: string;
  confirm: string;
  firstStep: string;
  runbook: string;
};
