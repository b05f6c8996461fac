"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-name";
import { FieldContext, useFieldErrors } from "#components/ui/form-context";

type FieldProps = {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  isRequired?: boolean;
  isOptional?: boolean;
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** A label, a hint and an error around one control. `name` may be a dotted path: `links.0.url`. */
export function Field({
  label,
  name,
  hint,
  isRequired = false,
  isOptional,
  isLabelHidden,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const errors = useFieldErrors(name);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;

  return (
    <FieldContext value={{ id, name, describedBy, isInvalid: errors.length > 0, isRequired }}>
      <div className={classNames("grid max-w-[34rem] content-start gap-1.5", className)}>
        <div className={classNames(isLabelHidden && "sr-only")}>
          <label htmlFor={id} className="font-semibold">
            {label}
            {isOptional && <span className="ml-1 font-normal text-small text-ink-faint"> optional</span>}
          </label>
          {hint && (
            <p id={hintId} className="text-small text-ink-faint">
              {hint}
            </p>
          )}
        </div>
        {children}
        {errorId && <FieldError id={errorId} errors={errors} />}
      </div>
    </FieldContext>
  );
}

/** What is wrong, in words, right under the control. */
export function FieldError({ id, errors }: { id?: string; errors: string[] }) {
  return (
    <p id={id} className="font-medium text-port text-small">
      {errors.join(" ")}
    </p>
  );
}
