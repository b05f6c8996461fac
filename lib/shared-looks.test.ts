import { expect, test } from "vitest";
import { sharingLooks } from "#lib/shared-looks";

/** A look that ends when it is told to, and answers with its number. */
function slowLook() {
  const ends: PromiseWithResolvers<void>[] = [];
  const look = sharingLooks(async (_key: string) => {
    const end = Promise.withResolvers<void>();
    const number = ends.push(end);
    await end.promise;
    return number;
  });
  return { look, ends };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("whoever asks while a look is under way shares the next one, never the one that began before they asked", async () => {
  const { look, ends } = slowLook();
  const first = look("a");
  const later = [look("a"), look("a"), look("a")];
  expect(ends).toHaveLength(1);
  ends[0]?.resolve();
  expect(await first).toBe(1);
  await settled();
  expect(ends).toHaveLength(2);
  ends[1]?.resolve();
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test("nothing is remembered when nobody asks any more", async () => {
  const { look, ends } = slowLook();
  for (const number of [1, 2, 3]) {
    const found = look("a");
    ends.at(-1)?.resolve();
    expect(await found).toBe(number);
    await settled();
  }
});

test("different things are looked at by themselves", async () => {
  const { look, ends } = slowLook();
  const found = [look("a"), look("b")];
  for (const end of ends) end.resolve();
  expect(await Promise.all(found)).toEqual([1, 2]);
});

test("a look that fails, fails for those alone who asked before it began", async () => {
  const { look, ends } = slowLook();
  const [first, second] = [look("a"), look("a")];
  ends[0]?.reject(new Error("The database went away"));
  await expect(first).rejects.toThrow("went away");
  await settled();
  ends[1]?.resolve();
  expect(await second).toBe(2);
});
