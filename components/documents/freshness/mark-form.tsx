"use client";

import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { buttonStyle } from "#components/ui/button-style";
import { controlStyle, lineStyle } from "#components/ui/control-style";

const verdicts = {
  runbook: [
    { value: "worked", label: "Worked" },
    { value: "failed", label: "Failed" },
    { value: "out-of-date", label: "Out of date" },
  ],
  note: [
    { value: "worked", label: "Holds" },
    { value: "out-of-date", label: "No longer holds" },
  ],
} as const;

const looks = {
  day: buttonStyle("plain", "small", "font-normal! text-ink-soft!"),
  night: buttonStyle("plain", "night", "grow"),
};

type MarkFormProps = {
  anchor: string;
  /** The words of the step, as long as they are to be read out. */
  name: string;
  document: DocumentPlace & { revision: number };
  back: string;
  idempotencyKey: string;
  isNight?: boolean | undefined;
};

/**
 * A plain form: it works without JavaScript and across a deploy, and sent twice it marks once. It is made in the browser
 * so that a page of twenty steps need not carry it twenty times.
 */
export function MarkForm({ anchor, name, document, back, idempotencyKey, isNight }: MarkFormProps) {
  return (
    <form method="post" action="/marks" data-screen-only="" className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <OneDocumentFields document={document} />
      <input type="hidden" name="revision" value={document.revision} />
      <input type="hidden" name="anchor" value={anchor} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {verdicts[document.kind].map(({ value, label }) => (
        <button
          key={value}
          type="submit"
          name="verdict"
          value={value}
          aria-label={`${label}: ${name}`}
          className={isNight ? looks.night : looks.day}
        >
          {label}
        </button>
      ))}
      <details className="open:basis-full">
        <summary className="w-fit cursor-pointer px-1.5 text-ink-soft text-small touch:py-3">Add a word</summary>
        <label className="grid max-w-[34rem] gap-1 pt-1 text-small">
          <span className="text-ink-faint">It goes with the button that you press.</span>
          <input name="word" maxLength={300} autoComplete="off" className={`${controlStyle} ${lineStyle}`} />
        </label>
      </details>
    </form>
  );
}
