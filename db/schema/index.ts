export * from "./access.ts";
export * from "./events.ts";
export * from "./imports.ts";
export * from "./people.ts";
export * from "./services.ts";
export * from "./teams.ts";
