import "server-only";
import { systemViewer } from "#lib/auth/policy";
import { matchSignatures } from "#lib/signatures/match-queries";

export type Said = {
  summary: string;
  rule: string;
  labels: Record<string, string>;
  /** The slug of its service; null: unrouted. */
  serviceSlug: string | null;
};

/**
 * What the people of its service know to do first about an alert that says this, or null. Only their own signatures
 * count: a guess must not stand in a message. That nothing is found, for whatever reason, keeps no message back.
 */
export async function findFirstStep({ summary, rule, labels, serviceSlug }: Said): Promise<string | null> {
  if (serviceSlug === null) return null;
  const text = [summary, ...Object.values(labels), rule].join("\n");
  const matches = await matchSignatures(systemViewer("The pager"), text, { labels, limit: 5 }).catch(() => []);
  return matches.find(({ service }) => service.slug === serviceSlug)?.firstStep ?? null;
}
