import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { measureAction } from "#lib/coverage/measure-actions";

/** Measures one service, or what a team delivers, at once. */
export function MeasureButton({ service, team }: { service?: string; team?: string }) {
  return (
    <Form action={measureAction} className="gap-2!">
      <input type="hidden" name={service ? "service" : "team"} value={service ?? team} />
      <Button type="submit">Measure now</Button>
    </Form>
  );
}
