"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { carryText } from "#components/signatures/carried-text";
import { Button } from "#components/ui/button";
import { idle } from "#components/ui/form-context";
import type { Ref } from "#lib/documents/views";
import { readErrorAction } from "#lib/signatures/actions";

type StartSignatureProps = { text: string; services: readonly Ref[]; isKnown: boolean };

/** Leads from a pasted error to the form in which its signature is written, for one of the reader's services. */
export function StartSignature({ text, services, isKnown }: StartSignatureProps) {
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="text-ink-soft">
        {isKnown
          ? "Is it something else? Write a signature from this, for"
          : "Do you know it? Write a signature from this, for"}
      </span>
      {services.map((service) => (
        <Start key={service.slug} text={text} service={service} />
      ))}
    </div>
  );
}

function Start({ text, service }: { text: string; service: Ref }) {
  const router = useRouter();
  const address = `/services/${service.slug}/signatures/new`;
  // Without JavaScript the form carries the text to that page.
  const [, submit] = useActionState(readErrorAction, idle, address);
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        event.preventDefault();
        carryText(address, text);
        router.push(address);
      }}
    >
      <input type="hidden" name="text" value={text} />
      <Button type="submit" size="small">
        {service.name}
      </Button>
    </form>
  );
}
