import type { ChangeWords } from "#lib/change-words";

const shortText = 120;

/** What an event changed, before → after. Long texts fold away behind a word. */
export function ChangeList({ changes }: { changes: readonly ChangeWords[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-0.5 text-ink-soft text-small">
      {changes.map((change) => (
        <li key={change.field} className="wrap-anywhere">
          {isShort(change) ? (
            <>
              <span className="text-ink-faint">{change.field}</span> <BeforeAndAfter {...change} />
            </>
          ) : (
            <details>
              <summary className="w-fit rounded-small text-ink-faint underline decoration-dotted underline-offset-[0.18em] hover:text-ink touch:py-2">
                {change.field}: before and after
              </summary>
              <div className="my-1 grid gap-1 border-l-2 pl-3">
                <BeforeAndAfter {...change} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function BeforeAndAfter({ before, after }: Pick<ChangeWords, "before" | "after">) {
  return (
    <>
      {before === undefined ? "nothing" : <del className="text-ink-faint decoration-1">{before}</del>}{" "}
      <span>
        <span aria-hidden="true">→</span>
        <span className="sr-only">became</span>
      </span>{" "}
      {after === undefined ? "nothing" : <ins className="text-ink no-underline">{after}</ins>}
    </>
  );
}

const isShort = ({ before = "", after = "" }: ChangeWords) => before.length + after.length <= shortText;
