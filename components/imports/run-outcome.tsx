import { RefreshWhileRunning } from "#components/imports/refresh-while-running";
import { countWords } from "#components/imports/run-words";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Progress } from "#components/ui/progress";
import type { RunView } from "#lib/imports/queries";

/** How it stands with an import: on its way, done, or not. */
export function RunOutcome({ run }: { run: RunView }) {
  switch (run.state) {
    case "running":
      return (
        <div role="status" className="mb-8 max-w-[34rem]">
          <Progress label={`Importing ${run.total.toLocaleString("en")} documents`} done={run.done} total={run.total} />
          <RefreshWhileRunning />
        </div>
      );
    case "failed":
      return (
        <Notice tone="bad" title="The import failed." className="mb-8">
          {run.failure}
        </Notice>
      );
    case "cut-off":
      return (
        <Notice tone="bad" title="The import was cut off." className="mb-8">
          The server stopped while it ran. Nothing of it was kept; it can simply be run again.
        </Notice>
      );
    case "finished":
      return <Finished run={run} />;
  }
}

function Finished({ run }: { run: RunView }) {
  if (run.isDryRun) {
    const hasChanges = run.differences.length > 0;
    return (
      <p className="mb-6 max-w-[44rem]">
        {sumWords(run)} {hasChanges ? "Nothing has been written yet." : "There is nothing to import."}
      </p>
    );
  }
  return (
    <Notice tone="ok" title="Imported." className="mb-8" action={<Link href="/services">To the catalog</Link>}>
      {sumWords(run)}
    </Notice>
  );
}

function sumWords(run: RunView): string {
  const documents = run.total === 1 ? "1 document" : `${run.total.toLocaleString("en")} documents`;
  const rejected = run.rejected.length > 0 ? `, ${run.rejected.length.toLocaleString("en")} rejected` : "";
  return `Of ${documents}: ${countWords(run)}${rejected}.`;
}
