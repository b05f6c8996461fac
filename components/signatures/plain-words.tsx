import { Fragment } from "react";

/** Plain text of an expert: its lines as they were typed, and what stands between backticks as code. */
export function PlainWords({ text }: { text: string }) {
  return (
    <p className="wrap-anywhere max-w-[44rem] whitespace-pre-line">
      <CodedWords text={text} />
    </p>
  );
}

/** The same within a line of something else. */
export function CodedWords({ text }: { text: string }) {
  return text.split(/`([^`\n]+)`/).map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 0 ? (
      <Fragment key={key}>{part}</Fragment>
    ) : (
      <code key={key} className="rounded-small bg-well px-1 py-px text-small">
        {part}
      </code>
    );
  });
}
