CREATE TABLE "history_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"profile" text NOT NULL,
	"region_id" text NOT NULL,
	"vpn_connection_id" text NOT NULL,
	"name" text NOT NULL,
	"after" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"cause" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"profile" text NOT NULL,
	"region_id" text NOT NULL,
	"vpn_connection_id" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"seen" jsonb NOT NULL,
	CONSTRAINT "observation_profile_vpn_connection_id_pk" PRIMARY KEY("profile","vpn_connection_id")
);
--> statement-breakpoint
CREATE TABLE "watched_region" (
	"profile" text NOT NULL,
	"region_id" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "watched_region_profile_region_id_pk" PRIMARY KEY("profile","region_id")
);
--> statement-breakpoint
CREATE INDEX "history_change_connection" ON "history_change" USING btree ("profile","vpn_connection_id","at");--> statement-breakpoint
CREATE INDEX "history_change_at" ON "history_change" USING btree ("at");--> statement-breakpoint
CREATE INDEX "history_change_due" ON "history_change" USING btree ("due_at");