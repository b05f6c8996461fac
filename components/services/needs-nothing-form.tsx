"use client";

import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { stateNeedsNothingAction, withdrawNeedsNothingAction } from "#lib/services/actions";

/** Says that a service needs nothing else, or takes that back. */
export function NeedsNothingForm({ service, isStated }: { service: string; isStated: boolean }) {
  return (
    <div data-screen-only="">
      <Form action={isStated ? withdrawNeedsNothingAction : stateNeedsNothingAction} key={String(isStated)}>
        <input type="hidden" name="service" value={service} />
        <Button type="submit" size="small" variant="quiet" className="-my-1.5 max-sm:-ml-2.5">
          {isStated ? "Take that back" : "It needs nothing else"}
        </Button>
      </Form>
    </div>
  );
}
