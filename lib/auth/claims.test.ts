import { expect, test } from "vitest";
import { gitHubClaims, idTokenClaims, verifiedClaim } from "#lib/auth/claims";

const ada = { email: "Ada@Example.com ", email_verified: true, name: "Ada Okafor" };

test("an address that the provider verified counts, in lower case", () => {
  expect(verifiedClaim([ada])).toEqual({ email: "ada@example.com", name: "Ada Okafor" });
});

test.each([false, undefined, null, "true", "yes", 1])(
  "an address with email_verified %j does not count",
  (email_verified) => {
    expect(verifiedClaim([{ ...ada, email_verified }])).toBeUndefined();
  },
);

test.each([undefined, "", "ada", "@example.com", 7])("%j is no address, whatever the provider says of it", (email) => {
  expect(verifiedClaim([{ ...ada, email }])).toBeUndefined();
});

test("the verification of one source is never read for the address of another", () => {
  const sources = [{ email: "ada@example.com" }, { email: "mallory@example.com", email_verified: true }];
  expect(verifiedClaim(sources)?.email).toBe("mallory@example.com");
  expect(verifiedClaim([{ email: "ada@example.com" }, { email_verified: true }])).toBeUndefined();
});

test("the address may stand in the ID token where the user information has none", () => {
  const payload = Buffer.from(JSON.stringify(ada)).toString("base64url");
  expect(verifiedClaim([{ sub: "1", name: "Ada" }, idTokenClaims(`e30.${payload}.x`)])).toEqual({
    email: "ada@example.com",
    name: "Ada",
  });
  expect(idTokenClaims(undefined)).toBeUndefined();
});

test("of a GitHub user only the primary address counts, and only when GitHub verified it", () => {
  const user = { login: "ada", name: null, email: "public@example.com" };
  const addresses = [
    { email: "other@example.com", primary: false, verified: true },
    { email: "ada@example.com", primary: true, verified: true },
  ];
  expect(verifiedClaim([gitHubClaims(user, addresses)])).toEqual({ email: "ada@example.com", name: "ada" });
  const unverified = addresses.map((address) => ({ ...address, verified: !address.primary }));
  expect(verifiedClaim([gitHubClaims(user, unverified)])).toBeUndefined();
  expect(verifiedClaim([gitHubClaims(user, [])])).toBeUndefined();
});
