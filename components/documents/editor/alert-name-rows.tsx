"use client";

import { X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Field, FieldError } from "#components/ui/field";
import { useFieldErrors } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { Textarea } from "#components/ui/textarea";
import { useHydrated } from "#components/ui/use-hydrated";

type AlertNameRowsProps = {
  /** One a line. */
  names: string;
  /** Names of alert rules of the service. */
  known: readonly string[];
  onChange: (names: string) => void;
};

/** The field in which a name is typed and not yet added; it counts when the form is saved. */
export const typedAlertName = "typedAlertName";

const hint = "As the alert calls itself. /r/ and that name lead here.";

/** The alerts that a runbook answers: rows to add and to take away, or one name a line without JavaScript. */
export function AlertNameRows({ names, known, onChange }: AlertNameRowsProps) {
  const isHydrated = useHydrated();
  if (isHydrated) return <Rows names={names} known={known} onChange={onChange} />;
  return (
    <Field label="Alerts it answers" name="alertNames" hint={`${hint} One a line.`} isOptional>
      <Textarea rows={2} defaultValue={names} className="font-mono" />
    </Field>
  );
}

function Rows({ names, known, onChange }: AlertNameRowsProps) {
  const id = useId();
  const errors = useFieldErrors("alertNames");
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const list = names.split("\n").filter(Boolean);
  const free = known.filter((name) => !list.includes(name));

  function add() {
    const added = typed.split(/[\n,]/).flatMap((name) => name.trim() || []);
    if (added.length > 0) onChange([...new Set([...list, ...added])].join("\n"));
    setTyped("");
    field.current?.focus();
  }

  function remove(name: string) {
    onChange(list.filter((one) => one !== name).join("\n"));
    field.current?.focus();
  }

  return (
    <fieldset className="grid min-w-0 max-w-[34rem] content-start gap-1.5" aria-describedby={`${id}-hint`}>
      <legend className="mb-1.5 font-semibold">
        Alerts it answers<span className="ml-1 font-normal text-ink-faint text-small"> optional</span>
      </legend>
      <p id={`${id}-hint`} className="-mt-1.5 text-ink-faint text-small">
        {hint}
      </p>
      <input type="hidden" name="alertNames" value={list.join("\n")} />
      {list.length > 0 && (
        <ul className="rows border-b">
          {list.map((name) => (
            <li key={name} className="flex items-center justify-between gap-2 pl-1">
              <code className="wrap-anywhere min-w-0">{name}</code>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take ${name} away`}
                title={`Take ${name} away`}
                className="px-2! touch:min-w-11"
                onClick={() => remove(name)}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <Input
          ref={field}
          aria-label="Alert name"
          name={typedAlertName}
          value={typed}
          maxLength={200}
          list={free.length > 0 ? `${id}-known` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={errors.length > 0 || undefined}
          className="font-mono"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add}>Add</Button>
      </div>
      <datalist id={`${id}-known`}>
        {free.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {errors.length > 0 && <FieldError errors={errors} />}
    </fieldset>
  );
}
