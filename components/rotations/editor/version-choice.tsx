import { When } from "#components/rotations/when";
import { TabLinks } from "#components/ui/tab-links";
import type { RotationView } from "#lib/rotations/views";

type VersionChoiceProps = { rotation: RotationView; chosen: string; timeZone: string };

/** Which of the coming changes is edited, where there are any. */
export function VersionChoice({ rotation: { slug, version, laterVersions }, chosen, timeZone }: VersionChoiceProps) {
  if (laterVersions.length === 0) return null;
  const homeZone = version.layers[0]?.timeZone ?? timeZone;
  return (
    <div className="mb-6">
      <TabLinks
        label="Which layers"
        tabs={[
          { label: "As it is now", href: `/rotations/${slug}/edit`, isCurrent: chosen === version.from },
          ...laterVersions.map(({ from }) => ({
            label: (
              <>
                From <When at={from} timeZone={timeZone} homeZone={homeZone} style="full" />
              </>
            ),
            href: `/rotations/${slug}/edit?${new URLSearchParams({ from })}`,
            isCurrent: chosen === from,
          })),
        ]}
      />
    </div>
  );
}
