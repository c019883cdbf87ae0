import type { Database } from '../../src/postgres/database.ts';

/*
 * A listing stands at a second, or at a row inside that second, or of everything. It is the same listing as before when
 * its kind, beginning, part and order are; another one may stand anywhere.
 */
const listingMovedBack = `OLD.position ->> 'kind' = NEW.position ->> 'kind'
  AND NEW.position ->> 'from' IS NOT DISTINCT FROM OLD.position ->> 'from'
  AND NEW.position #>> '{listing,where}' IS NOT DISTINCT FROM OLD.position #>> '{listing,where}'
  AND coalesce(NEW.position #>> '{listing,by}', was_by) = was_by
  AND (coalesce((NEW.position #>> '{listing,at}')::timestamptz, '-infinity') < was_at
       OR coalesce((NEW.position #>> '{listing,at}')::timestamptz, '-infinity') = was_at
          AND coalesce((NEW.position #>> '{listing,scan,passes}')::bigint * 1000000 + (NEW.position #>> '{listing,scan,position}')::bigint, 0) < was_row)`;

/** Lets the database note every position and cursor that moves back or is lost, whoever moves it. */
export async function watchPositions(db: Database): Promise<void> {
  await db.execute(`
    CREATE SCHEMA proof;
    CREATE TABLE proof.set_back (at timestamptz NOT NULL DEFAULT clock_timestamp(), what text NOT NULL, before text, after text);
    CREATE FUNCTION proof.note_entity() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      was_by text := OLD.position #>> '{listing,by}';
      was_at timestamptz := coalesce((OLD.position #>> '{listing,at}')::timestamptz, '-infinity');
      was_row bigint := coalesce((OLD.position #>> '{listing,scan,passes}')::bigint * 1000000 + (OLD.position #>> '{listing,scan,position}')::bigint, 0);
    BEGIN
      IF NEW.cursor_at < OLD.cursor_at THEN
        INSERT INTO proof.set_back (what, before, after) VALUES (NEW.entity || ' cursor', OLD.cursor_at, NEW.cursor_at);
      END IF;
      IF NEW.cursor_at IS NULL AND OLD.cursor_at IS NOT NULL THEN
        INSERT INTO proof.set_back (what, before) VALUES (NEW.entity || ' cursor lost', OLD.cursor_at);
      END IF;
      IF ${listingMovedBack} THEN
        INSERT INTO proof.set_back (what, before, after)
        VALUES (NEW.entity || ' listing', OLD.position::text, NEW.position::text);
      END IF;
      IF OLD.position ->> 'kind' = 'backfill' AND NEW.position IS NULL AND NEW.cursor_at IS NULL THEN
        INSERT INTO proof.set_back (what, before) VALUES (NEW.entity || ' first copy', OLD.position::text);
      END IF;
      IF OLD.position ->> 'kind' = 'sweep' AND NEW.position ->> 'kind' IN ('changes', 'backfill') THEN
        INSERT INTO proof.set_back (what, before, after)
        VALUES (NEW.entity || ' search for deletions', OLD.position::text, NEW.position::text);
      END IF;
      RETURN NULL;
    END $$;
    CREATE FUNCTION proof.note_company() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF coalesce(NEW.cursor_at, '-infinity') < OLD.cursor_at THEN
        INSERT INTO proof.set_back (what, before, after) VALUES ('company cursor', OLD.cursor_at, NEW.cursor_at);
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER proof AFTER UPDATE ON ledger_mirror.entity_states
      FOR EACH ROW EXECUTE FUNCTION proof.note_entity();
    CREATE TRIGGER proof AFTER UPDATE ON ledger_mirror.organizations
      FOR EACH ROW EXECUTE FUNCTION proof.note_company();`);
}

/** What moved back since, one line each. */
export async function positionsSetBack(db: Database): Promise<string[]> {
  const rows = await db.query<{ what: string; before: string | null; after: string | null }>(
    'SELECT what, before, after FROM proof.set_back ORDER BY at',
  );
  return rows.map(({ what, before, after }) => `${what}: ${before ?? ''} -> ${after ?? ''}`);
}
