import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { viewerOfSession } from "#lib/auth/api-viewer";
import type { Viewer } from "#lib/auth/policy";
import { sessionCookie } from "#lib/auth/sessions";

export { apiViewer, tokenViewer } from "#lib/auth/api-viewer";
export type { Viewer } from "#lib/auth/policy";

/** Who is signed in, or undefined. Asked of the database once a request: a person who left is out at once. */
export const findViewer = cache(async (): Promise<Viewer | undefined> => {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  return viewerOfSession(cookie);
});

/** Who is signed in; anybody else is led to the sign-in page and from there back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
}
