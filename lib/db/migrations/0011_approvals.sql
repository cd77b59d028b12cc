CREATE TABLE "approval" (
	"operation_id" text PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"sealed" text,
	"sends" jsonb NOT NULL,
	"difference" jsonb NOT NULL,
	"history" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "approver" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "operation" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_operation_id_operation_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operation"("operation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_due" ON "approval" USING btree ("due_at");--> statement-breakpoint
DROP VIEW "audit_write";--> statement-breakpoint
CREATE VIEW "audit_write" AS
SELECT
	intent.id,
	intent.at,
	intent.actor,
	intent.person,
	intent.role,
	intent.session_id,
	intent.token,
	intent.address,
	intent.approver,
	intent.reason,
	intent.action,
	intent.region_id,
	intent.cen_id,
	coalesce(result.resource_id, intent.resource_id) AS resource_id,
	intent.changes,
	intent.operation_id,
	intent.step,
	intent.attempt,
	coalesce(result.outcome, intent.outcome) AS outcome,
	coalesce(result.code, intent.code) AS code,
	coalesce(result.request_id, intent.request_id) AS request_id,
	result.at AS answered_at
FROM "audit" AS intent
LEFT JOIN LATERAL (
	SELECT * FROM "audit" AS newest WHERE newest.intent_id = intent.id ORDER BY newest.id DESC LIMIT 1
) AS result ON true
WHERE intent.intent_id IS NULL;
