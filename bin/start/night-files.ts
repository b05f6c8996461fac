import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { build as bundle, type InlineConfig } from "vite";

const folder = "public/night";

/**
 * Makes what a browser loads with the pages of the night, which are no part of the portal's bundle: one script, one style
 * sheet, and the fonts. Returns what stands for this version of them: the pages name it, so that a browser may keep them.
 */
export async function buildNightFiles(): Promise<string> {
  await bundle(config);
  const hash = createHash("sha256");
  for (const name of ["page.css", "page.js"]) hash.update(readFileSync(path.join(folder, name)));
  return hash.digest("base64url").slice(0, 12);
}

/** The same, and again whenever a source of theirs changes, until the returned function is called. */
export async function watchNightFiles(): Promise<() => Promise<void>> {
  const watcher = await bundle({ ...config, build: { ...config.build, watch: {} } });
  return async () => {
    if ("close" in watcher) await watcher.close();
  };
}

const config: InlineConfig = {
  configFile: false,
  publicDir: false,
  base: "/night/",
  logLevel: "warn",
  build: {
    outDir: folder,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { page: "app/(night)/in-browser.ts" },
      output: {
        entryFileNames: "[name].js",
        // Their addresses say which version they are; those of fonts, which the style sheet names, by themselves.
        assetFileNames: ({ names }) => (names[0]?.endsWith(".css") ? "page.css" : "[name]-[hash][extname]"),
      },
    },
  },
};
