ALTER TABLE "audit" ADD COLUMN "person" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "operation" ADD COLUMN "begun_by" jsonb;--> statement-breakpoint
DROP VIEW "audit_write";--> statement-breakpoint
CREATE VIEW "audit_write" AS
SELECT
	intent.id,
	intent.at,
	intent.actor,
	intent.person,
	intent.role,
	intent.session_id,
	intent.address,
	intent.action,
	intent.region_id,
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
