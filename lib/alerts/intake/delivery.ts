import type { StoredLink } from "#db/schema/services";
import type { EntryAuthor } from "#lib/alerts/entries";
import type { Severity } from "#lib/alerts/severity";

/** What a sender says of one alert, read from its body; `receiveAlerts` judges it. */
export type Delivery = {
  /** Whose keys `dedupKey` is one of, as `alerts.origin` has it; `api` alone where the service decides that. */
  origin: string;
  dedupKey: string;
  status: "firing" | "acknowledged" | "resolved";
  /** What the sender calls the service, if anything. */
  serviceSaid: string | null;
  /** What else may lead to it, where an administrator has said so. */
  alsoSaid?: string | null;
  /** The service where it is known already, as by an intake key: nothing is looked up then. */
  serviceId?: string | null;
  rule: string;
  severity: Severity;
  summary: string;
  customerImpact: string | null;
  /** The sender says that the customer sees nothing of it. */
  isWithoutCustomerImpact?: boolean;
  labels: Record<string, string>;
  details: unknown;
  links: StoredLink[];
  startsAt: Temporal.Instant | null;
  endsAt: Temporal.Instant | null;
  /** What was done to it to fit, in words. */
  note: string | null;
  /** SHA-256 of the element as it came: the same again changes nothing. */
  fingerprint: string;
  isDrill?: boolean;
  /** Who says it, as the timeline names them; else the kind of sender. */
  by?: EntryAuthor;
};

/** What came of one delivery. `alert` is null where nothing was open and nothing was opened. */
export type Received = {
  alert: string | null;
  status: "opened" | "repeated" | "resolved" | "acknowledged" | "ignored";
};
