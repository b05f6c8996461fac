"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { pasteAddress } from "#components/search/paste-address";
import { carryText } from "#components/signatures/carried-text";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { idle } from "#components/ui/form-context";
import { Section } from "#components/ui/section";
import { Textarea } from "#components/ui/textarea";
import { pasteErrorAction } from "#lib/search/actions";

/** A box for an error; what is known about it is shown on a page of its own. */
export function PasteBox() {
  const router = useRouter();
  // Without JavaScript the form itself leads there.
  const [, submit] = useActionState(pasteErrorAction, idle, pasteAddress);

  return (
    <Section title="Paste an error">
      <form
        action={submit}
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          carryText(pasteAddress, String(new FormData(event.currentTarget).get("text")));
          router.push(pasteAddress);
        }}
      >
        <Field
          label="A log, a stack trace or an alert"
          name="text"
          isLabelHidden
          className="max-w-none! flex-1 basis-60"
        >
          <Textarea
            rows={1}
            required
            spellCheck={false}
            placeholder="A log, a stack trace or an alert"
            className="max-h-40 min-h-0! font-mono text-small"
          />
        </Field>
        <Button type="submit">Find what it means</Button>
      </form>
    </Section>
  );
}
