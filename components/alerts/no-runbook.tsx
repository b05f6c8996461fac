import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";

type NoRunbookProps = {
  alertName: string;
  /** What the address calls the service, where there is none of that name. */
  asked: string | undefined;
};

/** Says that an alert of no known service has no runbook, and leads to what there is. */
export function NoRunbook({ alertName, asked }: NoRunbookProps) {
  return (
    <EmptyState
      title={
        asked ? `There is no service “${asked}”, and no runbook for this alert.` : "No runbook answers this alert."
      }
      action={<ButtonLink href={`/search?${new URLSearchParams({ q: alertName })}`}>Search for it</ButtonLink>}
    >
      Name the service to begin one: /r/{alertName}?service=…
    </EmptyState>
  );
}
