-- The indexes over the time rows were stored are limited to what whoever follows a table says (it is true of every
-- row): without a limit they were taken for looking up single records while PostgreSQL knew nothing of the table, and
-- made first loads slower with every page.
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
    EXECUTE format('DROP INDEX IF EXISTS quickbooks.%I', left(followed || '_synced_at', 63));
    EXECUTE format(
      'CREATE INDEX %I ON quickbooks.%I (realm_id, synced_at) WHERE synced_at > ''-infinity''',
      left(followed || '_synced_at', 63), followed);
  END LOOP;
END
$$;
