"use client";

import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useMemo, useRef, useState } from "react";
import { typedAlertName } from "#components/documents/editor/alert-name-rows";
import type { TextEditor } from "#components/documents/editor/code-mirror";
import { type Choices, ConflictView } from "#components/documents/editor/conflict-view";
import { DraftOffer } from "#components/documents/editor/draft-offer";
import { EditorFields, type EditorPurpose } from "#components/documents/editor/editor-fields";
import { SaveBar } from "#components/documents/editor/save-bar";
import { TextPane } from "#components/documents/editor/text-pane";
import { TroubleNotice } from "#components/documents/editor/trouble-notice";
import { type OfferedDraft, useDrafts } from "#components/documents/editor/use-drafts";
import { useSaving } from "#components/documents/editor/use-saving";
import { useLeaveGuard } from "#components/rotations/editor/use-leave-guard";
import { Field } from "#components/ui/field";
import { FormStateContext, idle } from "#components/ui/form-context";
import { Input } from "#components/ui/input";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";
import { piecesOf, resolvedText } from "#lib/documents/editor/conflict-pieces";
import { type DraftFields, isSameFields } from "#lib/documents/editor/drafts";
import { conflictIn, startOf } from "#lib/documents/editor/start";
import type { DocumentKind } from "#lib/documents/views";
import type { FormState } from "#lib/form-state";

export type DocumentEditorProps = {
  purpose: EditorPurpose;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  kind: DocumentKind;
  service: string;
  /** The document that is edited; null for a new one. */
  document: { id: string; slug: string; revision: number } | null;
  /** What the server has. */
  fields: DraftFields;
  /** Names of alert rules of the service. */
  knownAlerts: readonly string[];
  person: string;
  timeZone: string;
  saveLabel: string;
  /** Where “Cancel” leads. */
  back: string;
};

const none: Choices = new Map();

