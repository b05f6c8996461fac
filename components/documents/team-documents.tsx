import { DocumentTable } from "#components/documents/document-table";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { TeamDocuments as Found } from "#lib/documents/team-documents-queries";

type TeamDocumentsProps = { team: { slug: string; name: string }; found: Found; timeZone: string };

const most = 8;

/** What a team has written about its services, where that needs a look. */
export function TeamDocuments({ team, found: { total, doubtful }, timeZone }: TeamDocumentsProps) {
  if (total === 0) return null;
  const all = `/documents?team=${team.slug}`;
  return (
    <Section
      title="Documents in doubt"
      note={`${doubtful.length} of ${total}`}
      action={<Link href={all}>All documents</Link>}
    >
      {doubtful.length > 0 ? (
        <DocumentTable
          caption={`Documents of ${team.name} that are in doubt or overdue`}
          documents={doubtful.slice(0, most)}
          timeZone={timeZone}
          isServiceShown
          isKindShown
        />
      ) : (
        <p className="border-t py-2.5 text-ink-soft">All of them hold.</p>
      )}
      {doubtful.length > most && (
        <p className="border-t py-2.5 text-small">
          <Link href={`${all}&state=doubtful`}>{doubtful.length - most} more</Link>
        </p>
      )}
    </Section>
  );
}
