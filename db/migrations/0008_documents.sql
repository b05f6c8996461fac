CREATE TABLE "alert_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid,
	"name" text NOT NULL,
	"variants" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"runbook_url" text,
	"customer_impact" text,
	"source" text,
	"location" text,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_rules_name_says_something" CHECK ("alert_rules"."name" ~ '\S'),
	CONSTRAINT "alert_rules_runbook_url_is_http" CHECK ("alert_rules"."runbook_url" ~* '^https?://')
);
--> statement-breakpoint
CREATE TABLE "document_links" (
	"document_id" uuid NOT NULL,
	"url" text NOT NULL,
	CONSTRAINT "document_links_document_id_url_pk" PRIMARY KEY("document_id","url")
);
--> statement-breakpoint
CREATE TABLE "document_mentions" (
	"document_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"is_assumed" boolean NOT NULL,
	CONSTRAINT "document_mentions_document_id_service_id_pk" PRIMARY KEY("document_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "document_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_revisions" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"alert_names" text[] NOT NULL,
	"body" text NOT NULL,
	"front_matter" text,
	"summary" text,
	"origin" text NOT NULL,
	"based_on" integer,
	"person_id" uuid,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_revisions_document_id_number_pk" PRIMARY KEY("document_id","number"),
	CONSTRAINT "document_revisions_are_at_most_512_kib" CHECK (octet_length("document_revisions"."body") <= 524288),
	CONSTRAINT "document_revisions_origin_is_known" CHECK ("document_revisions"."origin" in ('written', 'merged', 'restored', 'imported', 'suggested'))
);
--> statement-breakpoint
CREATE TABLE "document_sections" (
	"document_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"anchor" text NOT NULL,
	"heading" text NOT NULL,
	"text" text NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', heading), 'A') || setweight(to_tsvector('simple', heading), 'B') || to_tsvector('english', text)) STORED NOT NULL,
	CONSTRAINT "document_sections_document_id_ordinal_pk" PRIMARY KEY("document_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"service_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"alert_names" text[] DEFAULT '{}' NOT NULL,
	"revision" integer NOT NULL,
	"review_interval_days" smallint DEFAULT 91 NOT NULL,
	"source" text,
	"location" text,
	"imported_revision" integer,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "documents_kind_is_known" CHECK ("documents"."kind" in ('runbook', 'note')),
	CONSTRAINT "documents_slug_is_url_safe" CHECK ("documents"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "documents_title_says_something" CHECK ("documents"."title" ~ '\S'),
	CONSTRAINT "documents_only_runbooks_answer_alerts" CHECK ("documents"."kind" = 'runbook' or "documents"."alert_names" = '{}'),
	CONSTRAINT "documents_review_interval_is_1_to_730_days" CHECK ("documents"."review_interval_days" between 1 and 730),
	CONSTRAINT "documents_imported_from_somewhere" CHECK (num_nulls("documents"."source", "documents"."location", "documents"."imported_revision") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"person_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"followed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follows_person_id_document_id_pk" PRIMARY KEY("person_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"url" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone,
	"status" smallint,
	"failure" text,
	"failing_since" timestamp with time zone,
	"failures" smallint DEFAULT 0 NOT NULL,
	"next_check_at" timestamp with time zone NOT NULL,
	CONSTRAINT "links_are_http" CHECK ("links"."url" ~* '^https?://')
);
--> statement-breakpoint
CREATE TABLE "step_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"anchor" text NOT NULL,
	"step" text NOT NULL,
	"verdict" text NOT NULL,
	"word" text,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"idempotency_key" uuid NOT NULL,
	CONSTRAINT "step_marks_idempotencyKey_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "step_marks_verdict_is_known" CHECK ("step_marks"."verdict" in ('worked', 'failed', 'out-of-date'))
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"base_revision" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"summary" text,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	"verdict" text,
	"answer" text,
	CONSTRAINT "suggestions_are_at_most_512_kib" CHECK (octet_length("suggestions"."body") <= 524288),
	CONSTRAINT "suggestions_verdict_is_known" CHECK ("suggestions"."verdict" in ('accepted', 'declined', 'withdrawn')),
	CONSTRAINT "suggestions_decided_have_a_verdict" CHECK (("suggestions"."decided_at" is null) = ("suggestions"."verdict" is null))
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"person_id" uuid,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uploads_are_at_most_5_mib" CHECK (octet_length("uploads"."content") <= 5242880),
	CONSTRAINT "uploads_name_says_something" CHECK ("uploads"."name" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature_phrases" (
	"signature_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"phrase" text NOT NULL,
	"keyword" text NOT NULL,
	CONSTRAINT "signature_phrases_signature_id_ordinal_pk" PRIMARY KEY("signature_id","ordinal"),
	CONSTRAINT "signature_phrases_have_a_keyword" CHECK (length("signature_phrases"."keyword") >= 3)
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"pattern" text NOT NULL,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"meaning" text NOT NULL,
	"cause" text NOT NULL,
	"confirm" text NOT NULL,
	"first_step" text NOT NULL,
	"runbook_id" uuid,
	"runbook_anchor" text,
	"source" text,
	"location" text,
	"person_id" uuid,
	"actor" text NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', pattern), 'A') || setweight(to_tsvector('english', meaning), 'B') || to_tsvector('english', cause || ' ' || confirm || ' ' || first_step)) STORED NOT NULL,
	CONSTRAINT "signatures_slug_is_url_safe" CHECK ("signatures"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "signatures_pattern_is_at_most_2000_characters" CHECK (length("signatures"."pattern") <= 2000),
	CONSTRAINT "signatures_meaning_says_something" CHECK ("signatures"."meaning" ~ '\S'),
	CONSTRAINT "signatures_imported_from_somewhere" CHECK (("signatures"."source" is null) = ("signatures"."location" is null))
);
--> statement-breakpoint
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_links" ADD CONSTRAINT "document_links_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_links" ADD CONSTRAINT "document_links_url_links_url_fk" FOREIGN KEY ("url") REFERENCES "public"."links"("url") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_mentions" ADD CONSTRAINT "document_mentions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_mentions" ADD CONSTRAINT "document_mentions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_of_revision" FOREIGN KEY ("document_id","revision") REFERENCES "public"."document_revisions"("document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sections" ADD CONSTRAINT "document_sections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_marks" ADD CONSTRAINT "step_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_marks" ADD CONSTRAINT "step_marks_of_revision" FOREIGN KEY ("document_id","revision") REFERENCES "public"."document_revisions"("document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_on_revision" FOREIGN KEY ("document_id","base_revision") REFERENCES "public"."document_revisions"("document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_phrases" ADD CONSTRAINT "signature_phrases_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_lead_to_runbook" FOREIGN KEY ("runbook_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_rules_by_name" ON "alert_rules" USING btree (coalesce("service_id"::text, ''),"name");--> statement-breakpoint
CREATE INDEX "alert_rules_of_service" ON "alert_rules" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "alert_rules_by_rule_name" ON "alert_rules" USING btree ("name");--> statement-breakpoint
CREATE INDEX "document_links_of_url" ON "document_links" USING btree ("url");--> statement-breakpoint
CREATE INDEX "document_mentions_of_service" ON "document_mentions" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "document_reviews_of_document" ON "document_reviews" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "document_reviews_by_person" ON "document_reviews" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "document_revisions_by_person" ON "document_revisions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "document_sections_by_words" ON "document_sections" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "document_sections_by_heading_trigram" ON "document_sections" USING gin (lower("heading") gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE UNIQUE INDEX "documents_by_address" ON "documents" USING btree ("service_id","kind","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_by_location" ON "documents" USING btree ("source","location");--> statement-breakpoint
CREATE INDEX "documents_by_alert_name" ON "documents" USING gin ("alert_names") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "documents_by_title_trigram" ON "documents" USING gin (lower("title" || ' ' || "slug") gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "documents_by_change" ON "documents" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "follows_of_document" ON "follows" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "links_by_due" ON "links" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "step_marks_of_document" ON "step_marks" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "step_marks_by_person" ON "step_marks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestions_of_document" ON "suggestions" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "suggestions_by_person" ON "suggestions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "uploads_once" ON "uploads" USING btree ("service_id","digest");--> statement-breakpoint
CREATE INDEX "uploads_by_person" ON "uploads" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "search_words_by_trigram" ON "search_words" USING gin ("word" gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "signature_phrases_by_keyword" ON "signature_phrases" USING btree ("keyword");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_by_address" ON "signatures" USING btree ("service_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_by_location" ON "signatures" USING btree ("source","location");--> statement-breakpoint
CREATE INDEX "signatures_by_words" ON "signatures" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "signatures_by_meaning_trigram" ON "signatures" USING gin (lower("meaning") gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "signatures_of_runbook" ON "signatures" USING btree ("runbook_id");