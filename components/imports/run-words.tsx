import { Status } from "#components/ui/status";
import type { RunView } from "#lib/imports/queries";

type Counts = Pick<RunView, "isDryRun" | "created" | "changed" | "unchanged" | "retired">;

/** `3 created, 1 changed, 40 left alone`; what did not happen is left out. */
export function countWords({ isDryRun, created, changed, unchanged, retired }: Counts): string {
  const would = isDryRun ? "to be " : "";
  const counts: [number, string][] = [
    [created, `${would}created`],
    [changed, `${would}changed`],
    [retired, `${would}retired`],
    [unchanged, "left alone"],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString("en")} ${word}`);
  return said.join(", ") || "nothing";
}

/** How it stands with a run that has not simply finished. */
export function stateWords({ state, done, total }: Pick<RunView, "state" | "done" | "total">) {
  switch (state) {
    case "running":
      return (
        <Status>
          running, {done.toLocaleString("en")} of {total.toLocaleString("en")}
        </Status>
      );
    case "failed":
      return <Status tone="bad">failed; nothing of it was kept</Status>;
    case "cut-off":
      return <Status tone="bad">cut off; nothing of it was kept</Status>;
    case "finished":
      return <Status>finished</Status>;
  }
}
