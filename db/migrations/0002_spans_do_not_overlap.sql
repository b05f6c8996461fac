ALTER TABLE "memberships" ADD CONSTRAINT "memberships_of_a_person_in_a_team_do_not_overlap"
  EXCLUDE USING gist ("team_id" WITH =, "person_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_of_a_service_in_a_role_do_not_overlap"
  EXCLUDE USING gist ("service_id" WITH =, "role" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);
