ALTER TABLE "import_runs" ADD COLUMN "is_dry_run" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "prunes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "notes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "differences" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "upload" jsonb;--> statement-breakpoint
ALTER TABLE "imported_entities" ADD COLUMN "is_adopted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_entities" ADD COLUMN "vanished_at" timestamp with time zone;