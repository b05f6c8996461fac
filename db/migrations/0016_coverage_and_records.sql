CREATE TABLE "drill_people" (
	"drill_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	CONSTRAINT "drill_people_drill_id_person_id_pk" PRIMARY KEY("drill_id","person_id"),
	CONSTRAINT "drill_people_answer_one_way" CHECK (num_nonnulls("drill_people"."agreed_at", "drill_people"."declined_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "drills" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"scenario" text NOT NULL,
	"planned_by_id" uuid NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"alert_id" uuid,
	"raised_at" timestamp with time zone,
	"called_off_at" timestamp with time zone,
	"learnt" text,
	CONSTRAINT "drills_alertId_unique" UNIQUE("alert_id"),
	CONSTRAINT "drills_scenario_says_something" CHECK ("drills"."scenario" ~ '\S' and length("drills"."scenario") <= 2000),
	CONSTRAINT "drills_are_raised_with_an_alert" CHECK (("drills"."alert_id" is null) = ("drills"."raised_at" is null)),
	CONSTRAINT "drills_end_one_way" CHECK (num_nonnulls("drills"."raised_at", "drills"."called_off_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "coverage_findings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid,
	"service_id" uuid,
	"rotation_id" uuid,
	"person_id" uuid,
	"says" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" timestamp with time zone,
	"to" timestamp with time zone,
	CONSTRAINT "coverage_findings_kind_is_known" CHECK ("coverage_findings"."kind" in ('unowned-service', 'single-expert', 'small-rotation', 'coming-gap', 'holds-too-much', 'senior-without-rotation'))
);
--> statement-breakpoint
CREATE TABLE "coverage_runs" (
	"day" date PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "coverage_snapshots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"delivery_team_id" uuid,
	"level" smallint NOT NULL,
	"met" integer NOT NULL,
	"not_met" integer NOT NULL,
	"checks" jsonb NOT NULL,
	CONSTRAINT "coverage_snapshots_level_is_known" CHECK ("coverage_snapshots"."level" between 0 and 4),
	CONSTRAINT "coverage_snapshots_end_after_they_start" CHECK ("coverage_snapshots"."ends_at" > "coverage_snapshots"."starts_at"),
	CONSTRAINT "coverage_snapshots_are_one_thing_or_the_other" CHECK ("coverage_snapshots"."met" & "coverage_snapshots"."not_met" = 0)
);
--> statement-breakpoint
CREATE TABLE "coverage_tallies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"team_id" uuid,
	"services" integer NOT NULL,
	"levels" integer[] NOT NULL,
	"met" integer[] NOT NULL,
	"not_met" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"level" text NOT NULL,
	"text" text NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "criteria_level_says_something" CHECK ("criteria"."level" ~ '\S' and length("criteria"."level") <= 100),
	CONSTRAINT "criteria_say_something" CHECK ("criteria"."text" ~ '\S' and length("criteria"."text") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "criterion_links" (
	"criterion_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"line" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "criterion_links_criterion_id_person_id_line_pk" PRIMARY KEY("criterion_id","person_id","line")
);
--> statement-breakpoint
CREATE TABLE "manager_tellings" (
	"person_id" uuid NOT NULL,
	"manager_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "manager_tellings_are_about_somebody_else" CHECK ("manager_tellings"."person_id" <> "manager_tellings"."manager_id")
);
--> statement-breakpoint
CREATE TABLE "record_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"line" text,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_notes_say_something" CHECK ("record_notes"."text" ~ '\S' and length("record_notes"."text") <= 10000)
);
--> statement-breakpoint
CREATE TABLE "record_reads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"right" text NOT NULL,
	"team_id" uuid,
	"way" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_reads_right_is_known" CHECK ("record_reads"."right" in ('manager', 'shared')),
	CONSTRAINT "record_reads_way_is_known" CHECK ("record_reads"."way" in ('screen', 'export', 'api')),
	CONSTRAINT "record_reads_by_managers_name_a_team" CHECK (("record_reads"."right" = 'manager') = ("record_reads"."team_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "record_shares" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "record_shares_are_with_somebody_else" CHECK ("record_shares"."person_id" <> "record_shares"."reader_id")
);
--> statement-breakpoint
CREATE TABLE "signature_matches" (
	"alert_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "signature_matches_alert_id_signature_id_pk" PRIMARY KEY("alert_id","signature_id")
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_is_known";--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "coverage_limits" jsonb;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "managers_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "matched_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "sends_coverage" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "coverage_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "needs_nothing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "drill_people" ADD CONSTRAINT "drill_people_drill_id_drills_id_fk" FOREIGN KEY ("drill_id") REFERENCES "public"."drills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drill_people" ADD CONSTRAINT "drill_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drills" ADD CONSTRAINT "drills_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drills" ADD CONSTRAINT "drills_planned_by_id_people_id_fk" FOREIGN KEY ("planned_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drills" ADD CONSTRAINT "drills_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_findings" ADD CONSTRAINT "coverage_findings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_findings" ADD CONSTRAINT "coverage_findings_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_findings" ADD CONSTRAINT "coverage_findings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_snapshots" ADD CONSTRAINT "coverage_snapshots_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_snapshots" ADD CONSTRAINT "coverage_snapshots_delivery_team_id_teams_id_fk" FOREIGN KEY ("delivery_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage_tallies" ADD CONSTRAINT "coverage_tallies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion_links" ADD CONSTRAINT "criterion_links_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion_links" ADD CONSTRAINT "criterion_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion_links" ADD CONSTRAINT "criterion_links_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_tellings" ADD CONSTRAINT "manager_tellings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manager_tellings" ADD CONSTRAINT "manager_tellings_manager_id_people_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_notes" ADD CONSTRAINT "record_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_reads" ADD CONSTRAINT "record_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_reads" ADD CONSTRAINT "record_reads_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_reads" ADD CONSTRAINT "record_reads_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_shares" ADD CONSTRAINT "record_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_shares" ADD CONSTRAINT "record_shares_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_matches" ADD CONSTRAINT "signature_matches_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_matches" ADD CONSTRAINT "signature_matches_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drill_people_by_person" ON "drill_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "drills_of_service" ON "drills" USING btree ("service_id","planned_at");--> statement-breakpoint
CREATE INDEX "coverage_findings_of_team" ON "coverage_findings" USING btree ("team_id","kind");--> statement-breakpoint
CREATE INDEX "coverage_findings_of_person" ON "coverage_findings" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coverage_snapshots_one_holds" ON "coverage_snapshots" USING btree ("service_id") WHERE "coverage_snapshots"."ends_at" is null;--> statement-breakpoint
CREATE INDEX "coverage_snapshots_of_service" ON "coverage_snapshots" USING btree ("service_id","starts_at");--> statement-breakpoint
CREATE INDEX "coverage_snapshots_that_hold" ON "coverage_snapshots" USING btree ("delivery_team_id","service_id","level","met","not_met") WHERE "coverage_snapshots"."ends_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "coverage_tallies_one_a_day" ON "coverage_tallies" USING btree ("day",coalesce("team_id"::text, ''));--> statement-breakpoint
CREATE INDEX "coverage_tallies_of_team" ON "coverage_tallies" USING btree ("team_id","day");--> statement-breakpoint
CREATE INDEX "criterion_links_of_person" ON "criterion_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "criterion_links_by" ON "criterion_links" USING btree ("by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "manager_tellings_once" ON "manager_tellings" USING btree ("person_id","manager_id") WHERE "manager_tellings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "manager_tellings_of_manager" ON "manager_tellings" USING btree ("manager_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_notes_one_a_line" ON "record_notes" USING btree ("person_id",coalesce("line", ''));--> statement-breakpoint
CREATE INDEX "record_reads_of_person" ON "record_reads" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "record_reads_by_reader" ON "record_reads" USING btree ("reader_id");--> statement-breakpoint
CREATE UNIQUE INDEX "record_shares_once" ON "record_shares" USING btree ("person_id","reader_id") WHERE "record_shares"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "record_shares_with" ON "record_shares" USING btree ("reader_id");--> statement-breakpoint
CREATE INDEX "signature_matches_of" ON "signature_matches" USING btree ("signature_id","at");--> statement-breakpoint
CREATE INDEX "alerts_that_paged" ON "alerts" USING btree ("delivery_paged_at") WHERE "alerts"."delivery_paged_at" is not null;--> statement-breakpoint
CREATE INDEX "alerts_resolved_by" ON "alerts" USING btree ("resolved_by_id","resolved_at") WHERE "alerts"."resolved_by_id" is not null;--> statement-breakpoint
CREATE INDEX "signatures_by_person" ON "signatures" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_is_known" CHECK ("notifications"."kind" in ('page', 'test', 'verification', 'reminder', 'cover-request', 'digest', 'notice'));