"use client";

import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { noteNeedAction } from "#lib/services/actions";

/** Notes in the catalog that a service needs one that its architecture note names. The page stays where it is. */
export function NamedNeed({ service, needs, name }: { service: string; needs: string; name: string }) {
  return (
    <Form action={noteNeedAction} className="flex! flex-wrap items-center gap-1.5">
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="needs" value={needs} />
      <span className="text-ink-faint text-small">Note the need:</span>
      <Button type="submit" name="kind" value="hard" size="small">
        hard<span className="sr-only"> need of {name}</span>
      </Button>
      <Button type="submit" name="kind" value="soft" size="small">
        soft<span className="sr-only"> need of {name}</span>
      </Button>
    </Form>
  );
}
