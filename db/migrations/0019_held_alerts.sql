DROP INDEX "alerts_held_by";--> statement-breakpoint
CREATE INDEX "alerts_held_by" ON "alerts" USING btree ("holder_id") WHERE "alerts"."resolved_at" is null and "alerts"."holder_id" is not null;