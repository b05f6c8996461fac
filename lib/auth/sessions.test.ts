import { beforeAll, expect, test, vi } from "vitest";
import { readSession, renewedSession, sessionCookie, writeSession } from "#lib/auth/sessions";
import { now, setClock } from "#lib/clock";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-of-32-characters-or-more");
  vi.stubEnv("AUTH_URL", "https://watchbill.example.com");
});

const personId = "8d7f0f3e-0000-4000-8000-000000000001";

test("over TLS the cookie is secure, invisible to scripts, and bound to this very host", () => {
  expect(sessionCookie()).toEqual({
    name: "__Host-watchbill.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("a session in use goes on after a day, from the instant at which it began", async () => {
  const beganAt = now().subtract({ hours: 24 * 20 });
  const cookie = await writeSession({ personId, beganAt });
  expect(await renewedSession(cookie, now().add({ hours: 23 }))).toBeUndefined();
  const renewed = await renewedSession(cookie, now().add({ hours: 25 }));
  expect(await readSession(renewed)).toMatchObject({ personId, beganAt });
});

test("nothing is renewed for a visitor without a session, or with a broken one", async () => {
  const later = now().add({ hours: 48 });
  for (const cookie of [undefined, "", "x.y.z"]) expect(await renewedSession(cookie, later)).toBeUndefined();
});

test("a session that was not used for 30 days is over", async () => {
  const cookie = await writeSession({ personId, beganAt: now() });
  vi.useFakeTimers({ now: now().add({ hours: 24 * 30 + 1 }).epochMilliseconds });
  try {
    expect(await readSession(cookie)).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

test("a session that was read before is over in its time like any other", async () => {
  const cookie = await writeSession({ personId, beganAt: now() });
  expect(await readSession(cookie)).toMatchObject({ personId });
  const later = now().add({ hours: 24 * 30 + 1 });
  vi.useFakeTimers({ now: later.epochMilliseconds });
  setClock(later);
  try {
    expect(await readSession(cookie)).toBeUndefined();
  } finally {
    setClock(undefined);
    vi.useRealTimers();
  }
});
