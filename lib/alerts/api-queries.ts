import "server-only";
import { entryWords } from "#lib/alerts/entry-words";
import type { AlertFilter } from "#lib/alerts/filter";
import { findAlert, listAlerts, listEntries } from "#lib/alerts/queries";
import type { AlertItem, AlertPerson, EntryView, PageView } from "#lib/alerts/views";
import type { Viewer } from "#lib/auth/policy";
import { NotFound } from "#lib/errors";

/** One alert as the API shows it: people by e-mail, everything else by slug. Throws NotFound. */
export async function findAlertAnswer(viewer: Viewer, id: string) {
  const [alert, entries] = await Promise.all([findAlert(viewer, id), listEntries(viewer, id)]);
  if (!alert) throw new NotFound("There is no such alert.");
  const { origin, labels, details, links, intakeNote, nextStep, cause, remedy } = alert;
  const { deliveryPagedAt, deliveryEngagedAt, opsPagedAt } = alert;
  return {
    ...itemAnswer(alert),
    ...{ origin, labels, details, links, intakeNote, nextStep, cause, remedy },
    ...{ deliveryPagedAt, deliveryEngagedAt, opsPagedAt },
    handedTo: addressOf(alert.handedTo),
    resolvedBy: addressOf(alert.resolvedBy),
    pages: alert.pages.map(pageAnswer),
    timeline: entries.map(lineAnswer),
  };
}

/** A part of the alerts that a filter leaves, as the API shows them. */
export async function listAlertAnswers(viewer: Viewer, filter: AlertFilter) {
  const { items, nextCursor } = await listAlerts(viewer, filter);
  return { items: items.map(itemAnswer), nextCursor };
}

function itemAnswer(alert: AlertItem) {
  const { id, serviceSaid, rule, summary, status, severity, customerImpact, gate, occurrences, joined } = alert;
  const { startsAt, openedAt, repeatedAt, acknowledgedAt, resolvedAt, isDrill } = alert;
  return {
    ...{ id, service: alert.service?.slug ?? null, serviceSaid, team: alert.team?.slug ?? null },
    ...{ rule, summary, status, severity, customerImpact, gate, holder: addressOf(alert.holder), occurrences },
    ...{ leader: alert.leaderId, joined, startsAt, openedAt, repeatedAt, acknowledgedAt, resolvedAt, isDrill },
  };
}

const addressOf = (person: AlertPerson | null) => person?.address ?? null;

const pageAnswer = ({ person, seat, kind, word, at, answeredAt, messages }: PageView) => ({
  ...{ person: person.address, seat, kind, word, at, answeredAt, messages },
});

function lineAnswer(entry: EntryView) {
  const { at, by, kind } = entry;
  const says = entryWords(entry).map((phrase) =>
    typeof phrase === "string" ? phrase : "at" in phrase ? phrase.at : phrase.text,
  );
  return { at, by: by.name, kind, says: says.join("") };
}
