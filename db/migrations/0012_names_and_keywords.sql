ALTER TABLE "signature_phrases" ADD COLUMN "others" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "teams_by_name" ON "teams" USING btree (lower("name"),"id");