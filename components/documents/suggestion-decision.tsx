"use client";

import { use } from "react";
import { Button } from "#components/ui/button";
import { buttonStyle } from "#components/ui/button-style";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormStateContext } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { Notice } from "#components/ui/notice";
import { Textarea } from "#components/ui/textarea";
import type { ConflictingSave } from "#lib/documents/merge-conflict";
import { acceptSuggestionAction, declineSuggestionAction } from "#lib/documents/suggestions/suggestion-actions";

type SuggestionDecisionProps = { suggestion: string; author: string };

/** Takes a suggested edit or turns it down, with a word for its author. */
export function SuggestionDecision({ suggestion, author }: SuggestionDecisionProps) {
  return (
    <div className="grid gap-5">
      <Form action={acceptSuggestionAction}>
        <input type="hidden" name="suggestion" value={suggestion} />
        <Contradiction />
        <Word author={author} />
        <TakeButton />
      </Form>
      <details>
        <summary className={buttonStyle()}>Decline it …</summary>
        <Form action={declineSuggestionAction} className="mt-4">
          <input type="hidden" name="suggestion" value={suggestion} />
          <Word author={author} hint="Say why, so that the next suggestion fits." />
          <Button type="submit" className="justify-self-start">
            Decline it
          </Button>
        </Form>
      </details>
    </div>
  );
}

function Word({ author, hint }: { author: string; hint?: string }) {
  return (
    <Field label={`A word for ${author}`} name="answer" hint={hint} isOptional>
      <Textarea rows={2} maxLength={1000} className="min-h-[calc(2lh+1rem)]!" />
    </Field>
  );
}

/** Both texts, where somebody changed the same place in the meantime: the member says what stays. */
function Contradiction() {
  const conflict = useConflict();
  if (!conflict) return null;
  const { merged, revision } = conflict;
  return (
    <div role="alert" tabIndex={-1} data-form-message="" className="grid gap-5">
      <Notice tone="warn" title="Both texts changed the same place.">
        Each contradiction stands between markers: “yours” is the suggestion, “theirs” the present text. Leave what is
        right, take the markers out, and take it again.
      </Notice>
      <input type="hidden" name="baseRevision" value={revision} />
      <Field label="Title" name="title" isRequired>
        <Input defaultValue={merged.title} maxLength={200} />
      </Field>
      <Field label="Text" name="body" className="max-w-none!" isRequired>
        <Textarea defaultValue={merged.body} rows={16} spellCheck={false} className="font-mono text-small" />
      </Field>
    </div>
  );
}

function TakeButton() {
  return (
    <Button type="submit" variant="primary" className="justify-self-start">
      {useConflict() ? "Take it like this" : "Take it"}
    </Button>
  );
}

function useConflict() {
  const state = use(FormStateContext);
  return state.status === "done" ? (state.result as ConflictingSave | undefined)?.conflict : undefined;
}
