CREATE INDEX "services_by_tier" ON "services" USING btree (coalesce("tier", 5),lower("name"),"id");--> statement-breakpoint
CREATE INDEX "services_by_change" ON "services" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "services_by_facets" ON "services" USING btree ("tier","lifecycle","customer_facing","gaps","delivery_team_id") WHERE "services"."retired_at" is null;