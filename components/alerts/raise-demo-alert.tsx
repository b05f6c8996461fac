import { Button } from "#components/ui/button";
import { raiseDemoAlertAction } from "#lib/alerts/demo/demo-actions";

/** For newcomers to the demo: something breaks, and they live through it. */
export function RaiseDemoAlert() {
  return (
    <form action={raiseDemoAlertAction}>
      <Button type="submit">Break something, as on a real night</Button>
    </form>
  );
}
