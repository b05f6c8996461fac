CREATE TABLE "displacements" (
	"override_id" uuid PRIMARY KEY NOT NULL,
	"parts" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "displacements" ADD CONSTRAINT "displacements_override_id_overrides_id_fk" FOREIGN KEY ("override_id") REFERENCES "public"."overrides"("id") ON DELETE cascade ON UPDATE no action;