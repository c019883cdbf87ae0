-- Tables with sensitive values move to a schema of their own, and schema quickbooks has a view under the name of each, so
-- that `select *` works for every reader: what it may not see is null, and taken out of raw.

CREATE SCHEMA quickbooks_store;
COMMENT ON SCHEMA quickbooks_store IS 'Tables that hold sensitive values; schema quickbooks shows them to everybody as he may see them.';

ALTER FUNCTION quickbooks.visible_companies() PARALLEL SAFE;
ALTER FUNCTION quickbooks.is_reader() PARALLEL SAFE;

-- Those whom row level security does not hold back either: the owner of the tables, and whom the server excepts. Both who
-- signed in and who he is now, so that SET ROLE shows what the role sees, and a reader gains nothing by a function of ours.
CREATE FUNCTION quickbooks.sees_everything(asking name) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT count(*) > 0 AND bool_and(rolsuper OR rolbypassrls OR pg_has_role(oid, current_user, 'USAGE'))
        FROM pg_roles WHERE rolname IN (session_user, asking));
COMMENT ON FUNCTION quickbooks.sees_everything(name) IS 'True for the owner of the copy and whoever else sees every company and every value.';

CREATE FUNCTION quickbooks.sees_sensitive() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN session_user = 'ledger_mirror_sql_' || (SELECT oid FROM pg_database WHERE datname = current_database())
    OR EXISTS (SELECT FROM ledger_mirror.readers WHERE role_name = session_user AND sees_sensitive);
COMMENT ON FUNCTION quickbooks.sees_sensitive() IS 'True for a login that may read sensitive values of the companies it sees.';

