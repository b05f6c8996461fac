CREATE TABLE "imported_watches" (
	"reference" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"location" text NOT NULL,
	"line" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"rotation_id" uuid,
	"service_id" uuid,
	"is_adopted" boolean NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "imported_watches_are_of_one_thing" CHECK (num_nonnulls("imported_watches"."rotation_id", "imported_watches"."service_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "imported_watches" ADD CONSTRAINT "imported_watches_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_watches" ADD CONSTRAINT "imported_watches_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_watches_by_source" ON "imported_watches" USING btree ("source");--> statement-breakpoint
CREATE INDEX "imported_watches_of_rotation" ON "imported_watches" USING btree ("rotation_id");--> statement-breakpoint
CREATE INDEX "imported_watches_of_service" ON "imported_watches" USING btree ("service_id");