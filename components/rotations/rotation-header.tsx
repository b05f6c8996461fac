import { PageHeader } from "#components/layout/page-header";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { TabLinks } from "#components/ui/tab-links";
import type { RotationView } from "#lib/rotations/views";

type RotationHeaderProps = { rotation: RotationView; timeZone: string };

/** The head of every page of a rotation: whose it is, what may be done with it, its rooms. */
export function RotationHeader({ rotation, timeZone }: RotationHeaderProps) {
  const { slug, name, team, isTeamDefault, retiredAt, permissions } = rotation;
  const address = `/rotations/${slug}`;
  return (
    <>
      <PageHeader
        breadcrumb={[
          { href: "/rotations", label: "Rotations" },
          { href: `/teams/${team.slug}`, label: team.name },
        ]}
        title={name}
        facts={isTeamDefault ? "stands the watch of the team’s services" : undefined}
        lede={rotation.description}
        actions={
          permissions.canEdit && (
            <>
              <ButtonLink href={`${address}/settings`} variant="quiet">
                Settings
              </ButtonLink>
              {!retiredAt && <ButtonLink href={`${address}/edit`}>Edit</ButtonLink>}
            </>
          )
        }
        tabs={
          <TabLinks
            label={name}
            tabs={[
              { href: address, label: "Overview" },
              { href: `${address}/month`, label: "Month" },
              { href: `${address}/table`, label: "Table" },
              { href: `${address}/load`, label: "Load" },
              { href: `${address}/history`, label: "History" },
            ]}
          />
        }
      />
      {retiredAt && (
        <Notice
          tone="warn"
          title="Retired."
          className="mb-6"
          action={permissions.canEdit && <Link href={`${address}/settings`}>Bring it back</Link>}
        >
          Nobody is paged through it since <Instant at={retiredAt} timeZone={timeZone} style="day" />; its history
          stays.
        </Notice>
      )}
    </>
  );
}
