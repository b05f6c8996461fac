import { SpanText } from "#components/rotations/span-text";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { Cell, Row, Table } from "#components/ui/table";
import type { OwnWatch } from "#lib/rotations/own-watch-queries";

type OwnWatchesProps = { caption: string; watches: readonly OwnWatch[]; timeZone: string };

/** Watches of one person, one below the other: of which rotation, and when. */
export function OwnWatchTable({ caption, watches, timeZone }: OwnWatchesProps) {
  return (
    <Table caption={caption}>
      {watches.map(({ rotation, from, until, isOverride }) => (
        <Row key={`${rotation.slug} ${from}`}>
          <Cell>
            <Link href={`/rotations/${rotation.slug}`} className="font-semibold text-ink">
              {rotation.name}
            </Link>
            {isOverride && (
              <Status tone="over" className="ml-1.5">
                standing in
              </Status>
            )}
          </Cell>
          <Cell align="right" className="text-ink-soft text-small">
            {until ? (
              <SpanText from={from} to={until} timeZone={timeZone} />
            ) : (
              <>
                from <Instant at={from} timeZone={timeZone} style="moment" /> on
              </>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
