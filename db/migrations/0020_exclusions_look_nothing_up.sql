CREATE INDEX "overrides_of_rotation" ON "overrides" USING btree ("rotation_id","ends_at");--> statement-breakpoint
-- A GiST index of ids answers a look-up from hundreds of pages, and is taken for as good as a B-tree: over their text
-- nothing is looked up by it.
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_of_a_person_in_a_team_do_not_overlap",
  ADD CONSTRAINT "memberships_of_a_person_in_a_team_do_not_overlap" EXCLUDE USING gist (("team_id"::text) WITH =, ("person_id"::text) WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "ownerships" DROP CONSTRAINT "ownerships_of_a_service_in_a_role_do_not_overlap",
  ADD CONSTRAINT "ownerships_of_a_service_in_a_role_do_not_overlap" EXCLUDE USING gist (("service_id"::text) WITH =, "role" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "rotation_versions" DROP CONSTRAINT "rotation_versions_do_not_overlap",
  ADD CONSTRAINT "rotation_versions_do_not_overlap" EXCLUDE USING gist (("rotation_id"::text) WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "overrides" DROP CONSTRAINT "overrides_of_a_rotation_do_not_overlap",
  ADD CONSTRAINT "overrides_of_a_rotation_do_not_overlap" EXCLUDE USING gist (("rotation_id"::text) WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "deactivations" DROP CONSTRAINT "deactivations_of_a_person_do_not_overlap",
  ADD CONSTRAINT "deactivations_of_a_person_do_not_overlap" EXCLUDE USING gist (("person_id"::text) WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "coverage_snapshots" DROP CONSTRAINT "coverage_snapshots_of_a_service_do_not_overlap",
  ADD CONSTRAINT "coverage_snapshots_of_a_service_do_not_overlap" EXCLUDE USING gist (("service_id"::text) WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);
