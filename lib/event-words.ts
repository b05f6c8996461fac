import { type ChangeWords, changeWords, fieldWords } from "#lib/change-words";
import { documentUrl, signatureUrl } from "#lib/documents/addresses";
import type { EventDetail, FieldChange, Named, NamedDocument } from "#lib/event-kinds";
import { methodWords } from "#lib/notifications/method-words";

/** A piece of a sentence: words, the name of a thing that leads to its page, or a time that readers see in their zone. */
export type Phrase = string | { text: string; href: string } | { at: string };
/** An event as a reader sees it: one sentence without a full stop, and what changed field by field. */
export type EventWords = { sentence: Phrase[]; changes: ChangeWords[] };

/** An event and who did it; `address` leads to the person, where one did. */
export type Happened = { actor: { name: string; address: string | null } } & EventDetail;

/** Says what happened, who did it and to what. */
export function eventWords(event: Happened): EventWords {
  return { sentence: sentenceOf(event), changes: changesOf(event) };
}

function sentenceOf(event: Happened): Phrase[] {
  const actor = event.actor.address === null ? event.actor.name : person(named(event.actor));
  const did = (one: Named) => event.actor.address === one.slug;

  switch (event.kind) {
    case "service.created":
      return say`${actor} created ${service(event.service)}`;
    case "service.retired":
      return say`${actor} retired ${service(event.service)}`;
    case "service.restored":
      return say`${actor} brought back ${service(event.service)}`;
    case "service.edited":
      return say`${actor} changed ${fields(event.changes)} of ${service(event.service)}`;
    case "service.renamed":
      return say`${actor} ${renaming({ before: event.before, after: event.service })} ${service(event.service)}`;
    case "service.transferred":
      return transfer(actor, event);
    case "service.dependency-added":
      return say`${actor} noted that ${service(event.service)} ${need[event.strength]} ${needed(event)}`;
    case "service.needs-nothing-stated":
      return say`${actor} said that ${service(event.service)} needs nothing else`;
    case "service.needs-nothing-withdrawn":
      return say`${actor} took back that ${service(event.service)} needs nothing else`;
    case "service.dependency-removed":
      return say`${actor} noted that ${service(event.service)} no longer needs ${needed(event)}`;
    case "service.expert-declared":
      return did(event.expert)
        ? say`${actor} declared to know ${service(event.service)}`
        : say`${actor} named ${person(event.expert)} as an expert of ${service(event.service)}`;
    case "service.expert-withdrawn":
      return did(event.expert)
        ? say`${actor} no longer counts as an expert of ${service(event.service)}`
        : say`${actor} took ${person(event.expert)} off the experts of ${service(event.service)}`;

    case "team.created":
      return say`${actor} created ${team(event.team)}`;
    case "team.retired":
      return say`${actor} retired ${team(event.team)}`;
    case "team.restored":
      return say`${actor} brought back ${team(event.team)}`;
    case "team.edited":
      return say`${actor} changed ${fields(event.changes)} of ${team(event.team)}`;
    case "team.renamed":
      return say`${actor} ${renaming({ before: event.before, after: event.team })} ${team(event.team)}`;
    case "team.manager-changed":
      return managing(actor, event);
    case "team.member-joined":
      return did(event.member)
        ? say`${actor} joined ${team(event.team)} as ${role[event.role]}`
        : say`${actor} added ${person(event.member)} to ${team(event.team)} as ${role[event.role]}`;
    case "team.role-changed":
      return say`${actor} made ${person(event.member)} ${role[event.role]} of ${team(event.team)}`;
    case "team.member-left":
      return did(event.member)
        ? say`${actor} left ${team(event.team)}`
        : say`${actor} took ${person(event.member)} out of ${team(event.team)}`;

    case "person.created":
      return say`${actor} added ${person(event.person)}`;
    case "person.admitted":
      return say`${person(event.person)} signed in for the first time`;
    case "person.edited":
      return say`${actor} changed ${fields(event.changes)} of ${person(event.person)}`;
    case "person.deactivated":
      return say`${actor} deactivated ${person(event.person)}`;
    case "person.reactivated":
      return say`${actor} reactivated ${person(event.person)}`;
    case "person.signed-out-everywhere":
      return did(event.person)
        ? say`${actor} signed out everywhere`
        : say`${actor} signed ${person(event.person)} out everywhere`;
    case "person.made-administrator":
      return say`${actor} made ${person(event.person)} an administrator`;
    case "person.no-longer-administrator":
      return say`${actor} ended the administration of ${person(event.person)}`;

    case "entry.created":
      return say`${actor} added ${entry(event)}`;
    case "entry.retired":
      return say`${actor} retired ${entry(event)}`;
    case "entry.restored":
      return say`${actor} brought back ${entry(event)}`;
    case "entry.edited":
      return say`${actor} changed ${fields(event.changes)} of ${entry(event)}`;

    case "rotation.created":
      return say`${actor} created the rotation ${rotation(event.rotation)} of ${team(event.team)}`;
    case "rotation.retired":
      return say`${actor} retired the rotation ${rotation(event.rotation)}`;
    case "rotation.restored":
      return say`${actor} brought back the rotation ${rotation(event.rotation)}`;
    case "rotation.made-default":
      return say`${actor} let ${rotation(event.rotation)} stand the watch of the services of ${team(event.team)}`;
    case "rotation.edited":
      return say`${actor} changed ${fields(event.changes)} of ${rotation(event.rotation)}`;
    case "rotation.renamed":
      return say`${actor} ${renaming({ before: event.before, after: event.rotation })} ${rotation(event.rotation)}`;
    case "rotation.changed":
      return say`${actor} changed who stands watch in ${rotation(event.rotation)} from ${time(event.from)}${movedWords(event.moved)}`;
    case "override.made":
      return standingIn(actor, did(event.person), event);
    case "override.ended":
      return did(event.person)
        ? say`${actor} gave back ${rotation(event.rotation)}, ${span(event)}`
        : say`${actor} ended the override of ${person(event.person)} in ${rotation(event.rotation)}, ${span(event)}`;
    case "override.trimmed":
      return say`${actor} trimmed the override of ${person(event.person)} in ${rotation(event.rotation)}, ${span(event)}`;
    case "cover.asked":
      return did(event.person)
        ? say`${actor} asked for cover in ${rotation(event.rotation)}, ${span(event)}`
        : say`${actor} asked for cover for ${person(event.person)} in ${rotation(event.rotation)}, ${span(event)}`;
    case "cover.claimed":
      return say`${person(event.by)} covers for ${person(event.person)} in ${rotation(event.rotation)}, ${span(event)}: thank you`;
    case "cover.withdrawn":
      return say`${actor} withdrew the request for cover of ${person(event.person)} in ${rotation(event.rotation)}, ${span(event)}`;
    case "cover.reopened":
      return say`${actor} opened the request for cover of ${person(event.person)} in ${rotation(event.rotation)} again, ${span(event)}`;
    case "shifts.swapped":
      return say`${actor} swapped shifts in ${rotation(event.rotation)}: ${person(event.second.person)} stands ${span(event.first)}, ${person(event.first.person)} stands ${span(event.second)}`;
    case "shadow.joined":
      return say`${person(event.person)} shadows ${rotation(event.rotation)}, ${span(event)}`;
    case "shadow.left":
      return say`${person(event.person)} no longer shadows ${rotation(event.rotation)}, ${span(event)}`;
    case "readiness.marked":
      return say`${person(event.person)} is readier for ${rotation(event.rotation)}: ${readiness[event.item]}`;
    case "readiness.unmarked":
      return say`${person(event.person)} withdrew from their readiness for ${rotation(event.rotation)}: ${readiness[event.item]}`;
    case "handoff.noted":
      return say`${actor} left a handoff note in ${rotation(event.rotation)} for ${time(event.at)}`;
    case "handoff.read":
      return say`${person(event.person)} read the handoff note in ${rotation(event.rotation)} for ${time(event.at)}`;
    case "escalation.changed":
      return say`${actor} changed the escalation path of ${service(event.service)}`;
    case "calendar.opened":
      return event.rotation
        ? say`${actor} opened a calendar of ${rotation(event.rotation)}`
        : say`${actor} opened a calendar of their own shifts`;
    case "calendar.closed":
      return event.rotation
        ? say`${actor} closed a calendar of ${rotation(event.rotation)}`
        : say`${actor} closed a calendar of ${person(event.person)}’s shifts`;

    case "document.written":
      return say`${actor} wrote the ${documentKind(event)} ${doc(event.document)} of ${service(event.document.service)}`;
    case "document.retired":
      return say`${actor} retired the ${documentKind(event)} ${doc(event.document)} of ${service(event.document.service)}`;
    case "document.restored":
      return say`${actor} brought back the ${documentKind(event)} ${doc(event.document)} of ${service(event.document.service)}`;
    case "document.edited":
      return say`${actor} edited ${doc(event.document)}${event.summary ? `: ${event.summary}` : ""}`;
    case "document.brought-back":
      return say`${actor} brought revision ${String(event.from)} of ${doc(event.document)} back`;
    case "document.moved":
      return say`${actor} ${renaming({ before: event.before, after: event.document })} ${doc(event.document)}`;
    case "document.reviewed":
      return say`${actor} reviewed ${doc(event.document)} and found that it holds`;
    case "step.marked":
      return say`${actor} marked a step of ${doc(event.document, event.anchor)}: it ${verdict[event.verdict]}`;
    case "step.unmarked":
      return say`${actor} took back that a step of ${doc(event.document, event.anchor)} ${verdict[event.verdict]}`;
    case "suggestion.made":
      return say`${actor} suggested an edit of ${doc(event.document)}`;
    case "suggestion.withdrawn":
      return say`${actor} withdrew a suggested edit of ${doc(event.document)}`;
    case "suggestion.accepted":
      return say`${actor} took the edit of ${doc(event.document)} that ${person(event.author)} suggested: thank you`;
    case "suggestion.declined":
      return say`${actor} declined the edit of ${doc(event.document)} that ${person(event.author)} suggested`;
    case "signature.written":
      return say`${actor} wrote the signature ${signature(event)} of ${service(event.service)}`;
    case "signature.edited":
      return say`${actor} changed ${fields(event.changes)} of the signature ${signature(event)}`;
    case "signature.retired":
      return say`${actor} retired the signature ${signature(event)} of ${service(event.service)}`;
    case "signature.restored":
      return say`${actor} brought back the signature ${signature(event)} of ${service(event.service)}`;
    case "upload.added":
      return say`${actor} added the file “${event.name}” to ${service(event.service)}`;
    case "alert-rule.created":
      return say`${actor} added the alert rule ${event.rule}${ofService(event.service)}`;
    case "alert-rule.edited":
      return say`${actor} changed ${fields(event.changes)} of the alert rule ${event.rule}${ofService(event.service)}`;
    case "alert-rule.retired":
      return say`${actor} retired the alert rule ${event.rule}${ofService(event.service)}`;
    case "alert-rule.restored":
      return say`${actor} brought back the alert rule ${event.rule}${ofService(event.service)}`;

    case "maintenance.planned":
      return say`${actor} planned maintenance of ${service(event.service)}, ${span(event)}`;
    case "maintenance.ended":
      return say`${actor} ended maintenance of ${service(event.service)}, ${span(event)}`;
    case "heartbeat.created":
      return say`${actor} added the heartbeat “${event.heartbeat.name}” to ${service(event.service)}`;
    case "heartbeat.edited":
      return say`${actor} changed ${fields(event.changes)} of the heartbeat “${event.heartbeat.name}” of ${service(event.service)}`;
    case "heartbeat.retired":
      return say`${actor} retired the heartbeat “${event.heartbeat.name}” of ${service(event.service)}`;
    case "intake-key.created":
      return say`${actor} created the intake key ${event.hint}… of ${service(event.service)}`;
    case "intake-key.revoked":
      return say`${actor} revoked the intake key ${event.hint}… of ${service(event.service)}`;
    case "intake-name.set":
      return say`${actor} said that senders call ${service(event.service)} “${event.name}”`;
    case "intake-name.removed":
      return say`${actor} took back that senders call ${service(event.service)} “${event.name}”`;
    case "contact-method.added":
      return say`${actor} added a way to be reached: ${methodWords(event.method)}`;
    case "contact-method.verified":
      return say`${actor} verified a way to be reached: ${methodWords(event.method)}`;
    case "contact-method.removed":
      return say`${actor} removed a way to be reached: ${methodWords(event.method)}`;
    case "token.created":
      return say`${actor} created the API token “${event.token}” for ${event.scope}`;
    case "token.revoked":
      return say`${actor} revoked the API token “${event.token}”`;
    case "installation.fallback-ops-chosen":
      return event.to
        ? say`${actor} let ${team(event.to)} stand behind every service without an ops team`
        : say`${actor} left services without an ops team to nobody`;
    case "installation.coverage-limits-changed":
      return say`${actor} changed ${fields(event.changes)} against which coverage is measured`;
    case "criterion.written":
      return say`${actor} wrote what is expected of the level ${event.level}: “${cut(event.text)}”`;
    case "criterion.edited":
      return say`${actor} changed ${fields(event.changes)} of what is expected of the level ${event.level}`;
    case "criterion.retired":
      return say`${actor} retired what was expected of the level ${event.level}: “${cut(event.text)}”`;
    case "criterion.restored":
      return say`${actor} brought back what is expected of the level ${event.level}: “${cut(event.text)}”`;
    case "drill.planned":
      return say`${actor} planned ${drill(event)} of ${service(event.service)}`;
    case "drill.called-off":
      return say`${actor} called off ${drill(event)} of ${service(event.service)}`;
    case "drill.raised":
      return say`${actor} raised ${drill(event)} of ${service(event.service)}`;
    case "drill.learnt":
      return say`${actor} wrote what ${drill(event)} of ${service(event.service)} showed`;
    case "bootstrap-token.used":
      return say`${actor} was used for ${event.call}`;
    case "import.finished":
      return say`${actor} imported ${event.source}: ${counts(event)}`;
  }
}

