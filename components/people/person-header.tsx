import { PageHeader } from "#components/layout/page-header";
import { personAddress } from "#components/people/person-link";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Notice } from "#components/ui/notice";
import { TabLinks } from "#components/ui/tab-links";
import type { PersonView } from "#lib/people/queries";

type PersonHeaderProps = {
  person: PersonView;
  room?: "record" | "absences" | "history";
  /** The reader may open this person's ownership record. */
  hasRecord: boolean;
  timeZone: string;
  now: string;
};

/** The head of every page of a person: who they are and what time it is where they are. */
export function PersonHeader({ person, room, hasRecord, timeZone, now }: PersonHeaderProps) {
  const address = personAddress(person.address);
  const { isSelf, canEdit, canSeeAbsences } = person.permissions;
  return (
    <>
      <PageHeader
        breadcrumb={[{ href: "/people", label: "People" }]}
        title={person.name}
        facts={person.timeZone && `${instantText(now, person.timeZone, "time")} in ${zoneText(person.timeZone)}`}
        lede={person.title}
        actions={canEdit && <ButtonLink href={`${address}/edit`}>{isSelf ? "Edit your profile" : "Edit"}</ButtonLink>}
        tabs={
          <TabLinks
            label={person.name}
            tabs={[
              { href: address, label: "Overview", isCurrent: room === undefined },
              ...(hasRecord
                ? [
                    {
                      ...{ href: `${address}/record`, label: "Ownership record", isCurrent: room === "record" },
                      prefetch: false as const,
                    },
                  ]
                : []),
              ...(canSeeAbsences
                ? [{ href: `${address}/absences`, label: "Absences", isCurrent: room === "absences" }]
                : []),
              { href: `${address}/history`, label: "History", isCurrent: room === "history" },
            ]}
          />
        }
      />
      {person.deactivatedAt && (
        <Notice tone="warn" title="Deactivated." className="mb-6">
          {person.name} cannot sign in since <Instant at={person.deactivatedAt} timeZone={timeZone} style="day" />.
        </Notice>
      )}
    </>
  );
}
