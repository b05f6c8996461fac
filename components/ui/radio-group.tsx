"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-name";
import { FieldError } from "#components/ui/field";
import { useFieldErrors, useTyped } from "#components/ui/form-context";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; isDisabled?: boolean };

type RadioGroupProps = {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  hint?: ReactNode;
  defaultValue?: string;
  isInline?: boolean;
  className?: string;
};

/** One choice out of a few, all of them in sight. */
export function RadioGroup({ legend, name, options, hint, defaultValue, isInline, className }: RadioGroupProps) {
  const id = useId();
  const typed = useTyped(name);
  const errors = useFieldErrors(name);
  const chosen = typed ? typed[0] : defaultValue;

  return (
    <fieldset
      className={classNames("max-w-[34rem]", className)}
      aria-describedby={hint || errors.length > 0 ? `${id}-note` : undefined}
    >
      <legend className="font-semibold">{legend}</legend>
      <div id={`${id}-note`} className="text-ink-faint text-small">
        {hint}
        {errors.length > 0 && <FieldError errors={errors} />}
      </div>
      <div className={classNames("mt-1.5 flex gap-x-6 gap-y-1.5", isInline ? "flex-wrap" : "flex-col")}>
        {options.map((option) => (
          <label key={option.value} className="grid grid-cols-[auto_1fr] items-baseline gap-x-2.5 touch:py-2">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              disabled={option.isDisabled}
              aria-invalid={errors.length > 0 || undefined}
              className="size-4 translate-y-[0.15em] accent-accent"
            />
            <span>{option.label}</span>
            {option.hint && <span className="col-start-2 text-ink-faint text-small">{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
