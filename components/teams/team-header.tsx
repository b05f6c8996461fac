import { PageHeader } from "#components/layout/page-header";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { TabLinks } from "#components/ui/tab-links";
import type { TeamHead } from "#lib/teams/queries";

/** The head of every page of a team: where it stands, what it is, its rooms. */
export function TeamHeader({ team, timeZone }: { team: TeamHead; timeZone: string }) {
  const address = `/teams/${team.slug}`;
  const above = team.above.map(({ slug, name }) => ({ href: `/teams/${slug}`, label: name }));
  return (
    <>
      <PageHeader
        breadcrumb={[{ href: "/teams", label: "Teams" }, ...above]}
        title={team.name}
        facts={`${team.kind} team`}
        lede={team.description}
        actions={team.permissions.canEdit && <ButtonLink href={`${address}/edit`}>Edit</ButtonLink>}
        tabs={
          <TabLinks
            label={team.name}
            tabs={[
              { href: address, label: "Overview" },
              { href: `${address}/members`, label: "Members", count: team.peopleCount },
              { href: `${address}/coverage`, label: "Coverage" },
              { href: `${address}/history`, label: "History" },
            ]}
          />
        }
      />
      {team.retiredAt && (
        <Notice
          tone="warn"
          title="Retired."
          className="mb-6"
          action={team.permissions.canRetire && <Link href={`${address}/edit#retire`}>Bring it back</Link>}
        >
          It was retired on <Instant at={team.retiredAt} timeZone={timeZone} style="day" />; its history stays.
        </Notice>
      )}
    </>
  );
}
