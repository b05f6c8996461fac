export type Lifecycle = "experimental" | "production" | "deprecated";

const meanings: Record<Lifecycle, readonly string[]> = {
  experimental: [
    ...["experimental", "experiment", "alpha", "beta", "preview", "development", "dev", "incubating", "incubation"],
    ...["prototype", "poc", "pilot", "planned", "proposed", "draft", "testing", "test", "staging"],
  ],
  production: ["production", "prod", "stable", "active", "live", "ga", "generally-available", "released", "supported"],
  deprecated: [
    ...["deprecated", "decommissioned", "decommissioning", "retired", "obsolete", "legacy", "sunset", "sunsetting"],
    ...["end-of-life", "eol", "archived", "unmaintained", "unsupported", "inactive"],
  ],
};

/**
 * The nearest of the three lifecycles that a service can have. Descriptors may say anything here; what means none
 * of them, such as `-`, is read as production, so that nothing loses its watch by a word that nobody knows.
 */
export function readLifecycle(written: string): Lifecycle {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const known = Object.entries(meanings).find(([, words]) => words.includes(word));
  return (known?.[0] as Lifecycle | undefined) ?? "production";
}
