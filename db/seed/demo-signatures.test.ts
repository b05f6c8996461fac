import { expect, test } from "vitest";
import { readDocumentFile } from "#db/seed/demo/document-files";
import { demoSignatures } from "#db/seed/demo/signatures";
import { outlineOf } from "#lib/documents/markdown/render";
import { matchPattern, readPattern } from "#lib/signatures/pattern";
import { readText } from "#lib/signatures/text";

/** An error as it was met, for each signature; labels aside. */
const errors: Record<string, string> = {
  "session-pool-exhausted":
    "14:02:11 WARN checkout-7 PoolExhausted: no connection to session-3 within 250 ms (in use 100, idle 0)",
  "ring-mismatch": "basket:9f31c0 not found on shard 4, ring hash 0x8d12 differs from announced 0x77a0",
  "read-only-transaction": "2026-11-02 03:11:40 UTC [811] ERROR:  cannot execute INSERT in a read-only transaction",
  "payment-outcome-unknown": "confirm 20418833 gave up: payment_unknown after 17 attempts",
  "state-edited-by-hand": 'ERROR: trigger "orders_move_by_transition" refused update of state: use confirm one',
  "sweep-blocked":
    'sweep: canceling statement due to lock timeout\nCONTEXT: while locking tuple (8812,4) in relation "promises"',
  "gateway-read-timeout": "GatewayTimeout: POST /v2/charges key=5f0c no answer after 6000ms, outcome unknown",
  "strong-authentication-missing": "charge declined code=65 issuer=PT0033 threeds.version=null",
  "alert-approvals-of-one-issuer": "approval rate 61 % below 88 % for 10m",
  "amount-exceeds-charge": "batch 2026-11-03 aborted: refund R-7714 amount exceeds charge by 25.00 EUR",
  "balance-statement-timeout": "balance of gift:7QK2-XXXX failed: canceling statement due to statement timeout",
  "empty-price-book": "book-load: row 0 of 0, keeping book of 2026-11-02",
  "price-changed-twice":
    "price of SKU-88412 changed from 19.90 to 24.90 during payment, attempt 3\ngiving up after 3 attempts",
  "rule-ended": "refused: no_rule_for_day country=MT class=books day=2026-11-01",
  "max-clients-reached": "redis.exceptions.ResponseError: ERR max number of clients reached",
  "drain-stands-still": "drain shard=5 remaining=40211 rate=0/s\nneighbour 6 busy, 812 evictions",
  "signing-key-missing": "E-22 signing key k-2026-11 not found, have k-2026-09, k-2026-10",
  "relay-says-too-many": "421 4.7.0 too many messages from 203.0.113.9, slow down",
  "upstream-budget-spent": "render /p/88412 failed: upstream=pricing budget of 40 ms spent",
  "store-refuses-while-cold": "CatalogStoreError: too many requests (429) instance=catalog-4 warm=false",
  "index-closed-for-writes":
    "cluster_block_exception: index [products-41] blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];",
  "voucher-without-limit": "voucher THANKYOU10 used 3104 times, limit=none",
};

test("each signature of the demo finds the error that it was written for, and no other one's", () => {
  expect(Object.keys(errors).toSorted()).toEqual(demoSignatures.map(({ slug }) => slug).toSorted());
  expect(demoSignatures.length).toBeGreaterThanOrEqual(20);
  for (const { slug, pattern } of demoSignatures) {
    const { phrases, problems } = readPattern(pattern);
    expect(problems, slug).toEqual([]);
    const found = Object.entries(errors).filter(([, error]) => matchPattern(phrases, readText(error)));
    expect(found.map(([of]) => of)).toEqual([slug]);
  }
});

test("each signature of the demo leads to a step of a runbook of its service", () => {
  for (const { service, slug, runbook } of demoSignatures) {
    const [address, anchor] = runbook.split("#");
    const { kind, body } = readDocumentFile(`${service}/runbooks/${address}`);
    const steps = outlineOf(body, kind).sections.flatMap((section) => section.steps);
    expect(
      steps.map((step) => step.anchor),
      slug,
    ).toContain(anchor);
  }
});
