"use client";

import { use } from "react";
import { Button } from "#components/ui/button";
import { CodeBlock } from "#components/ui/code-block";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Form } from "#components/ui/form";
import { FormStateContext } from "#components/ui/form-context";
import { Instant } from "#components/ui/instant";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { makeIntakeKeyAction, revokeIntakeKeyAction } from "#lib/alerts/intake/actions";
import type { IntakeKeyView } from "#lib/alerts/intake/intake-queries";

type IntakeKeysProps = {
  service: string;
  keys: readonly IntakeKeyView[];
  origin: string;
  timeZone: string;
  now: string;
};

/** The keys by which PagerDuty senders raise alerts of a service; a new one is shown this one time. */
export function IntakeKeys({ service, keys, origin, timeZone, now }: IntakeKeysProps) {
  return (
    <Section title="Keys for PagerDuty senders" id="keys" note={keys.length > 0 && keys.length}>
      <p className="mb-3 max-w-[44rem] text-ink-soft">
        Whatever speaks PagerDuty's Events API v2 sends to{" "}
        <code className="wrap-anywhere">{origin}/api/v1/intake/pagerduty/v2/enqueue</code> with such a key as its{" "}
        <code>routing_key</code>.
      </p>
      {keys.length > 0 ? (
        <ul className="rows mb-5 border-b">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
              <span>
                <code>{key.hint}…</code>
                <span className="block text-ink-faint text-small">
                  made <Instant at={key.createdAt} timeZone={timeZone} style="day" />
                  {key.createdBy && ` by ${key.createdBy}`}
                  {" · "}
                  {key.lastUsedAt ? (
                    <>
                      used <Instant at={key.lastUsedAt} timeZone={timeZone} style="relative" now={now} />
                    </>
                  ) : (
                    "never used"
                  )}
                </span>
              </span>
              <ConfirmForm
                action={revokeIntakeKeyAction}
                label="Revoke"
                confirmLabel="Revoke it"
                title={`Revoke ${key.hint}…?`}
                size="small"
              >
                <input type="hidden" name="service" value={service} />
                <input type="hidden" name="key" value={key.id} />
                Alerts that are sent with it are refused from this moment on. This cannot be undone.
              </ConfirmForm>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-5 border-y py-4 text-ink-soft">No key is good at the moment.</p>
      )}
      <Form action={makeIntakeKeyAction}>
        <NewKey />
        <input type="hidden" name="service" value={service} />
        <Button type="submit" className="justify-self-start">
          Make a key
        </Button>
      </Form>
    </Section>
  );
}

function NewKey() {
  const state = use(FormStateContext);
  if (state.status !== "done") return null;
  const { key } = state.result as { key: string };
  return (
    <div role="status">
      <Notice tone="ok" title="The key is ready." className="max-w-[46rem]">
        Copy it now: only its fingerprint is kept, so it cannot be shown again.
        <CodeBlock code={key} className="mt-2" />
      </Notice>
    </div>
  );
}
