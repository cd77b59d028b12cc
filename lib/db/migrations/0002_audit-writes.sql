CREATE INDEX "audit_intent" ON "audit" USING btree ("intent_id");--> statement-breakpoint
CREATE VIEW "audit_write" AS
SELECT
	intent.id,
	intent.at,
	intent.actor,
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
