CREATE TRIGGER "alert_entries_are_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "alert_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change_history"();