type Of<Kind extends EventDetail["kind"]> = Extract<EventDetail, { kind: Kind }>;

function transfer(actor: Phrase, event: Of<"service.transferred">): Phrase[] {
  const [thing, from, to] = [service(event.service), event.from && team(event.from), event.to && team(event.to)];
  if (event.role === "ops") {
    if (!to) return say`${actor} took ${from ?? "the ops team"} off ${thing}: it has no ops team now`;
    return from
      ? say`${actor} made ${to} the ops team of ${thing}, after ${from}`
      : say`${actor} made ${to} the ops team of ${thing}`;
  }
  if (!to) return say`${actor} took ${thing} from ${from ?? "its team"}: nobody owns it now`;
  return from
    ? say`${actor} gave ${thing} from ${from} to ${to}`
    : say`${actor} gave ${thing}, which nobody owned, to ${to}`;
}

function managing(actor: Phrase, event: Of<"team.manager-changed">): Phrase[] {
  const thing = team(event.team);
  if (!event.to) return say`${actor} left ${thing} without a manager${event.from ? `, after ${event.from.name}` : ""}`;
  return event.from
    ? say`${actor} made ${person(event.to)} the manager of ${thing}, after ${person(event.from)}`
    : say`${actor} made ${person(event.to)} the manager of ${thing}`;
}

