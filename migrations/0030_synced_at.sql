-- Whoever follows a table reads it by the time its rows were stored; the newest of them is the version of the table.
-- For every table there is, so that the file need not name them all.
DO $$
DECLARE
  followed text;
BEGIN
  FOR followed IN
    SELECT c.relname
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'quickbooks'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'synced_at' AND NOT a.attisdropped
    WHERE c.relkind = 'r'
    ORDER BY c.relname
  LOOP
    EXECUTE format(
      'CREATE INDEX IF NOT EXISTS %I ON quickbooks.%I (realm_id, synced_at)',
      left(followed || '_synced_at', 63), followed);
  END LOOP;
END
$$;