-- Makes the view of a table, or makes it anew once the table has other columns. The first half is for those who see
-- everything, as the table is; the second for all others. Which half runs, and what a login may see, is found out once a
-- query. A barrier: nothing of the query around it sees a row or a value before it is allowed to. The halves stand in a
-- subquery, since a barrier that is itself a UNION ALL is none: PostgreSQL puts its halves into the query around it. A
-- sensitive column is an expression in both: of a plain one the planner knows common values, and its estimates tell them.
--
-- New columns are appended, which PostgreSQL does under the views that stand on this one. For a column that goes, these
-- are taken down and built again, with their owners, rights and comments; one that names the column goes with it.
CREATE FUNCTION quickbooks_store.show(shown name, masked name[], hidden text[], without name DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own oid := to_regclass(format('quickbooks_store.%I', shown));
  there oid := to_regclass(format('quickbooks.%I', shown));
  names name[];
  before name[];
  listed text;
  plain text;
  guarded text;
  above jsonb := '[]';
  item jsonb;
  part record;
BEGIN
  SELECT array_agg(attname ORDER BY attnum),
         string_agg(quote_ident(attname), ', ' ORDER BY attnum),
         string_agg(CASE
           WHEN attname = 'raw' OR attname = ANY (masked)
             THEN format('CASE WHEN (SELECT quickbooks.sees_everything(current_user)) THEN %1$I END AS %1$I', attname)
           ELSE quote_ident(attname) END, ', ' ORDER BY attnum),
         string_agg(CASE
           WHEN attname = 'raw' THEN 'CASE WHEN (SELECT quickbooks.sees_sensitive()) THEN raw ELSE raw'
             || (SELECT string_agg(format(' #- %L', path), '' ORDER BY at) FROM unnest(hidden) WITH ORDINALITY AS paths (path, at))
             || ' END AS raw'
           WHEN attname = ANY (masked) THEN format('CASE WHEN (SELECT quickbooks.sees_sensitive()) THEN %1$I END AS %1$I', attname)
           ELSE quote_ident(attname) END, ', ' ORDER BY attnum)
  INTO names, listed, plain, guarded
  FROM pg_attribute WHERE attrelid = own AND attnum > 0 AND NOT attisdropped AND attname IS DISTINCT FROM without;

  SELECT coalesce(array_agg(attname ORDER BY attnum), '{}') INTO before
  FROM pg_attribute WHERE attrelid = there AND attnum > 0 AND NOT attisdropped;

  IF before <> names[1:cardinality(before)] THEN
    WITH RECURSIVE standing (oid, height) AS (
      SELECT there, 0
      UNION ALL
      SELECT r.ev_class, height + 1 FROM standing JOIN pg_depend AS d
        ON d.refclassid = 'pg_class'::regclass AND d.refobjid = standing.oid AND d.classid = 'pg_rewrite'::regclass
      JOIN pg_rewrite AS r ON r.oid = d.objid AND r.ev_class <> standing.oid
    ), found AS (SELECT oid, max(height) AS height FROM standing GROUP BY oid)
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'name', c.oid::regclass::text, 'kind', c.relkind, 'owner', pg_get_userbyid(c.relowner), 'query', pg_get_viewdef(c.oid),
      'options', array_to_string(c.reloptions, ', '),
      'rights', (SELECT jsonb_agg(format('GRANT %s ON %s TO %s', g.privilege_type, c.oid::regclass,
                   CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END))
                 FROM aclexplode(c.relacl) AS g WHERE g.grantee <> c.relowner),
      'comments', (SELECT jsonb_agg(CASE objsubid WHEN 0 THEN format('COMMENT ON VIEW %s IS %L', c.oid::regclass, description)
                     ELSE format('COMMENT ON COLUMN %s.%I IS %L', c.oid::regclass,
                       (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = objsubid), description) END)
                   FROM pg_description WHERE classoid = 'pg_class'::regclass AND objoid = c.oid)
    ) ORDER BY height), '[]') INTO above
    FROM found JOIN pg_class AS c USING (oid);
    FOR item IN SELECT * FROM jsonb_array_elements(above) LOOP
      IF item ->> 'kind' <> 'v' THEN
        RAISE EXCEPTION '% stands on quickbooks.%, of which a column is to go; drop it first', item ->> 'name', shown
          USING ERRCODE = 'dependent_objects_still_exist';
      END IF;
    END LOOP;
    -- One by one, so that a function of somebody's that stands on one of them keeps it instead of going with it.
    FOR item IN SELECT one FROM jsonb_array_elements(above) WITH ORDINALITY AS views (one, at) ORDER BY at DESC LOOP
      EXECUTE format('DROP VIEW %s', item ->> 'name');
    END LOOP;
  END IF;

  EXECUTE format(
    'CREATE OR REPLACE VIEW quickbooks.%1$I WITH (security_invoker=false, security_barrier=true) AS
     SELECT %4$s FROM (
       SELECT %2$s FROM quickbooks_store.%1$I WHERE (SELECT quickbooks.sees_everything(current_user))
       UNION ALL
       SELECT %3$s FROM quickbooks_store.%1$I
       WHERE realm_id = ANY ((SELECT quickbooks.visible_companies())::text[]) AND NOT (SELECT quickbooks.sees_everything(current_user))
     ) AS seen',
    shown, plain, guarded, listed);
  EXECUTE format('COMMENT ON VIEW quickbooks.%I IS %L', shown, obj_description(own, 'pg_class'));
  FOR part IN SELECT attname, col_description(own, attnum) AS words FROM pg_attribute
              WHERE attrelid = own AND attname = ANY (names) AND col_description(own, attnum) IS DISTINCT FROM
                (SELECT col_description(v.attrelid, v.attnum) FROM pg_attribute AS v
                 WHERE v.attrelid = to_regclass(format('quickbooks.%I', shown)) AND v.attname = pg_attribute.attname) LOOP
    EXECUTE format('COMMENT ON COLUMN quickbooks.%I.%I IS %L', shown, part.attname, part.words);
  END LOOP;

  FOR item IN SELECT * FROM jsonb_array_elements(above) LOOP
    BEGIN
      IF (item ->> 'name')::text <> format('quickbooks.%I', shown) THEN
        EXECUTE format('CREATE VIEW %s %s AS %s', item ->> 'name', 'WITH (' || (item ->> 'options') || ')', item ->> 'query');
        IF item ->> 'owner' <> current_user THEN
          EXECUTE format('ALTER VIEW %s OWNER TO %I', item ->> 'name', item ->> 'owner');
        END IF;
        FOR part IN SELECT * FROM jsonb_array_elements_text(nullif(item -> 'comments', 'null')) AS t (words) LOOP EXECUTE part.words; END LOOP;
      END IF;
      FOR part IN SELECT * FROM jsonb_array_elements_text(nullif(item -> 'rights', 'null')) AS t (words) LOOP EXECUTE part.words; END LOOP;
    EXCEPTION WHEN undefined_column OR undefined_table THEN
      RAISE NOTICE '% names the column that went, and went with it', item ->> 'name';
    END;
  END LOOP;
END
$$;
COMMENT ON FUNCTION quickbooks_store.show(name, name[], text[], name) IS 'Makes the view of schema quickbooks that shows a table of quickbooks_store; again after each change of its columns.';
REVOKE ALL ON FUNCTION quickbooks_store.show(name, name[], text[], name) FROM PUBLIC;

