CREATE TABLE "audit_begin" (
	"line_id" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"lines" bigint NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"role" text NOT NULL,
	"profiles" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "token" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "cen_id" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_token_person" ON "api_token" USING btree ("person_id");--> statement-breakpoint
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
--> statement-breakpoint
-- Lines go in prune_audit alone: whoever sets this by hand still lacks the right to delete, unless it is the owner.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('console.prunes', true) = 'on' THEN
		RETURN NULL;
	END IF;
	RAISE EXCEPTION 'The audit is append-only.';
END $$;
--> statement-breakpoint
-- Removes the oldest lines up to the first one that is young enough, some at a time; the last line of all stays, so
-- that the chain goes on. As the owner, because the console itself may change no line.
CREATE FUNCTION prune_audit(days integer)
RETURNS TABLE (line_id bigint, hash text, written_at timestamp with time zone, lines bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	first bigint;
	young bigint;
	cut bigint;
BEGIN
	IF days IS NULL OR days < 90 THEN
		RAISE EXCEPTION 'The audit is kept for 90 days at least.';
	END IF;
	PERFORM pg_advisory_xact_lock(20170913);
	SELECT min(a.id), max(a.id) INTO first, young FROM audit a;
	SELECT coalesce(min(a.id), young) INTO young FROM audit a WHERE a.at >= now() - make_interval(days => days);
	SELECT max(a.id) INTO cut FROM audit a WHERE a.id < least(young, first + 20000);
	IF cut IS NULL THEN
		RETURN;
	END IF;
	SELECT a.id, a.hash, a.at INTO line_id, hash, written_at FROM audit a WHERE a.id = cut;
	PERFORM set_config('console.prunes', 'on', true);
	DELETE FROM audit a WHERE a.id <= cut;
	GET DIAGNOSTICS lines = ROW_COUNT;
	PERFORM set_config('console.prunes', '', true);
	RETURN NEXT;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION prune_audit(integer) FROM PUBLIC;
