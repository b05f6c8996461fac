import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { giveBackAction } from "#lib/rotations/standing-in/life-actions";
import type { OverrideView, Ref } from "#lib/rotations/views";

type EndOverrideProps = {
  rotation: Ref;
  override: OverrideView;
  /** The reader's own address. */
  address: string | null;
  now: string;
};

/** Gives a span back, or undoes one that lies ahead; for whoever may. A swap is undone for both. */
export function EndOverride({ rotation, override, address, now }: EndOverrideProps) {
  if (!override.canEnd) return null;
  const hasBegun = Date.parse(override.from) <= Date.parse(now);
  const isOwn = override.person.address === address;
  const words = override.origin === "swapped" ? "Undo the swap" : isOwn ? "Give back" : hasBegun ? "End now" : "Undo";
  return (
    <Form action={giveBackAction} className="gap-2! sm:justify-items-end">
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="override" value={override.id} />
      <input type="hidden" name="from" value={override.from} />
      <input type="hidden" name="to" value={override.to} />
      <Button type="submit" size="small" variant="quiet" className="sm:-mr-2.5 max-sm:-ml-2.5">
        <span>
          {words}
          <span className="sr-only">: {override.person.name}</span>
        </span>
      </Button>
    </Form>
  );
}
