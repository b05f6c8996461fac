import { apiHeaders } from "#lib/auth/content-policy";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The check command does it, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The database drivers and the job runner load native or WebAssembly files by their own paths.
  serverExternalPackages: ["@electric-sql/pglite", "postgres", "pg-boss", "elkjs", "nodemailer"],
  // What `proxy.ts` says of the answers that pass through it, for those that do not.
  headers: async () =>
    ["/api/v1/:path*", "/api/health/:path*", "/calendars/:path*"].map((source) => ({
      source,
      headers: Object.entries(apiHeaders).map(([key, value]) => ({ key, value })),
    })),
  // An import may have 32 MiB; what is a little larger must still arrive whole, to be refused for its size.
  experimental: { serverActions: { bodySizeLimit: "34mb" }, proxyClientMaxBodySize: "34mb" },
};
