import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { apiPolicy, contentPolicy, filePolicy } from "#lib/auth/content-policy";
import { demoRefusal } from "#lib/auth/demo-guard";
import { providerOrigins } from "#lib/auth/provider-origins";
import { renewedSession, sessionCookie, sessionSeconds } from "#lib/auth/sessions";
import { environment } from "#lib/env";
import { cameHeader } from "#lib/running-server";

// Calls of the REST interface, calendars, files and health checks have fixed headers and skip the proxy,
// which costs as much as they do; but for addresses that may stand for no text. So does what draws diagrams.
export const config = {
  matcher: [
    "/((?!_next/|__nextjs|icon.svg|icons/|worker.js|manifest.webmanifest|readme/|diagrams/|night/|api/v1/|api/health/|calendars/|uploads/).*)",
    "/api/v1/:path(.*%.*)",
    "/calendars/:path(.*%.*)",
    "/uploads/:path(.*%.*)",
  ],
};

/** Every other request but those for static files: who may come at all, and under which policy the answer is shown. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { asDemo } = environment();
  const visit = { host: request.headers.get("host"), came: request.headers.get(cameHeader) };
  const refusal = asDemo ? demoRefusal(visit) : undefined;
  if (refusal) return secured(new NextResponse(`${refusal}\n`, { status: 403 }), apiPolicy);
  if (!isReadable(request.nextUrl.pathname)) return secured(new NextResponse(null, { status: 400 }), apiPolicy);
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/api/")) return secured(NextResponse.next(), apiPolicy);
  return pathname.startsWith("/uploads/") ? secured(NextResponse.next(), filePolicy) : page(request);
}

async function page(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy({
    nonce,
    formOrigins: providerOrigins(),
    isDevelopment: process.env.NODE_ENV === "development",
    isSecure: isSecure(),
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-path", pathOf(request));
  const response = secured(NextResponse.next({ request: { headers } }), policy);
  await renewSession(request, response);
  return response;
}

function secured(response: NextResponse, policy: string): NextResponse {
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (isSecure()) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

// A session that is used goes on; one that cannot be read now is left for the page to judge.
async function renewSession(request: NextRequest, response: NextResponse): Promise<void> {
  const { name, options } = sessionCookie();
  const renewed = await renewedSession(request.cookies.get(name)?.value).catch(() => undefined);
  if (renewed) response.cookies.set(name, renewed, { ...options, maxAge: sessionSeconds });
}

// Next.js answers 500 to an address such as /services/%E0%A4%A, which stands for no text.
function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

function pathOf({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.searchParams);
  search.delete("_rsc");
  return nextUrl.pathname + (search.size > 0 ? `?${search}` : "");
}

const isSecure = () => environment().AUTH_URL?.startsWith("https:") ?? false;
