import type { ReactNode } from "react";
import { NothingHere, NotShown } from "#components/briefing/night-notices";
import { NightShell, type Shell } from "#components/briefing/night-shell";
import { markupOf } from "#components/ui/markup";
import { Unauthenticated } from "#lib/errors";
import { chosenTheme, paper } from "../theme";

/** A page of the night: `isNight` where the reader is, so that the browser around it is as dim as the page. */
export type NightPage = { title: string; isNight: boolean; content: ReactNode };

type Context<Params> = { params: Promise<Params> };

/**
 * Answers with the page about an alert or a service that `find` makes of a request, whole and as the HTML it is. Whoever
 * has to sign in first is led there and back; what is not there, and what could not be made, is said on a page of its own.
 */
export function nightPage<Params>(
  what: "alert" | "service",
  find: (request: Request, params: Params) => Promise<NightPage | undefined>,
) {
  const missing: NightPage = { title: "Not found", isNight: false, content: <NothingHere what={what} /> };
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    try {
      const page = await find(request, await params);
      return await answer(request, page ?? missing, page ? 200 : 404);
    } catch (error) {
      if (error instanceof Unauthenticated) return leadToSignIn(request);
      const said = { reference: crypto.randomUUID(), address: pathOf(request) };
      process.stderr.write(`Reference ${said.reference}: ${error instanceof Error ? error.stack : error}\n`);
      const broken = { title: "Not available", isNight: false, content: <NotShown {...said} /> };
      return answer(request, broken, 500);
    }
  };
}

async function answer(request: Request, { title, isNight, content }: NightPage, status: number): Promise<Response> {
  const theme = await chosenTheme();
  const shell: Shell = {
    nonce: request.headers.get("x-nonce") ?? undefined,
    version: process.env.NIGHT_VERSION ?? "",
    theme,
    papers: isNight ? [{ color: paper.night }] : papersFor(theme),
  };
  const html = markupOf(
    <NightShell {...shell} title={title} isNight={isNight}>
      {content}
    </NightShell>,
  );
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-cache, no-store" };
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

function papersFor(theme: Shell["theme"]): Shell["papers"] {
  if (theme) return [{ color: paper[theme] }];
  return [
    { media: "(prefers-color-scheme: light)", color: paper.light },
    { media: "(prefers-color-scheme: dark)", color: paper.dark },
  ];
}

/** The key of a link, which did not open the page, is not led along. */
function leadToSignIn(request: Request): Response {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("key");
  const callbackUrl = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
  return new Response(null, { status: 303, headers: { location: `/sign-in?${new URLSearchParams({ callbackUrl })}` } });
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}
