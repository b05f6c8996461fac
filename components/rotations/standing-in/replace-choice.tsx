"use client";

import { useId } from "react";
import { useFieldErrors } from "#components/ui/form-context";

/** Asked only once somebody was found to stand in already: whether to take their place knowingly. */
export function ReplaceChoice() {
  const id = useId();
  if (useFieldErrors("replace").length === 0) return null;
  return (
    <div className="grid max-w-[34rem] grid-cols-[auto_1fr] gap-x-2.5">
      <input
        id={id}
        type="checkbox"
        name="replace"
        aria-invalid="true"
        aria-describedby={`${id}-note`}
        className="mt-[0.28em] size-4 accent-accent touch:mt-[calc(0.625rem+0.28em)]"
      />
      <label htmlFor={id} className="font-semibold touch:py-2.5">
        Take their place for this time
      </label>
      <p id={`${id}-note`} className="col-start-2 text-ink-faint text-small">
        What is left of it before and after stays theirs. Giving back puts everything as it was.
      </p>
    </div>
  );
}
