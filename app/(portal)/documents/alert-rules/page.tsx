import type { Metadata } from "next";
import { RuleDirectory } from "#components/alerts/rule-directory";
import { PageHeader } from "#components/layout/page-header";
import { RuleFilter } from "#lib/alerts/rules/filter";
import { countRules, listRules } from "#lib/alerts/rules/queries";
import { requireViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Alert rules" };

export default async function AlertRulesPage({ searchParams }: PageProps<"/documents/alert-rules">) {
  const [viewer, values] = await Promise.all([requireViewer(), searchParams]);
  const filter = RuleFilter.parse(values);
  const [rules, counts] = await Promise.all([listRules(viewer, filter), countRules(viewer)]);

  return (
    <>
      <PageHeader
        title="Alert rules"
        breadcrumb={[{ href: "/documents", label: "Documents" }]}
        lede="What may wake somebody, and whether a runbook waits for them."
      />
      <RuleDirectory filter={filter} rules={rules} counts={counts} />
    </>
  );
}
