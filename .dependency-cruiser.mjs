import { globSync, readFileSync } from "node:fs";

// Who may import what. An `import type` leaves nothing at run time, so most rules let it pass.

const tests = "\\.test\\.tsx?$|^lib/[^/]+/testing/|-under-test\\.ts$";
const ours = "^(app|components|lib|db|bin|e2e)/|^[^/]+\\.m?ts$";

// Under lib/, a file that begins with neither directive is pure.
const directive = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(?:import "server-only"|"use server")/;
const pure = globSync("lib/**/*.ts", { exclude: ["**/*.test.ts", "lib/*/testing/**"] })
  .filter((file) => !directive.test(readFileSync(file, "utf8")))
  .map((file) => `^${file.replaceAll(/[.[\]()]/g, "\\$&")}$`);

const components = "^components/";
const queries = "^lib/.*\\bqueries\\.ts$";
// What a PUT does is a command as a whole, and so is an import that arrives as a request.
const commands = "^lib/.*\\b(?:commands|put|over-http)\\.ts$";
const actions = "^lib/.*\\bactions\\.ts$";
const inputs = "^lib/.*\\binputs\\.ts$";
const foundations = "^lib/[^/]+\\.ts$";
const auth = "^lib/auth/(?!.*actions\\.ts)";
const database = "^db/(?!testing/|seed/)";
const routes = "^app/.*/route\\.ts$";

/** Of our own files, those that `from` matches import at run time (or `evenTypes`) only those that `may` matches. */
function only(name, from, may, { evenTypes = false, butNot = [] } = {}) {
  return {
    name,
    severity: "error",
    from: { path: from, pathNot: [tests, ...butNot] },
    to: { path: ours, pathNot: may, ...(evenTypes ? {} : { dependencyTypesNot: ["type-only"] }) },
  };
}

function never(name, from, to, comment) {
  return { name, severity: "error", comment, from, to };
}

const importTable = [
  only(
    "app",
    "^app/",
    ["^app/", components, queries, "^lib/auth/(?:viewer|installation)\\.ts$", "^lib/clock\\.ts$", ...pure],
    {
      butNot: [routes],
    },
  ),
  only("routes", routes, ["^app/", queries, commands, inputs, auth, foundations, "^lib/api/", ...pure]),
  only("components", components, [components, actions, inputs, ...pure]),
  only("components-types", components, [components, "^lib/"], { evenTypes: true }),
  only("components-ui", "^components/ui/", ["^components/ui/", "^lib/form-state\\.ts$"]),
  only("components-layout", "^components/layout/", ["^components/(?:ui|layout)/", ...pure]),
  only("queries", "^lib/([^/]+)/.*queries\\.ts$", [
    database,
    auth,
    foundations,
    queries,
    "^lib/$1/(?!.*(?:commands|actions)\\.ts)",
    ...pure,
  ]),
  only("commands", "^lib/([^/]+)/", [database, auth, foundations, queries, commands, "^lib/", ...pure], {
    butNot: [queries, actions, ...pure],
  }),
  only(
    "actions",
    "^lib/([^/]+)/.*actions\\.ts$",
    [
      // A field that suggests as somebody types asks through an action too.
      "^lib/$1/.*(?:inputs|commands|queries)\\.ts$",
      "^lib/action\\.ts$",
      "^lib/auth/viewer\\.ts$",
      ...pure,
    ],
    { butNot: ["^lib/auth/"] },
  ),
  only("actions-of-sign-in", "^lib/auth/.*actions\\.ts$", [
    "^lib/auth/",
    "^lib/action\\.ts$",
    "^lib/env\\.ts$",
    ...pure,
  ]),
  only("foundations", foundations, [database, auth, foundations, "^lib/api/", ...pure], { butNot: pure }),
  only("pure", pure.length > 0 ? pure : "^$", pure),
  only("entries", "^(?:bin/|(?:instrumentation|proxy)\\.ts$)", ["^bin/", "^lib/", "^db/(?!testing/)"], {
    evenTypes: true,
    butNot: ["^bin/(?:test|bench)/"],
  }),
  only("db", "^db/", ["^db/(?!testing/|seed/)"], { evenTypes: true, butNot: ["^db/(?:testing|seed)/"] }),
  only("db-seed", "^db/seed/", ["^db/(?!testing/)"], { evenTypes: true }),
  only("db-testing", "^db/testing/", ["^db/"], { evenTypes: true }),
  only("e2e", "^e2e/", ["^e2e/", "^db/testing/"]),
];

const laws = [
  never(
    "pure-files-do-no-io",
    { path: pure.length > 0 ? pure : "^$", pathNot: tests },
    {
      path: "^(?:node_modules/(?:next|next-auth|drizzle-orm|postgres|undici|server-only)/|next|server-only)",
      dependencyTypesNot: ["type-only"],
    },
    'A file under lib/ that neither begins with "server-only" nor "use server" computes, and does nothing else.',
  ),
  never(
    "pure-files-need-no-node",
    { path: pure.length > 0 ? pure : "^$", pathNot: tests },
    { dependencyTypes: ["core"], pathNot: "^(?:node:)?(?:crypto|util)$" },
    "Comparing and hashing are computing; what else Node offers is not.",
  ),
  never("nothing-imports-actions-but-components", { pathNot: [components, tests] }, { path: actions }),
  never(
    "briefing-coverage-and-records-are-read-by-nobody",
    // Calls over HTTP and what is due by itself are entries like screens.
    { pathNot: ["^app/", "^(?:lib|components)/(?:briefing|coverage|records)/", "^lib/(?:api|jobs)/", "^bin/", tests] },
    { path: "^(?:lib|components)/(?:briefing|coverage|records)/" },
    "They read across the other nouns, so a way back would be a cycle.",
  ),
  never(
    "tests-and-fixtures-stay-out-of-the-product",
    { path: "^(?:app|components|lib)/|^db/(?!testing/)|^[^/]+\\.ts$", pathNot: [tests, "\\.config\\.ts$"] },
    { path: [tests, "^db/testing/", "^e2e/"] },
  ),
  never(
    "the-product-needs-no-development-packages",
    { path: "^(?:app|components|lib)/|^db/(?!testing/)|^(?:proxy|instrumentation)\\.ts$", pathNot: tests },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
  never(
    "e2e-uses-playwright",
    { path: "^e2e/" },
    {
      path: "^node_modules/",
      pathNot: "^node_modules/(?:@types/|@playwright/test|@axe-core/playwright|oidc-provider)",
    },
  ),
  never("no-cycles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
  // Trees of Markdown and HTML are types alone, which only the type checker finds.
  never("everything-resolves", {}, { couldNotResolve: true, pathNot: "^(?:hast|mdast)$" }),
  never("packages-are-declared", {}, { dependencyTypes: ["npm-no-pkg", "npm-unknown"] }),
];

const nameless = [
  "(?:^|/)(?:utils?|helpers?|misc|common|manager|data)(?:/|\\.tsx?$)",
  "^(?:components|lib|db|bin|e2e)/.*\\bpage\\.tsx?$",
];
const names = [
  never("a-module-says-what-it-is", { path: nameless }, {}),
  never("a-module-says-what-it-is-to-others", {}, { path: nameless, pathNot: "^node_modules/" }),
  never("a-module-says-what-it-is-to-nobody", { path: nameless, orphan: true }, {}),
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...importTable, ...laws, ...names],
  options: {
    parser: "swc",
    exclude: { path: "^(?:\\.next|\\.watchbill|node_modules/\\.cache)/|^next-env\\.d\\.ts$" },
    doNotFollow: { path: "^node_modules/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
