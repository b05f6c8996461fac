CREATE TABLE "alert_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alert_reviews" (
	"alert_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"was_customer_facing" boolean,
	"was_actionable" boolean,
	"missing" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "alert_reviews_alert_id_person_id_pk" PRIMARY KEY("alert_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"origin" text NOT NULL,
	"dedup_key" text NOT NULL,
	"service_id" uuid,
	"service_said" text,
	"rule_id" uuid,
	"rule" text NOT NULL,
	"status" text DEFAULT 'triggered' NOT NULL,
	"severity" text NOT NULL,
	"summary" text NOT NULL,
	"customer_impact" text,
	"labels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"details" jsonb,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"intake_note" text,
	"starts_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"repeated_at" timestamp with time zone NOT NULL,
	"occurrences" integer DEFAULT 1 NOT NULL,
	"last_delivery" text NOT NULL,
	"leader_id" uuid,
	"gate" text NOT NULL,
	"gate_reason" text NOT NULL,
	"releases_at" timestamp with time zone,
	"pages_from" timestamp with time zone,
	"steps_taken" integer DEFAULT 0 NOT NULL,
	"next_step_at" timestamp with time zone,
	"holder_id" uuid,
	"acknowledged_at" timestamp with time zone,
	"handed_to_id" uuid,
	"asked_again_at" timestamp with time zone,
	"delivery_paged_at" timestamp with time zone,
	"delivery_engaged_at" timestamp with time zone,
	"ops_paged_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"resolved_by_id" uuid,
	"cause" text,
	"remedy" text,
	"is_drill" boolean DEFAULT false NOT NULL,
	CONSTRAINT "alerts_status_is_known" CHECK ("alerts"."status" in ('triggered', 'acknowledged', 'resolved')),
	CONSTRAINT "alerts_severity_is_known" CHECK ("alerts"."severity" in ('critical', 'error', 'warning', 'info')),
	CONSTRAINT "alerts_gate_reason_is_known" CHECK ("alerts"."gate_reason" in ('customer-impact', 'first-time', 'drill', 'low-severity', 'no-customer-impact', 'impact-unanswered', 'maintenance')),
	CONSTRAINT "alerts_summary_says_something" CHECK ("alerts"."summary" ~ '\S'),
	CONSTRAINT "alerts_are_resolved_at_an_instant" CHECK (("alerts"."status" = 'resolved') = ("alerts"."resolved_at" is not null)),
	CONSTRAINT "alerts_resolved_wait_for_nothing" CHECK ("alerts"."resolved_at" is null or "alerts"."next_step_at" is null),
	CONSTRAINT "alerts_acknowledged_have_a_holder" CHECK ("alerts"."status" <> 'acknowledged' or "alerts"."holder_id" is not null),
	CONSTRAINT "alerts_do_not_lead_themselves" CHECK ("alerts"."leader_id" <> "alerts"."id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"summary" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"url" text,
	"by" text,
	"received_at" timestamp with time zone NOT NULL,
	"delivery" text NOT NULL,
	CONSTRAINT "changes_kind_is_known" CHECK ("changes"."kind" in ('deploy', 'config', 'flag')),
	CONSTRAINT "changes_url_is_http" CHECK ("changes"."url" ~* '^https?://')
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"every_seconds" integer NOT NULL,
	"grace_seconds" integer NOT NULL,
	"customer_impact" text,
	"last_beat_at" timestamp with time zone,
	"silent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "heartbeats_slug_is_url_safe" CHECK ("heartbeats"."slug" ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
	CONSTRAINT "heartbeats_beat_within_a_month" CHECK ("heartbeats"."every_seconds" between 10 and 2678400),
	CONSTRAINT "heartbeats_grace_is_not_negative" CHECK ("heartbeats"."grace_seconds" between 0 and 2678400)
);
--> statement-breakpoint
CREATE TABLE "intake_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "intake_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "intake_names" (
	"name" text PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "maintenance_windows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"service_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"why" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	CONSTRAINT "maintenance_windows_end_after_they_start" CHECK ("maintenance_windows"."ends_at" >= "maintenance_windows"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "briefing_reads" (
	"alert_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"way" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "briefing_reads_alert_id_person_id_way_pk" PRIMARY KEY("alert_id","person_id","way"),
	CONSTRAINT "briefing_reads_way_is_known" CHECK ("briefing_reads"."way" in ('session', 'link'))
);
--> statement-breakpoint
CREATE TABLE "contact_methods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"target" jsonb NOT NULL,
	"position" integer NOT NULL,
	"after_minutes" integer DEFAULT 0 NOT NULL,
	"hours" text DEFAULT 'always' NOT NULL,
	"code_hash" text,
	"code_until" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"worked_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_methods_kind_is_known" CHECK ("contact_methods"."kind" in ('email', 'ntfy', 'web-push', 'webhook', 'slack', 'sms', 'voice', 'pagerduty')),
	CONSTRAINT "contact_methods_hours_are_known" CHECK ("contact_methods"."hours" in ('always', 'night', 'day')),
	CONSTRAINT "contact_methods_wait_a_day_at_most" CHECK ("contact_methods"."after_minutes" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "notification_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"reminder_minutes" integer DEFAULT 60,
	"sends_digest" boolean DEFAULT true NOT NULL,
	"digest_sent_at" timestamp with time zone,
	CONSTRAINT "notification_settings_remind_within_two_days" CHECK ("notification_settings"."reminder_minutes" between 5 and 2880)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"page_id" uuid,
	"alert_id" uuid,
	"person_id" uuid NOT NULL,
	"method_id" uuid,
	"method_kind" text NOT NULL,
	"message" jsonb,
	"key" text,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "notifications_kind_is_known" CHECK ("notifications"."kind" in ('page', 'test', 'verification', 'reminder', 'cover-request', 'digest')),
	CONSTRAINT "notifications_status_is_known" CHECK ("notifications"."status" in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
	CONSTRAINT "notifications_say_something" CHECK (num_nonnulls("notifications"."page_id", "notifications"."message") = 1),
	CONSTRAINT "notifications_of_a_page_name_its_alert" CHECK (("notifications"."page_id" is null) = ("notifications"."alert_id" is null)),
	CONSTRAINT "notifications_end_with_a_fate" CHECK (("notifications"."next_try_at" is null) = ("notifications"."status" in ('sent', 'failed', 'dropped')))
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"alert_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"kind" text NOT NULL,
	"word" text,
	"by_id" uuid,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "pages_seat_is_known" CHECK ("pages"."seat" in ('delivery', 'backup', 'ops', 'lead', 'holder', 'handed-to', 'brought-in')),
	CONSTRAINT "pages_kind_is_known" CHECK ("pages"."kind" in ('page', 'asks-again', 'quiet'))
);
--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "push_public_key" text;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "push_private_key" text;--> statement-breakpoint
ALTER TABLE "alert_rules" ADD COLUMN "is_without_customer_impact" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_rules" ADD COLUMN "impact_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert_entries" ADD CONSTRAINT "alert_entries_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_entries" ADD CONSTRAINT "alert_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_reviews" ADD CONSTRAINT "alert_reviews_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_reviews" ADD CONSTRAINT "alert_reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_rule_id_alert_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."alert_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_leader_id_alerts_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_handed_to_id_people_id_fk" FOREIGN KEY ("handed_to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_resolved_by_id_people_id_fk" FOREIGN KEY ("resolved_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heartbeats" ADD CONSTRAINT "heartbeats_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_keys" ADD CONSTRAINT "intake_keys_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_keys" ADD CONSTRAINT "intake_keys_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_names" ADD CONSTRAINT "intake_names_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_windows" ADD CONSTRAINT "maintenance_windows_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maintenance_windows" ADD CONSTRAINT "maintenance_windows_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_reads" ADD CONSTRAINT "briefing_reads_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_reads" ADD CONSTRAINT "briefing_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_methods" ADD CONSTRAINT "contact_methods_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_method_id_contact_methods_id_fk" FOREIGN KEY ("method_id") REFERENCES "public"."contact_methods"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_entries_of_alert" ON "alert_entries" USING btree ("alert_id","id");--> statement-breakpoint
CREATE INDEX "alert_reviews_by_person" ON "alert_reviews" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open_once" ON "alerts" USING btree ("origin","dedup_key") WHERE "alerts"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "alerts_by_key" ON "alerts" USING btree ("origin","dedup_key","opened_at");--> statement-breakpoint
CREATE INDEX "alerts_due" ON "alerts" USING btree ("next_step_at") WHERE "alerts"."next_step_at" is not null;--> statement-breakpoint
CREATE INDEX "alerts_of_service" ON "alerts" USING btree ("service_id","opened_at");--> statement-breakpoint
CREATE INDEX "alerts_of_rule" ON "alerts" USING btree ("rule_id","opened_at");--> statement-breakpoint
CREATE INDEX "alerts_by_time" ON "alerts" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "alerts_open" ON "alerts" USING btree ("opened_at","id") WHERE "alerts"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "alerts_led_by" ON "alerts" USING btree ("leader_id") WHERE "alerts"."leader_id" is not null;--> statement-breakpoint
CREATE INDEX "alerts_held_by" ON "alerts" USING btree ("holder_id") WHERE "alerts"."resolved_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "changes_once" ON "changes" USING btree ("service_id","delivery");--> statement-breakpoint
CREATE INDEX "changes_of_service" ON "changes" USING btree ("service_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "heartbeats_by_slug" ON "heartbeats" USING btree ("service_id","slug");--> statement-breakpoint
CREATE INDEX "heartbeats_due" ON "heartbeats" USING btree ("silent_at") WHERE "heartbeats"."silent_at" is not null;--> statement-breakpoint
CREATE INDEX "intake_keys_of_service" ON "intake_keys" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "intake_names_of_service" ON "intake_names" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "maintenance_windows_of_service" ON "maintenance_windows" USING btree ("service_id","ends_at");--> statement-breakpoint
CREATE INDEX "briefing_reads_by_person" ON "briefing_reads" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contact_methods_of_person" ON "contact_methods" USING btree ("person_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once_a_page" ON "notifications" USING btree ("page_id","method_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("person_id","key",coalesce("method_id"::text, '')) WHERE "notifications"."key" is not null;--> statement-breakpoint
CREATE INDEX "notifications_due" ON "notifications" USING btree ("next_try_at") WHERE "notifications"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_of_alert" ON "notifications" USING btree ("alert_id");--> statement-breakpoint
CREATE INDEX "notifications_of_person" ON "notifications" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_of_method" ON "notifications" USING btree ("method_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_once" ON "pages" USING btree ("alert_id","person_id","key");--> statement-breakpoint
CREATE INDEX "pages_of_person" ON "pages" USING btree ("person_id","at");--> statement-breakpoint
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_have_an_impact_or_none" CHECK (not ("alert_rules"."is_without_customer_impact" and "alert_rules"."customer_impact" is not null));