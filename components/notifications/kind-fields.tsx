import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { ContactKind } from "#lib/notifications/contact-kinds";

type KindFieldsProps = { kind: Exclude<ContactKind, "web-push">; email: string | null; topic: string };

/** Where a way of this kind leads. */
export function KindFields({ kind, email, topic }: KindFieldsProps) {
  switch (kind) {
    case "email":
      return (
        <Field label="Address" name="address" isRequired>
          <Input type="email" inputMode="email" autoComplete="email" defaultValue={email ?? undefined} />
        </Field>
      );
    case "ntfy":
      return (
        <>
          <Field label="Server" name="server" isRequired>
            <Input type="url" inputMode="url" defaultValue="https://ntfy.sh" />
          </Field>
          <Field
            label="Topic"
            name="topic"
            isRequired
            hint="Subscribe to it in the ntfy app. Whoever knows it can read along."
          >
            <Input
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={topic}
              className="font-mono"
            />
          </Field>
          <Field label="Access token" name="token" isOptional hint="Where the server asks for one.">
            <Input type="password" autoComplete="off" />
          </Field>
        </>
      );
    case "webhook":
    case "slack":
      return (
        <Field
          label={kind === "slack" ? "Webhook address" : "Address"}
          name="url"
          isRequired
          hint={
            kind === "slack"
              ? "In Slack: Apps, Incoming Webhooks, choose the channel, copy the address."
              : "It gets JSON by POST. Its signing secret is shown once it is added."
          }
        >
          <Input type="url" inputMode="url" autoComplete="off" placeholder="https://" />
        </Field>
      );
    case "sms":
    case "voice":
      return (
        <Field label="Number" name="number" isRequired hint="With its country, such as +351 912 345 678.">
          <Input type="tel" inputMode="tel" autoComplete="tel" />
        </Field>
      );
    case "pagerduty":
      return (
        <Field
          label="Integration key"
          name="routingKey"
          isRequired
          hint="In PagerDuty: the service, Integrations, Events API v2. 32 letters and digits."
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} className="font-mono" />
        </Field>
      );
  }
}
