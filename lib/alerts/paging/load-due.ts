import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { readRows, rowsOf, type Tx } from "#db/client";
import type { GateReason } from "#lib/alerts/entry-kinds";
import { type Path, usualTimers } from "#lib/alerts/paging/plan";
import type { Severity } from "#lib/alerts/severity";
import type { Named } from "#lib/event-kinds";
import { uuids } from "#lib/order";

/** An alert that the pager has taken, with all that it decides by. */
export type DueAlert = {
  id: string;
  serviceId: string | null;
  summary: string;
  status: "triggered" | "acknowledged";
  severity: Severity;
  leaderId: string | null;
  isDrill: boolean;
  gate: "page" | "hold";
  gateReason: GateReason;
  releasesAt: Temporal.Instant | null;
  pagesFrom: Temporal.Instant | null;
  stepsTaken: number;
  path: Path;
  holder: { id: string; named: Named } | null;
  handedTo: { id: string; named: Named } | null;
  acknowledgedAt: Temporal.Instant | null;
  askedAgainAt: Temporal.Instant | null;
  /** When any person last did something with it, and when it was last handed over. */
  lastSignAt: Temporal.Instant | null;
  handedAt: Temporal.Instant | null;
  /** Who was asked by which step. */
  asked: { person: string; step: number }[];
};

const most = 200;

/** Alerts whose next step is due at `at`, the eldest first. A read only: whoever wants them has to claim them. */
export function listDue(at: Temporal.Instant): Promise<{ id: string; serviceId: string | null }[]> {
  return readRows(sql`select id, service_id as "serviceId" from alerts where next_step_at <= ${at.toString()}::timestamptz
    order by next_step_at, id limit ${most}`);
}

const personAs = (id: SQL) => sql`(select json_build_object('id', x.id, 'named',
  json_build_object('slug', coalesce(x.email, x.handle), 'name', x.name)) from people x where x.id = ${id})`;

type Instants = "pagesFrom" | "acknowledgedAt" | "askedAgainAt" | "lastSignAt" | "handedAt" | "releasesAt";
type Row = Omit<DueAlert, Instants | "path"> & { [Field in Instants]: string | null } & {
  path: { backup: number | null; ops: number | null; lead: number | null; hasBackup: boolean };
};

/** Locks those of them that are still due and that nobody else has, in the order in which they were opened. */
export async function claimAlerts(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<DueAlert[]> {
  const rows = await rowsOf<{ due: Row }>(
    tx,
    sql`select json_build_object('id', a.id, 'serviceId', a.service_id, 'summary', a.summary, 'status', a.status,
        'severity', a.severity, 'leaderId', a.leader_id, 'isDrill', a.is_drill, 'gate', a.gate, 'gateReason', a.gate_reason, 'releasesAt', a.releases_at,
        'pagesFrom', a.pages_from, 'stepsTaken', a.steps_taken, 'holder', ${personAs(sql`a.holder_id`)},
        'handedTo', ${personAs(sql`a.handed_to_id`)}, 'acknowledgedAt', a.acknowledged_at,
        'askedAgainAt', a.asked_again_at,
        'lastSignAt', (select max(e.at) from alert_entries e where e.alert_id = a.id and e.person_id is not null),
        'handedAt', (select max(e.at) from alert_entries e where e.alert_id = a.id and e.kind = 'handed-over'),
        'asked', (select coalesce(json_agg(json_build_object('person', g.person_id, 'step', substr(g.key, 6)::int)), '[]')
          from pages g where g.alert_id = a.id and g.key ~ '^step:[0-9]+$'),
        'path', json_build_object('backup', p.backup_after_minutes, 'ops', p.ops_after_minutes,
          'lead', p.lead_after_minutes, 'hasBackup', p.backup_rotation_id is not null)) as due
      from alerts a left join escalation_paths p on p.service_id = a.service_id
      where a.id = any(${uuids(ids)}) and a.next_step_at <= ${at.toString()}::timestamptz
      order by a.opened_at, a.id for no key update of a skip locked`,
  );
  return rows.map(({ due }) => dueAlert(due));
}

function dueAlert({ path, ...row }: Row): DueAlert {
  return {
    ...row,
    releasesAt: instant(row.releasesAt),
    pagesFrom: instant(row.pagesFrom),
    acknowledgedAt: instant(row.acknowledgedAt),
    askedAgainAt: instant(row.askedAgainAt),
    lastSignAt: instant(row.lastSignAt),
    handedAt: row.handedTo ? instant(row.handedAt) : null,
    path: {
      backupAfterMinutes: path.backup ?? usualTimers.backupAfterMinutes,
      opsAfterMinutes: path.ops ?? usualTimers.opsAfterMinutes,
      leadAfterMinutes: path.lead ?? usualTimers.leadAfterMinutes,
      hasBackup: path.hasBackup,
      isUnrouted: row.serviceId === null,
    },
  };
}

const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
