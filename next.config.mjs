import { apiHeaders } from "#lib/auth/content-policy";

const { NODE_ENV, NIGHT_VERSION = "" } = process.env;
const forever = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Every reader gets the title with the page: streamed, it is missing while a page loads slowly, and never reaches
  // the head of whoever reads without JavaScript.
  htmlLimitedBots: /.*/,
  // The check command does it, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The database drivers and the job runner load native or WebAssembly files by their own paths.
  serverExternalPackages: ["@electric-sql/pglite", "postgres", "pg-boss", "elkjs", "nodemailer"],
  // What `proxy.ts` says of the answers that pass through it, for those that do not.
  headers: async () => [
    ...["/api/v1/:path*", "/api/health/:path*", "/calendars/:path*"].map((source) => ({
      source,
      headers: Object.entries(apiHeaders).map(([key, value]) => ({ key, value })),
    })),
    ...(NODE_ENV === "production" ? [{ source: "/night/:file", headers: forever }] : []),
  ],
  // The pages of the night name their files with it, so that a browser keeps those of one build for as long as it likes.
  env: { NIGHT_VERSION },
  // An import may have 32 MiB; what is a little larger must still arrive whole, to be refused for its size.
  experimental: { serverActions: { bodySizeLimit: "34mb" }, proxyClientMaxBodySize: "34mb" },
};
