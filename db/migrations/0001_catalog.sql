CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"person_id" uuid,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("hash"),
	CONSTRAINT "api_tokens_scope_is_known" CHECK ("api_tokens"."scope" in ('read', 'write', 'intake', 'admin')),
	CONSTRAINT "api_tokens_name_says_something" CHECK ("api_tokens"."name" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"is_demo" boolean NOT NULL,
	"demo_secret" text,
	"fallback_ops_team_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installation_is_one_row" CHECK ("installation"."only")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"about" uuid[] NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dangling_references" (
	"reference" text NOT NULL,
	"field" text NOT NULL,
	"target" text NOT NULL,
	CONSTRAINT "dangling_references_reference_field_target_pk" PRIMARY KEY("reference","field","target")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"person_id" uuid,
	"actor" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"is_dry_run" boolean DEFAULT false NOT NULL,
	"prunes" boolean DEFAULT false NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"retired" integer DEFAULT 0 NOT NULL,
	"rejected" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"upload" jsonb,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "imported_entities" (
	"reference" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"location" text NOT NULL,
	"line" integer NOT NULL,
	"digest" text NOT NULL,
	"fields" jsonb NOT NULL,
	"service_id" uuid,
	"team_id" uuid,
	"person_id" uuid,
	"entry_id" uuid,
	"is_adopted" boolean DEFAULT false NOT NULL,
	"vanished_at" timestamp with time zone,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text,
	"handle" text,
	"name" text NOT NULL,
	"title" text,
	"time_zone" text,
	"is_administrator" boolean DEFAULT false NOT NULL,
	"deactivated_at" timestamp with time zone,
	"signed_out_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email"),
	CONSTRAINT "people_handle_unique" UNIQUE("handle"),
	CONSTRAINT "people_email_is_lower_case" CHECK ("people"."email" = lower("people"."email") and "people"."email" like '%_@_%'),
	CONSTRAINT "people_can_be_addressed" CHECK (num_nonnulls("people"."email", "people"."handle") > 0),
	CONSTRAINT "people_handle_is_url_safe" CHECK ("people"."handle" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "people_name_says_something" CHECK ("people"."name" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "recent_things" (
	"person_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"thing" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recent_things_person_id_noun_thing_pk" PRIMARY KEY("person_id","noun","thing")
);
--> statement-breakpoint
CREATE TABLE "dependencies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_service_id" uuid,
	"from_entry_id" uuid,
	"to_service_id" uuid,
	"to_entry_id" uuid,
	"from_id" uuid GENERATED ALWAYS AS (coalesce(from_service_id, from_entry_id)) STORED NOT NULL,
	"to_id" uuid GENERATED ALWAYS AS (coalesce(to_service_id, to_entry_id)) STORED NOT NULL,
	"kind" text NOT NULL,
	"relation" text DEFAULT 'depends-on' NOT NULL,
	"source" text,
	CONSTRAINT "dependencies_kind_is_known" CHECK ("dependencies"."kind" in ('hard', 'soft')),
	CONSTRAINT "dependencies_begin_at_one_thing" CHECK (num_nonnulls("dependencies"."from_service_id", "dependencies"."from_entry_id") = 1),
	CONSTRAINT "dependencies_end_at_one_thing" CHECK (num_nonnulls("dependencies"."to_service_id", "dependencies"."to_entry_id") = 1),
	CONSTRAINT "dependencies_lead_elsewhere" CHECK (coalesce("dependencies"."from_service_id", "dependencies"."from_entry_id") <> coalesce("dependencies"."to_service_id", "dependencies"."to_entry_id"))
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"type" text,
	"lifecycle" text,
	"repository" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"owner_team_id" uuid,
	"owner_reference" text,
	"part_of_id" uuid,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entries_kind_is_known" CHECK ("entries"."kind" in ('api', 'resource', 'system', 'domain')),
	CONSTRAINT "entries_slug_is_url_safe" CHECK ("entries"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "entries_name_says_something" CHECK ("entries"."name" ~ '\S'),
	CONSTRAINT "entries_links_are_http" CHECK (not jsonb_path_exists("entries"."links", '$[*].url ? (!(@ like_regex "^https?://" flag "i"))')),
	CONSTRAINT "entries_are_not_part_of_themselves" CHECK ("entries"."part_of_id" <> "entries"."id")
);
--> statement-breakpoint
CREATE TABLE "experts" (
	"service_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"note" text,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experts_service_id_person_id_pk" PRIMARY KEY("service_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "former_addresses" (
	"noun" text NOT NULL,
	"address" text NOT NULL,
	"thing" uuid NOT NULL,
	"left_at" timestamp with time zone NOT NULL,
	CONSTRAINT "former_addresses_noun_address_pk" PRIMARY KEY("noun","address")
);
--> statement-breakpoint
CREATE TABLE "ownerships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"role" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "ownerships_role_is_known" CHECK ("ownerships"."role" in ('delivery', 'ops')),
	CONSTRAINT "ownerships_end_after_they_start" CHECK ("ownerships"."ends_at" >= "ownerships"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"type" text,
	"tier" smallint,
	"lifecycle" text DEFAULT 'production' NOT NULL,
	"customer_facing" boolean,
	"repository" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"delivery_team_id" uuid,
	"ops_team_id" uuid,
	"owner_reference" text,
	"system_id" uuid,
	"part_of_id" uuid,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"gaps" text[] GENERATED ALWAYS AS (array_remove(array[
          case when delivery_team_id is null then 'delivery-team' end,
          case when ops_team_id is null then 'ops-team' end,
          case when tier is null then 'tier' end,
          case when customer_facing is null then 'customer-facing' end,
          case when description is null or description !~ '\S' then 'description' end,
          case when repository is null then 'repository' end
        ], null)) STORED NOT NULL,
	"search_text" text GENERATED ALWAYS AS (lower(name || ' ' || slug || ' ' || coalesce(description, ''))) STORED NOT NULL,
	CONSTRAINT "services_slug_unique" UNIQUE("slug"),
	CONSTRAINT "services_slug_is_url_safe" CHECK ("services"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "services_name_says_something" CHECK ("services"."name" ~ '\S'),
	CONSTRAINT "services_tier_is_1_to_4" CHECK ("services"."tier" between 1 and 4),
	CONSTRAINT "services_lifecycle_is_known" CHECK ("services"."lifecycle" in ('experimental', 'production', 'deprecated')),
	CONSTRAINT "services_links_are_http" CHECK (not jsonb_path_exists("services"."links", '$[*].url ? (!(@ like_regex "^https?://" flag "i"))')),
	CONSTRAINT "services_repository_is_http" CHECK ("services"."repository" ~* '^https?://'),
	CONSTRAINT "services_are_not_part_of_themselves" CHECK ("services"."part_of_id" <> "services"."id")
);
--> statement-breakpoint
CREATE TABLE "stars" (
	"person_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"starred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stars_person_id_service_id_pk" PRIMARY KEY("person_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "memberships_role_is_known" CHECK ("memberships"."role" in ('member', 'lead')),
	CONSTRAINT "memberships_end_after_they_start" CHECK ("memberships"."ends_at" >= "memberships"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"manager_id" uuid,
	"chat" text,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug"),
	CONSTRAINT "teams_slug_is_url_safe" CHECK ("teams"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "teams_name_says_something" CHECK ("teams"."name" ~ '\S'),
	CONSTRAINT "teams_kind_is_known" CHECK ("teams"."kind" in ('delivery', 'ops')),
	CONSTRAINT "teams_are_not_their_own_parent" CHECK ("teams"."parent_id" <> "teams"."id")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_fallback_ops_team_id_teams_id_fk" FOREIGN KEY ("fallback_ops_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dangling_references" ADD CONSTRAINT "dangling_references_reference_imported_entities_reference_fk" FOREIGN KEY ("reference") REFERENCES "public"."imported_entities"("reference") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_entities" ADD CONSTRAINT "imported_entities_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_entities" ADD CONSTRAINT "imported_entities_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_entities" ADD CONSTRAINT "imported_entities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_entities" ADD CONSTRAINT "imported_entities_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recent_things" ADD CONSTRAINT "recent_things_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_from_service_id_services_id_fk" FOREIGN KEY ("from_service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_from_entry_id_entries_id_fk" FOREIGN KEY ("from_entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_to_service_id_services_id_fk" FOREIGN KEY ("to_service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_to_entry_id_entries_id_fk" FOREIGN KEY ("to_entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_owner_team_id_teams_id_fk" FOREIGN KEY ("owner_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_part_of_id_entries_id_fk" FOREIGN KEY ("part_of_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_delivery_team_id_teams_id_fk" FOREIGN KEY ("delivery_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_ops_team_id_teams_id_fk" FOREIGN KEY ("ops_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_system_id_entries_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_part_of_id_services_id_fk" FOREIGN KEY ("part_of_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stars" ADD CONSTRAINT "stars_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stars" ADD CONSTRAINT "stars_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_parent_id_teams_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_manager_id_people_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_of_person" ON "api_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING gin ("about") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "dangling_references_by_target" ON "dangling_references" USING btree ("target");--> statement-breakpoint
CREATE INDEX "import_runs_by_time" ON "import_runs" USING btree ("started_at" desc);--> statement-breakpoint
CREATE INDEX "imported_entities_by_source" ON "imported_entities" USING btree ("source");--> statement-breakpoint
CREATE INDEX "imported_entities_of_service" ON "imported_entities" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "imported_entities_of_team" ON "imported_entities" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "imported_entities_of_person" ON "imported_entities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imported_entities_of_entry" ON "imported_entities" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "people_by_name_trigram" ON "people" USING gin (lower("name") gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_by_text_trigram" ON "people" USING gin (lower("name" || ' ' || coalesce("email", '') || ' ' || coalesce("handle", '')) gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "recent_things_by_time" ON "recent_things" USING btree ("person_id","seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "dependencies_once" ON "dependencies" USING btree ("from_id","to_id");--> statement-breakpoint
CREATE INDEX "dependencies_by_need" ON "dependencies" USING btree ("to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_by_kind_and_slug" ON "entries" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "entries_of_team" ON "entries" USING btree ("owner_team_id");--> statement-breakpoint
CREATE INDEX "entries_part_of" ON "entries" USING btree ("part_of_id");--> statement-breakpoint
CREATE INDEX "experts_by_person" ON "experts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "former_addresses_of_thing" ON "former_addresses" USING btree ("thing");--> statement-breakpoint
CREATE INDEX "ownerships_of_service" ON "ownerships" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "ownerships_of_team" ON "ownerships" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "services_by_name_trigram" ON "services" USING gin (lower("name" || ' ' || "slug") gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "services_by_text_trigram" ON "services" USING gin ("search_text" gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "services_of_delivery_team" ON "services" USING btree ("delivery_team_id");--> statement-breakpoint
CREATE INDEX "services_of_ops_team" ON "services" USING btree ("ops_team_id");--> statement-breakpoint
CREATE INDEX "services_of_system" ON "services" USING btree ("system_id");--> statement-breakpoint
CREATE INDEX "services_part_of" ON "services" USING btree ("part_of_id");--> statement-breakpoint
CREATE INDEX "services_by_name" ON "services" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "services_by_tier" ON "services" USING btree (coalesce("tier", 5),lower("name"),"id");--> statement-breakpoint
CREATE INDEX "services_by_change" ON "services" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "services_by_facets" ON "services" USING btree ("tier","lifecycle","customer_facing","gaps","delivery_team_id") WHERE "services"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "stars_of_service" ON "stars" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "memberships_of_team" ON "memberships" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "teams_by_name_trigram" ON "teams" USING gin (lower("name" || ' ' || "slug") gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "teams_by_parent" ON "teams" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "teams_by_manager" ON "teams" USING btree ("manager_id");