import { expect, test } from "vitest";
import {
  AskForCoverForm,
  ClaimForm,
  SwapForm,
  TakeNowForm,
  TakeSpanForm,
} from "#lib/rotations/standing-in/life-inputs";

const typed = {
  rotation: "checkout",
  from: "2026-11-27T18:00",
  to: "2026-11-27T22:00",
  timeZone: "Europe/Berlin",
  person: "",
};

test("what is typed in the reader's zone becomes instants, and nobody named is the reader", () => {
  const { from, to, person } = TakeSpanForm.parse(typed);
  expect([`${from}`, `${to}`, person]).toEqual(["2026-11-27T17:00:00Z", "2026-11-27T21:00:00Z", undefined]);
});

test("a time that is none is told beside its own field", () => {
  const { error } = AskForCoverForm.safeParse({ ...typed, from: "soon", to: "2026-02-30T10:00" });
  expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["from", "Write a date and a time."],
    ["to", "Write a date and a time."],
  ]);
});

test("a field that nobody touched means the instant behind it", () => {
  const { to } = AskForCoverForm.parse({ ...typed, shownTo: "2026-11-27T21:00:30.5Z" });
  expect(`${to}`).toBe("2026-11-27T21:00:30.5Z");
});

test("no form leads out of the house", () => {
  const back = (path: string) =>
    TakeNowForm.parse({ rotation: "checkout", to: "2026-11-27T21:00:00Z", back: path }).back;
  expect(back("/services/checkout")).toBe("/services/checkout");
  expect(back("//evil.example")).toBeUndefined();
  expect(back("https://evil.example/services/checkout")).toBeUndefined();
  expect(back("/services/../sign-in")).toBeUndefined();
});

test("two shifts are chosen by their instants", () => {
  const first = "2026-11-23T09:00:00Z/2026-11-30T09:00:00Z";
  const { second } = SwapForm.parse({ rotation: "checkout", first, second: first });
  expect(`${second.from} ${second.to}`).toBe("2026-11-23T09:00:00Z 2026-11-30T09:00:00Z");
  expect(SwapForm.safeParse({ rotation: "checkout", first, second: "" }).success).toBe(false);
  expect(SwapForm.safeParse({ rotation: "checkout", first }).error?.issues[0]?.message).toBe("Choose a shift.");
});

test("a button claims a request for whoever presses it, or for whom it names", () => {
  const request = "018f2f0e-0000-4000-8000-000000000001";
  expect(ClaimForm.parse({ claim: request }).claim).toEqual({ request, person: undefined });
  expect(ClaimForm.parse({ claim: `${request}/lin@example.com` }).claim.person).toBe("lin@example.com");
  expect(ClaimForm.safeParse({ claim: "it" }).success).toBe(false);
  expect(ClaimForm.safeParse({}).success).toBe(false);
});
