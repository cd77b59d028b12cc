CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"phase" text NOT NULL,
	"intent_id" bigint,
	"action" text NOT NULL,
	"region_id" text NOT NULL,
	"resource_id" text,
	"changes" jsonb NOT NULL,
	"operation_id" text,
	"step" text,
	"attempt" integer,
	"outcome" text,
	"code" text,
	"request_id" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operation_secret" (
	"operation_id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operation_step" (
	"operation_id" text NOT NULL,
	"name" text NOT NULL,
	"direction" text NOT NULL,
	"position" integer NOT NULL,
	"record" jsonb NOT NULL,
	CONSTRAINT "operation_step_operation_id_direction_name_pk" PRIMARY KEY("operation_id","direction","name")
);
--> statement-breakpoint
CREATE TABLE "operation" (
	"operation_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"subject" text NOT NULL,
	"place" jsonb NOT NULL,
	"profile" text NOT NULL,
	"input" jsonb NOT NULL,
	"holder" text,
	"cancelled_at" timestamp with time zone,
	"question" jsonb,
	"asked" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "replica" (
	"executor_id" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operation_secret" ADD CONSTRAINT "operation_secret_operation_id_operation_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operation"("operation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_step" ADD CONSTRAINT "operation_step_operation_id_operation_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operation"("operation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_operation" ON "audit" USING btree ("operation_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "operation_started_at" ON "operation" USING btree ("started_at");