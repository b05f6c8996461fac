import { MatrixHead } from "#components/coverage/matrix-head";
import { MatrixServiceRow } from "#components/coverage/matrix-row";
import { asIs, markupOf } from "#components/ui/markup";
import type { MatrixHeads, MatrixRow } from "#lib/coverage/matrix-queries";

type MatrixProps = {
  caption: string;
  heads: MatrixHeads;
  rows: readonly MatrixRow[];
  /** The day that is looked at, to be kept by links; undefined: today. */
  day: string | undefined;
  isTeamShown: boolean;
};

/**
 * Services against checks. Where the columns have no room each service becomes a few lines of words. The rows are handed
 * to React as the HTML they are: a thousand cells that nothing happens to.
 */
export function Matrix({ caption, heads, rows, day, isTeamShown }: MatrixProps) {
  return (
    <table className="w-full border-collapse max-xl:block print:table!">
      <caption className="sr-only">{caption}</caption>
      <MatrixHead heads={heads} />
      <tbody
        className="max-xl:block print:table-row-group!"
        {...asIs(markupOf(rows.map((row) => <MatrixServiceRow key={row.slug} {...{ row, day, isTeamShown }} />)))}
      />
    </table>
  );
}