DO $$
DECLARE
  moved name[] := '{company_info, tax_agencies, accounts, vendors, employees, customers, sales_receipts, credit_memos, refund_receipts, purchases, time_activities, payments, bill_payments, recurring_transactions}';
  one name;
BEGIN
  FOREACH one IN ARRAY moved LOOP
    EXECUTE format('ALTER TABLE quickbooks.%I SET SCHEMA quickbooks_store', one);
  END LOOP;
END
$$;

SELECT quickbooks_store.show('company_info', '{"employer_id","content_hash"}', '{"{EmployerId}"}');
SELECT quickbooks_store.show('tax_agencies', '{"tax_registration_number","content_hash"}', '{"{TaxRegistrationNumber}"}');
SELECT quickbooks_store.show('accounts', '{"bank_num","content_hash"}', '{"{BankNum}"}');
SELECT quickbooks_store.show('vendors', '{"cost_rate","tax_identifier","business_number","company_registration_number","gstin","vendor_payment_bank_detail_bank_branch_identifier","vendor_payment_bank_detail_bank_account_number","vendor_payment_bank_detail_bank_account_name","content_hash"}', '{"{CostRate}","{TaxIdentifier}","{BusinessNumber}","{CompanyRegistrationNumber}","{GSTIN}","{VendorPaymentBankDetail,BankBranchIdentifier}","{VendorPaymentBankDetail,BankAccountNumber}","{VendorPaymentBankDetail,BankAccountName}"}');
SELECT quickbooks_store.show('employees', '{"ssn","birth_date","gender","cost_rate","content_hash"}', '{"{SSN}","{BirthDate}","{Gender}","{CostRate}"}');
SELECT quickbooks_store.show('customers', '{"resale_num","primary_tax_identifier","secondary_tax_identifier","business_number","gstin","content_hash"}', '{"{ResaleNum}","{PrimaryTaxIdentifier}","{SecondaryTaxIdentifier}","{BusinessNumber}","{GSTIN}"}');
SELECT quickbooks_store.show('sales_receipts', '{"check_payment_acct_num","credit_charge_info_number","credit_charge_response_merchant_acct_num","content_hash"}', '{"{CheckPayment,AcctNum}","{CreditCardPayment,CreditChargeInfo,Number}","{CreditCardPayment,CreditChargeResponse,MerchantAcctNum}"}');
SELECT quickbooks_store.show('credit_memos', '{"check_payment_acct_num","credit_charge_info_number","credit_charge_response_merchant_acct_num","content_hash"}', '{"{CheckPayment,AcctNum}","{CreditCardPayment,CreditChargeInfo,Number}","{CreditCardPayment,CreditChargeResponse,MerchantAcctNum}"}');
SELECT quickbooks_store.show('refund_receipts', '{"check_payment_acct_num","credit_charge_info_number","credit_charge_response_merchant_acct_num","content_hash"}', '{"{CheckPayment,AcctNum}","{CreditCardPayment,CreditChargeInfo,Number}","{CreditCardPayment,CreditChargeResponse,MerchantAcctNum}"}');
SELECT quickbooks_store.show('purchases', '{"check_payment_acct_num","credit_charge_info_number","credit_charge_response_merchant_acct_num","content_hash"}', '{"{CheckPayment,AcctNum}","{CreditCardPayment,CreditChargeInfo,Number}","{CreditCardPayment,CreditChargeResponse,MerchantAcctNum}"}');
SELECT quickbooks_store.show('time_activities', '{"cost_rate","content_hash"}', '{"{CostRate}"}');
SELECT quickbooks_store.show('payments', '{"check_payment_acct_num","credit_charge_info_number","credit_charge_response_merchant_acct_num","content_hash"}', '{"{CheckPayment,AcctNum}","{CreditCardPayment,CreditChargeInfo,Number}","{CreditCardPayment,CreditChargeResponse,MerchantAcctNum}"}');
SELECT quickbooks_store.show('bill_payments', '{"check_payment_check_detail_acct_num","content_hash"}', '{"{CheckPayment,CheckDetail,AcctNum}"}');
SELECT quickbooks_store.show('recurring_transactions', '{"check_payment_acct_num","credit_charge_info_number","credit_charge_response_merchant_acct_num","content_hash"}', '{"{CheckPayment,AcctNum}","{CreditCardPayment,CreditChargeInfo,Number}","{CreditCardPayment,CreditChargeResponse,MerchantAcctNum}","{SalesReceipt,CheckPayment,AcctNum}","{SalesReceipt,CreditCardPayment,CreditChargeInfo,Number}","{SalesReceipt,CreditCardPayment,CreditChargeResponse,MerchantAcctNum}","{CreditMemo,CheckPayment,AcctNum}","{CreditMemo,CreditCardPayment,CreditChargeInfo,Number}","{CreditMemo,CreditCardPayment,CreditChargeResponse,MerchantAcctNum}","{RefundReceipt,CheckPayment,AcctNum}","{RefundReceipt,CreditCardPayment,CreditChargeInfo,Number}","{RefundReceipt,CreditCardPayment,CreditChargeResponse,MerchantAcctNum}","{Purchase,CheckPayment,AcctNum}","{Purchase,CreditCardPayment,CreditChargeInfo,Number}","{Purchase,CreditCardPayment,CreditChargeResponse,MerchantAcctNum}","{TimeActivity,CostRate}","{CostRate}","{Payment,CheckPayment,AcctNum}","{Payment,CreditCardPayment,CreditChargeInfo,Number}","{Payment,CreditCardPayment,CreditChargeResponse,MerchantAcctNum}","{BillPayment,CheckPayment,CheckDetail,AcctNum}","{CheckPayment,CheckDetail,AcctNum}"}');

