import { NeedsNothingForm } from "#components/services/needs-nothing-form";
import { Instant } from "#components/ui/instant";
import type { ServiceView } from "#lib/services/queries";

type NeedsNothingProps = {
  service: Pick<ServiceView, "slug" | "needsNothingSince">;
  timeZone: string;
  canEdit: boolean;
};

/** What stands where no need is noted: that there is none, or that nobody has said so. */
export function NeedsNothing({ service: { slug, needsNothingSince }, timeZone, canEdit }: NeedsNothingProps) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t py-2.5">
      <p className={needsNothingSince ? "" : "text-ink-faint"}>
        {needsNothingSince ? (
          <>
            It needs nothing else: somebody said so on{" "}
            <Instant at={needsNothingSince} timeZone={timeZone} style="day" />.
          </>
        ) : (
          "Nothing is noted, and nobody has said that there is nothing."
        )}
      </p>
      {canEdit && <NeedsNothingForm service={slug} isStated={needsNothingSince !== null} />}
    </div>
  );
}
