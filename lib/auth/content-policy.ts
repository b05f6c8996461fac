type PolicyFacts = {
  nonce: string;
  /** Origins to which a sign-in form may lead. */
  formOrigins: readonly string[];
  isDevelopment: boolean;
  /** People reach this server over TLS. */
  isSecure: boolean;
};

/** The Content-Security-Policy of a page (CSP level 3): only what carries this request's nonce runs or styles. */
export function contentPolicy({ nonce, formOrigins, isDevelopment, isSecure }: PolicyFacts): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // The development overlay brings styles of its own, and a nonce would switch 'unsafe-inline' off.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    // The frame in which a diagram is drawn.
    "frame-src 'self'",
    // What takes pushes for this browser.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...formOrigins].join(" ")}`,
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** The policy of answers that are no pages: nothing in them may run, load or be framed. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** The headers of answers to programs, which pass through no proxy. */
export const apiHeaders = {
  "Content-Security-Policy": apiPolicy,
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** The policy of files that people added: besides, whatever is in them has no origin and can start nothing. */
export const filePolicy = `sandbox; ${apiPolicy}`;