DO $$
DECLARE
  one record;
BEGIN
  -- Whoever could read a table, or some of its columns, reads the view in its place, and nothing behind it.
  FOR one IN
    SELECT DISTINCT c.relname, g.grantee FROM pg_class AS c
    LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attacl IS NOT NULL
    CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT * FROM aclexplode(a.attacl)) AS g
    WHERE c.relnamespace = 'quickbooks_store'::regnamespace AND c.relkind = 'r' AND g.grantee <> c.relowner
  LOOP
    -- Rights to some columns were those of readers; of anybody else they stay rights to the table.
    IF has_table_privilege(nullif(one.grantee, 0), format('quickbooks_store.%I', one.relname), 'SELECT')
       OR EXISTS (SELECT FROM ledger_mirror.readers WHERE role_name = pg_get_userbyid(one.grantee)) THEN
      EXECUTE format('GRANT SELECT ON quickbooks.%I TO %s', one.relname,
        CASE one.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(one.grantee)) END);
    END IF;
    EXECUTE format('REVOKE ALL ON quickbooks_store.%I FROM %s', one.relname,
      CASE one.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(one.grantee)) END);
  END LOOP;

  -- Views with the rights of whoever asks stand on the view from now on, whose ever they are. One with the rights of its
  -- owner goes on reading the table: that owner saw everything in it, and decides who sees what of it.
  FOR one IN
    WITH RECURSIVE standing (oid, height) AS (
      SELECT oid, 0 FROM pg_class WHERE relnamespace = 'quickbooks_store'::regnamespace AND relkind = 'r'
      UNION ALL
      SELECT r.ev_class, height + 1 FROM standing JOIN pg_depend AS d
        ON d.refclassid = 'pg_class'::regclass AND d.refobjid = standing.oid AND d.classid = 'pg_rewrite'::regclass
      JOIN pg_rewrite AS r ON r.oid = d.objid AND r.ev_class <> standing.oid
    )
    SELECT format('%s.%I', c.relnamespace::regnamespace, c.relname) AS name, array_to_string(c.reloptions, ', ') AS options
    FROM (SELECT oid, max(height) AS height FROM standing GROUP BY oid) AS found JOIN pg_class AS c USING (oid)
    WHERE c.relkind = 'v' AND height > 0 AND array_to_string(c.reloptions, ' ') ~ 'security_invoker=(true|on|yes|1)'
      AND NOT EXISTS (SELECT FROM pg_class AS t WHERE t.relnamespace = 'quickbooks_store'::regnamespace AND t.relname = c.relname
                      AND c.relnamespace = 'quickbooks'::regnamespace)
    ORDER BY height, c.oid
  LOOP
    BEGIN
      EXECUTE format('CREATE OR REPLACE VIEW %s %s AS %s', one.name, 'WITH (' || one.options || ')',
        replace(pg_get_viewdef(one.name::regclass), 'quickbooks_store.', 'quickbooks.'));
    -- Whatever cannot be asked of a view: xmin, a sample, the type of the row, who it belongs to.
    EXCEPTION WHEN OTHERS THEN
      RAISE WARNING 'The view % still reads the tables behind the views: %', one.name, SQLERRM;
    END;
  END LOOP;
END
$$;
