import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import { isInCode } from "#components/documents/editor/commands";
import { linkTo, type SuggestedName } from "#lib/documents/editor/names";

const kinds = [
  // An address of a person has something before its @.
  { what: "service", begins: /(?<![\p{L}\p{N}/@])@[\p{L}\p{N}._-]*$/u, isOfferedAlone: true },
  // A heading has a space after its #, so at the beginning of a line nothing is offered until a letter comes.
  { what: "runbook", begins: /(?<![\p{L}\p{N}/#&(])#[\p{L}\p{N}._-]*$/u, isOfferedAlone: false },
] as const;

/** Completes `@` to a link to a service and `#` to one to a runbook, those of the service `near` first. */
export const namesToLink = (near: string) => autocompletion({ override: kinds.map(sourceOf(near)), icons: false });

const sourceOf =
  (near: string) =>
  ({ what, begins, isOfferedAlone }: (typeof kinds)[number]): CompletionSource =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const line = context.state.doc.lineAt(context.pos);
    const typed = begins.exec(line.text.slice(0, context.pos - line.from));
    if (!typed || isInCode(context.state, context.pos)) return null;
    const from = line.from + typed.index;
    const query = typed[0].slice(1);
    if (query === "" && !isOfferedAlone && from === line.from) return null;
    const names = await ask(what, query, near, context);
    return {
      from,
      filter: false,
      options: names.map((name) => ({
        label: name.name,
        ...(name.hint ? { detail: name.hint } : {}),
        apply: linkTo(name),
      })),
    };
  };

async function ask(what: string, q: string, near: string, context: CompletionContext): Promise<SuggestedName[]> {
  const asking = new AbortController();
  context.addEventListener("abort", () => asking.abort());
  const address = `/api/documents/names?${new URLSearchParams({ what, q, near })}`;
  const answer = await fetch(address, { signal: asking.signal }).catch(() => undefined);
  return answer?.ok ? (await answer.json()).items : [];
}
