/** The policy of the frame: its own script, styles that the drawing brings along, and not one request. */
export const framePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-scripts",
  ].join("; ");

/** The frame's HTML. The drawing library comes later, from the page, because a frame without an origin keeps no cache. */
export const frameDocument = (nonce: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Diagram</title>
<style>
html { background: transparent; overflow: auto hidden; }
body { margin: 0; }
svg { display: block; margin-inline: auto; height: auto; }
</style>
<div id="drawing"></div>
<script nonce="${nonce}" src="/diagrams/frame.js"></script>
`;
