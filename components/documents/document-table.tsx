import { AlertNames } from "#components/documents/alert-names";
import { kindWords } from "#components/documents/document-words";
import { FreshnessStatus } from "#components/documents/freshness/freshness-status";
import { Link } from "#components/ui/link";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { documentUrl } from "#lib/documents/addresses";
import type { DocumentItem } from "#lib/documents/views";

type DocumentTableProps = {
  caption: string;
  documents: readonly DocumentItem[];
  timeZone: string;
  /** Of several services: each line says of which. */
  isServiceShown?: boolean;
  /** Of both kinds: each line says of which. */
  isKindShown?: boolean;
};

/** Documents, each with how far it can be trusted. */
export function DocumentTable({ caption, documents, timeZone, isServiceShown, isKindShown }: DocumentTableProps) {
  return (
    <Table caption={caption}>
      {documents.map((document) => {
        const { id, kind, title, service } = document;
        const alertNames = document.alertNames.filter((name) => name !== title);
        return (
          <Row key={id}>
            <Cell>
              <Link href={documentUrl(document)} className="font-semibold">
                {title}
              </Link>
              {(isServiceShown || isKindShown) && (
                <CellNote isInline>
                  {[isKindShown && kindWords[kind].one, isServiceShown && service.name].filter(Boolean).join(" · ")}
                </CellNote>
              )}
              {alertNames.length > 0 && (
                <CellNote>
                  <AlertNames names={alertNames} />
                </CellNote>
              )}
            </Cell>
            <Cell align="right" className="sm:max-w-72 sm:pl-4">
              <FreshnessStatus freshness={document.freshness} timeZone={timeZone} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