function changesOf(event: Happened): ChangeWords[] {
  if ("changes" in event) return event.changes.map(changeWords);
  const after = renamedTo(event);
  if (!after || !("before" in event)) return [];
  return event.before.slug === after.slug
    ? []
    : [changeWords({ field: "slug", before: event.before.slug, after: after.slug })];
}

function renamedTo(event: Happened): Named | undefined {
  if (event.kind === "service.renamed") return event.service;
  if (event.kind === "team.renamed") return event.team;
  if (event.kind === "document.moved") return event.document;
  return event.kind === "rotation.renamed" ? event.rotation : undefined;
}

function renaming({ before, after }: { before: Named; after: Named }): string {
  return before.name === after.name ? "changed the address of" : `renamed ${before.name} to`;
}

function standingIn(
  actor: Phrase,
  isOwn: boolean,
  event: Of<"override.made" | "override.ended" | "override.trimmed">,
): Phrase[] {
  const [who, where] = [isOwn ? actor : person(event.person), rotation(event.rotation)];
  if (!isOwn) return say`${actor} put ${who} on watch in ${where}, ${span(event)}`;
  const instead = event.instead ? say` from ${person(event.instead)}` : [];
  return say`${who} took ${where}${instead}, ${span(event)}`;
}

function movedWords(moved: readonly Named[]): string {
  if (moved.length === 0) return "";
  return `; this moves shifts of ${new Intl.ListFormat("en").format(moved.map(({ name }) => name))}`;
}

