"use client";

import { type ReactNode, useId, useState } from "react";
import { nameIn } from "#components/rotations/editor/editor-context";
import { PreviewWeeks } from "#components/rotations/editor/preview-weeks";
import { HoleList, WarningList } from "#components/rotations/editor/warning-list";
import { When } from "#components/rotations/when";
import { Button } from "#components/ui/button";
import { Spinner } from "#components/ui/spinner";
import type { PreviewAnswer, PreviewView } from "#lib/rotations/editor/preview";

type PreviewPaneProps = {
  answer: PreviewAnswer | null;
  isStale: boolean;
  hasFailed: boolean;
  onRetry: () => void;
  timeZone: string;
};

/** What follows from the draft, as the server resolves it: the coming weeks, what moves, and what speaks against it. */
export function PreviewPane({ answer, isStale, hasFailed, onRetry, timeZone }: PreviewPaneProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} aria-busy={isStale} className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
      <div className="flex items-baseline justify-between gap-4 text-ink-faint text-small">
        <h2 id={id} className="font-semibold">
          The next eight weeks
        </h2>
        <span className="inline-flex items-center gap-1.5">
          {isStale && !hasFailed && (
            <>
              <Spinner /> Working it out
            </>
          )}
        </span>
      </div>
      {hasFailed && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-port">
          The server did not answer.
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </p>
      )}
      {answer?.status === "wrong" && <Unfinished errors={answer.errors} />}
      {answer?.status === "fine" && <Preview preview={answer.preview} timeZone={timeZone} />}
      {!answer && !hasFailed && (
        <p className="text-ink-faint">It appears here as soon as there is something to show.</p>
      )}
    </section>
  );
}

/** What is still needed before the weeks can be shown. */
function Unfinished({ errors }: { errors: readonly { path: string; message: string }[] }) {
  const sentences = [...new Set(errors.map(({ path, message }) => `${placeOf(path)}${message}`))];
  return (
    <div className="text-ink-soft">
      <p>Before the weeks can be shown:</p>
      <ul className="rows mt-1.5 border-b">
        {sentences.map((sentence) => (
          <li key={sentence} className="py-1.5">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeOf(path: string): string {
  const number = /^layers\.(\d+)\./.exec(path)?.[1];
  return number === undefined ? "" : `Layer ${Number(number) + 1}: `;
}

function Preview({ preview, timeZone }: { preview: PreviewView; timeZone: string }) {
  const { changesFrom, homeZone, isSame, moved, movedCount, told, handoffs, people, warnings } = preview;
  const [isBefore, setBefore] = useState(false);
  const hasBefore = preview.weeks.some(({ before }) => before !== null);
  const name = (address: string | null) => (address === null ? "nobody" : nameIn(people, address));
  const when = (at: string) => <When at={at} timeZone={timeZone} homeZone={homeZone} />;

  return (
    <>
      <HoleList warnings={warnings} />
      <div>
        {hasBefore && !isSame && (
          <fieldset className="mb-2 flex gap-1">
            <legend className="sr-only">Which weeks are shown</legend>
            <Choice isChosen={!isBefore} onChoose={() => setBefore(false)}>
              As it would be
            </Choice>
            <Choice isChosen={isBefore} onChoose={() => setBefore(true)}>
              As it is
            </Choice>
          </fieldset>
        )}
        <PreviewWeeks preview={preview} isBefore={isBefore && !isSame} timeZone={timeZone} />
      </div>
      {isSame ? (
        <p className="text-ink-soft">Nothing changes yet.</p>
      ) : (
        hasBefore && (
          <Part title={movedCount === 0 ? "No shift of these weeks moves" : "These shifts move"}>
            {moved.map(({ from, to, before, after }) => (
              <li key={from} className="py-1.5">
                <b>{name(after)}</b> instead of {name(before)}
                <span className="block text-ink-faint text-small">
                  {when(from)} to {when(to)}
                </span>
              </li>
            ))}
            {movedCount > moved.length && (
              <li className="py-1.5 text-ink-soft">and {movedCount - moved.length} more</li>
            )}
          </Part>
        )
      )}
      {told.length > 0 && (
        <p className="text-ink-soft">
          {new Intl.ListFormat("en-GB").format(told.map(name))} {told.length === 1 ? "is" : "are"} told that their
          coming shifts move.
        </p>
      )}
      <WarningList warnings={warnings} />
      <Part title={hasBefore ? <>First handoffs from {when(changesFrom)} on</> : "First handoffs"}>
        {handoffs.map(({ at, from, to }) => (
          <li key={at} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span>
              <b>{name(to)}</b> after {name(from)}
            </span>
            <span className="text-ink-soft">{when(at)}</span>
          </li>
        ))}
        {handoffs.length === 0 && <li className="py-1.5 text-ink-soft">The watch never passes on.</li>}
      </Part>
    </>
  );
}

function Choice({ isChosen, onChoose, children }: { isChosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <Button size="small" variant={isChosen ? "plain" : "quiet"} aria-pressed={isChosen} onClick={onChoose}>
      {children}
    </Button>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 font-semibold text-ink-faint text-small">{title}</h3>
      <ul className="rows">{children}</ul>
    </div>
  );
}
