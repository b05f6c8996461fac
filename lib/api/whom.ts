import "server-only";
import type { Viewer } from "#lib/auth/policy";
import { Invalid } from "#lib/errors";

/** A token that speaks for nobody has to say whom a call is about. Throws Invalid naming `person`. */
export function requireNamed({ kind }: Viewer, { person }: { person?: string | undefined }): void {
  if (kind !== "person" && person === undefined)
    throw new Invalid("Name the person: this token speaks for nobody.", "person");
}
