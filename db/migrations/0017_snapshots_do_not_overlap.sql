ALTER TABLE "coverage_snapshots" ADD CONSTRAINT "coverage_snapshots_of_a_service_do_not_overlap"
  EXCLUDE USING gist ("service_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);--> statement-breakpoint
CREATE TRIGGER "record_reads_are_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "record_reads"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change_history"();
