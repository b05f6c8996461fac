import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { resolveRoster } from "#lib/rotations/resolver/resolve";
import { anyCase } from "#lib/rotations/testing/any-watch";
import { oracleRoster } from "#lib/rotations/testing/oracle";

/** In whatever rotation and window, the resolver says what the oracle says. */
export function resolverAgreesWithOracle() {
  return fc.property(anyCase(), ({ watch, window }) => {
    deepStrictEqual(plain(resolveRoster(watch, window)), plain(oracleRoster(watch, window)));
  });
}

/** With instants as text, so that a difference can be read. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
