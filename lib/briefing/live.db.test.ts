import { expect, test } from "vitest";
import { db } from "#db/client";
import { createAlert, tellOfAlert } from "#db/testing/factories";
import { testDatabase } from "#db/testing/test-database";
import { followAlert, readVersions } from "#lib/briefing/live-queries";

testDatabase();

const versionOf = async (id: string) => (await readVersions([id])).get(id);

test("the version of an alert is another one with every line of its timeline, and the same without", async () => {
  const [alert, other] = [await createAlert(db()), await createAlert(db())];
  const before = await versionOf(alert.id);
  await tellOfAlert(db(), other, { kind: "noted", detail: { words: "elsewhere" } });
  expect(await versionOf(alert.id)).toBe(before);
  await tellOfAlert(db(), alert, { kind: "noted", detail: { words: "here" } });
  expect(await versionOf(alert.id)).not.toBe(before);
  const joined = await versionOf(alert.id);
  await createAlert(db(), { leaderId: alert.id });
  expect(await versionOf(alert.id)).not.toBe(joined);
});

test("everybody who follows an alert is told its version at once, and each new one once", async () => {
  const alert = await createAlert(db());
  const told: [string[], string[]] = [[], []];
  const next = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const follow = (index: 0 | 1) =>
    followAlert(alert.id, {
      tell: (version) => {
        told[index].push(version);
        if (told[index].length === 2) next[index].resolve();
      },
      close: () => undefined,
    });
  const first = Promise.withResolvers<void>();
  const leave = [followAlert(alert.id, { tell: () => first.resolve(), close: () => undefined }), follow(0), follow(1)];
  await first.promise;
  const before = await versionOf(alert.id);
  await tellOfAlert(db(), alert, { kind: "noted", detail: { words: "here" } });
  await Promise.all(next.map(({ promise }) => promise));
  const after = await versionOf(alert.id);
  expect(told).toEqual([
    [before, after],
    [before, after],
  ]);
  for (const stop of leave) stop();
});
