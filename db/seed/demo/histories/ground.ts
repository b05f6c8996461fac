import type { DocumentHistory } from "#db/seed/demo/document-history";

export const groundHistories: DocumentHistory[] = [];
