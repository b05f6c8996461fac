import { expect, test } from "vitest";
import { withoutContact } from "#lib/notifications/senders/without-contact";

test.each([
  ["an address", "550 5.1.1 <ada@home.example>: unknown", { address: "ada@home.example" }, "550 5.1.1 <…>: unknown"],
  ["another's address", "Try bob@home.example instead", { address: "ada@home.example" }, "Try … instead"],
  ["a number, however written", "To +49 (155) 501-00 is none", { number: "+4915550100" }, "To … is none"],
  ["a host", "hooks.home.example refused", { url: "https://hooks.home.example/x" }, "… refused"],
  ["a topic", "topic ada-pager is reserved", { server: "https://ntfy.sh", topic: "ada-pager" }, "topic … is reserved"],
])("what failed is told without %s", (_what, text, target, told) => {
  const result = withoutContact(text, target as unknown as Record<string, string>);
  expect(result).toBe(told);
});
