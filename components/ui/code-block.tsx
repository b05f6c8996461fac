import { classNames } from "#components/ui/class-name";
import { CopyButton } from "#components/ui/copy-button";

/** Code or a command to be read and copied as it stands. Long lines wrap: nothing hides beyond an edge. */
export function CodeBlock({ code, className }: { code: string; className?: string }) {
  return (
    <div className={classNames("flex items-start gap-2 rounded-control bg-well p-1.5", className)}>
      <pre className="min-w-0 flex-1 whitespace-pre-wrap px-2 py-1.5 text-small leading-normal [overflow-wrap:anywhere]">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} />
    </div>
  );
}
