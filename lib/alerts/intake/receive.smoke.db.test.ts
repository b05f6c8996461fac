import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, rowsOf } from "#db/client";
import { given } from "#db/testing/given";
import { testDatabase } from "#db/testing/test-database";
import { receiveAlerts } from "#lib/alerts/intake/receive";
import { after, delivery, night } from "#lib/alerts/testing/deliveries";

testDatabase();

test("alerts are opened, repeated, joined and resolved on either database, also many at once", async () => {
  const { service } = await given.ownedService();
  const storm = Array.from({ length: 120 }, (_, index) =>
    delivery({ dedupKey: `s${index}`, serviceSaid: service.slug }),
  );
  const stray = delivery({ serviceSaid: "nobody-runs-this", customerImpact: null, startsAt: null });
  const answers = await Promise.all([
    receiveAlerts([...storm, stray], night),
    receiveAlerts(storm.toReversed(), night),
    receiveAlerts(storm, night),
  ]);
  expect(answers.flat().filter(({ status }) => status === "opened")).toHaveLength(121);
  await receiveAlerts(
    storm.slice(0, 60).map((one) => ({ ...one, status: "resolved" as const })),
    after(5),
  );
  const [counts] = await rowsOf(
    db(),
    sql`select count(*)::int as all, count(resolved_at)::int as over, count(*) filter (where next_step_at is not null)::int as due
      from alerts where service_id = ${service.id}`,
  );
  expect(counts).toEqual({ all: 120, over: 60, due: 1 });
});

test("as many as are stored at once may each be of another service", async () => {
  const strays = Array.from({ length: 1_000 }, (_, index) => delivery({ serviceSaid: `stray ${index}` }));
  const received = await receiveAlerts(strays, night);
  expect(received.filter(({ status }) => status === "opened")).toHaveLength(1_000);
});
