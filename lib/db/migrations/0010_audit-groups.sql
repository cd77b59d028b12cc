CREATE TABLE "saved_view" (
	"view_id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"profile" text NOT NULL,
	"table" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "audit_operation";--> statement-breakpoint
DROP INDEX "audit_intent";--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("owner","profile","table","name");--> statement-breakpoint
CREATE INDEX "audit_written" ON "audit" USING btree ("actor","at","id") WHERE intent_id is null;--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("actor","action");--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit" USING btree ("actor","person");--> statement-breakpoint
CREATE INDEX "audit_resource" ON "audit" USING btree ("resource_id","id");--> statement-breakpoint
CREATE INDEX "audit_operation" ON "audit" USING btree ("operation_id","id");--> statement-breakpoint
CREATE INDEX "audit_intent" ON "audit" USING btree ("intent_id","id");