import { expect, test, vi } from "vitest";
import { GET } from "./route";

const left = vi.fn();
vi.mock("#lib/briefing/live-queries", () => ({ followAlert: () => left }));
vi.mock("#lib/briefing/reader-queries", () => ({ findReader: async () => ({ name: "Ada" }) }));

test("a stream ends after a while, so that who reads on is asked again whether they may", async () => {
  vi.useFakeTimers();
  const request = new Request("http://localhost/api/alerts/one/stream");
  const { body } = await GET(request, { params: Promise.resolve({ alert: "one" }) });
  const reader = body?.getReader();
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  const read = async (): Promise<string> => {
    const { done, value } = (await reader?.read()) ?? { done: true };
    return done ? "" : new TextDecoder().decode(value) + (await read());
  };
  expect((await read()).match(/event: ping/g)?.length).toBeGreaterThan(20);
  expect(left).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
