import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolveRoster, seatAt } from "#lib/rotations/resolver/resolve";
import { readSpan, readWatch, writeRoster, writeSeat } from "#lib/rotations/testing/notation";
import { oracleRoster } from "#lib/rotations/testing/oracle";

const page = readFileSync("docs/rotations.md", "utf8");
const rosters = rowsBelow("| example | rotation | window | who stands |");
const seats = rowsBelow("| example | rotation | at | who stands | since | until |");

describe("the published specification", () => {
  test("has its tables of examples", () => {
    expect(rosters.length).toBeGreaterThanOrEqual(33);
    expect(seats.length).toBeGreaterThanOrEqual(6);
  });

  test.for(rosters)("%s", ([, rotation = "", span = "", expected]) => {
    const [watch, window] = [readWatch(rotation), readSpan(span)];
    expect(writeRoster(resolveRoster(watch, window))).toBe(expected);
    expect(writeRoster(oracleRoster(watch, window))).toBe(expected);
  });

  test.for(seats)("seat: %s", ([, rotation = "", at = "", ...expected]) => {
    expect(writeSeat(seatAt(readWatch(rotation), Temporal.Instant.from(at)))).toEqual(expected);
  });
});

/** The cells of each row of the table with this head. */
function rowsBelow(head: string): string[][] {
  const lines = page.slice(page.indexOf(head)).split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return page.includes(head) ? lines.slice(0, end).map(cells) : [];
}

function cells(row: string): string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
