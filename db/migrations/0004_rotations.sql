CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "absences_end_after_they_start" CHECK ("absences"."ends_at" > "absences"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "deactivations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	CONSTRAINT "deactivations_end_after_they_start" CHECK ("deactivations"."ends_at" >= "deactivations"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"rotation_id" uuid,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "cover_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rotation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	"claimed_by_id" uuid,
	"claimed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "cover_requests_end_after_they_start" CHECK ("cover_requests"."ends_at" > "cover_requests"."starts_at"),
	CONSTRAINT "cover_requests_are_claimed_by_somebody" CHECK (("cover_requests"."claimed_by_id" is null) = ("cover_requests"."claimed_at" is null)),
	CONSTRAINT "cover_requests_are_not_claimed_by_whoever_asks" CHECK ("cover_requests"."claimed_by_id" <> "cover_requests"."person_id"),
	CONSTRAINT "cover_requests_end_one_way" CHECK (num_nonnulls("cover_requests"."claimed_at", "cover_requests"."withdrawn_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "escalation_paths" (
	"service_id" uuid PRIMARY KEY NOT NULL,
	"delivery_rotation_id" uuid NOT NULL,
	"backup_rotation_id" uuid,
	"ops_rotation_id" uuid,
	"backup_after_minutes" integer DEFAULT 5 NOT NULL,
	"ops_after_minutes" integer DEFAULT 15 NOT NULL,
	"lead_after_minutes" integer DEFAULT 30 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "escalation_paths_wait_a_day_at_most" CHECK ("escalation_paths"."backup_after_minutes" between 1 and 1440 and "escalation_paths"."ops_after_minutes" between 1 and 1440 and "escalation_paths"."lead_after_minutes" between 1 and 1440),
	CONSTRAINT "escalation_paths_back_up_with_another" CHECK ("escalation_paths"."backup_rotation_id" <> "escalation_paths"."delivery_rotation_id")
);
--> statement-breakpoint
CREATE TABLE "handoff_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rotation_id" uuid NOT NULL,
	"handoff_at" timestamp with time zone NOT NULL,
	"from_person_id" uuid NOT NULL,
	"open_alerts" text,
	"worries" text,
	"try_first" text,
	"written_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"read_by_id" uuid,
	CONSTRAINT "handoff_notes_say_something" CHECK (num_nonnulls("handoff_notes"."open_alerts", "handoff_notes"."worries", "handoff_notes"."try_first") > 0)
);
--> statement-breakpoint
CREATE TABLE "overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rotation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"origin" text NOT NULL,
	"cover_request_id" uuid,
	"swap_id" uuid,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "overrides_end_after_they_start" CHECK ("overrides"."ends_at" > "overrides"."starts_at"),
	CONSTRAINT "overrides_origin_is_known" CHECK ("overrides"."origin" in ('taken', 'claimed', 'swapped', 'named'))
);
--> statement-breakpoint
CREATE TABLE "readiness_marks" (
	"rotation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"item" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "readiness_marks_rotation_id_person_id_item_pk" PRIMARY KEY("rotation_id","person_id","item"),
	CONSTRAINT "readiness_marks_item_is_known" CHECK ("readiness_marks"."item" in ('contact', 'runbooks', 'shadow', 'briefing'))
);
--> statement-breakpoint
CREATE TABLE "rotation_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rotation_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"layers" jsonb NOT NULL,
	"participant_ids" uuid[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "rotation_versions_end_after_they_start" CHECK ("rotation_versions"."ends_at" > "rotation_versions"."starts_at"),
	CONSTRAINT "rotation_versions_have_layers" CHECK (jsonb_array_length("rotation_versions"."layers") between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "rotations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"team_id" uuid NOT NULL,
	"is_team_default" boolean DEFAULT false NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rotations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "rotations_slug_is_url_safe" CHECK ("rotations"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "rotations_name_says_something" CHECK ("rotations"."name" ~ '\S'),
	CONSTRAINT "rotations_default_is_in_use" CHECK (not ("rotations"."is_team_default" and "rotations"."retired_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "shadows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rotation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "shadows_end_after_they_start" CHECK ("shadows"."ends_at" > "shadows"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "wakes_at" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "sleeps_at" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "holiday_region" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "working_hours" jsonb;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deactivations" ADD CONSTRAINT "deactivations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_claimed_by_id_people_id_fk" FOREIGN KEY ("claimed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_paths" ADD CONSTRAINT "escalation_paths_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_paths" ADD CONSTRAINT "escalation_paths_delivery_rotation_id_rotations_id_fk" FOREIGN KEY ("delivery_rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_paths" ADD CONSTRAINT "escalation_paths_backup_rotation_id_rotations_id_fk" FOREIGN KEY ("backup_rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_paths" ADD CONSTRAINT "escalation_paths_ops_rotation_id_rotations_id_fk" FOREIGN KEY ("ops_rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_notes" ADD CONSTRAINT "handoff_notes_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_notes" ADD CONSTRAINT "handoff_notes_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_notes" ADD CONSTRAINT "handoff_notes_read_by_id_people_id_fk" FOREIGN KEY ("read_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_cover_request_id_cover_requests_id_fk" FOREIGN KEY ("cover_request_id") REFERENCES "public"."cover_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_marks" ADD CONSTRAINT "readiness_marks_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_marks" ADD CONSTRAINT "readiness_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_versions" ADD CONSTRAINT "rotation_versions_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_versions" ADD CONSTRAINT "rotation_versions_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadows" ADD CONSTRAINT "shadows_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadows" ADD CONSTRAINT "shadows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shadows" ADD CONSTRAINT "shadows_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_of_person" ON "absences" USING btree ("person_id","ends_at");--> statement-breakpoint
CREATE INDEX "deactivations_of_person" ON "deactivations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "calendar_feeds_of_person" ON "calendar_feeds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "calendar_feeds_of_rotation" ON "calendar_feeds" USING btree ("rotation_id");--> statement-breakpoint
CREATE INDEX "cover_requests_of_rotation" ON "cover_requests" USING btree ("rotation_id","ends_at");--> statement-breakpoint
CREATE INDEX "cover_requests_of_person" ON "cover_requests" USING btree ("person_id","ends_at");--> statement-breakpoint
CREATE INDEX "escalation_paths_of_delivery_rotation" ON "escalation_paths" USING btree ("delivery_rotation_id");--> statement-breakpoint
CREATE INDEX "escalation_paths_of_backup_rotation" ON "escalation_paths" USING btree ("backup_rotation_id");--> statement-breakpoint
CREATE INDEX "escalation_paths_of_ops_rotation" ON "escalation_paths" USING btree ("ops_rotation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "handoff_notes_one_a_handoff" ON "handoff_notes" USING btree ("rotation_id","handoff_at");--> statement-breakpoint
CREATE INDEX "handoff_notes_of_person" ON "handoff_notes" USING btree ("from_person_id");--> statement-breakpoint
CREATE INDEX "overrides_of_person" ON "overrides" USING btree ("person_id","ends_at");--> statement-breakpoint
CREATE INDEX "overrides_of_cover_request" ON "overrides" USING btree ("cover_request_id");--> statement-breakpoint
CREATE INDEX "overrides_of_swap" ON "overrides" USING btree ("swap_id");--> statement-breakpoint
CREATE INDEX "rotation_versions_of_rotation" ON "rotation_versions" USING btree ("rotation_id","starts_at");--> statement-breakpoint
CREATE INDEX "rotation_versions_by_participant" ON "rotation_versions" USING gin ("participant_ids") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "rotations_of_team" ON "rotations" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rotations_one_default_a_team" ON "rotations" USING btree ("team_id") WHERE "rotations"."is_team_default";--> statement-breakpoint
CREATE INDEX "rotations_by_name" ON "rotations" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "shadows_of_rotation" ON "shadows" USING btree ("rotation_id","ends_at");--> statement-breakpoint
CREATE INDEX "shadows_of_person" ON "shadows" USING btree ("person_id","ends_at");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_waking_hours_are_whole" CHECK (num_nonnulls("people"."wakes_at", "people"."sleeps_at") in (0, 2));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_waking_hours_are_times" CHECK ("people"."wakes_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "people"."sleeps_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and "people"."wakes_at" <> "people"."sleeps_at");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_holiday_region_is_a_code" CHECK ("people"."holiday_region" ~ '^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$');