const readiness = {
  contact: "reachable",
  runbooks: "has read the runbooks",
  shadow: "has stood a shadow watch",
  briefing: "has seen the briefing",
};

const need = { hard: "cannot do without", soft: "is better with" };
const role = { member: "a member", lead: "a lead" };

function fields(changes: FieldChange[]): string {
  const names = changes.map(({ field }) => fieldWords(field));
  return names.length > 0 ? `the ${new Intl.ListFormat("en").format(names)}` : "something";
}

function counts({ created, changed, unchanged, retired, rejected }: Of<"import.finished">): string {
  const parts = { created, changed, unchanged, retired, rejected };
  const some = Object.entries(parts).filter(([, count]) => count > 0);
  return some.map(([what, count]) => `${count} ${what}`).join(", ") || "nothing in it";
}

const named = ({ name, address }: Happened["actor"]): Named => ({ name, slug: address ?? "" });
const service = ({ slug, name }: Named): Phrase => ({ text: name, href: `/services/${slug}` });
const team = ({ slug, name }: Named): Phrase => ({ text: name, href: `/teams/${slug}` });
const rotation = ({ slug, name }: Named): Phrase => ({ text: name, href: `/rotations/${slug}` });
const doc = (document: NamedDocument, anchor?: string): Phrase => ({
  text: document.name,
  href: documentUrl(document, anchor),
});
const documentKind = ({ document }: { document: NamedDocument }) =>
  document.kind === "runbook" ? "runbook" : "architecture note";
