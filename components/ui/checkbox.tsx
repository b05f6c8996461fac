"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-name";
import { FieldError } from "#components/ui/field";
import { useFieldErrors, useTyped } from "#components/ui/form-context";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode; name: string };

/** A box to tick with its own label. Sends `value` (default `on`) when ticked. */
export function Checkbox({ label, hint, name, value = "on", defaultChecked, className, ...props }: CheckboxProps) {
  const id = useId();
  const typed = useTyped(name);
  const errors = useFieldErrors(name);
  const isTicked = typed ? typed.includes(String(value)) : defaultChecked;
  const checked = props.checked === undefined ? { defaultChecked: isTicked } : {};

  return (
    <div className={classNames("grid grid-cols-[auto_1fr] gap-x-2.5", className)}>
      <input
        {...props}
        {...checked}
        id={id}
        type="checkbox"
        name={name}
        value={value}
        className="mt-[0.28em] size-4 accent-accent touch:mt-[calc(0.625rem+0.28em)]"
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={hint || errors.length > 0 ? `${id}-note` : undefined}
      />
      <label htmlFor={id} className="touch:py-2.5">
        {label}
      </label>
      {(hint || errors.length > 0) && (
        <div id={`${id}-note`} className="col-start-2 text-ink-faint text-small">
          {hint}
          {errors.length > 0 && <FieldError errors={errors} />}
        </div>
      )}
    </div>
  );
}
