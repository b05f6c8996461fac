import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import { Status } from "#components/ui/status";
import { sendCodeAction, verifyMethodAction } from "#lib/notifications/methods/actions";
import type { MethodView } from "#lib/notifications/methods/method-view";

type VerifyMethodProps = { method: MethodView; code: string | undefined; now: string };

/** Takes the code that was sent to a method, or sends another. */
export function VerifyMethod({ method: { id, label, codeUntil, codeFailure }, code, now }: VerifyMethodProps) {
  const isOver = codeUntil === null || Date.parse(codeUntil) <= Date.parse(now);
  return (
    <div className="col-span-full mt-1 grid gap-3 border-l-2 border-l-line-strong pl-3.5">
      {codeFailure && <Status tone="bad">The code did not get there: {codeFailure}</Status>}
      {!isOver && (
        <Form action={verifyMethodAction} className="gap-2!">
          <input type="hidden" name="method" value={id} />
          <div className="flex flex-wrap items-end gap-2">
            <Field label="The code that arrived" name="code" className="w-40">
              <Input
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={7}
                defaultValue={code}
                className="tabular-nums tracking-widest"
              />
            </Field>
            <Button type="submit" variant="primary">
              <span>
                Verify<span className="sr-only"> {label}</span>
              </span>
            </Button>
          </div>
        </Form>
      )}
      <Form action={sendCodeAction} className="gap-2!">
        <input type="hidden" name="method" value={id} />
        <div className="-ml-2.5 flex flex-wrap items-center gap-x-2">
          <Button type="submit" size="small" variant={isOver ? "plain" : "quiet"} className={isOver ? "ml-2.5" : ""}>
            <span>
              {isOver ? "Send a code" : "Send another code"}
              <span className="sr-only"> to {label}</span>
            </span>
          </Button>
        </div>
      </Form>
    </div>
  );
}
