import { isGraver, type Severity } from "#lib/alerts/severity";

/** An open alert that leads, about which somebody was asked a short while ago. */
export type Asked = {
  alertId: string;
  personId: string;
  serviceId: string | null;
  severity: Severity;
  summary: string;
};

export const stormMinutes = 10;

/** Services of which one needs the other, each pair both ways round. */
export type Links = ReadonlySet<string>;
export const link = (one: string, other: string) => `${one} ${other}`;

/**
 * The alert whose page stands for this one too: about which the same person was asked within the last ten minutes, of
 * the same service or one that is a single dependency away, and no less grave.
 */
export function leaderFor(
  alert: Pick<Asked, "alertId" | "personId" | "serviceId" | "severity">,
  asked: readonly Asked[],
  links: Links,
): Asked | undefined {
  const { serviceId } = alert;
  if (serviceId === null) return undefined;
  return asked.find(
    (one) =>
      one.alertId !== alert.alertId &&
      one.personId === alert.personId &&
      one.serviceId !== null &&
      (one.serviceId === serviceId || links.has(link(one.serviceId, serviceId))) &&
      !isGraver(alert.severity, one.severity),
  );
}
