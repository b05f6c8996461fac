"use client";

import { lazy, type RefObject, Suspense, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { TextEditor } from "#components/documents/editor/code-mirror";
import { Toolbar } from "#components/documents/editor/toolbar";
import type { ToolName } from "#components/documents/editor/tools";
import { useUploads } from "#components/documents/editor/use-uploads";
import { Button } from "#components/ui/button";
import { classNames } from "#components/ui/class-name";
import { FieldError } from "#components/ui/field";
import { useFieldErrors } from "#components/ui/form-context";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";
import type { DocumentKind } from "#lib/documents/views";

const PreviewPane = lazy(async () => ({
  default: (await import("#components/documents/editor/preview-pane")).PreviewPane,
}));

type TextPaneProps = {
  kind: DocumentKind;
  service: string;
  title: string;
  text: string;
  /** Not in the way while something else has to be decided. */
  isHidden: boolean;
  onChange: (text: string) => void;
  onWaiting: (files: number) => void;
  editor: RefObject<TextEditor | undefined>;
};

type Side = "write" | "preview";

/** The text and, beside it or behind a tab, how it will look. Without JavaScript it is a plain field. */
export function TextPane({ kind, service, title, text, isHidden, onChange, onWaiting, editor }: TextPaneProps) {
  const id = useId();
  const isHydrated = useHydrated();
  const [isReady, setReady] = useState(false);
  const [side, setSide] = useState<Side>("write");
  const field = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const uploads = useUploads(service, () => editor.current);
  const errors = useFieldErrors("body");
  const isWide = useIsWide();

  const change = useEffectEvent(onChange);
  const takeFiles = useEffectEvent((files: File[]) => uploads.add(files));
  const tellWaiting = useEffectEvent(onWaiting);
  useEffect(() => tellWaiting(uploads.waiting), [uploads.waiting]);

  useEffect(() => {
    let isGone = false;
    let opened: TextEditor | undefined;
    const follow = () => scrollAlong(opened?.scroller, reading.current);
    void import("#components/documents/editor/code-mirror").then(({ openTextEditor }) => {
      if (isGone || !place.current || !field.current) return;
      const hadFocus = document.activeElement === field.current;
      opened = openTextEditor({
        parent: place.current,
        // Whoever was quicker than the editor has typed into the field.
        text: field.current.value,
        attributes: { "aria-labelledby": `${id}-label`, "aria-describedby": `${id}-keys`, id: `${id}-editor` },
        near: service,
        onChange: (text) => change(text),
        onFiles: (files) => takeFiles(files),
      });
      opened.scroller.addEventListener("scroll", follow, { passive: true });
      editor.current = opened;
      setReady(true);
      if (hadFocus) opened.focus();
    });
    return () => {
      isGone = true;
      opened?.close();
      editor.current = undefined;
    };
  }, [editor, id, service]);

  function press(tool: ToolName) {
    if (tool === "file") picker.current?.click();
    else editor.current?.press(tool);
  }

  const isPreviewed = isHydrated && (isWide || side === "preview");
  return (
    <div className={classNames("min-w-0", isHidden && "hidden")}>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <label id={`${id}-label`} htmlFor={`${id}-field`} className="font-semibold">
          Text
        </label>
        <p id={`${id}-keys`} className={classNames("text-ink-faint text-small", isReady && "touch:sr-only")}>
          {isReady ? (
            <>
              <span className="font-mono">@</span> links a service, <span className="font-mono">#</span> a runbook. Drop
              or paste pictures. <kbd>Escape</kbd>, then <kbd>Tab</kbd> leaves the text.
            </>
          ) : (
            "Markdown, as on GitHub."
          )}
        </p>
      </div>
      <Failures uploads={uploads} />
      <div className="overflow-clip rounded-control border border-control bg-sheet has-[.cm-focused]:border-accent">
        {isHydrated && (
          <div className="z-10 flex border-b bg-sheet max-lg:sticky max-md:top-13 max-lg:top-0 max-lg:flex-col-reverse">
            <div className={classNames("min-w-0 flex-1", side === "preview" && "max-lg:hidden")}>
              <Toolbar controls={`${id}-editor`} isReady={isReady} press={press} />
            </div>
            <Sides side={side} onChoose={setSide} />
          </div>
        )}
        <div className="lg:grid lg:h-[max(27rem,calc(100dvh-15.5rem))] lg:grid-cols-2 lg:divide-x">
          <div className={classNames("min-w-0 lg:min-h-0", side === "preview" && "max-lg:hidden")}>
            <div ref={place} className="h-full max-lg:[&_.cm-content]:min-h-[50dvh]" />
            <textarea
              ref={field}
              id={`${id}-field`}
              name="body"
              defaultValue={text}
              hidden={isReady}
              rows={22}
              aria-describedby={`${id}-keys`}
              aria-invalid={errors.length > 0 || undefined}
              onChange={({ target }) => onChange(target.value)}
              className="block h-full min-h-[50dvh] w-full resize-y bg-sheet px-4.5 py-3.5 font-mono leading-[1.65] outline-none focus-visible:outline-(--focus)"
            />
          </div>
          {isHydrated && (
            <section
              ref={reading}
              aria-label="Preview"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
              tabIndex={0}
              className={classNames(
                "min-w-0 overflow-y-auto -outline-offset-2 max-lg:min-h-[50dvh] lg:bg-paper",
                side === "write" && "max-lg:hidden",
              )}
            >
              <Suspense fallback={<p className="px-4 py-3.5 text-ink-faint">Loading the preview…</p>}>
                <PreviewPane kind={kind} text={text} title={title} isShown={isPreviewed && !isHidden} />
              </Suspense>
            </section>
          )}
        </div>
      </div>
      {errors.length > 0 && <FieldError errors={errors} />}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Pictures or files"
        onChange={({ target }) => {
          uploads.add([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}

/** On a narrow screen there is room for one side. */
function Sides({ side, onChoose }: { side: Side; onChoose: (side: Side) => void }) {
  return (
    <fieldset className="flex max-lg:border-b lg:hidden">
      <legend className="sr-only">What is shown</legend>
      {(["write", "preview"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={side === one}
          onClick={() => onChoose(one)}
          className="min-h-11 flex-1 border-transparent border-b-2 px-4 text-ink-soft -outline-offset-2 aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {one === "write" ? "Write" : "Preview"}
        </button>
      ))}
    </fieldset>
  );
}

function Failures({ uploads }: { uploads: ReturnType<typeof useUploads> }) {
  return (
    <div role="alert" className="grid gap-2 not-empty:mb-3">
      {uploads.failed.map((one) => (
        <Notice
          key={one.id}
          tone="bad"
          title={`${one.file.name} did not arrive.`}
          action={
            <span className="flex gap-2">
              <Button size="small" onClick={() => uploads.again(one)}>
                Try again
              </Button>
              <Button size="small" variant="quiet" onClick={() => uploads.forget(one)}>
                Leave it
              </Button>
            </span>
          }
        >
          {one.why}
        </Notice>
      ))}
    </div>
  );
}

/** Whether there is room for both sides; the layout itself asks the style sheet. */
function useIsWide(): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const query = window.matchMedia("(width >= 64rem)");
    const look = () => setWide(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return isWide;
}

/** The reading side goes along with the writing side, by the same share of its length. */
function scrollAlong(from: HTMLElement | undefined, to: HTMLElement | null) {
  if (!from || !to) return;
  const share = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight);
  to.scrollTop = share * (to.scrollHeight - to.clientHeight);
}
