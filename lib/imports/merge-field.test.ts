import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeField } from "#lib/imports/merge-field";

const at = Temporal.Instant.from("2026-03-01T00:00:00Z");
const value = fc.constantFrom("a", "b", "c", null);
const said = fc.constantFrom("a", "b", "c");
const isAdopting = false;
const unset = null;

test("a hand-made value stays while the source says what it said", () => {
  fc.assert(
    fc.property(said, value, (source, current) => {
      const merged = mergeField({ before: { value: source }, next: { value: source }, current, unset, isAdopting, at });
      expect(merged.value).toBe(current);
    }),
  );
});

test("a source that changed wins, and a hand-made value that goes is remembered", () => {
  fc.assert(
    fc.property(said, said, value, (source, changed, current) => {
      fc.pre(source !== changed);
      const merged = mergeField({
        before: { value: source },
        next: { value: changed },
        current,
        unset,
        isAdopting,
        at,
      });
      expect(merged.value).toBe(changed);
      const isByHand = current !== source && current !== changed && current !== null;
      expect(merged.field?.replaced).toEqual(isByHand ? { value: current, at: at.toString() } : undefined);
    }),
  );
});

test("the same source twice changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.option(said, { nil: undefined }), said, value, (source, next, current) => {
      const before = source === undefined ? undefined : { value: source };
      const once = mergeField({ before, next: { value: next }, current, unset, isAdopting, at });
      const twice = mergeField({
        before: once.field,
        next: { value: next },
        current: once.value,
        unset,
        isAdopting,
        at,
      });
      expect(twice).toEqual(once);
    }),
  );
});

test("a field that the source drops is emptied, unless a person changed it", () => {
  const dropped = { next: undefined, unset, isAdopting, at };
  expect(mergeField({ ...dropped, before: { value: "a" }, current: "a" })).toEqual({ value: null, field: undefined });
  expect(mergeField({ ...dropped, before: { value: "a" }, current: "b" })).toEqual({ value: "b", field: undefined });
});

test("a thing that was here first keeps what it says and takes what it lacks", () => {
  const adopted = { before: undefined, next: { value: "a" }, unset, isAdopting: true, at };
  expect(mergeField({ ...adopted, current: "mine" }).value).toBe("mine");
  expect(mergeField({ ...adopted, current: null }).value).toBe("a");
});
