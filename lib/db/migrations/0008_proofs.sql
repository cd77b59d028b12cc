-- Nobody who is signed in has proved anything yet; a sign-in from here on is a proof.
ALTER TABLE "session" ADD COLUMN "proven_at" timestamp with time zone DEFAULT 'epoch' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "proven_at" SET DEFAULT now();
