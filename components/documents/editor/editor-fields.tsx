"use client";

import { AlertNameRows } from "#components/documents/editor/alert-name-rows";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Select } from "#components/ui/select";
import { roomOf } from "#lib/documents/addresses";
import type { DraftFields } from "#lib/documents/editor/drafts";
import type { DocumentKind } from "#lib/documents/views";
import { slugify } from "#lib/slugs";

export type EditorPurpose = "write" | "edit" | "suggest";

type EditorFieldsProps = {
  purpose: EditorPurpose;
  kind: DocumentKind;
  service: string;
  fields: DraftFields;
  knownAlerts: readonly string[];
  onAlertNames: (names: string) => void;
  /** As it stands in the form now. */
  title: string;
};

/** What is said about a document besides its text. */
export function EditorFields(props: EditorFieldsProps) {
  const { purpose, kind, service, fields, knownAlerts, onAlertNames, title } = props;
  const isRunbook = kind === "runbook";
  return (
    <div className="grid gap-x-8 gap-y-5 pb-6 lg:grid-cols-2">
      <div className="grid content-start gap-5">
        <Field label="Title" name="title" isRequired className="max-w-none">
          <Input
            defaultValue={fields.title}
            placeholder={isRunbook ? "The cache is cold" : "How checkout works"}
            maxLength={200}
            autoComplete="off"
          />
        </Field>
        {purpose === "write" && (
          <Field
            label="Address"
            name="slug"
            hint={
              <span className="wrap-anywhere">
                Made from the title when left empty: /services/{service}/{roomOf(kind)}/
                {fields.slug || slugify(title) || "…"}
              </span>
            }
            isOptional
            className="max-w-none"
          >
            <Input
              defaultValue={fields.slug}
              placeholder={slugify(title)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
        )}
      </div>
      {purpose !== "suggest" && (
        <div className="grid content-start gap-5">
          {isRunbook && <AlertNameRows names={fields.alertNames} known={knownAlerts} onChange={onAlertNames} />}
          <IntervalField days={fields.reviewIntervalDays} />
        </div>
      )}
    </div>
  );
}

const intervals = new Map([
  ["30", "A month"],
  ["91", "A quarter"],
  ["182", "Half a year"],
  ["365", "A year"],
]);

function IntervalField({ days }: { days: string }) {
  const choices = intervals.has(days) ? [...intervals] : [...intervals, [days, `${days} days`] as const];
  return (
    <Field label="A review holds for" name="reviewIntervalDays" className="max-w-[14rem]!">
      <Select defaultValue={days}>
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
