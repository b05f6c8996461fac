import { ArrowDown, ArrowUp } from "lucide-react";
import { EmptyState } from "#components/layout/empty-state";
import { MethodRow } from "#components/notifications/method-row";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { moveMethodAction } from "#lib/notifications/methods/actions";
import type { MethodView } from "#lib/notifications/methods/method-view";

type MethodListProps = {
  methods: readonly MethodView[];
  timeZone: string;
  now: string;
  /** The code that a message's link brought along, and for which method. */
  brought: { method: string; code: string } | undefined;
};

/** The ways to reach somebody, in their order. */
export function MethodList({ methods, timeZone, now, brought }: MethodListProps) {
  if (methods.length === 0) {
    return (
      <EmptyState title="Nothing of yours would ring" action={<ButtonLink href="?add=ntfy#add">Add a way</ButtonLink>}>
        Add at least one that wakes you, and one more for the night on which that one fails.
      </EmptyState>
    );
  }
  return (
    <>
      {(["up", "down"] as const).map((direction) => (
        <Form key={direction} id={`move-${direction}`} action={moveMethodAction} className="gap-0!">
          <input type="hidden" name="direction" value={direction} />
        </Form>
      ))}
      <ol className="rows border-b">
        {methods.map((method, index) => (
          <MethodRow
            key={method.id}
            method={method}
            timeZone={timeZone}
            now={now}
            code={brought?.method === method.id ? brought.code : undefined}
            moves={
              <>
                <Move method={method} direction="up" isLast={index === 0} />
                <Move method={method} direction="down" isLast={index === methods.length - 1} />
              </>
            }
          />
        ))}
      </ol>
    </>
  );
}

type MoveProps = { method: MethodView; direction: "up" | "down"; isLast: boolean };

function Move({ method: { id, label }, direction, isLast }: MoveProps) {
  if (isLast) return null;
  return (
    <Button type="submit" form={`move-${direction}`} name="method" value={id} size="small" variant="quiet">
      {direction === "up" ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
      <span className="sr-only">{`Move ${label} ${direction}`}</span>
    </Button>
  );
}
