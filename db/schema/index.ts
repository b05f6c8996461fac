export * from "#db/schema/access";
export * from "#db/schema/events";
export * from "#db/schema/imports";
export * from "#db/schema/people";
export * from "#db/schema/rotations";
export * from "#db/schema/services";
export * from "#db/schema/teams";
