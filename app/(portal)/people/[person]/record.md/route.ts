import { problemAnswer } from "#lib/api/problem";
import { refusalOfVisit } from "#lib/auth/demo-visit";
import { apiViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { Forbidden, NotFound } from "#lib/errors";
import { listCriteria } from "#lib/records/criteria/queries";
import { recordMarkdown } from "#lib/records/markdown";
import { openRecord } from "#lib/records/queries";
import { noSuchRecord } from "#lib/records/views";
import { addressIn } from "../load-person";

type Context = { params: Promise<{ person: string }> };

/** `/people/{address}/record.md`: the record as a file, for whoever may open it; that they did is noted like any reading. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const refusal = refusalOfVisit(request);
    if (refusal) throw new Forbidden(refusal);
    const [viewer, address] = [await apiViewer(request), await addressIn(params)];
    const { searchParams, origin } = new URL(request.url);
    const asked = Object.fromEntries(["from", "to"].map((name) => [name, searchParams.get(name) ?? undefined]));
    const record = await openRecord(viewer, address, asked, "export", now());
    if (!record) throw new NotFound(noSuchRecord);
    const text = recordMarkdown(record, await listCriteria(viewer), environment().AUTH_URL ?? origin);
    return new Response(text, {
      headers: {
        "content-type": "text/markdown; charset=utf-8",
        "content-disposition": `attachment; filename="ownership-record-${record.days.from}-${record.days.to}.md"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return problemAnswer(error);
  }
}
