import { stringify } from "csv-stringify/sync";
import type { CoverageItem } from "#lib/coverage/api-queries";
import { checks } from "#lib/coverage/checks";

const facts = ["service", "name", "team", "tier", "customer-facing", "level", "measured"];

/** The heads of the columns: what the service is, how each check stands, and the evidence of each. */
export const csvHeads = [...facts, ...checks.map(({ kind }) => kind), ...checks.map(({ kind }) => `${kind}: evidence`)];

/** One row a service, RFC 4180. What a spreadsheet would read as a formula has an apostrophe before it. */
export function csvRows(items: readonly CoverageItem[]): string {
  return write(
    items.map(({ service, name, team, tier, customerFacing, level, measuredAt, checks: found }) => [
      ...[service, name, team, tier, customerFacing === null ? null : customerFacing ? "yes" : "no", level, measuredAt],
      ...found.map(({ state }) => state),
      ...found.map(({ says }) => says),
    ]),
  );
}

/** `rows` as lines of CSV. */
export const write = (rows: readonly unknown[][]): string =>
  stringify([...rows], { escape_formulas: true, record_delimiter: "windows", quote_record_delimiter: true });

/** Whether an `Accept` header asks for CSV rather than for JSON. */
export function wantsCsv(accept: string | null): boolean {
  const weights = new Map(
    (accept ?? "").split(",").map((range) => {
      const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return [type, quality === undefined ? 1 : Number(quality)];
    }),
  );
  const csv = weights.get("text/csv") ?? 0;
  return csv > 0 && csv >= (weights.get("application/json") ?? 0);
}
