import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { type LimitName, limitNames, limitText, limitWords, shippedLimits } from "#lib/coverage/limit-words";
import type { CoverageLimits as Limits } from "#lib/coverage/limits";
import { resetCoverageLimitAction, setCoverageLimitsAction } from "#lib/coverage/limits-actions";

/** What coverage is measured against: each limit with what it means, where it comes from, and what ships. */
export function CoverageLimits({ limits }: { limits: Limits }) {
  return (
    <>
      <Form id="reset-limit" action={resetCoverageLimitAction} className="has-[[role]]:mb-5">
        {null}
      </Form>
      <Form
        action={setCoverageLimitsAction}
        className="gap-6! [&>div:first-of-type]:border-t-0 [&>div:first-of-type]:pt-0"
      >
        {limitNames.map((name) => (
          <Limit key={name} name={name} limits={limits} />
        ))}
        <FormActions>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

function Limit({ name, limits }: { name: LimitName; limits: Limits }) {
  const { label, means, source, unit } = limitWords[name];
  const [present, shipped] = [limitText(name, limits), limitText(name, shippedLimits)];
  return (
    <div className="grid gap-x-10 gap-y-1.5 border-t pt-4 md:grid-cols-[minmax(0,1fr)_minmax(0,19rem)]">
      <Field name={name} label={label} hint={means} className="max-w-[36rem]!">
        <span className="flex flex-wrap items-center gap-2">
          <Input
            key={present}
            defaultValue={present}
            inputMode={unit ? "decimal" : undefined}
            autoComplete="off"
            className={unit ? "w-24!" : undefined}
          />
          {unit && <span className="text-ink-soft">{unit}</span>}
        </span>
      </Field>
      <div className="text-ink-faint text-small md:pt-6">
        <p>{source}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2">
          As it ships: {shipped} {unit}
          {present !== shipped && (
            <Button type="submit" form="reset-limit" name="limit" value={name} size="small" variant="quiet">
              <span>
                Reset<span className="sr-only"> {label}</span>
              </span>
            </Button>
          )}
        </p>
      </div>
    </div>
  );
}
