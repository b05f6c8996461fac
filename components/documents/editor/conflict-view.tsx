"use client";

import { useId } from "react";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";
import { type Choice, chosenText, type Piece } from "#lib/documents/editor/conflict-pieces";
import type { ConflictingPart, ConflictingSave } from "#lib/documents/merge-conflict";

export type Choices = ReadonlyMap<ConflictingPart, Choice>;

type ConflictViewProps = {
  save: ConflictingSave;
  pieces: readonly Piece[];
  choices: Choices;
  onChoose: (part: ConflictingPart, choice: Choice) => void;
};

/** Two saves that contradict each other, side by side; each place is decided by itself, and nothing is lost. */
export function ConflictView({ save, pieces, choices, onChoose }: ConflictViewProps) {
  const isHydrated = useHydrated();
  const { conflicts, yours, theirs, merged } = save.conflict;
  const who = save.by ?? "Somebody";
  return (
    <section aria-label="Two texts to put together" className="grid gap-5 pb-5">
      <div role="alert" tabIndex={-1} data-form-message="">
        <Notice tone="warn" title={`${who} saved while you were writing.`}>
          {conflicts.length === 1 ? "One place" : `${conflicts.length} places`} you both changed; everything else of you
          two is together already. Nothing is lost, and nothing of yours is saved yet.{" "}
          {isHydrated
            ? "Choose what stays."
            : "In the text below both stand between <<<<<<< yours and >>>>>>> theirs: leave what is right, take the three marking lines out, and save."}
        </Notice>
      </div>
      {isHydrated &&
        conflicts.map((part, index) => (
          <Place
            key={`${part.field} ${part.line}`}
            part={part}
            number={index + 1}
            of={conflicts.length}
            who={who}
            before={contextBefore(pieces, part)}
            choice={choices.get(part)}
            onChoose={(choice) => onChoose(part, choice)}
          />
        ))}
      <div className="rows border-b">
        <WholeText title="All of yours" text={yours.body} heading={yours.title} />
        <WholeText title={`All of ${possessive(save.by)}`} text={theirs.body} heading={theirs.title} />
        <WholeText title="Both together, with the places marked" text={merged.body} heading={merged.title} />
      </div>
    </section>
  );
}

const possessive = (name: string | undefined) => (name ? `${name}’s` : "theirs");

type PlaceProps = {
  part: ConflictingPart;
  number: number;
  of: number;
  who: string;
  before: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

const ways: readonly { which: Choice["which"]; label: string }[] = [
  { which: "mine", label: "Yours" },
  { which: "theirs", label: "Theirs" },
  { which: "both", label: "Both, yours first" },
  { which: "hand", label: "By hand" },
];

function Place({ part, number, of, who, before, choice, onChoose }: PlaceProps) {
  const id = useId();
  const isTitle = part.field === "title";
  const offered = isTitle ? ways.filter(({ which }) => which !== "both") : ways;
  const where = isTitle ? "The title" : headingOf(before);
  return (
    <fieldset className="min-w-0" data-undecided={choice === undefined || undefined}>
      <legend className="mb-1.5 font-semibold">
        {of > 1 && `${number} of ${of}: `}
        {where}
      </legend>
      {!isTitle && before && (
        <pre className="wrap-anywhere mb-1 whitespace-pre-wrap px-3 text-ink-faint text-small">{before}</pre>
      )}
      <div className="grid gap-x-px overflow-clip rounded-control border bg-line max-lg:gap-y-px lg:grid-cols-2">
        <Side title="Yours" text={part.mine} isTaken={choice?.which === "mine" || choice?.which === "both"} />
        <Side
          title={possessive(who)}
          text={part.theirs}
          isTaken={choice?.which === "theirs" || choice?.which === "both"}
        />
      </div>
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {offered.map(({ which, label }) => (
          <label key={which} className="inline-flex items-baseline gap-2 touch:py-2">
            <input
              type="radio"
              name={id}
              checked={choice?.which === which}
              onChange={() => onChoose({ which, text: chosenText(which, part) })}
              className="size-4 translate-y-[0.15em] accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      {choice?.which === "hand" && (
        <textarea
          aria-label={isTitle ? "The title that stays" : "The text that stays"}
          value={choice.text}
          onChange={({ target }) => onChoose({ which: "hand", text: target.value })}
          className="field-sizing-content mt-2 block min-h-[calc(3lh+1rem)] w-full rounded-control border border-control bg-sheet px-3 py-2 font-mono text-small leading-relaxed"
        />
      )}
    </fieldset>
  );
}

function Side({ title, text, isTaken }: { title: string; text: string; isTaken: boolean }) {
  return (
    <div className={isTaken ? "bg-accent-wash" : "bg-sheet"}>
      <p className="px-3 pt-2 text-ink-faint text-small">{title}</p>
      <pre className="wrap-anywhere whitespace-pre-wrap px-3 pt-0.5 pb-2.5 text-small leading-relaxed">
        {text === "" ? <i className="font-sans text-ink-faint not-italic">taken out</i> : text}
      </pre>
    </div>
  );
}

function WholeText({ title, heading, text }: { title: string; heading: string; text: string }) {
  return (
    <details>
      <summary className="py-2 font-semibold text-ink-soft text-small hover:text-ink">
        <span aria-hidden="true">▸ </span>
        {title}
      </summary>
      <p className="font-semibold">{heading}</p>
      <pre className="wrap-anywhere mt-1 mb-3 max-h-[28rem] overflow-y-auto whitespace-pre-wrap rounded-control bg-well px-3 py-2.5 text-small leading-relaxed">
        {text}
      </pre>
    </details>
  );
}

/** The lines above a conflict, by which it is found again in the text. */
function contextBefore(pieces: readonly Piece[], part: ConflictingPart): string {
  const at = pieces.findIndex((piece) => piece.isConflict && piece.part === part);
  const before = pieces[at - 1];
  if (!before || before.isConflict) return "";
  return before.text.trimEnd().split("\n").slice(-3).join("\n");
}

function headingOf(before: string): string {
  const heading = before.split("\n").findLast((line) => /^#{1,6}\s/.test(line));
  return heading ? `Under “${heading.replace(/^#+\s+/, "")}”` : "In the text";
}
