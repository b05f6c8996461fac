import { expect, test } from "vitest";
import { wantsCsv } from "#lib/coverage/csv";
import { reachedWords, shareText, stepsToNext } from "#lib/coverage/level-words";
import { secondsWords } from "#lib/coverage/seconds-words";
import { foundBut } from "#lib/coverage/testing/found";

test("a level is told by its name, and by what is missing to the next", () => {
  expect([null, 0, 1, 4].map(reachedWords)).toEqual(["not measured yet", "not Owned yet", "Owned", "Proven"]);
  const found = foundBut({ backup: "not_met", "contact-methods": "not_measured", load: "not_measured" });
  expect(stepsToNext(found.level, found)).toEqual({
    level: "reachable",
    name: "Reachable",
    missing: ["Backup", "Contact"],
  });
  expect(stepsToNext(4, foundBut())).toBeUndefined();
});

test("a share is never rounded up to all, nor down to none", () => {
  expect(
    [
      [0, 0],
      [0, 3],
      [1, 1000],
      [1, 2],
      [999, 1000],
      [7, 7],
    ].map(([part = 0, whole = 0]) => shareText(part, whole)),
  ).toEqual([...["–", "0 %", "1 %", "50 %", "99 %", "100 %"]]);
});

test("a time to engage is told as a person would", () => {
  expect([0, 59, 60, 200, 600, 1_500, 3_599, 3_600, 7_500].map(secondsWords)).toEqual([
    ...["0 s", "59 s", "1 min", "3 min 20 s", "10 min", "25 min", "1 h", "1 h", "2 h 5 min"],
  ]);
});

test("CSV is given to whoever prefers it to JSON, and to nobody who asks for anything", () => {
  expect(["text/csv", "Text/CSV; header=present", "application/json;q=0.5, text/csv"].map(wantsCsv)).toEqual([
    ...[true, true, true],
  ]);
  expect(
    [null, "", "*/*", "application/json, text/csv;q=0.5", "text/csv;q=0", "text/html,*/*;q=0.8"].map(wantsCsv),
  ).toEqual(Array.from({ length: 6 }, () => false));
});
