import type { ImportDifference } from "#db/schema";
import type { ImportResult } from "#lib/imports/result";

/** Prints what an import did, or would do: differences of a dry run, notes, each rejected document, and the counts. */
export function printResult(result: ImportResult, { dryRun, prune }: { dryRun: boolean; prune: boolean }): void {
  if (dryRun) for (const difference of result.differences) printDifference(difference);
  for (const { source, line, note } of result.notes) console.log(`note      ${source}:${line}  ${note}`);
  for (const { source, line, document, reason } of result.rejected)
    console.log(`rejected  ${source}:${line}  (document ${document}) ${reason}`);

  const { created, changed, unchanged, retired, rejected } = result;
  const prefix = dryRun ? "Nothing was written. It would be: " : "";
  const pruned = prune || retired > 0 ? `, ${retired} retired` : "";
  console.log(
    `${prefix}${created} created, ${changed} changed, ${unchanged} left alone${pruned}, ${rejected.length} rejected.`,
  );
}

function printDifference({ outcome, reference, name, changes }: ImportDifference): void {
  console.log(`${outcome.padEnd(9)} ${reference}  ${name}`);
  for (const { field, before, after } of changes)
    console.log(`            ${field}: ${shown(before)} → ${shown(after)}`);
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
