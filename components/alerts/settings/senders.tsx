import { CodeBlock } from "#components/ui/code-block";
import { Fact, Facts } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";

const alertmanager = (origin: string) => `receivers:
  - name: watchbill
    webhook_configs:
      - url: ${origin}/api/v1/intake/alertmanager
        http_config:
          authorization:
            credentials_file: /etc/alertmanager/watchbill-token`;

const generic = (origin: string) => `curl -X POST ${origin}/api/v1/alerts \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{ "service": "checkout", "rule": "PaymentsFail", "severity": "critical",
        "summary": "Half of all payments fail", "customerImpact": "Customers cannot pay." }'`;

const deploy = (origin: string) => `curl -X POST ${origin}/api/v1/changes \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{ "service": "checkout", "kind": "deploy", "summary": "Checkout 4.13.0" }'`;

/** How what sends alerts is connected. */
export function Senders({ origin }: { origin: string }) {
  return (
    <>
      <Section title="Alertmanager and Grafana" id="alertmanager">
        <p className="mb-2 max-w-[44rem] text-ink-soft">
          A webhook with a <Link href="/administration/tokens">service token</Link> that may send alerts. The service is
          the label <code>service</code>, else <code>job</code>. For senders that can set no header, the token may stand
          in the address: <code>?token=…</code>
        </p>
        <CodeBlock code={alertmanager(origin)} />
      </Section>
      <Section title="PagerDuty senders" id="pagerduty">
        <Facts className="max-w-[44rem]">
          <Fact term="Address">
            <code className="wrap-anywhere">{origin}/api/v1/intake/pagerduty/v2/enqueue</code>
          </Fact>
          <Fact term="Key">made on the page of the service, under Alerts → Maintenance and senders</Fact>
        </Facts>
      </Section>
      <Section title="Your own programs" id="programs">
        <CodeBlock code={generic(origin)} />
      </Section>
      <Section title="What changed: deploys, flags, configuration" id="changes">
        <p className="mb-2 max-w-[44rem] text-ink-soft">
          Whoever is woken sees first what changed lately. A line at the end of each pipeline is enough.
        </p>
        <CodeBlock code={deploy(origin)} />
      </Section>
    </>
  );
}
