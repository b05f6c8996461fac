import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { newRunbookUrl } from "#lib/documents/addresses";
import type { AskedService } from "#lib/documents/runbook-way-queries";

type NoRunbookProps = {
  alertName: string;
  service: AskedService | undefined;
  asked: string | undefined;
};

/** Says that an alert has no runbook, and leads to what there is. */
export function NoRunbook({ alertName, service, asked }: NoRunbookProps) {
  if (!service)
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
  return (
    <EmptyState
      title={`The runbook for this alert is missing: nobody of ${service.name} has written it yet.`}
      action={
        <>
          {service.canWrite && (
            <ButtonLink href={newRunbookUrl(service.slug, alertName)} variant="primary">
              Write it
            </ButtonLink>
          )}
          <ButtonLink href={`/services/${service.slug}`}>Open {service.name}</ButtonLink>
        </>
      }
    >
      Its page says who is on watch and what else is written about it.
    </EmptyState>
  );
}
