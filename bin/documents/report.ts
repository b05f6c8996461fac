import type { DocumentImportResult } from "#lib/documents/exchange/outcome";

/** Prints what an import of documents did, or would do: each file that it concerns, and the counts. */
export function printDocumentResult(result: DocumentImportResult, dryRun: boolean): void {
  const { created, changed, merged, unchanged, conflicts, rejected, passedOver } = result;
  if (dryRun) {
    for (const { path, address } of created) console.log(`created   ${path}  ${address}`);
    for (const { path, address } of changed) console.log(`changed   ${path}  ${address}`);
  }
  for (const { path, address } of merged) console.log(`merged    ${path}  ${address}`);
  for (const { path, reason } of passedOver) console.log(`passed    ${path}  ${reason}`);
  for (const { path, address, reason } of conflicts) console.log(`conflict  ${path}  ${address}: ${reason}`);
  for (const { path, reason } of rejected) console.log(`rejected  ${path}  ${reason}`);
  const prefix = dryRun ? "Nothing was written. It would be: " : "";
  console.log(
    `${prefix}${created.length} created, ${changed.length} changed, ${merged.length} merged, ${unchanged} left alone, ${conflicts.length} in conflict, ${rejected.length} rejected, ${passedOver.length} passed over.`,
  );
}
