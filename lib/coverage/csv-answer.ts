import type { CoverageItem } from "#lib/coverage/api-queries";
import { csvHeads, csvRows, write } from "#lib/coverage/csv";

/** A spreadsheet takes a file without this mark for one of its own country's letters. */
const byteOrderMark = "\uFEFF";

/** All `parts` as one file, sent as they are read. The first is read before anything is sent, so that a refusal is an answer. */
export async function csvAnswer(
  parts: AsyncGenerator<CoverageItem[]>,
  { fileName }: { /** Without it the answer is for a program. */ fileName?: string } = {},
): Promise<Response> {
  const encoder = new TextEncoder();
  let next = await parts.next();
  const head = `${fileName ? byteOrderMark : ""}${write([csvHeads])}`;
  let isBegun = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const rows = next.done ? "" : csvRows(next.value);
      const text = isBegun ? rows : `${head}${rows}`;
      isBegun = true;
      if (text) controller.enqueue(encoder.encode(text));
      if (next.done) return controller.close();
      next = await parts.next();
      if (next.done) controller.close();
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(fileName && { "content-disposition": `attachment; filename="${fileName}"` }),
    },
  });
}
