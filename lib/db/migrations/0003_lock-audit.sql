-- Each statement of the function sees what was committed before it, so the hash is read under the lock.
CREATE FUNCTION lock_audit() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(20170913);
	RETURN (SELECT hash FROM audit ORDER BY id DESC LIMIT 1);
END $$;
