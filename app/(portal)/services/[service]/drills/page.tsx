import { DrillList } from "#components/alerts/drills/drill-list";
import { PlanDrill } from "#components/alerts/drills/plan-drill";
import { TaskHeader } from "#components/services/task-header";
import { listAskable } from "#lib/alerts/drills/ask-queries";
import { listDrills } from "#lib/alerts/drills/queries";
import { now } from "#lib/clock";
import { loadService, serviceMetadata } from "../load-service";

type Props = PageProps<"/services/[service]/drills">;

export const generateMetadata = ({ params }: Props) => serviceMetadata(params, "Drills");

export default async function DrillsPage({ params }: Props) {
  const { viewer, service } = await loadService(params, "/drills");
  const canPlan = service.permissions.canEdit && service.retiredAt === null;
  const [drills, askable] = await Promise.all([
    listDrills(viewer, service.id),
    canPlan ? listAskable(viewer, service.id, now()) : [],
  ]);

  return (
    <>
      <TaskHeader
        service={service}
        title={`Drills of ${service.name}`}
        lede="An alert that is only played shows, before the real one, who can be reached and whether the briefing helps."
      />
      <DrillList drills={drills} canPlan={canPlan} timeZone={viewer.timeZone} />
      {canPlan && <PlanDrill service={service.slug} askable={askable} />}
    </>
  );
}
