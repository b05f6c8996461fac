CREATE FUNCTION "refuse_to_change_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Revisions are immutable: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "document_revisions_are_immutable" BEFORE UPDATE OR DELETE OR TRUNCATE ON "document_revisions"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change_revision"();
