import type { ReactNode } from "react";

/** Fields that belong together under one small heading. */
export function Fieldset({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 max-w-[34rem] border-t pt-4">
      <legend className="float-left mb-4 w-full">
        <span className="font-semibold text-ink-faint text-small">{legend}</span>
        {hint && <span className="block text-ink-faint text-small">{hint}</span>}
      </legend>
      <div className="clear-both grid gap-5">{children}</div>
    </fieldset>
  );
}
