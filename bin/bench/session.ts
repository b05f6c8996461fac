import { request } from "undici";

/** What a browser with this cookie is given of a page. */
export async function readPage(origin: string, page: string, cookie: string): Promise<string> {
  const { statusCode, body } = await request(origin + page, { headers: { cookie, accept: "text/html" } });
  const html = await body.text();
  if (statusCode !== 200) throw new Error(`${page} answered ${statusCode}.`);
  return html;
}

/** A session of a demo person: the sign-in form, sent as a browser without JavaScript sends it. */
export async function signIn(origin: string, person: string): Promise<string> {
  const html = await readPage(origin, "/sign-in", "");
  const form = new FormData();
  for (const [field] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    form.set(attribute(field, "name"), attribute(field, "value"));
  }
  form.set("person", person);
  const answer = await fetch(`${origin}/sign-in`, {
    ...{ method: "POST", body: form, redirect: "manual" },
    headers: { origin },
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (!cookies.some((cookie) => cookie?.includes("session"))) {
    throw new Error(`Signing in answered ${answer.status} without a session.`);
  }
  return cookies.join("; ");
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
