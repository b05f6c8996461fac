/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The database drivers and the job runner load native or WebAssembly files by their own paths.
  serverExternalPackages: ["@electric-sql/pglite", "postgres", "pg-boss", "elkjs", "nodemailer"],
  experimental: { serverActions: { bodySizeLimit: "34mb" } },
};