const signature = (event: { signature: Named; service: Named }): Phrase => ({
  text: event.signature.name,
  href: signatureUrl({ slug: event.signature.slug, service: event.service }),
});
const verdict = { worked: "worked", failed: "failed", "out-of-date": "is out of date" };
const ofService = (thing: Named | null): Phrase[] => (thing ? say` of ${service(thing)}` : []);
const drill = (event: { service: Named; drill: string }): Phrase => ({
  text: "a drill",
  href: `/services/${event.service.slug}/drills/${event.drill}`,
});
const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text);
const time = (at: string): Phrase => ({ at });
const span = ({ from, to }: { from: string; to: string }): Phrase[] => [time(from), " to ", time(to)];
const person = ({ slug, name }: Named): Phrase => ({ text: name, href: `/people/${encodeURIComponent(slug)}` });
const entry = (event: { entry: Named; entryKind: string }): Phrase => ({
  text: event.entry.name,
  href: `/entries/${event.entryKind}/${event.entry.slug}`,
});
const needed = ({ needs, needsKind }: Of<"service.dependency-added" | "service.dependency-removed">): Phrase =>
  needsKind ? entry({ entry: needs, entryKind: needsKind }) : service(needs);

function say(words: TemplateStringsArray, ...pieces: (Phrase | Phrase[])[]): Phrase[] {
  return words.flatMap((text, index) => [text, pieces[index] ?? ""].flat()).filter((piece) => piece !== "");
}