/** A form in which a document is written; with JavaScript it helps, shows how it looks and keeps drafts. */
export function DocumentEditor(props: DocumentEditorProps) {
  const { purpose, action, kind, service, document, fields, knownAlerts, person, timeZone, saveLabel, back } = props;
  const [answered, submit] = useActionState(action, idle);
  const [answer, setAnswer] = useState<FormState>(answered);
  const [start, setStart] = useState(() => ({ ...startOf(answered, fields, document?.revision ?? null), epoch: 0 }));
  const [now, setNow] = useState(start.fields);
  const [choices, setChoices] = useState<Choices>(none);
  const [said, setSaid] = useState<string>();
  const [waiting, setWaiting] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const editor = useRef<TextEditor>(undefined);
  const isHydrated = useHydrated();

  const { conflict } = start;
  const pieces = useMemo(
    () => (conflict ? piecesOf(conflict.conflict.merged.body, conflict.conflict.conflicts) : []),
    [conflict],
  );
  const place = { person, document: document ? `${document.id}:${purpose}` : `${service}:${kind}:new` };
  const drafts = useDrafts(place, fields, () =>
    form.current ? { fields: typedNow(), baseRevision: start.baseRevision } : undefined,
  );
  const saving = useSaving({
    action,
    onSend: drafts.keepNow,
    onSaved: drafts.letGo,
    onAnswer: (next) => {
      setAnswer(next);
      const begin = startOf(next, fields, start.baseRevision);
      if (conflictIn(next)) begin.conflict && open(begin);
    },
  });
  const isChanged = !isSameFields(now, fields) || conflict !== null;
  useLeaveGuard(isChanged && !saving.isPending && !saving.isSaved, leaveQuestion);
  useEffect(() => {
    if (answer !== idle) focusProblem(form.current);
  }, [answer]);

  /** What stands in the form, the text from wherever it is written. */
  function typedNow(): DraftFields {
    const entered = form.current ? new FormData(form.current) : new FormData();
    const text = (name: keyof DraftFields) => entered.get(name)?.toString() ?? now[name];
    const body = conflict ? resolvedText(pieces, choices) : (editor.current?.text() ?? text("body"));
    const title = chosenTitle() ?? text("title");
    const [slug, alertNames, summary] = [text("slug"), plainLines(text("alertNames")), text("summary")];
    return { title, slug, alertNames, reviewIntervalDays: text("reviewIntervalDays"), summary, body };
  }

  const chosenTitle = () => {
    const part = conflict?.conflict.conflicts.find(({ field }) => field === "title");
    return part && choices.get(part)?.text;
  };

  function changed(body?: string) {
    const typed = typedNow();
    setNow(body === undefined ? typed : { ...typed, body });
    drafts.keepSoon();
  }

  /** Begins anew with other fields; the text is put into the editor, from where it can be undone. */
  function open(begin: { fields: DraftFields; baseRevision: number | null; conflict: typeof conflict }) {
    setStart({ ...begin, epoch: start.epoch + 1 });
    setNow(begin.fields);
    setChoices(none);
    editor.current?.replace(begin.fields.body);
  }

  function restore(draft: OfferedDraft) {
    open({ fields: draft.fields, baseRevision: draft.baseRevision, conflict: null });
    setAnswer(idle);
    setSaid("The draft is restored.");
    // Once the form shows it, it is this page's own draft.
    setTimeout(() => void drafts.adopt(draft));
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const undecided = conflict?.conflict.conflicts.find((part) => !choices.has(part));
    if (waiting > 0) return setSaid("A file is still on its way. Save when it has arrived.");
    if (undecided) {
      setSaid("Choose for every place first.");
      return form.current?.querySelector<HTMLElement>("[data-undecided] input")?.focus();
    }
    setSaid(undefined);
    const entered = new FormData(event.currentTarget);
    for (const [name, value] of Object.entries(typedNow())) if (entered.has(name)) entered.set(name, value);
    if (entered.has("alertNames"))
      entered.set("alertNames", plainLines(`${entered.get("alertNames")}\n${entered.get(typedAlertName) ?? ""}`));
    entered.delete(typedAlertName);
    saving.send(entered);
  }

  function press(event: KeyboardEvent) {
    const isSave =
      event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    // Return in a field means that it is done, not that all of it is.
    const isReturn = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (!isSave && !isReturn) return;
    event.preventDefault();
    if (isSave) form.current?.requestSubmit();
  }

  const [offered] = drafts.offered;
  return (
    <FormStateContext value={isHydrated && answer.status === "failed" ? { ...answer, values: {} } : answer}>
      {isHydrated && offered && (
        <DraftOffer
          key={offered.key}
          draft={offered}
          revision={document?.revision ?? null}
          timeZone={timeZone}
          present={typedNow}
          onRestore={() => restore(offered)}
          onDiscard={() => void drafts.remove(offered)}
        />
      )}
      <form
        ref={form}
        action={submit}
        onSubmit={send}
        onInput={() => changed()}
        onChange={() => changed()}
        onKeyDown={press}
        noValidate
      >
        <input type="hidden" name="service" value={service} />
        <input type="hidden" name="kind" value={kind} />
        {document && <input type="hidden" name="slug" value={document.slug} />}
        {start.baseRevision !== null && <input type="hidden" name="baseRevision" value={start.baseRevision} />}
        <Message answer={answer} />
        {saving.trouble && (
          <div role="alert" className="mb-5">
            <TroubleNotice trouble={saving.trouble} />
          </div>
        )}
        {conflict && (
          <ConflictView
            save={conflict}
            pieces={pieces}
            choices={choices}
            onChoose={(part, choice) => {
              setChoices(new Map(choices).set(part, choice));
              drafts.keepSoon();
            }}
          />
        )}
        <EditorFields
          key={`${start.epoch} fields`}
          {...{ purpose, kind, service, knownAlerts }}
          fields={{ ...start.fields, slug: now.slug || start.fields.slug, alertNames: now.alertNames }}
          title={now.title}
          onAlertNames={(alertNames) => {
            setNow({ ...now, alertNames });
            drafts.keepSoon();
          }}
        />
        <TextPane
          {...{ kind, service, editor }}
          title={now.title}
          text={now.body}
          isHidden={isHydrated && conflict !== null}
          onChange={changed}
          onWaiting={setWaiting}
        />
        <div key={`${start.epoch} summary`} className="mt-5">
          <Field
            label={purpose === "suggest" ? "Why" : "What changed"}
            name="summary"
            hint={purpose === "suggest" ? "For whoever decides." : "A few words for the history."}
            isOptional
            className="max-w-none"
          >
            <Input defaultValue={start.fields.summary} maxLength={500} autoComplete="off" />
          </Field>
        </div>
        <SaveBar {...{ back, timeZone }} label={saveLabel} isPending={saving.isPending} kept={drafts.kept} />
        <p aria-live="polite" className="text-small not-empty:pb-2 font-medium text-warn">
          {said ?? (waiting > 0 ? "A file is on its way…" : "")}
        </p>
      </form>
    </FormStateContext>
  );
}

const leaveQuestion = "Leave without saving? A draft is kept in this browser and is offered when you come back.";

const plainLines = (names: string) =>
  names
    .split(/\r?\n/)
    .filter((name) => name.trim() !== "")
    .join("\n");

function Message({ answer }: { answer: FormState }) {
  if (answer.status !== "failed" || answer.message === "") return null;
  return (
    <div role="alert" tabIndex={-1} data-form-message="" className="mb-5">
      <Notice tone="bad">{[answer.message, ...(answer.errors[""] ?? [])].join(" ")}</Notice>
    </div>
  );
}

/** The first field that is wrong; else the message that says what is. */
function focusProblem(form: HTMLFormElement | null) {
  const problem = form?.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled)');
  (problem ?? form?.querySelector<HTMLElement>("[data-form-message]"))?.focus();
}
