import { Download } from "lucide-react";
import { buttonStyle } from "#components/ui/button-style";
import { PrintButton } from "#components/ui/print-button";
import { addressWith } from "#lib/address-values";
import type { MatrixFilter } from "#lib/coverage/filter";

type CoverageDownloadsProps = {
  filter: MatrixFilter;
  team?: string /** A past instant, ISO. */;
  at: string | undefined;
};

/** The matrix as it is narrowed and ordered, to take away: for a spreadsheet and on paper. */
export function CoverageDownloads({ filter, team, at }: CoverageDownloadsProps) {
  const { cursor: _, limit: __, ...kept } = filter;
  return (
    <>
      {/* A file, and no page to go to. */}
      <a
        href={addressWith("/api/v1/coverage.csv", { ...kept, team: filter.team ?? team, at })}
        download
        data-screen-only=""
        className={buttonStyle()}
      >
        <Download aria-hidden="true" />
        CSV
      </a>
      <PrintButton />
    </>
  );
}
