"use client";

import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { addDependencyAction, removeDependencyAction } from "#lib/services/actions";
import type { Neighbour } from "#lib/services/queries";

type DependencyActionsProps = {
  service: string;
  neighbour: Pick<Neighbour, "dependency" | "slug" | "name" | "kind" | "noun">;
};

/** What can be done with one need: make it hard or soft, or take it away. */
export function DependencyActions({ service, neighbour }: DependencyActionsProps) {
  const { dependency, slug, name, kind, noun } = neighbour;
  const other = kind === "hard" ? "soft" : "hard";
  return (
    <div className="flex justify-end gap-1 max-sm:justify-start max-sm:-ml-2.5" data-screen-only="">
      {noun === "service" && (
        <Form action={addDependencyAction}>
          <input type="hidden" name="service" value={service} />
          <input type="hidden" name="needs" value={slug} />
          <Button type="submit" name="kind" value={other} size="small" variant="quiet" className="-my-1.5">
            Make {other}
            <span className="sr-only">: {name}</span>
          </Button>
        </Form>
      )}
      <Form action={removeDependencyAction}>
        <input type="hidden" name="service" value={service} />
        <Button type="submit" name="dependency" value={dependency} size="small" variant="quiet" className="-my-1.5">
          Remove
          <span className="sr-only">: {name}</span>
        </Button>
      </Form>
    </div>
  );
}
