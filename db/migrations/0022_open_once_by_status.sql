DROP INDEX "alerts_open_once";--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open_once" ON "alerts" USING btree ("origin","dedup_key") WHERE "alerts"."status" <> 'resolved';