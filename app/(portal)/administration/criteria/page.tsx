import type { Metadata } from "next";
import { AdministrationTabs } from "#components/administration/administration-tabs";
import { EventList } from "#components/history/event-list";
import { PageHeader } from "#components/layout/page-header";
import { Criteria } from "#components/records/criteria/criteria";
import { WriteCriterion } from "#components/records/criteria/criterion-forms";
import { Section } from "#components/ui/section";
import { requireViewer } from "#lib/auth/viewer";
import { listEventsOfAny } from "#lib/event-queries";
import { listCriteria } from "#lib/records/criteria/queries";

export const metadata: Metadata = { title: "Criteria" };

export default async function CriteriaPage() {
  const viewer = await requireViewer();
  const levels = await listCriteria(viewer, { withRetired: true });
  const ids = levels.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const history = await listEventsOfAny(viewer, ids, { limit: 20 });

  return (
    <>
      <PageHeader
        title="Criteria"
        lede="What your organisation expects of each level, in its own words. People and their managers point out which lines of a record speak to it. No verdict is computed: the judgement stays with people."
        tabs={<AdministrationTabs />}
      />
      <Criteria levels={levels} timeZone={viewer.timeZone} />
      <WriteCriterion levels={levels.map(({ level }) => level)} />
      {history.items.length > 0 && (
        <Section title="What changed">
          <EventList events={history.items} timeZone={viewer.timeZone} here="/administration/criteria" />
        </Section>
      )}
    </>
  );
}
