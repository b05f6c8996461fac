import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { sendSignInLinkAction } from "#lib/auth/actions";

type EmailLinkFormProps = { callbackUrl: string; isAlternative: boolean };

/** Asks for an address to send a sign-in link to. */
export function EmailLinkForm({ callbackUrl, isAlternative }: EmailLinkFormProps) {
  return (
    <Form action={sendSignInLinkAction} className={isAlternative ? "border-t pt-6" : undefined}>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="E-mail" name="email" hint="We send you a link to sign in with; there is no password." isRequired>
        <Input type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Button type="submit" variant={isAlternative ? "plain" : "primary"} className="justify-self-start">
        Send the link
      </Button>
    </Form>
  );
}
