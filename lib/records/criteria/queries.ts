import "server-only";
import { asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client";
import { criteria, criterionLinks, people } from "#db/schema";
import { authorize, type Viewer } from "#lib/auth/policy";
import { byLevel } from "#lib/records/criteria/order";

/** What the organisation expects of somebody. Instants are ISO texts. */
export type CriterionView = { id: string; text: string; changedAt: string; retiredAt: string | null };
export type LevelView = { level: string; criteria: CriterionView[] };

/** A line of a person's record that speaks to an expectation, and who pointed that out. */
export type CriterionLinkView = {
  criterion: { id: string; level: string; text: string; isRetired: boolean };
  line: string;
  by: { address: string; name: string };
  at: string;
};

/** What the organisation expects, level by level, in its order; retired ones only where they are asked for. */
export async function listCriteria(viewer: Viewer, { withRetired = false } = {}): Promise<LevelView[]> {
  authorize(viewer, "catalog:read");
  const rows = await db()
    .select()
    .from(criteria)
    .where(withRetired ? undefined : isNull(criteria.retiredAt))
    .orderBy(asc(criteria.position), asc(criteria.createdAt), asc(criteria.id));
  return byLevel(rows).map(({ level, criteria: list }) => ({
    level,
    criteria: list.map(({ id, text, changedAt, retiredAt }) => ({
      ...{ id, text, changedAt: changedAt.toString(), retiredAt: retiredAt?.toString() ?? null },
    })),
  }));
}

/**
 * Which lines of a person's record speak to which expectations, oldest first. Links to retired ones stay, and say so.
 * Whoever calls this has made sure that the reader may open the record.
 */
export async function listCriterionLinks(personId: string): Promise<CriterionLinkView[]> {
  const rows = await db()
    .select({ link: criterionLinks, criterion: criteria, by: people })
    .from(criterionLinks)
    .innerJoin(criteria, eq(criteria.id, criterionLinks.criterionId))
    .innerJoin(people, eq(people.id, criterionLinks.byId))
    .where(eq(criterionLinks.personId, personId))
    .orderBy(asc(criterionLinks.at), asc(criteria.position), asc(criterionLinks.line));
  return rows.map(({ link, criterion, by }) => ({
    criterion: {
      ...{ id: criterion.id, level: criterion.level, text: criterion.text },
      isRetired: criterion.retiredAt !== null,
    },
    line: link.line,
    by: { address: by.email ?? by.handle ?? "", name: by.name },
    at: link.at.toString(),
  }));
}
