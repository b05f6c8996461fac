"use client";

import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { withdrawExpertAction } from "#lib/services/actions";

/** Takes somebody off the experts of a service. */
export function WithdrawExpert({ slug, person }: { slug: string; person: { address: string; name: string } }) {
  return (
    <Form action={withdrawExpertAction}>
      <input type="hidden" name="service" value={slug} />
      <Button type="submit" name="person" value={person.address} size="small" variant="quiet" className="-my-1.5">
        Withdraw
        <span className="sr-only">: {person.name}</span>
      </Button>
    </Form>
  );
}
