import type { KindOffer } from "#lib/notifications/contact-kind-queries";
import type { ContactKind } from "#lib/notifications/contact-kinds";

/** The kinds that somebody has or is about to add; all that there are, while that is none. */
export function kindsToTell(
  offers: readonly KindOffer[],
  methods: readonly { kind: ContactKind }[],
  chosen: string | undefined,
): ContactKind[] {
  const offered = offers.filter(({ way }) => way !== "not-set-up").map(({ kind }) => kind);
  const own = offered.filter((kind) => kind === chosen || methods.some((method) => method.kind === kind));
  return own.length > 0 ? own : offered;
}
