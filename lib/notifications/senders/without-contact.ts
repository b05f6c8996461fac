import type { Target } from "#lib/notifications/senders/sender";

/**
 * Why a message failed, without where it was to go: those who look at an alert read it too, and a receiver may well
 * repeat an address or a number in its answer.
 */
export function withoutContact(text: string, target: Target): string {
  const values = Object.values(target).flatMap((value) => [value, hostOf(value)]);
  const own = values.filter((value) => value.length > 2).toSorted((one, other) => other.length - one.length);
  return own
    .reduce((rest, value) => rest.replaceAll(value, "…"), text)
    .replaceAll(/https?:\/\/\S+/gi, "…")
    .replaceAll(/[^\s<>"'()]+@[^\s<>"'()]+/g, "…")
    .replaceAll(/\+?\d[\d\s().-]{6,}\d/g, (figures) => (isNumber(figures) ? "…" : figures));
}

/** A status such as `550 5.1.1` has fewer figures than any telephone number with its country. */
const isNumber = (figures: string) => figures.replaceAll(/\D/g, "").length >= 8;

const hostOf = (value: string): string => URL.parse(value)?.host ?? "";
