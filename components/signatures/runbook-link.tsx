import { Link } from "#components/ui/link";
import { documentUrl } from "#lib/documents/addresses";
import type { RunbookStepRef } from "#lib/signatures/views";

type RunbookLinkProps = { service: { slug: string }; runbook: RunbookStepRef };

/** Into the step of the runbook to which a signature leads. */
export function RunbookLink({ service, runbook: { slug, title, anchor, isRetired } }: RunbookLinkProps) {
  return (
    <span>
      <Link href={documentUrl({ kind: "runbook", slug, service }, anchor ?? "")}>
        {title}
        {anchor && <> › {placeOf(anchor)}</>}
      </Link>
      {isRetired && <span className="text-warn"> (retired)</span>}
    </span>
  );
}

/** `mitigation-2` in words: step 2 of mitigation. */
function placeOf(anchor: string): string {
  const [, section = anchor, step] = /^(.*?)(?:-(\d+))?$/.exec(anchor) ?? [];
  const words = section.replaceAll("-", " ");
  return step ? `${words}, step ${step}` : words;
}
