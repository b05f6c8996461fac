import { type Limits, laptop } from "#bin/bench/limits";

/** One line of the table. `holds` is undefined for what is only told, not judged. */
export type Row = { what: string; measured: string; target: string; limit: string; ratio: string; holds?: boolean };

const columns = ["what", "measured", "target", "limit of this run", "ratio", "holds"] as const;

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ what, measured, target, limit, ratio, holds }) => [
    ...[what, measured, target, limit, ratio],
    holds === undefined ? "" : holds ? "yes" : "NO",
  ]);
  const widths = columns.map((title, index) => Math.max(title.length, ...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd();
  console.log(`\n${line(columns)}`);
  console.log(widths.map((width) => "─".repeat(width)).join("  "));
  for (const row of cells) console.log(line(row));
}

/**
 * An absolute target is what an ordinary laptop should show: on a machine of which the limit is lower or higher,
 * the target moves with it, downwards only.
 */
export function scaled({ requests }: Limits): number {
  return Math.min(1, requests / laptop.requests);
}

/** A time in milliseconds beside the one that an ordinary laptop should show. */
export function judged(what: string, measured: number, target: number, limits: Limits): Row {
  const slower = scaled(limits);
  return {
    what,
    measured: milliseconds(measured),
    target: milliseconds(target),
    limit: `${perSecond(limits.requests)} bare node:http`,
    ratio: percent(slower),
    holds: measured <= target / slower,
  };
}

export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString("en")}/s`;
export const milliseconds = (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
export const inSeconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const times = (factor: number) => `${factor.toFixed(2)} ×`;
export const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
