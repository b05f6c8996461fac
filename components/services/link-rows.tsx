"use client";

import { use, useState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Fieldset } from "#components/ui/fieldset";
import { FormStateContext } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { useHydrated } from "#components/ui/use-hydrated";
import type { FormState } from "#lib/form-state";
import { type LinkText, linkParts, typedLinks } from "#lib/services/link-rows";

const blankRows = 2;
const noLink: LinkText = { title: "", url: "", type: "" };

/** Links as rows: a few empty ones to write into, more at the press of a button. An emptied row is a link removed. */
export function LinkRows({ links }: { links: readonly LinkText[] }) {
  const state = use(FormStateContext);
  const isHydrated = useHydrated();
  const [extra, setExtra] = useState(0);
  const typed = state.status === "failed" ? typedLinks(state.values) : undefined;
  const filled = typed ?? links;
  const rows = [...filled, ...Array.from({ length: blankRows + extra }, () => noLink)];

  return (
    <FormStateContext value={withoutValues(state)}>
      <Fieldset legend="Links" hint="Dashboards, boards, documents. Empty a row to remove its link.">
        {rows.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number, which is also the name of its fields
          <LinkRow key={`${index} ${typed ? "typed" : "stored"}`} index={index} link={link} />
        ))}
        {isHydrated && (
          <Button size="small" className="justify-self-start" onClick={() => setExtra(extra + 1)}>
            Another link
          </Button>
        )}
      </Fieldset>
    </FormStateContext>
  );
}

const labels = { title: "Title", url: "Address", type: "Kind" };

function LinkRow({ index, link }: { index: number; link: LinkText }) {
  return (
    <div className="grid gap-2 sm:grid-cols-[1fr_1.6fr_0.8fr]">
      {linkParts.map((part) => (
        <Field key={part} label={`${labels[part]} of link ${index + 1}`} name={`links.${index}.${part}`} isLabelHidden>
          <Input defaultValue={link[part]} placeholder={labels[part]} inputMode={part === "url" ? "url" : undefined} />
        </Field>
      ))}
    </div>
  );
}

// The rows hold what was typed, closed up as the server counted them; the fields must not look it up by their old names.
function withoutValues(state: FormState): FormState {
  return state.status === "failed" ? { ...state, values: {} } : state;
}
