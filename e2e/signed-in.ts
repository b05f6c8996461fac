import { type Browser, expect, type Page } from "@playwright/test";

type Cookies = Parameters<ReturnType<Page["context"]>["addCookies"]>[0];

/** The sessions that this worker has begun, by server and person. */
const sessions = new Map<string, Cookies>();

/**
 * Makes the page's browser that of somebody of a demo server at `origin`: by the sign-in page the first time, by the
 * session begun then from the second time on. Where the page stands afterwards is not said.
 */
export async function signIn(page: Page, origin: string, name: string): Promise<void> {
  const session = sessions.get(`${origin} ${name}`);
  if (session) return page.context().addCookies(session);
  await chooseDemoPerson(page, origin, name);
  sessions.set(`${origin} ${name}`, await page.context().cookies(origin));
}

/** Another server may come to the same address. */
export function forgetSessions(origin: string): void {
  for (const known of sessions.keys()) if (known.startsWith(`${origin} `)) sessions.delete(known);
}

/** Signs in by the sign-in page, and waits for the portal. */
export async function chooseDemoPerson(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Somebody in a browser of their own. */
export async function signedIn(browser: Browser, origin: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, origin, name);
  return page;
}
