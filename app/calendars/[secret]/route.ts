import { createHash } from "node:crypto";
import { isKnown } from "#lib/api/entity-tag";
import { problemAnswer } from "#lib/api/problem";
import { refusalOfVisit } from "#lib/auth/demo-visit";
import { ownOrigin } from "#lib/auth/origin";
import { Forbidden, NotFound } from "#lib/errors";
import { findCalendar } from "#lib/rotations/calendars/calendar-queries";
import { secretOf } from "#lib/rotations/calendars/calendar-secret";
import { calendarText } from "#lib/rotations/calendars/calendar-text";

type Context = { params: Promise<{ secret: string }> };

/** `/calendars/{secret}.ics`: read by calendar programs, which sign in nowhere; whoever knows the secret may. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const refusal = refusalOfVisit(request);
    if (refusal) throw new Forbidden(refusal);
    const secret = secretOf((await params).secret);
    const calendar = secret && (await findCalendar(secret));
    if (!calendar) throw new NotFound("There is no such calendar, or no longer.");
    return answer(request, calendarText(calendar, ownOrigin(request.headers)));
  } catch (error) {
    return problemAnswer(error);
  }
}

function answer(request: Request, text: string): Response {
  // A weak one: on its way the text may be compressed.
  const etag = `W/"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="watchbill.ics"',
    // A program may keep it, and has to ask each time whether it still holds.
    "cache-control": "private, no-cache",
    "x-robots-tag": "noindex",
    etag,
  };
  return isKnown(request, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}
