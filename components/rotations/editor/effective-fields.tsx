"use client";

import { useId } from "react";
import { useEditor } from "#components/rotations/editor/editor-context";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { instantText, zoneText } from "#components/ui/instant-text";
import { useHydrated } from "#components/ui/use-hydrated";

const choices = [
  { value: "now", label: "From now on" },
  { value: "at", label: "From a date on" },
] as const;

/** From when the layers hold, and what becomes of changes that begin later. */
export function EffectiveFields({ later }: { later: readonly string[] }) {
  const { draft, change } = useEditor();
  const id = useId();
  const isHydrated = useHydrated();
  const homeZone = draft.layers[0]?.timeZone || "UTC";
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t pt-4 pb-6">
      <h2 id={id} className="font-semibold text-large">
        From when
      </h2>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1.5">
        <legend className="sr-only">From when it holds</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="inline-flex items-baseline gap-2.5 touch:py-2">
            <input
              type="radio"
              name="when"
              value={value}
              checked={draft.when === value}
              onChange={() => change({ ...draft, when: value }, "when")}
              className="size-4 translate-y-[0.15em] accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <input type="hidden" name="shown" value={draft.shown} />
      <div hidden={isHydrated && draft.when === "now"}>
        <Field
          label="Date and time"
          name="effectiveFrom"
          hint={`By the clocks of ${zoneText(homeZone)}, the zone of the first layer. Until then all stays as it is.`}
          className="max-w-[22rem]!"
        >
          <Input
            type="datetime-local"
            value={draft.effectiveFrom}
            onChange={({ target }) => change({ ...draft, effectiveFrom: target.value }, "effectiveFrom")}
          />
        </Field>
      </div>
      {later.length > 0 && (
        <Checkbox
          name="replaceLater"
          label="Let go of changes that begin later"
          hint={`${laterWords(later, homeZone)} Unless you tick this, it takes over then.`}
          checked={draft.replaceLater}
          onChange={({ target }) => change({ ...draft, replaceLater: target.checked }, "replaceLater")}
        />
      )}
    </section>
  );
}

function laterWords(later: readonly string[], timeZone: string): string {
  const times = later.map((at) => instantText(at, timeZone, "full"));
  return `Another change begins on ${new Intl.ListFormat("en-GB").format(times)}.`;
}
