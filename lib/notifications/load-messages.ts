import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { db, readRows } from "#db/client";
import { contactMethods, notifications, people } from "#db/schema";
import type { PageSeat } from "#lib/alerts/entry-kinds";
import type { Severity } from "#lib/alerts/views";
import { sessionSecret } from "#lib/auth/installation";
import { messageOrigin } from "#lib/notifications/addresses";
import { alertUrl } from "#lib/notifications/alert-url";
import type { Claim } from "#lib/notifications/claim";
import { type ContactKind, isShared } from "#lib/notifications/contact-kinds";
import { findFirstStep, type Said } from "#lib/notifications/first-step";
import { type Message, otherMessage, type PagedAlert, pageMessage } from "#lib/notifications/message";
import type { Target } from "#lib/notifications/senders/sender";
import { usableZone } from "#lib/notifications/usable-zone";
import { verificationCode } from "#lib/notifications/verification-code";
import { uuids } from "#lib/order";

export type Notification = typeof notifications.$inferSelect;

/** One message with where it goes, and the notifications that it carries: all that are due about alerts go as one. */
export type Letter = {
  kind: ContactKind;
  target: Target;
  person: { id: string; slug: string; name: string };
  carries: Notification[];
  message: Message;
};

/** What a claim is to send, pages first. Nothing for what was answered in the meantime. */
export async function loadLetters({ ids, until }: Claim, at: Temporal.Instant): Promise<Letter[]> {
  const rows = await db()
    .select({ notification: notifications, method: contactMethods, person: people })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .leftJoin(contactMethods, eq(contactMethods.id, notifications.methodId))
    .where(inArray(notifications.id, ids))
    .orderBy(notifications.dueAt, notifications.id);
  const [first] = rows;
  if (!first) return [];
  const claimed = rows
    .map(({ notification }) => notification)
    .filter(({ status, claimedUntil }) => status === "sending" && claimedUntil?.equals(until));
  const { method, person } = first;
  const to = {
    // Without a method of their own, people are written to where they sign in.
    kind: method?.kind ?? ("email" as const),
    target: method?.target ?? { address: person.email ?? "" },
    person: { id: person.id, slug: person.email ?? person.handle ?? "", name: person.name },
  };
  const reader = { id: person.id, timeZone: usableZone(person.timeZone), isPersonal: !isShared(to.kind) };
  const pages = claimed.filter(({ pageId }) => pageId !== null);
  const others = claimed.filter(({ pageId }) => pageId === null);
  const letters: Letter[] = [];
  // What another system makes of a page is an incident of its own, which ends when that alert does.
  const together = to.kind === "pagerduty" ? pages.map((page) => [page]) : [pages];
  for (const carries of together)
    if (carries.length > 0) letters.push({ ...to, carries, message: await aboutAlerts(carries, reader, at) });
  for (const one of others) letters.push({ ...to, carries: [one], message: await aboutElse(one, method) });
  return letters;
}

type Reader = { id: string; timeZone: string; isPersonal: boolean };
type AlertRow = Omit<PagedAlert, "url" | "startsAt" | "firstStep"> & Said & { startsAt: string };

async function aboutAlerts(pages: Notification[], reader: Reader, at: Temporal.Instant): Promise<Message> {
  const rows = await readRows<AlertRow>(sql`
    select a.id, coalesce(s.name, a.service_said) as service, a.severity::text as severity, a.summary,
      s.slug as "serviceSlug", a.rule, a.labels,
      coalesce(a.customer_impact, r.customer_impact) as "customerImpact", a.occurrences, a.is_drill as "isDrill",
      to_json(a.starts_at) #>> '{}' as "startsAt", p.seat, p.kind, p.word, b.name as by,
      (select count(*)::int from alerts m where m.leader_id = a.id and m.resolved_at is null) as joined
    from notifications n join pages p on p.id = n.page_id join alerts a on a.id = n.alert_id
      left join services s on s.id = a.service_id left join alert_rules r on r.id = a.rule_id
      left join people b on b.id = p.by_id
    where n.id = any(${uuids(pages.map(({ id }) => id))})`);
  // The same alert twice, as when somebody is asked again before the first message went out, is told once.
  const once = new Map(rows.map((row) => [row.id, row]));
  const alerts = await Promise.all(
    [...once.values()].map(async (row) => ({
      ...row,
      severity: row.severity as Severity,
      seat: row.seat as PageSeat,
      startsAt: Temporal.Instant.from(row.startsAt),
      // A list leads to the briefings, which know more.
      firstStep: once.size === 1 ? await findFirstStep(row) : null,
      url: await alertUrl(row.id, reader.isPersonal ? reader.id : null, at),
    })),
  );
  const { timeZone, isPersonal } = reader;
  return pageMessage(alerts, { timeZone, isPersonal, listUrl: `${messageOrigin()}/alerts` });
}

async function aboutElse(
  { kind, message }: Notification,
  method: typeof contactMethods.$inferSelect | null,
): Promise<Message> {
  const { subject, lines, path, bridge } = message ?? { subject: "Watchbill", lines: [], path: "/", bridge: null };
  const code =
    kind === "verification" && method?.codeUntil
      ? verificationCode(method.id, method.codeUntil, await sessionSecret())
      : null;
  const url = messageOrigin() + (code ? `${path}&code=${code}` : path);
  return otherMessage({ kind, subject, lines, url, code, bridge: bridge ?? null });
}
