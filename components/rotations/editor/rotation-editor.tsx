"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { EditButton } from "#components/rotations/editor/edit-button";
import { EditorContext, type KnownPeople, useEditor } from "#components/rotations/editor/editor-context";
import { EffectiveFields } from "#components/rotations/editor/effective-fields";
import { LayerFields } from "#components/rotations/editor/layer-fields";
import { PreviewPane } from "#components/rotations/editor/preview-pane";
import { SaveBar } from "#components/rotations/editor/save-bar";
import { useDraft } from "#components/rotations/editor/use-draft";
import { useLeaveGuard } from "#components/rotations/editor/use-leave-guard";
import { usePreview } from "#components/rotations/editor/use-preview";
import { useUndoKeys } from "#components/rotations/editor/use-undo-keys";
import { FieldError } from "#components/ui/field";
import { FormStateContext, idle, useFieldErrors } from "#components/ui/form-context";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";
import type { FormState } from "#lib/form-state";
import { type Draft, isSameDraft } from "#lib/rotations/editor/draft";
import { pressed } from "#lib/rotations/editor/draft-edits";
import type { EditorState } from "#lib/rotations/editor/editor-state";
import type { MemberSuggestion } from "#lib/rotations/editor/member-queries";
import type { PreviewAnswer } from "#lib/rotations/editor/preview";

export type RotationEditorProps = {
  action: (state: EditorState, form: FormData) => Promise<EditorState>;
  /** What is there, or what a new rotation begins with. */
  draft: Draft;
  preview: PreviewAnswer | null;
  /** The rotation that is edited; without one it is a new one of `team`. */
  rotation?: string;
  team?: string;
  members: readonly MemberSuggestion[];
  people: KnownPeople;
  /** When versions begin that hold later; ISO instants. */
  later?: readonly string[];
  /** Where “Cancel” leads. */
  back: string;
  timeZone: string;
  saveLabel: string;
  /** Fields besides the layers. */
  facts: ReactNode;
};

/** A form in which a rotation is drafted, with what would follow from it beside it. */
export function RotationEditor(props: RotationEditorProps) {
  const { action, rotation, team, members, later = [], back, timeZone, saveLabel, facts } = props;
  const begin = { form: idle, draft: props.draft, preview: props.preview, hasLooked: false, isAsking: false };
  const [state, submit, isPending] = useActionState(action, begin);
  const { draft, epoch, said, change, undo, redo, canUndo, canRedo, isChanged } = useDraft(state.draft, props.draft);
  const [found, setFound] = useState<KnownPeople>({});
  const [sent, setSent] = useState<Draft>();
  const [isTyped, setTyped] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const preview = usePreview({ rotation, team }, draft, state.preview);
  const people = { ...props.people, ...found, ...knownBy(preview.answer) };

  useUndoKeys(undo, redo);
  useLeaveGuard((isChanged || isTyped) && !isPending);
  useEffect(() => {
    if (state.form.status === "failed") focusProblem(form.current);
  }, [state]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    // Return in a field means that it is done, not that all of it is.
    if (submitter?.getAttribute("name") === "edit" || isPending) return;
    const entered = new FormData(event.currentTarget, submitter);
    setSent(draft);
    startTransition(() => submit(entered));
  }

  const editor = {
    ...{ draft, epoch, people, members, change },
    isNew: rotation === undefined,
    press: (name: string, consequence = {}) =>
      change(
        pressed(draft, name, (address) => people[address]?.timeZone ?? null),
        undefined,
        consequence,
      ),
    introduce: (address: string, name: string) => setFound({ ...found, [address]: { name, timeZone: null } }),
  };

  return (
    <EditorContext value={editor}>
      <FormStateContext value={stateOfFields(state.form, sent ?? draft, draft)}>
        <form ref={form} action={submit} onSubmit={send} noValidate>
          {/* What Return presses: without JavaScript it shows what follows, and nothing is saved by accident. */}
          <button type="submit" name="edit" value="check" tabIndex={-1} className="hidden" />
          <FormMessage form={state.form} />
          <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_26rem]">
            <div className="min-w-0">
              <div onInput={() => setTyped(true)}>{facts}</div>
              <Layers />
              {rotation !== undefined && <EffectiveFields later={later} />}
            </div>
            <aside className="min-w-0 pb-8 max-lg:border-t max-lg:pt-4 lg:sticky lg:top-6 lg:self-start">
              <PreviewPane
                answer={preview.answer}
                isStale={isHydrated && preview.isStale}
                hasFailed={preview.hasFailed}
                onRetry={preview.retry}
                timeZone={timeZone}
              />
            </aside>
          </div>
          {state.hasLooked && <input type="hidden" name="looked" value="on" />}
          <SaveBar
            {...{ isPending, back, saveLabel, undo, redo, canUndo, canRedo }}
            preview={preview.answer}
            isAsking={state.isAsking && isSameDraft(draft, sent ?? draft)}
          />
          <p aria-live="polite" className="sr-only">
            {said}
          </p>
        </form>
      </FormStateContext>
    </EditorContext>
  );
}

function Layers() {
  const { draft } = useEditor();
  const errors = useFieldErrors("layers");
  return (
    <div className="pb-6">
      <h2 className="sr-only">Layers</h2>
      {draft.layers.map((layer, index) => (
        <LayerFields key={layer.key} layer={layer} index={index} />
      ))}
      {errors.length > 0 && <FieldError errors={errors} />}
      <EditButton
        edit="layers.add"
        focusKey="layers.add"
        focus={[`${draft.keys}.name`]}
        says="A layer is added."
        variant="plain"
        size="medium"
      >
        Add a layer
      </EditButton>
    </div>
  );
}

function FormMessage({ form }: { form: FormState }) {
  if (form.status !== "failed" || form.message === "") return null;
  return (
    <div role="alert" tabIndex={-1} data-form-message="" className="mb-5">
      <Notice tone="bad">{[form.message, ...(form.errors[""] ?? [])].join(" ")}</Notice>
    </div>
  );
}

/**
 * What the fields are told of the answer. Errors name layers by their place, so they are true only while each is where
 * it was when they were sent. What was typed into layers stands in the draft, maybe at another place by now.
 */
function stateOfFields(form: FormState, sent: Draft, draft: Draft): FormState {
  if (form.status !== "failed") return form;
  const isTrue = placesOf(sent) === placesOf(draft);
  const besides = <Value,>(fields: Record<string, Value>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("layers")));
  return { ...form, errors: isTrue ? form.errors : besides(form.errors), values: besides(form.values) };
}

const placesOf = ({ layers }: Draft) =>
  JSON.stringify(
    layers.map(({ key, participants, hours }) => [
      key,
      participants.map((one) => one.key),
      hours.map((one) => one.key),
    ]),
  );

const knownBy = (answer: PreviewAnswer | null): KnownPeople => (answer?.status === "fine" ? answer.preview.people : {});

/** The first field that is wrong; else the message that says what is. */
function focusProblem(form: HTMLFormElement | null) {
  const problem = form?.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled), [data-question]');
  (problem ?? form?.querySelector<HTMLElement>("[data-form-message]"))?.focus();
}
