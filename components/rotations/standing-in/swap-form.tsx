"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field, FieldError } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { useFieldErrors } from "#components/ui/form-context";
import { Select } from "#components/ui/select";
import { swapAction } from "#lib/rotations/standing-in/life-actions";

/** A shift that can be swapped. `value` is its two instants with a slash between them; `when` is in the reader's zone. */
export type SwapOption = { value: string; when: string; who: string; address: string; isOwn: boolean };

type SwapFormProps = {
  rotation: { slug: string; name: string };
  options: readonly SwapOption[];
  /** The reader may swap any two shifts; otherwise one of them is theirs. */
  isForAnybody: boolean;
  /** What is chosen to begin with. */
  first: string;
  second: string;
};

/** Two shifts change hands in one step. What will be is said in words before it is done. */
export function SwapForm({ rotation, options, isForAnybody, ...begin }: SwapFormProps) {
  const [first, setFirst] = useState(begin.first);
  const [second, setSecond] = useState(begin.second);
  const giver = options.find(({ value }) => value === first);
  const mine = isForAnybody ? options : options.filter(({ isOwn }) => isOwn);
  const others = options.filter(({ address }) => address !== giver?.address);
  const taken = others.find(({ value }) => value === second) ?? others[0];

  return (
    <Form action={swapAction}>
      <input type="hidden" name="rotation" value={rotation.slug} />
      <Field label={isForAnybody ? "One shift" : "Your shift"} name="first" isRequired>
        <Select value={first} onChange={(event) => setFirst(event.target.value)}>
          <Options options={mine} isNamed={isForAnybody} />
        </Select>
        <Problems names={["first.from", "first.to"]} />
      </Field>
      <Field label="In exchange for" name="second" isRequired>
        <Select value={taken?.value ?? ""} onChange={(event) => setSecond(event.target.value)}>
          <Options options={others} isNamed />
        </Select>
        <Problems names={["second.from", "second.to"]} />
      </Field>
      {giver && taken && <Preview first={giver} second={taken} />}
      <FormActions>
        <Button type="submit" variant="primary" className="max-sm:flex-1">
          Swap
        </Button>
        <ButtonLink href={`/rotations/${rotation.slug}`} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function Options({ options, isNamed }: { options: readonly SwapOption[]; isNamed: boolean }) {
  return options.map(({ value, when, who }) => (
    <option key={value} value={value}>
      {isNamed ? `${who}, ${when}` : when}
    </option>
  ));
}

function Preview({ first, second }: { first: SwapOption; second: SwapOption }) {
  return (
    <div className="max-w-[34rem] border-y py-3" aria-live="polite">
      <p className="mb-1 font-semibold text-ink-faint text-small">What will be</p>
      <Change shift={first} after={second} />
      <Change shift={second} after={first} />
    </div>
  );
}

function Change({ shift, after }: { shift: SwapOption; after: SwapOption }) {
  return (
    <p className="py-1">
      <span className="block text-ink-soft">{shift.when}</span>
      <del className="text-ink-faint decoration-1">{shift.who}</del> <span aria-hidden="true">→</span>{" "}
      <ins className="font-semibold text-over no-underline">{after.who}</ins>
    </p>
  );
}

function Problems({ names: [one, other] }: { names: readonly [string, string] }) {
  const errors = [...useFieldErrors(one), ...useFieldErrors(other)];
  return errors.length > 0 && <FieldError errors={errors} />;
}
