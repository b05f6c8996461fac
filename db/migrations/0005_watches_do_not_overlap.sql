ALTER TABLE "rotation_versions" ADD CONSTRAINT "rotation_versions_do_not_overlap"
  EXCLUDE USING gist ("rotation_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_of_a_rotation_do_not_overlap"
  EXCLUDE USING gist ("rotation_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "deactivations" ADD CONSTRAINT "deactivations_of_a_person_do_not_overlap"
  EXCLUDE USING gist ("person_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
INSERT INTO "deactivations" ("person_id", "starts_at")
  SELECT "id", "deactivated_at" FROM "people" WHERE "deactivated_at" IS NOT NULL;
