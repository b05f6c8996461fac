import "server-only";
import { sql } from "drizzle-orm";
import { rowsOf, type Tx } from "#db/client";
import type { StoredWorkingHours } from "#db/schema/teams";
import { asksForImpact, type Gate, type GateFacts, gate, impactFacts } from "#lib/alerts/gate";
import type { Severity } from "#lib/alerts/severity";
import { uuids } from "#lib/order";

type Row = {
  id: string;
  ruleId: string | null;
  severity: Severity;
  isDrill: boolean;
  isUnrouted: boolean;
  saidImpact: string | null;
  customerImpact: string | null;
  isWithoutCustomerImpact: boolean | null;
  maintenanceUntil: string | null;
  workingHours: StoredWorkingHours | null;
};

/**
 * What the gate says at `at` of alerts that it held before, by their ids: a maintenance window is over, or goes on.
 * Asking may spend the one page that a rule has before anybody said what customers see of it.
 */
export async function askGateAgain(
  tx: Tx,
  alertIds: readonly string[],
  at: Temporal.Instant,
): Promise<Map<string, Gate>> {
  const rows = alertIds.length === 0 ? [] : await loadFacts(tx, alertIds, at);
  const gates = new Map<string, Gate>();
  for (const row of rows) {
    const facts = factsOf(row);
    const isFirstTime = asksForImpact(facts, at) && (row.ruleId === null || (await spendFirstTime(tx, row.ruleId, at)));
    gates.set(row.id, gate({ ...facts, isFirstTime }, at));
  }
  return gates;
}

function loadFacts(tx: Tx, alertIds: readonly string[], at: Temporal.Instant): Promise<Row[]> {
  const instant = sql`${at.toString()}::timestamptz`;
  return rowsOf<Row>(
    tx,
    sql`select a.id, a.rule_id as "ruleId", a.severity, a.is_drill as "isDrill", a.service_id is null as "isUnrouted",
        a.customer_impact as "saidImpact", r.customer_impact as "customerImpact",
        r.is_without_customer_impact as "isWithoutCustomerImpact", t.working_hours as "workingHours",
        (select to_json(max(w.ends_at)) #>> '{}' from maintenance_windows w where w.service_id = a.service_id
          and w.starts_at <= ${instant} and w.ends_at > ${instant}) as "maintenanceUntil"
      from alerts a left join alert_rules r on r.id = a.rule_id left join services s on s.id = a.service_id
        left join teams t on t.id = s.delivery_team_id
      where a.id = any(${uuids(alertIds)}) order by a.opened_at, a.id`,
  );
}

function factsOf(row: Row): GateFacts {
  const { severity, isDrill, isUnrouted, customerImpact, isWithoutCustomerImpact, workingHours, maintenanceUntil } =
    row;
  const stated = { customerImpact, isWithoutCustomerImpact: isWithoutCustomerImpact ?? false };
  return {
    ...{ severity, isDrill, isUnrouted, workingHours, isFirstTime: false },
    maintenanceUntil: maintenanceUntil === null ? null : Temporal.Instant.from(maintenanceUntil),
    ...impactFacts({ customerImpact: row.saidImpact }, [stated]),
  };
}

async function spendFirstTime(tx: Tx, ruleId: string, at: Temporal.Instant): Promise<boolean> {
  const spent = await rowsOf<{ id: string }>(
    tx,
    sql`update alert_rules set impact_asked_at = ${at.toString()}::timestamptz
      where id = ${ruleId}::uuid and impact_asked_at is null returning id`,
  );
  return spent.length > 0;
}
