-- Schema of the copy: what users query. Generated from the catalogue; append-only.
CREATE SCHEMA quickbooks;
COMMENT ON SCHEMA quickbooks IS 'QuickBooks Online companies, copied exactly by Ledger Mirror. Every key begins with realm_id, the company.';

CREATE TABLE quickbooks.company_info (
  realm_id text NOT NULL,
  id text NOT NULL,
  company_name text,
  legal_name text,
  company_addr_line1 text,
  company_addr_line2 text,
  company_addr_line3 text,
  company_addr_line4 text,
  company_addr_line5 text,
  company_addr_city text,
  company_addr_country_sub_division_code text,
  company_addr_postal_code text,
  company_addr_country text,
  company_addr_lat text,
  company_addr_long text,
  customer_communication_addr_line1 text,
  customer_communication_addr_line2 text,
  customer_communication_addr_line3 text,
  customer_communication_addr_line4 text,
  customer_communication_addr_line5 text,
  customer_communication_addr_city text,
  customer_communication_addr_country_sub_division_code text,
  customer_communication_addr_postal_code text,
  customer_communication_addr_country text,
  customer_communication_addr_lat text,
  customer_communication_addr_long text,
  legal_addr_line1 text,
  legal_addr_line2 text,
  legal_addr_line3 text,
  legal_addr_line4 text,
  legal_addr_line5 text,
  legal_addr_city text,
  legal_addr_country_sub_division_code text,
  legal_addr_postal_code text,
  legal_addr_country text,
  legal_addr_lat text,
  legal_addr_long text,
  company_email_addr text,
  customer_communication_email_addr text,
  email text,
  primary_phone text,
  mobile text,
  fax text,
  web_addr text,
  company_url text,
  country text,
  company_start_date date,
  fiscal_year_start_month text,
  tax_year_start_month text,
  tax_form text,
  employer_id text,
  supported_languages text,
  default_time_zone text,
  last_imported_time timestamptz,
  name_value jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX company_info_updated_at ON quickbooks.company_info (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX company_info_deleted_at ON quickbooks.company_info (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE quickbooks.company_info IS 'The company itself: names, addresses, country, fiscal year, subscription.';
COMMENT ON COLUMN quickbooks.company_info.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.company_info.id IS 'QuickBooks'' id; unique among the company''s company info. [CompanyInfo.Id]';
COMMENT ON COLUMN quickbooks.company_info.company_name IS 'Name of the company. [CompanyInfo.CompanyName]';
COMMENT ON COLUMN quickbooks.company_info.legal_name IS 'Legal name. [CompanyInfo.LegalName]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_line1 IS 'Company address, first line. [CompanyInfo.CompanyAddr.Line1]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_line2 IS 'Company address, second line. [CompanyInfo.CompanyAddr.Line2]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_line3 IS 'Company address, third line. [CompanyInfo.CompanyAddr.Line3]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_line4 IS 'Company address, fourth line. [CompanyInfo.CompanyAddr.Line4]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_line5 IS 'Company address, fifth line. [CompanyInfo.CompanyAddr.Line5]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_city IS 'Company address, city. [CompanyInfo.CompanyAddr.City]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_country_sub_division_code IS 'Company address, state, province or region code. [CompanyInfo.CompanyAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_postal_code IS 'Company address, postal code. [CompanyInfo.CompanyAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_country IS 'Company address, country (a name, or an ISO code since late 2025). [CompanyInfo.CompanyAddr.Country]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_lat IS 'Company address, latitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.CompanyAddr.Lat]';
COMMENT ON COLUMN quickbooks.company_info.company_addr_long IS 'Company address, longitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.CompanyAddr.Long]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_line1 IS 'Address given to customers, first line. [CompanyInfo.CustomerCommunicationAddr.Line1]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_line2 IS 'Address given to customers, second line. [CompanyInfo.CustomerCommunicationAddr.Line2]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_line3 IS 'Address given to customers, third line. [CompanyInfo.CustomerCommunicationAddr.Line3]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_line4 IS 'Address given to customers, fourth line. [CompanyInfo.CustomerCommunicationAddr.Line4]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_line5 IS 'Address given to customers, fifth line. [CompanyInfo.CustomerCommunicationAddr.Line5]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_city IS 'Address given to customers, city. [CompanyInfo.CustomerCommunicationAddr.City]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_country_sub_division_code IS 'Address given to customers, state, province or region code. [CompanyInfo.CustomerCommunicationAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_postal_code IS 'Address given to customers, postal code. [CompanyInfo.CustomerCommunicationAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_country IS 'Address given to customers, country (a name, or an ISO code since late 2025). [CompanyInfo.CustomerCommunicationAddr.Country]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_lat IS 'Address given to customers, latitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.CustomerCommunicationAddr.Lat]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_addr_long IS 'Address given to customers, longitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.CustomerCommunicationAddr.Long]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_line1 IS 'Legal address, first line. [CompanyInfo.LegalAddr.Line1]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_line2 IS 'Legal address, second line. [CompanyInfo.LegalAddr.Line2]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_line3 IS 'Legal address, third line. [CompanyInfo.LegalAddr.Line3]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_line4 IS 'Legal address, fourth line. [CompanyInfo.LegalAddr.Line4]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_line5 IS 'Legal address, fifth line. [CompanyInfo.LegalAddr.Line5]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_city IS 'Legal address, city. [CompanyInfo.LegalAddr.City]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_country_sub_division_code IS 'Legal address, state, province or region code. [CompanyInfo.LegalAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_postal_code IS 'Legal address, postal code. [CompanyInfo.LegalAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_country IS 'Legal address, country (a name, or an ISO code since late 2025). [CompanyInfo.LegalAddr.Country]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_lat IS 'Legal address, latitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.LegalAddr.Lat]';
COMMENT ON COLUMN quickbooks.company_info.legal_addr_long IS 'Legal address, longitude as QuickBooks sends it; may be the word INVALID. [CompanyInfo.LegalAddr.Long]';
COMMENT ON COLUMN quickbooks.company_info.company_email_addr IS 'E-mail address of the company. [CompanyInfo.CompanyEmailAddr.Address]';
COMMENT ON COLUMN quickbooks.company_info.customer_communication_email_addr IS 'E-mail address given to customers. [CompanyInfo.CustomerCommunicationEmailAddr.Address]';
COMMENT ON COLUMN quickbooks.company_info.email IS 'E-mail address. [CompanyInfo.Email.Address]';
COMMENT ON COLUMN quickbooks.company_info.primary_phone IS 'Telephone number. [CompanyInfo.PrimaryPhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.company_info.mobile IS 'Mobile telephone number. [CompanyInfo.Mobile.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.company_info.fax IS 'Fax number. [CompanyInfo.Fax.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.company_info.web_addr IS 'Web site. [CompanyInfo.WebAddr.URI]';
COMMENT ON COLUMN quickbooks.company_info.company_url IS 'Web site, older field. [CompanyInfo.CompanyURL.URI]';
COMMENT ON COLUMN quickbooks.company_info.country IS 'Country the books are kept for, as an ISO code of two letters. [CompanyInfo.Country]';
COMMENT ON COLUMN quickbooks.company_info.company_start_date IS 'Date the company file was created. [CompanyInfo.CompanyStartDate]';
COMMENT ON COLUMN quickbooks.company_info.fiscal_year_start_month IS 'Month the fiscal year starts in. [CompanyInfo.FiscalYearStartMonth]';
COMMENT ON COLUMN quickbooks.company_info.tax_year_start_month IS 'Month the tax year starts in. [CompanyInfo.TaxYearStartMonth]';
COMMENT ON COLUMN quickbooks.company_info.tax_form IS 'Tax form the company files. [CompanyInfo.TaxForm]';
COMMENT ON COLUMN quickbooks.company_info.employer_id IS 'Employer identification number. [CompanyInfo.EmployerId]';
COMMENT ON COLUMN quickbooks.company_info.supported_languages IS 'Languages, parted by commas. [CompanyInfo.SupportedLanguages]';
COMMENT ON COLUMN quickbooks.company_info.default_time_zone IS 'Time zone of the company (IANA name). [CompanyInfo.DefaultTimeZone]';
COMMENT ON COLUMN quickbooks.company_info.last_imported_time IS 'Last import of books from elsewhere. [CompanyInfo.LastImportedTime]';
COMMENT ON COLUMN quickbooks.company_info.name_value IS 'Further settings as name and value: subscription state, edition, industry. [CompanyInfo.NameValue]';
COMMENT ON COLUMN quickbooks.company_info.created_at IS 'When it was created in QuickBooks. [CompanyInfo.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.company_info.updated_at IS 'When QuickBooks last changed it, balances included. [CompanyInfo.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.company_info.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [CompanyInfo.SyncToken]';
COMMENT ON COLUMN quickbooks.company_info.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.company_info.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.company_info.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.company_info.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.company_info.synced_at IS 'When this version was stored here.';

CREATE TABLE quickbooks.accounts (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  fully_qualified_name text,
  sub_account boolean,
  parent_id text,
  parent_name text,
  acct_num text,
  acct_num_extn text,
  description text,
  account_alias text,
  active boolean,
  classification text,
  account_type text,
  account_sub_type text,
  current_balance numeric,
  current_balance_with_sub_accounts numeric,
  currency_id text,
  currency_name text,
  opening_balance numeric,
  opening_balance_date date,
  tax_account boolean,
  tax_code_id text,
  tax_code_name text,
  txn_location_type text,
  journal_code_id text,
  journal_code_name text,
  bank_num text,
  online_banking_enabled boolean,
  fi_name text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX accounts_updated_at ON quickbooks.accounts (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX accounts_deleted_at ON quickbooks.accounts (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX accounts_parent_id ON quickbooks.accounts (realm_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX accounts_currency_id ON quickbooks.accounts (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX accounts_tax_code_id ON quickbooks.accounts (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX accounts_journal_code_id ON quickbooks.accounts (realm_id, journal_code_id) WHERE journal_code_id IS NOT NULL;
COMMENT ON TABLE quickbooks.accounts IS 'The chart of accounts.';
COMMENT ON COLUMN quickbooks.accounts.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.accounts.id IS 'QuickBooks'' id; unique among the company''s accounts. [Account.Id]';
COMMENT ON COLUMN quickbooks.accounts.name IS 'Name of the account. [Account.Name]';
COMMENT ON COLUMN quickbooks.accounts.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [Account.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.accounts.sub_account IS 'True when the account lies below another. [Account.SubAccount]';
COMMENT ON COLUMN quickbooks.accounts.parent_id IS 'Account this one lies below. (id) [Account.ParentRef.value]';
COMMENT ON COLUMN quickbooks.accounts.parent_name IS 'Account this one lies below. (name) [Account.ParentRef.name]';
COMMENT ON COLUMN quickbooks.accounts.acct_num IS 'Account number the company gave it. [Account.AcctNum]';
COMMENT ON COLUMN quickbooks.accounts.acct_num_extn IS 'Extension of the account number (France). [Account.AcctNumExtn]';
COMMENT ON COLUMN quickbooks.accounts.description IS 'Description of the account. [Account.Description]';
COMMENT ON COLUMN quickbooks.accounts.account_alias IS 'Name shown on transaction forms. [Account.AccountAlias]';
COMMENT ON COLUMN quickbooks.accounts.active IS 'False once it was made inactive (QuickBooks deletes accounts only this way). [Account.Active]';
COMMENT ON COLUMN quickbooks.accounts.classification IS 'Asset, Equity, Expense, Liability or Revenue. [Account.Classification]';
COMMENT ON COLUMN quickbooks.accounts.account_type IS 'Type of account, such as Bank or Accounts Receivable. [Account.AccountType]';
COMMENT ON COLUMN quickbooks.accounts.account_sub_type IS 'Finer type of account. [Account.AccountSubType]';
COMMENT ON COLUMN quickbooks.accounts.current_balance IS 'Balance of this account alone; 0 for income and expense accounts. [Account.CurrentBalance]';
COMMENT ON COLUMN quickbooks.accounts.current_balance_with_sub_accounts IS 'Balance including the accounts below. [Account.CurrentBalanceWithSubAccounts]';
COMMENT ON COLUMN quickbooks.accounts.currency_id IS 'Currency of the account; the id is its ISO code. (id) [Account.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.accounts.currency_name IS 'Currency of the account; the id is its ISO code. (name) [Account.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.accounts.opening_balance IS 'Balance the account was opened with. [Account.OpeningBalance]';
COMMENT ON COLUMN quickbooks.accounts.opening_balance_date IS 'Date of the opening balance. [Account.OpeningBalanceDate]';
COMMENT ON COLUMN quickbooks.accounts.tax_account IS 'True for an account that tax is booked to. [Account.TaxAccount]';
COMMENT ON COLUMN quickbooks.accounts.tax_code_id IS 'Tax code used unless another is chosen. (id) [Account.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.accounts.tax_code_name IS 'Tax code used unless another is chosen. (name) [Account.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.accounts.txn_location_type IS 'Location type of transactions (France). [Account.TxnLocationType]';
COMMENT ON COLUMN quickbooks.accounts.journal_code_id IS 'Journal code (France). (id) [Account.JournalCodeRef.value]';
COMMENT ON COLUMN quickbooks.accounts.journal_code_name IS 'Journal code (France). (name) [Account.JournalCodeRef.name]';
COMMENT ON COLUMN quickbooks.accounts.bank_num IS 'Bank account number. [Account.BankNum]';
COMMENT ON COLUMN quickbooks.accounts.online_banking_enabled IS 'True when connected to online banking. [Account.OnlineBankingEnabled]';
COMMENT ON COLUMN quickbooks.accounts.fi_name IS 'Name of the bank it is connected to. [Account.FIName]';
COMMENT ON COLUMN quickbooks.accounts.created_at IS 'When it was created in QuickBooks. [Account.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.accounts.updated_at IS 'When QuickBooks last changed it, balances included. [Account.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.accounts.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Account.SyncToken]';
COMMENT ON COLUMN quickbooks.accounts.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.accounts.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.accounts.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.accounts.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.accounts.synced_at IS 'When this version was stored here.';

CREATE TABLE quickbooks.customers (
  realm_id text NOT NULL,
  id text NOT NULL,
  display_name text,
  title text,
  given_name text,
  middle_name text,
  family_name text,
  suffix text,
  company_name text,
  print_on_check_name text,
  active boolean,
  primary_phone text,
  alternate_phone text,
  mobile text,
  fax text,
  primary_email_addr text,
  web_addr text,
  v4_id_pseudonym text,
  parent_id text,
  parent_name text,
  level integer,
  fully_qualified_name text,
  root_customer_id text,
  root_customer_name text,
  job boolean,
  is_project boolean,
  bill_with_parent boolean,
  balance numeric,
  balance_with_jobs numeric,
  open_balance_date date,
  over_due_balance numeric,
  credit_limit numeric,
  currency_id text,
  currency_name text,
  taxable boolean,
  default_tax_code_id text,
  default_tax_code_name text,
  tax_exemption_reason_id text,
  resale_num text,
  primary_tax_identifier text,
  secondary_tax_identifier text,
  business_number text,
  gstin text,
  gst_registration_type text,
  tax_regime text,
  is_cis_contractor boolean,
  tds_enabled boolean,
  customer_type_id text,
  customer_type_name text,
  sales_term_id text,
  sales_term_name text,
  payment_method_id text,
  payment_method_name text,
  ar_account_id text,
  ar_account_name text,
  preferred_delivery_method text,
  acct_num text,
  notes text,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  job_info_status text,
  job_info_start_date date,
  job_info_projected_end_date date,
  job_info_end_date date,
  job_info_description text,
  job_info_job_type_id text,
  job_info_job_type_name text,
  client_company_id text,
  client_entity_id text,
  source text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX customers_updated_at ON quickbooks.customers (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX customers_deleted_at ON quickbooks.customers (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX customers_parent_id ON quickbooks.customers (realm_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX customers_root_customer_id ON quickbooks.customers (realm_id, root_customer_id) WHERE root_customer_id IS NOT NULL;
CREATE INDEX customers_currency_id ON quickbooks.customers (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX customers_default_tax_code_id ON quickbooks.customers (realm_id, default_tax_code_id) WHERE default_tax_code_id IS NOT NULL;
CREATE INDEX customers_customer_type_id ON quickbooks.customers (realm_id, customer_type_id) WHERE customer_type_id IS NOT NULL;
CREATE INDEX customers_sales_term_id ON quickbooks.customers (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX customers_payment_method_id ON quickbooks.customers (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX customers_ar_account_id ON quickbooks.customers (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.customers IS 'Customers, their jobs and projects: everyone the company sells to.';
COMMENT ON COLUMN quickbooks.customers.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.customers.id IS 'QuickBooks'' id; unique among the company''s customers. [Customer.Id]';
COMMENT ON COLUMN quickbooks.customers.display_name IS 'Name as displayed; unique among customers, vendors and employees. [Customer.DisplayName]';
COMMENT ON COLUMN quickbooks.customers.title IS 'Title of the person. [Customer.Title]';
COMMENT ON COLUMN quickbooks.customers.given_name IS 'First name. [Customer.GivenName]';
COMMENT ON COLUMN quickbooks.customers.middle_name IS 'Middle name. [Customer.MiddleName]';
COMMENT ON COLUMN quickbooks.customers.family_name IS 'Last name. [Customer.FamilyName]';
COMMENT ON COLUMN quickbooks.customers.suffix IS 'Suffix such as Jr. [Customer.Suffix]';
COMMENT ON COLUMN quickbooks.customers.company_name IS 'Company of the person. [Customer.CompanyName]';
COMMENT ON COLUMN quickbooks.customers.print_on_check_name IS 'Name printed on checks. [Customer.PrintOnCheckName]';
COMMENT ON COLUMN quickbooks.customers.active IS 'False once it was made inactive (QuickBooks deletes names only this way). [Customer.Active]';
COMMENT ON COLUMN quickbooks.customers.primary_phone IS 'Main telephone number. [Customer.PrimaryPhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.customers.alternate_phone IS 'Second telephone number. [Customer.AlternatePhone.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.customers.mobile IS 'Mobile telephone number. [Customer.Mobile.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.customers.fax IS 'Fax number. [Customer.Fax.FreeFormNumber]';
COMMENT ON COLUMN quickbooks.customers.primary_email_addr IS 'E-mail address. [Customer.PrimaryEmailAddr.Address]';
COMMENT ON COLUMN quickbooks.customers.web_addr IS 'Web site. [Customer.WebAddr.URI]';
COMMENT ON COLUMN quickbooks.customers.v4_id_pseudonym IS 'Intuit''s public id of the person. [Customer.V4IDPseudonym]';
COMMENT ON COLUMN quickbooks.customers.parent_id IS 'Customer this one belongs to. (id) [Customer.ParentRef.value]';
COMMENT ON COLUMN quickbooks.customers.parent_name IS 'Customer this one belongs to. (name) [Customer.ParentRef.name]';
COMMENT ON COLUMN quickbooks.customers.level IS 'Depth in the tree; 0 is the top. [Customer.Level]';
COMMENT ON COLUMN quickbooks.customers.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [Customer.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.customers.root_customer_id IS 'Customer at the top of the tree. (id) [Customer.RootCustomerRef.value]';
COMMENT ON COLUMN quickbooks.customers.root_customer_name IS 'Customer at the top of the tree. (name) [Customer.RootCustomerRef.name]';
COMMENT ON COLUMN quickbooks.customers.job IS 'True for a job or sub-customer. [Customer.Job]';
COMMENT ON COLUMN quickbooks.customers.is_project IS 'True for a project. [Customer.IsProject]';
COMMENT ON COLUMN quickbooks.customers.bill_with_parent IS 'True when the parent is billed. [Customer.BillWithParent]';
COMMENT ON COLUMN quickbooks.customers.balance IS 'Open balance of this customer alone, in its currency. [Customer.Balance]';
COMMENT ON COLUMN quickbooks.customers.balance_with_jobs IS 'Open balance including jobs and sub-customers. [Customer.BalanceWithJobs]';
COMMENT ON COLUMN quickbooks.customers.open_balance_date IS 'Date of the opening balance. [Customer.OpenBalanceDate]';
COMMENT ON COLUMN quickbooks.customers.over_due_balance IS 'Part of the balance that is overdue. [Customer.OverDueBalance]';
COMMENT ON COLUMN quickbooks.customers.credit_limit IS 'Highest balance allowed. [Customer.CreditLimit]';
COMMENT ON COLUMN quickbooks.customers.currency_id IS 'Currency of the customer; the id is its ISO code. (id) [Customer.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.customers.currency_name IS 'Currency of the customer; the id is its ISO code. (name) [Customer.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.customers.taxable IS 'True when the customer is charged sales tax. [Customer.Taxable]';
COMMENT ON COLUMN quickbooks.customers.default_tax_code_id IS 'Tax code used unless another is chosen. (id) [Customer.DefaultTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.customers.default_tax_code_name IS 'Tax code used unless another is chosen. (name) [Customer.DefaultTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.customers.tax_exemption_reason_id IS 'QuickBooks'' code of the reason for paying no tax. [Customer.TaxExemptionReasonId]';
COMMENT ON COLUMN quickbooks.customers.resale_num IS 'Resale certificate number. [Customer.ResaleNum]';
COMMENT ON COLUMN quickbooks.customers.primary_tax_identifier IS 'Tax id, masked by QuickBooks except for its last digits. [Customer.PrimaryTaxIdentifier]';
COMMENT ON COLUMN quickbooks.customers.secondary_tax_identifier IS 'Second tax id (India). [Customer.SecondaryTaxIdentifier]';
COMMENT ON COLUMN quickbooks.customers.business_number IS 'Business number (Canada, United Kingdom, India). [Customer.BusinessNumber]';
COMMENT ON COLUMN quickbooks.customers.gstin IS 'GST identification number (India). [Customer.GSTIN]';
COMMENT ON COLUMN quickbooks.customers.gst_registration_type IS 'GST registration type (India). [Customer.GSTRegistrationType]';
COMMENT ON COLUMN quickbooks.customers.tax_regime IS 'Tax regime (Mexico). [Customer.TaxRegime]';
COMMENT ON COLUMN quickbooks.customers.is_cis_contractor IS 'True for a contractor under the construction industry scheme (United Kingdom). [Customer.IsCISContractor]';
COMMENT ON COLUMN quickbooks.customers.tds_enabled IS 'True when tax is deducted at source (India). [Customer.TDSEnabled]';
COMMENT ON COLUMN quickbooks.customers.customer_type_id IS 'Type of customer. (id) [Customer.CustomerTypeRef.value]';
COMMENT ON COLUMN quickbooks.customers.customer_type_name IS 'Type of customer. (name) [Customer.CustomerTypeRef.name]';
COMMENT ON COLUMN quickbooks.customers.sales_term_id IS 'Terms of payment. (id) [Customer.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.customers.sales_term_name IS 'Terms of payment. (name) [Customer.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.customers.payment_method_id IS 'Usual method of payment. (id) [Customer.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.customers.payment_method_name IS 'Usual method of payment. (name) [Customer.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.customers.ar_account_id IS 'Receivables account (France). (id) [Customer.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.customers.ar_account_name IS 'Receivables account (France). (name) [Customer.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.customers.preferred_delivery_method IS 'Print, Email or None. [Customer.PreferredDeliveryMethod]';
COMMENT ON COLUMN quickbooks.customers.acct_num IS 'Account number the company gave the customer. [Customer.AcctNum]';
COMMENT ON COLUMN quickbooks.customers.notes IS 'Free text about the customer. [Customer.Notes]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_line1 IS 'Billing address, first line. [Customer.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_line2 IS 'Billing address, second line. [Customer.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_line3 IS 'Billing address, third line. [Customer.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_line4 IS 'Billing address, fourth line. [Customer.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_line5 IS 'Billing address, fifth line. [Customer.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_city IS 'Billing address, city. [Customer.BillAddr.City]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [Customer.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_postal_code IS 'Billing address, postal code. [Customer.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [Customer.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [Customer.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.customers.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [Customer.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_line1 IS 'Shipping address, first line. [Customer.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_line2 IS 'Shipping address, second line. [Customer.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_line3 IS 'Shipping address, third line. [Customer.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_line4 IS 'Shipping address, fourth line. [Customer.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_line5 IS 'Shipping address, fifth line. [Customer.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_city IS 'Shipping address, city. [Customer.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [Customer.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_postal_code IS 'Shipping address, postal code. [Customer.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [Customer.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [Customer.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.customers.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [Customer.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.customers.job_info_status IS 'State of the job. [Customer.JobInfo.Status]';
COMMENT ON COLUMN quickbooks.customers.job_info_start_date IS 'Start of the job. [Customer.JobInfo.StartDate]';
COMMENT ON COLUMN quickbooks.customers.job_info_projected_end_date IS 'Planned end of the job. [Customer.JobInfo.ProjectedEndDate]';
COMMENT ON COLUMN quickbooks.customers.job_info_end_date IS 'End of the job. [Customer.JobInfo.EndDate]';
COMMENT ON COLUMN quickbooks.customers.job_info_description IS 'What the job is. [Customer.JobInfo.Description]';
COMMENT ON COLUMN quickbooks.customers.job_info_job_type_id IS 'Type of job. (id) [Customer.JobInfo.JobTypeRef.value]';
COMMENT ON COLUMN quickbooks.customers.job_info_job_type_name IS 'Type of job. (name) [Customer.JobInfo.JobTypeRef.name]';
COMMENT ON COLUMN quickbooks.customers.client_company_id IS 'QuickBooks id of the client''s own company (accountants). [Customer.ClientCompanyId]';
COMMENT ON COLUMN quickbooks.customers.client_entity_id IS 'External id of the customer (accountants). [Customer.ClientEntityId]';
COMMENT ON COLUMN quickbooks.customers.source IS 'Where the customer came from; no longer sent since September 2025. [Customer.Source]';
COMMENT ON COLUMN quickbooks.customers.created_at IS 'When it was created in QuickBooks. [Customer.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.customers.updated_at IS 'When QuickBooks last changed it, balances included. [Customer.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.customers.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Customer.SyncToken]';
COMMENT ON COLUMN quickbooks.customers.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.customers.custom_fields IS 'Custom fields as name and value. [Customer.CustomField]';
COMMENT ON COLUMN quickbooks.customers.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.customers.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.customers.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.customers.synced_at IS 'When this version was stored here.';

CREATE TABLE quickbooks.items (
  realm_id text NOT NULL,
  id text NOT NULL,
  name text,
  parent_id text,
  parent_name text,
  level integer,
  fully_qualified_name text,
  sku text,
  type text,
  active boolean,
  sub_item boolean,
  description text,
  unit_price numeric,
  rate_percent numeric,
  taxable boolean,
  sales_tax_included boolean,
  sales_tax_code_id text,
  sales_tax_code_name text,
  income_account_id text,
  income_account_name text,
  purchase_desc text,
  purchase_cost numeric,
  purchase_tax_included boolean,
  purchase_tax_code_id text,
  purchase_tax_code_name text,
  expense_account_id text,
  expense_account_name text,
  asset_account_id text,
  asset_account_name text,
  pref_vendor_id text,
  pref_vendor_name text,
  class_id text,
  class_name text,
  track_qty_on_hand boolean,
  qty_on_hand numeric,
  qty_on_purchase_order numeric,
  qty_on_sales_order numeric,
  reorder_point numeric,
  inv_start_date date,
  avg_cost numeric,
  deferred_revenue boolean,
  tax_classification_id text,
  tax_classification_name text,
  uqc_display_text text,
  uqc_id text,
  print_grouped_items boolean,
  item_group_detail_item_group_line jsonb,
  item_category_type text,
  source text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX items_updated_at ON quickbooks.items (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX items_deleted_at ON quickbooks.items (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX items_parent_id ON quickbooks.items (realm_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX items_sales_tax_code_id ON quickbooks.items (realm_id, sales_tax_code_id) WHERE sales_tax_code_id IS NOT NULL;
CREATE INDEX items_income_account_id ON quickbooks.items (realm_id, income_account_id) WHERE income_account_id IS NOT NULL;
CREATE INDEX items_purchase_tax_code_id ON quickbooks.items (realm_id, purchase_tax_code_id) WHERE purchase_tax_code_id IS NOT NULL;
CREATE INDEX items_expense_account_id ON quickbooks.items (realm_id, expense_account_id) WHERE expense_account_id IS NOT NULL;
CREATE INDEX items_asset_account_id ON quickbooks.items (realm_id, asset_account_id) WHERE asset_account_id IS NOT NULL;
CREATE INDEX items_pref_vendor_id ON quickbooks.items (realm_id, pref_vendor_id) WHERE pref_vendor_id IS NOT NULL;
CREATE INDEX items_class_id ON quickbooks.items (realm_id, class_id) WHERE class_id IS NOT NULL;
COMMENT ON TABLE quickbooks.items IS 'Products, services, bundles and categories the company sells or buys.';
COMMENT ON COLUMN quickbooks.items.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.items.id IS 'QuickBooks'' id; unique among the company''s items. [Item.Id]';
COMMENT ON COLUMN quickbooks.items.name IS 'Name of the item. [Item.Name]';
COMMENT ON COLUMN quickbooks.items.parent_id IS 'Item or category this one belongs to. (id) [Item.ParentRef.value]';
COMMENT ON COLUMN quickbooks.items.parent_name IS 'Item or category this one belongs to. (name) [Item.ParentRef.name]';
COMMENT ON COLUMN quickbooks.items.level IS 'Depth in the tree; 0 is the top. [Item.Level]';
COMMENT ON COLUMN quickbooks.items.fully_qualified_name IS 'Name with the names of its parents in front, parted by colons. [Item.FullyQualifiedName]';
COMMENT ON COLUMN quickbooks.items.sku IS 'Stock keeping unit. [Item.Sku]';
COMMENT ON COLUMN quickbooks.items.type IS 'Inventory, NonInventory, Service, Group (a bundle) or Category. [Item.Type]';
COMMENT ON COLUMN quickbooks.items.active IS 'False once it was made inactive (QuickBooks deletes items only this way). [Item.Active]';
COMMENT ON COLUMN quickbooks.items.sub_item IS 'True when the item lies below another. [Item.SubItem]';
COMMENT ON COLUMN quickbooks.items.description IS 'Description on sales forms. [Item.Description]';
COMMENT ON COLUMN quickbooks.items.unit_price IS 'Sales price or rate. [Item.UnitPrice]';
COMMENT ON COLUMN quickbooks.items.rate_percent IS 'Sales rate as a percentage. [Item.RatePercent]';
COMMENT ON COLUMN quickbooks.items.taxable IS 'True when sales tax is charged. [Item.Taxable]';
COMMENT ON COLUMN quickbooks.items.sales_tax_included IS 'True when the sales price includes tax. [Item.SalesTaxIncluded]';
COMMENT ON COLUMN quickbooks.items.sales_tax_code_id IS 'Tax code on sales. (id) [Item.SalesTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.items.sales_tax_code_name IS 'Tax code on sales. (name) [Item.SalesTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.items.income_account_id IS 'Account that sales are booked to. (id) [Item.IncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.items.income_account_name IS 'Account that sales are booked to. (name) [Item.IncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.items.purchase_desc IS 'Description on purchase forms. [Item.PurchaseDesc]';
COMMENT ON COLUMN quickbooks.items.purchase_cost IS 'Purchase cost. [Item.PurchaseCost]';
COMMENT ON COLUMN quickbooks.items.purchase_tax_included IS 'True when the purchase cost includes tax. [Item.PurchaseTaxIncluded]';
COMMENT ON COLUMN quickbooks.items.purchase_tax_code_id IS 'Tax code on purchases. (id) [Item.PurchaseTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.items.purchase_tax_code_name IS 'Tax code on purchases. (name) [Item.PurchaseTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.items.expense_account_id IS 'Account that purchases, or the cost of goods sold, are booked to. (id) [Item.ExpenseAccountRef.value]';
COMMENT ON COLUMN quickbooks.items.expense_account_name IS 'Account that purchases, or the cost of goods sold, are booked to. (name) [Item.ExpenseAccountRef.name]';
COMMENT ON COLUMN quickbooks.items.asset_account_id IS 'Account that carries the stock. (id) [Item.AssetAccountRef.value]';
COMMENT ON COLUMN quickbooks.items.asset_account_name IS 'Account that carries the stock. (name) [Item.AssetAccountRef.name]';
COMMENT ON COLUMN quickbooks.items.pref_vendor_id IS 'Preferred vendor. (id) [Item.PrefVendorRef.value]';
COMMENT ON COLUMN quickbooks.items.pref_vendor_name IS 'Preferred vendor. (name) [Item.PrefVendorRef.name]';
COMMENT ON COLUMN quickbooks.items.class_id IS 'Class used unless another is chosen. (id) [Item.ClassRef.value]';
COMMENT ON COLUMN quickbooks.items.class_name IS 'Class used unless another is chosen. (name) [Item.ClassRef.name]';
COMMENT ON COLUMN quickbooks.items.track_qty_on_hand IS 'True when stock is tracked. [Item.TrackQtyOnHand]';
COMMENT ON COLUMN quickbooks.items.qty_on_hand IS 'Stock on hand. [Item.QtyOnHand]';
COMMENT ON COLUMN quickbooks.items.qty_on_purchase_order IS 'Quantity ordered and not yet received. [Item.QtyOnPurchaseOrder]';
COMMENT ON COLUMN quickbooks.items.qty_on_sales_order IS 'Quantity sold and not yet delivered. [Item.QtyOnSalesOrder]';
COMMENT ON COLUMN quickbooks.items.reorder_point IS 'Stock at which to order again. [Item.ReorderPoint]';
COMMENT ON COLUMN quickbooks.items.inv_start_date IS 'Date stock tracking began. [Item.InvStartDate]';
COMMENT ON COLUMN quickbooks.items.avg_cost IS 'Average cost. [Item.AvgCost]';
COMMENT ON COLUMN quickbooks.items.deferred_revenue IS 'True when revenue is deferred. [Item.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.items.tax_classification_id IS 'Tax classification. (id) [Item.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.items.tax_classification_name IS 'Tax classification. (name) [Item.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.items.uqc_display_text IS 'Unit of quantity as displayed (India). [Item.UQCDisplayText]';
COMMENT ON COLUMN quickbooks.items.uqc_id IS 'Unit of quantity code (India). [Item.UQCId]';
COMMENT ON COLUMN quickbooks.items.print_grouped_items IS 'True when a bundle prints its components. [Item.PrintGroupedItems]';
COMMENT ON COLUMN quickbooks.items.item_group_detail_item_group_line IS 'Components of a bundle, each with its item and quantity. [Item.ItemGroupDetail.ItemGroupLine]';
COMMENT ON COLUMN quickbooks.items.item_category_type IS 'Product, Service or none. [Item.ItemCategoryType]';
COMMENT ON COLUMN quickbooks.items.source IS 'Where the item came from. [Item.Source]';
COMMENT ON COLUMN quickbooks.items.created_at IS 'When it was created in QuickBooks. [Item.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.items.updated_at IS 'When QuickBooks last changed it, balances included. [Item.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.items.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Item.SyncToken]';
COMMENT ON COLUMN quickbooks.items.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.items.custom_fields IS 'Custom fields as name and value. [Item.CustomField]';
COMMENT ON COLUMN quickbooks.items.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.items.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.items.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.items.synced_at IS 'When this version was stored here.';

CREATE TABLE quickbooks.invoices (
  realm_id text NOT NULL,
  id text NOT NULL,
  doc_number text,
  txn_date date,
  private_note text,
  currency_id text,
  currency_name text,
  exchange_rate numeric,
  department_id text,
  department_name text,
  project_id text,
  project_name text,
  recur_data_id text,
  recur_data_name text,
  txn_source text,
  txn_sub_type text,
  total_amt numeric,
  home_total_amt numeric,
  global_tax_calculation text,
  txn_tax_detail_txn_tax_code_id text,
  txn_tax_detail_txn_tax_code_name text,
  txn_tax_detail_total_tax numeric,
  txn_tax_detail_tax_review_status text,
  txn_tax_detail_use_automated_sales_tax boolean,
  customer_id text,
  customer_name text,
  customer_memo text,
  bill_addr_line1 text,
  bill_addr_line2 text,
  bill_addr_line3 text,
  bill_addr_line4 text,
  bill_addr_line5 text,
  bill_addr_city text,
  bill_addr_country_sub_division_code text,
  bill_addr_postal_code text,
  bill_addr_country text,
  bill_addr_lat text,
  bill_addr_long text,
  ship_addr_line1 text,
  ship_addr_line2 text,
  ship_addr_line3 text,
  ship_addr_line4 text,
  ship_addr_line5 text,
  ship_addr_city text,
  ship_addr_country_sub_division_code text,
  ship_addr_postal_code text,
  ship_addr_country text,
  ship_addr_lat text,
  ship_addr_long text,
  ship_from_addr_line1 text,
  ship_from_addr_line2 text,
  ship_from_addr_line3 text,
  ship_from_addr_line4 text,
  ship_from_addr_line5 text,
  ship_from_addr_city text,
  ship_from_addr_country_sub_division_code text,
  ship_from_addr_postal_code text,
  ship_from_addr_country text,
  ship_from_addr_lat text,
  ship_from_addr_long text,
  free_form_address boolean,
  bill_email text,
  bill_email_cc text,
  bill_email_bcc text,
  class_id text,
  class_name text,
  sales_term_id text,
  sales_term_name text,
  sales_rep_id text,
  sales_rep_name text,
  ship_method_id text,
  ship_method_name text,
  ship_date date,
  tracking_num text,
  po_number text,
  fob text,
  apply_tax_after_discount boolean,
  shipping_tax_included_in_total_tax boolean,
  template_id text,
  template_name text,
  print_status text,
  email_status text,
  delivery_info_delivery_type text,
  delivery_info_delivery_time text,
  delivery_info_delivery_error_type text,
  ar_account_id text,
  ar_account_name text,
  payment_method_id text,
  payment_method_name text,
  payment_ref_num text,
  payment_type text,
  deposit_to_account_id text,
  deposit_to_account_name text,
  balance numeric,
  home_balance numeric,
  finance_charge boolean,
  discount_rate numeric,
  discount_amt numeric,
  tax_exemption_id text,
  tax_exemption_name text,
  due_date date,
  deposit numeric,
  allow_ipn_payment boolean,
  allow_online_payment boolean,
  allow_online_credit_card_payment boolean,
  allow_online_ach_payment boolean,
  allow_online_pay_pal_payment boolean,
  allow_online_affirm_payment boolean,
  e_invoice_status text,
  e_cloud_status_time_stamp timestamptz,
  invoice_status text,
  invoice_link text,
  invoice_link_security_code text,
  invoice_link_expiry_date date,
  payment_details_message text,
  txn_retainage_detail_retainage_amount numeric,
  txn_retainage_detail_retainage_open_balance numeric,
  less_cis numeric,
  auto_pay_eligible boolean,
  schedule_pay_eligible boolean,
  scheduled_payment_id text,
  govt_txn_ref_identifier text,
  exportation text,
  created_at timestamptz,
  updated_at timestamptz,
  sync_token text,
  deleted_at timestamptz,
  is_voided boolean NOT NULL,
  custom_fields jsonb,
  raw jsonb,
  content_hash bytea,
  observed_at timestamptz NOT NULL,
  synced_at timestamptz NOT NULL,
  PRIMARY KEY (realm_id, id)
);
CREATE INDEX invoices_updated_at ON quickbooks.invoices (realm_id, updated_at) WHERE updated_at IS NOT NULL;
CREATE INDEX invoices_txn_date ON quickbooks.invoices (realm_id, txn_date) WHERE txn_date IS NOT NULL;
CREATE INDEX invoices_deleted_at ON quickbooks.invoices (realm_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX invoices_currency_id ON quickbooks.invoices (realm_id, currency_id) WHERE currency_id IS NOT NULL;
CREATE INDEX invoices_department_id ON quickbooks.invoices (realm_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX invoices_project_id ON quickbooks.invoices (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX invoices_recur_data_id ON quickbooks.invoices (realm_id, recur_data_id) WHERE recur_data_id IS NOT NULL;
CREATE INDEX invoices_txn_tax_detail_txn_tax_code_id ON quickbooks.invoices (realm_id, txn_tax_detail_txn_tax_code_id) WHERE txn_tax_detail_txn_tax_code_id IS NOT NULL;
CREATE INDEX invoices_customer_id ON quickbooks.invoices (realm_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX invoices_class_id ON quickbooks.invoices (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX invoices_sales_term_id ON quickbooks.invoices (realm_id, sales_term_id) WHERE sales_term_id IS NOT NULL;
CREATE INDEX invoices_ar_account_id ON quickbooks.invoices (realm_id, ar_account_id) WHERE ar_account_id IS NOT NULL;
CREATE INDEX invoices_payment_method_id ON quickbooks.invoices (realm_id, payment_method_id) WHERE payment_method_id IS NOT NULL;
CREATE INDEX invoices_deposit_to_account_id ON quickbooks.invoices (realm_id, deposit_to_account_id) WHERE deposit_to_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.invoices IS 'Invoices to customers: sales that are paid later.';
COMMENT ON COLUMN quickbooks.invoices.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.invoices.id IS 'QuickBooks'' id; unique among the company''s invoices. [Invoice.Id]';
COMMENT ON COLUMN quickbooks.invoices.doc_number IS 'Number printed on the form, given by a person or by QuickBooks; not unique. [Invoice.DocNumber]';
COMMENT ON COLUMN quickbooks.invoices.txn_date IS 'Date of the transaction in the company calendar. [Invoice.TxnDate]';
COMMENT ON COLUMN quickbooks.invoices.private_note IS 'Note for the company itself; begins with "Voided" on a voided transaction. [Invoice.PrivateNote]';
COMMENT ON COLUMN quickbooks.invoices.currency_id IS 'Currency of the transaction; the id is its ISO code. (id) [Invoice.CurrencyRef.value]';
COMMENT ON COLUMN quickbooks.invoices.currency_name IS 'Currency of the transaction; the id is its ISO code. (name) [Invoice.CurrencyRef.name]';
COMMENT ON COLUMN quickbooks.invoices.exchange_rate IS 'Home currency units for one unit of the transaction currency. [Invoice.ExchangeRate]';
COMMENT ON COLUMN quickbooks.invoices.department_id IS 'Location. (id) [Invoice.DepartmentRef.value]';
COMMENT ON COLUMN quickbooks.invoices.department_name IS 'Location. (name) [Invoice.DepartmentRef.name]';
COMMENT ON COLUMN quickbooks.invoices.project_id IS 'Project the transaction belongs to. (id) [Invoice.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.invoices.project_name IS 'Project the transaction belongs to. (name) [Invoice.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.invoices.recur_data_id IS 'Template that created the transaction. (id) [Invoice.RecurDataRef.value]';
COMMENT ON COLUMN quickbooks.invoices.recur_data_name IS 'Template that created the transaction. (name) [Invoice.RecurDataRef.name]';
COMMENT ON COLUMN quickbooks.invoices.txn_source IS 'Where the transaction came from, when it was not typed into QuickBooks. [Invoice.TxnSource]';
COMMENT ON COLUMN quickbooks.invoices.txn_sub_type IS 'Finer kind of transaction, where QuickBooks tells. [Invoice.TxnSubType]';
COMMENT ON COLUMN quickbooks.invoices.total_amt IS 'Total including tax, in the transaction currency. [Invoice.TotalAmt]';
COMMENT ON COLUMN quickbooks.invoices.home_total_amt IS 'Total in the home currency; only with multicurrency. [Invoice.HomeTotalAmt]';
COMMENT ON COLUMN quickbooks.invoices.global_tax_calculation IS 'How tax is computed outside the United States: TaxExcluded, TaxInclusive or NotApplicable. [Invoice.GlobalTaxCalculation]';
COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_txn_tax_code_id IS 'Tax code of the whole transaction (United States). (id) [Invoice.TxnTaxDetail.TxnTaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_txn_tax_code_name IS 'Tax code of the whole transaction (United States). (name) [Invoice.TxnTaxDetail.TxnTaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_total_tax IS 'Total tax. [Invoice.TxnTaxDetail.TotalTax]';
COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_tax_review_status IS 'Whether automated sales tax wants a person to look. [Invoice.TxnTaxDetail.TaxReviewStatus]';
COMMENT ON COLUMN quickbooks.invoices.txn_tax_detail_use_automated_sales_tax IS 'True when automated sales tax computed the tax. [Invoice.TxnTaxDetail.UseAutomatedSalesTax]';
COMMENT ON COLUMN quickbooks.invoices.customer_id IS 'Customer or job. (id) [Invoice.CustomerRef.value]';
COMMENT ON COLUMN quickbooks.invoices.customer_name IS 'Customer or job. (name) [Invoice.CustomerRef.name]';
COMMENT ON COLUMN quickbooks.invoices.customer_memo IS 'Message to the customer, printed on the form. [Invoice.CustomerMemo.value]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_line1 IS 'Billing address, first line. [Invoice.BillAddr.Line1]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_line2 IS 'Billing address, second line. [Invoice.BillAddr.Line2]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_line3 IS 'Billing address, third line. [Invoice.BillAddr.Line3]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_line4 IS 'Billing address, fourth line. [Invoice.BillAddr.Line4]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_line5 IS 'Billing address, fifth line. [Invoice.BillAddr.Line5]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_city IS 'Billing address, city. [Invoice.BillAddr.City]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_country_sub_division_code IS 'Billing address, state, province or region code. [Invoice.BillAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_postal_code IS 'Billing address, postal code. [Invoice.BillAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_country IS 'Billing address, country (a name, or an ISO code since late 2025). [Invoice.BillAddr.Country]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_lat IS 'Billing address, latitude as QuickBooks sends it; may be the word INVALID. [Invoice.BillAddr.Lat]';
COMMENT ON COLUMN quickbooks.invoices.bill_addr_long IS 'Billing address, longitude as QuickBooks sends it; may be the word INVALID. [Invoice.BillAddr.Long]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_line1 IS 'Shipping address, first line. [Invoice.ShipAddr.Line1]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_line2 IS 'Shipping address, second line. [Invoice.ShipAddr.Line2]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_line3 IS 'Shipping address, third line. [Invoice.ShipAddr.Line3]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_line4 IS 'Shipping address, fourth line. [Invoice.ShipAddr.Line4]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_line5 IS 'Shipping address, fifth line. [Invoice.ShipAddr.Line5]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_city IS 'Shipping address, city. [Invoice.ShipAddr.City]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_country_sub_division_code IS 'Shipping address, state, province or region code. [Invoice.ShipAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_postal_code IS 'Shipping address, postal code. [Invoice.ShipAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_country IS 'Shipping address, country (a name, or an ISO code since late 2025). [Invoice.ShipAddr.Country]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_lat IS 'Shipping address, latitude as QuickBooks sends it; may be the word INVALID. [Invoice.ShipAddr.Lat]';
COMMENT ON COLUMN quickbooks.invoices.ship_addr_long IS 'Shipping address, longitude as QuickBooks sends it; may be the word INVALID. [Invoice.ShipAddr.Long]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_line1 IS 'Address the goods leave from, first line. [Invoice.ShipFromAddr.Line1]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_line2 IS 'Address the goods leave from, second line. [Invoice.ShipFromAddr.Line2]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_line3 IS 'Address the goods leave from, third line. [Invoice.ShipFromAddr.Line3]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_line4 IS 'Address the goods leave from, fourth line. [Invoice.ShipFromAddr.Line4]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_line5 IS 'Address the goods leave from, fifth line. [Invoice.ShipFromAddr.Line5]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_city IS 'Address the goods leave from, city. [Invoice.ShipFromAddr.City]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_country_sub_division_code IS 'Address the goods leave from, state, province or region code. [Invoice.ShipFromAddr.CountrySubDivisionCode]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_postal_code IS 'Address the goods leave from, postal code. [Invoice.ShipFromAddr.PostalCode]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_country IS 'Address the goods leave from, country (a name, or an ISO code since late 2025). [Invoice.ShipFromAddr.Country]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_lat IS 'Address the goods leave from, latitude as QuickBooks sends it; may be the word INVALID. [Invoice.ShipFromAddr.Lat]';
COMMENT ON COLUMN quickbooks.invoices.ship_from_addr_long IS 'Address the goods leave from, longitude as QuickBooks sends it; may be the word INVALID. [Invoice.ShipFromAddr.Long]';
COMMENT ON COLUMN quickbooks.invoices.free_form_address IS 'True when the shipping address is free text. [Invoice.FreeFormAddress]';
COMMENT ON COLUMN quickbooks.invoices.bill_email IS 'E-mail address the form is sent to. [Invoice.BillEmail.Address]';
COMMENT ON COLUMN quickbooks.invoices.bill_email_cc IS 'E-mail addresses that get a copy. [Invoice.BillEmailCc.Address]';
COMMENT ON COLUMN quickbooks.invoices.bill_email_bcc IS 'E-mail addresses that get a blind copy. [Invoice.BillEmailBcc.Address]';
COMMENT ON COLUMN quickbooks.invoices.class_id IS 'Class of the whole transaction. (id) [Invoice.ClassRef.value]';
COMMENT ON COLUMN quickbooks.invoices.class_name IS 'Class of the whole transaction. (name) [Invoice.ClassRef.name]';
COMMENT ON COLUMN quickbooks.invoices.sales_term_id IS 'Terms of payment. (id) [Invoice.SalesTermRef.value]';
COMMENT ON COLUMN quickbooks.invoices.sales_term_name IS 'Terms of payment. (name) [Invoice.SalesTermRef.name]';
COMMENT ON COLUMN quickbooks.invoices.sales_rep_id IS 'Sales representative. (id) [Invoice.SalesRepRef.value]';
COMMENT ON COLUMN quickbooks.invoices.sales_rep_name IS 'Sales representative. (name) [Invoice.SalesRepRef.name]';
COMMENT ON COLUMN quickbooks.invoices.ship_method_id IS 'Method of shipping. (id) [Invoice.ShipMethodRef.value]';
COMMENT ON COLUMN quickbooks.invoices.ship_method_name IS 'Method of shipping. (name) [Invoice.ShipMethodRef.name]';
COMMENT ON COLUMN quickbooks.invoices.ship_date IS 'Date of shipping. [Invoice.ShipDate]';
COMMENT ON COLUMN quickbooks.invoices.tracking_num IS 'Shipper''s tracking number. [Invoice.TrackingNum]';
COMMENT ON COLUMN quickbooks.invoices.po_number IS 'Customer''s purchase order number. [Invoice.PONumber]';
COMMENT ON COLUMN quickbooks.invoices.fob IS 'Free-on-board terms. [Invoice.FOB]';
COMMENT ON COLUMN quickbooks.invoices.apply_tax_after_discount IS 'True when the discount is taken off before tax. [Invoice.ApplyTaxAfterDiscount]';
COMMENT ON COLUMN quickbooks.invoices.shipping_tax_included_in_total_tax IS 'True when tax on shipping is part of the total tax. [Invoice.ShippingTaxIncludedInTotalTax]';
COMMENT ON COLUMN quickbooks.invoices.template_id IS 'Layout of the printed form. (id) [Invoice.TemplateRef.value]';
COMMENT ON COLUMN quickbooks.invoices.template_name IS 'Layout of the printed form. (name) [Invoice.TemplateRef.name]';
COMMENT ON COLUMN quickbooks.invoices.print_status IS 'NotSet, NeedToPrint or PrintComplete. [Invoice.PrintStatus]';
COMMENT ON COLUMN quickbooks.invoices.email_status IS 'NotSet, NeedToSend or EmailSent. [Invoice.EmailStatus]';
COMMENT ON COLUMN quickbooks.invoices.delivery_info_delivery_type IS 'How the form was last sent. [Invoice.DeliveryInfo.DeliveryType]';
COMMENT ON COLUMN quickbooks.invoices.delivery_info_delivery_time IS 'When the form was last sent, as QuickBooks writes it. [Invoice.DeliveryInfo.DeliveryTime]';
COMMENT ON COLUMN quickbooks.invoices.delivery_info_delivery_error_type IS 'Why the last sending failed. [Invoice.DeliveryInfo.DeliveryErrorType]';
COMMENT ON COLUMN quickbooks.invoices.ar_account_id IS 'Receivables account. (id) [Invoice.ARAccountRef.value]';
COMMENT ON COLUMN quickbooks.invoices.ar_account_name IS 'Receivables account. (name) [Invoice.ARAccountRef.name]';
COMMENT ON COLUMN quickbooks.invoices.payment_method_id IS 'Method of payment. (id) [Invoice.PaymentMethodRef.value]';
COMMENT ON COLUMN quickbooks.invoices.payment_method_name IS 'Method of payment. (name) [Invoice.PaymentMethodRef.name]';
COMMENT ON COLUMN quickbooks.invoices.payment_ref_num IS 'Number of the check or other payment. [Invoice.PaymentRefNum]';
COMMENT ON COLUMN quickbooks.invoices.payment_type IS 'Cash, Check, CreditCard or Other. [Invoice.PaymentType]';
COMMENT ON COLUMN quickbooks.invoices.deposit_to_account_id IS 'Account the money is deposited to. (id) [Invoice.DepositToAccountRef.value]';
COMMENT ON COLUMN quickbooks.invoices.deposit_to_account_name IS 'Account the money is deposited to. (name) [Invoice.DepositToAccountRef.name]';
COMMENT ON COLUMN quickbooks.invoices.balance IS 'Amount still open, in the transaction currency. [Invoice.Balance]';
COMMENT ON COLUMN quickbooks.invoices.home_balance IS 'Amount still open, in the home currency. [Invoice.HomeBalance]';
COMMENT ON COLUMN quickbooks.invoices.finance_charge IS 'True when the transaction is a finance charge. [Invoice.FinanceCharge]';
COMMENT ON COLUMN quickbooks.invoices.discount_rate IS 'Discount on the whole, in percent. [Invoice.DiscountRate]';
COMMENT ON COLUMN quickbooks.invoices.discount_amt IS 'Discount on the whole, as an amount. [Invoice.DiscountAmt]';
COMMENT ON COLUMN quickbooks.invoices.tax_exemption_id IS 'Reason the customer pays no tax. (id) [Invoice.TaxExemptionRef.value]';
COMMENT ON COLUMN quickbooks.invoices.tax_exemption_name IS 'Reason the customer pays no tax. (name) [Invoice.TaxExemptionRef.name]';
COMMENT ON COLUMN quickbooks.invoices.due_date IS 'Date the payment is due. [Invoice.DueDate]';
COMMENT ON COLUMN quickbooks.invoices.deposit IS 'Deposit already received. [Invoice.Deposit]';
COMMENT ON COLUMN quickbooks.invoices.allow_ipn_payment IS 'True when payment through the Intuit payment network is allowed. [Invoice.AllowIPNPayment]';
COMMENT ON COLUMN quickbooks.invoices.allow_online_payment IS 'True when online payment is allowed. [Invoice.AllowOnlinePayment]';
COMMENT ON COLUMN quickbooks.invoices.allow_online_credit_card_payment IS 'True when online payment by card is allowed. [Invoice.AllowOnlineCreditCardPayment]';
COMMENT ON COLUMN quickbooks.invoices.allow_online_ach_payment IS 'True when online payment by bank transfer is allowed. [Invoice.AllowOnlineACHPayment]';
COMMENT ON COLUMN quickbooks.invoices.allow_online_pay_pal_payment IS 'True when online payment by PayPal or Venmo is allowed. [Invoice.AllowOnlinePayPalPayment]';
COMMENT ON COLUMN quickbooks.invoices.allow_online_affirm_payment IS 'True when online payment by instalments is allowed. [Invoice.AllowOnlineAffirmPayment]';
COMMENT ON COLUMN quickbooks.invoices.e_invoice_status IS 'State of the electronic invoice: Sent, Viewed, Paid. [Invoice.EInvoiceStatus]';
COMMENT ON COLUMN quickbooks.invoices.e_cloud_status_time_stamp IS 'When that state was last reached. [Invoice.ECloudStatusTimeStamp]';
COMMENT ON COLUMN quickbooks.invoices.invoice_status IS 'State of the invoice, where QuickBooks tells. [Invoice.invoiceStatus]';
COMMENT ON COLUMN quickbooks.invoices.invoice_link IS 'Link a customer pays at; only sent when asked for. [Invoice.InvoiceLink]';
COMMENT ON COLUMN quickbooks.invoices.invoice_link_security_code IS 'Security code of that link. [Invoice.InvoiceLinkSecurityCode]';
COMMENT ON COLUMN quickbooks.invoices.invoice_link_expiry_date IS 'Last day of that link. [Invoice.InvoiceLinkExpiryDate]';
COMMENT ON COLUMN quickbooks.invoices.payment_details_message IS 'Payment instructions shown to the customer. [Invoice.PaymentDetailsMessage]';
COMMENT ON COLUMN quickbooks.invoices.txn_retainage_detail_retainage_amount IS 'Amount held back until the work is accepted. [Invoice.TxnRetainageDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.invoices.txn_retainage_detail_retainage_open_balance IS 'Part of the retainage that is still open. [Invoice.TxnRetainageDetail.RetainageOpenBalance]';
COMMENT ON COLUMN quickbooks.invoices.less_cis IS 'Amount withheld under the construction industry scheme (United Kingdom). [Invoice.LessCIS]';
COMMENT ON COLUMN quickbooks.invoices.auto_pay_eligible IS 'True when a recurring invoice can be paid automatically. [Invoice.AutoPayEligible]';
COMMENT ON COLUMN quickbooks.invoices.schedule_pay_eligible IS 'True when payment can be scheduled. [Invoice.SchedulePayEligible]';
COMMENT ON COLUMN quickbooks.invoices.scheduled_payment_id IS 'Id of the scheduled payment. [Invoice.ScheduledPaymentId]';
COMMENT ON COLUMN quickbooks.invoices.govt_txn_ref_identifier IS 'Government reference of the transaction (Brazil, India). [Invoice.GovtTxnRefIdentifier]';
COMMENT ON COLUMN quickbooks.invoices.exportation IS 'Exportation type (Mexico). [Invoice.Exportation]';
COMMENT ON COLUMN quickbooks.invoices.created_at IS 'When it was created in QuickBooks. [Invoice.MetaData.CreateTime]';
COMMENT ON COLUMN quickbooks.invoices.updated_at IS 'When QuickBooks last changed it, balances included. [Invoice.MetaData.LastUpdatedTime]';
COMMENT ON COLUMN quickbooks.invoices.sync_token IS 'Number of edits; does not move with balances, so not a version of the data. [Invoice.SyncToken]';
COMMENT ON COLUMN quickbooks.invoices.deleted_at IS 'When it was found deleted in QuickBooks; null while it exists there.';
COMMENT ON COLUMN quickbooks.invoices.is_voided IS 'True once it was voided: the row stays, its amounts are zero.';
COMMENT ON COLUMN quickbooks.invoices.custom_fields IS 'Custom fields as name and value. [Invoice.CustomField]';
COMMENT ON COLUMN quickbooks.invoices.raw IS 'What QuickBooks sent, numerically exact.';
COMMENT ON COLUMN quickbooks.invoices.content_hash IS 'Hash of what QuickBooks sent; an equal answer is not written again.';
COMMENT ON COLUMN quickbooks.invoices.observed_at IS 'QuickBooks'' clock at the answer that brought this version.';
COMMENT ON COLUMN quickbooks.invoices.synced_at IS 'When this version was stored here.';

CREATE TABLE quickbooks.invoice_lines (
  realm_id text NOT NULL,
  invoice_id text NOT NULL,
  line_index integer NOT NULL,
  parent_line_index integer,
  line_id text,
  line_num integer,
  detail_type text,
  description text,
  amount numeric,
  received numeric,
  project_id text,
  project_name text,
  cost_amount numeric,
  home_cost_amount numeric,
  item_id text,
  item_name text,
  class_id text,
  class_name text,
  unit_price numeric,
  rate_percent numeric,
  qty numeric,
  uom_id text,
  uom_name text,
  item_account_id text,
  item_account_name text,
  tax_code_id text,
  tax_code_name text,
  tax_inclusive_amt numeric,
  price_level_id text,
  price_level_name text,
  inventory_site_id text,
  inventory_site_name text,
  tax_classification_id text,
  tax_classification_name text,
  markup_info_percent_based boolean,
  markup_info_value numeric,
  markup_info_percent numeric,
  markup_info_price_level_id text,
  markup_info_price_level_name text,
  markup_info_mark_up_income_account_id text,
  markup_info_mark_up_income_account_name text,
  service_date date,
  discount_rate numeric,
  discount_amt numeric,
  deferred_revenue boolean,
  retainage_amount numeric,
  group_item_id text,
  group_item_name text,
  quantity numeric,
  percent_based boolean,
  discount_percent numeric,
  discount_account_id text,
  discount_account_name text,
  PRIMARY KEY (realm_id, invoice_id, line_index),
  FOREIGN KEY (realm_id, invoice_id) REFERENCES quickbooks.invoices (realm_id, id) ON DELETE CASCADE
);
CREATE INDEX invoice_lines_project_id ON quickbooks.invoice_lines (realm_id, project_id) WHERE project_id IS NOT NULL;
CREATE INDEX invoice_lines_item_id ON quickbooks.invoice_lines (realm_id, item_id) WHERE item_id IS NOT NULL;
CREATE INDEX invoice_lines_class_id ON quickbooks.invoice_lines (realm_id, class_id) WHERE class_id IS NOT NULL;
CREATE INDEX invoice_lines_item_account_id ON quickbooks.invoice_lines (realm_id, item_account_id) WHERE item_account_id IS NOT NULL;
CREATE INDEX invoice_lines_tax_code_id ON quickbooks.invoice_lines (realm_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX invoice_lines_markup_info_mark_up_income_account_id ON quickbooks.invoice_lines (realm_id, markup_info_mark_up_income_account_id) WHERE markup_info_mark_up_income_account_id IS NOT NULL;
CREATE INDEX invoice_lines_group_item_id ON quickbooks.invoice_lines (realm_id, group_item_id) WHERE group_item_id IS NOT NULL;
CREATE INDEX invoice_lines_discount_account_id ON quickbooks.invoice_lines (realm_id, discount_account_id) WHERE discount_account_id IS NOT NULL;
COMMENT ON TABLE quickbooks.invoice_lines IS 'Lines of invoices, in the order of the document.';
COMMENT ON COLUMN quickbooks.invoice_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.invoice_lines.invoice_id IS 'Id of the transaction. [Invoice.Id]';
COMMENT ON COLUMN quickbooks.invoice_lines.line_index IS 'Position in the document, from 0; components of a bundle follow it.';
COMMENT ON COLUMN quickbooks.invoice_lines.parent_line_index IS 'For a component of a bundle: the position of the bundle.';
COMMENT ON COLUMN quickbooks.invoice_lines.line_id IS 'QuickBooks'' own id of the line; unique only inside its transaction, missing on subtotals. [Line.Id]';
COMMENT ON COLUMN quickbooks.invoice_lines.line_num IS 'Position QuickBooks gives the line; missing on subtotals, payments and some others. [Line.LineNum]';
COMMENT ON COLUMN quickbooks.invoice_lines.detail_type IS 'Kind of line, which says which of the other columns are filled. [Line.DetailType]';
COMMENT ON COLUMN quickbooks.invoice_lines.description IS 'Text of the line. [Line.Description]';
COMMENT ON COLUMN quickbooks.invoice_lines.amount IS 'Amount of the line, in the transaction currency. [Line.Amount]';
COMMENT ON COLUMN quickbooks.invoice_lines.received IS 'Quantity received so far (purchase orders). [Line.Received]';
COMMENT ON COLUMN quickbooks.invoice_lines.project_id IS 'Project the line belongs to. (id) [Line.ProjectRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.project_name IS 'Project the line belongs to. (name) [Line.ProjectRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.cost_amount IS 'Cost of the line, where QuickBooks tracks it. [Line.CostAmount]';
COMMENT ON COLUMN quickbooks.invoice_lines.home_cost_amount IS 'Cost of the line in the home currency. [Line.HomeCostAmount]';
COMMENT ON COLUMN quickbooks.invoice_lines.item_id IS 'Item sold or bought. (id) [Line.SalesItemLineDetail.ItemRef.value, Line.SubTotalLineDetail.ItemRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.item_name IS 'Item sold or bought. (name) [Line.SalesItemLineDetail.ItemRef.name, Line.SubTotalLineDetail.ItemRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.class_id IS 'Class of the line. (id) [Line.SalesItemLineDetail.ClassRef.value, Line.DiscountLineDetail.ClassRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.class_name IS 'Class of the line. (name) [Line.SalesItemLineDetail.ClassRef.name, Line.DiscountLineDetail.ClassRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.unit_price IS 'Price of one unit; up to seven decimals. [Line.SalesItemLineDetail.UnitPrice]';
COMMENT ON COLUMN quickbooks.invoice_lines.rate_percent IS 'Rate as a percentage, where the price is one. [Line.SalesItemLineDetail.RatePercent]';
COMMENT ON COLUMN quickbooks.invoice_lines.qty IS 'Quantity. [Line.SalesItemLineDetail.Qty]';
COMMENT ON COLUMN quickbooks.invoice_lines.uom_id IS 'Unit of measure. (id) [Line.SalesItemLineDetail.UOMRef.value, Line.GroupLineDetail.UOMRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.uom_name IS 'Unit of measure. (name) [Line.SalesItemLineDetail.UOMRef.name, Line.GroupLineDetail.UOMRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.item_account_id IS 'Account the line is booked to. (id) [Line.SalesItemLineDetail.ItemAccountRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.item_account_name IS 'Account the line is booked to. (name) [Line.SalesItemLineDetail.ItemAccountRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.tax_code_id IS 'Tax code; TAX or NON in the United States. (id) [Line.SalesItemLineDetail.TaxCodeRef.value, Line.DiscountLineDetail.TaxCodeRef.value, Line.DescriptionLineDetail.TaxCodeRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.tax_code_name IS 'Tax code; TAX or NON in the United States. (name) [Line.SalesItemLineDetail.TaxCodeRef.name, Line.DiscountLineDetail.TaxCodeRef.name, Line.DescriptionLineDetail.TaxCodeRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.tax_inclusive_amt IS 'Amount including tax. [Line.SalesItemLineDetail.TaxInclusiveAmt]';
COMMENT ON COLUMN quickbooks.invoice_lines.price_level_id IS 'Price level applied. (id) [Line.SalesItemLineDetail.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.price_level_name IS 'Price level applied. (name) [Line.SalesItemLineDetail.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.inventory_site_id IS 'Inventory site. (id) [Line.SalesItemLineDetail.InventorySiteRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.inventory_site_name IS 'Inventory site. (name) [Line.SalesItemLineDetail.InventorySiteRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.tax_classification_id IS 'Tax classification of the item. (id) [Line.SalesItemLineDetail.TaxClassificationRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.tax_classification_name IS 'Tax classification of the item. (name) [Line.SalesItemLineDetail.TaxClassificationRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_percent_based IS 'True when the markup is a percentage. [Line.SalesItemLineDetail.MarkupInfo.PercentBased]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_value IS 'Markup as an amount. [Line.SalesItemLineDetail.MarkupInfo.Value]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_percent IS 'Markup as a percentage. [Line.SalesItemLineDetail.MarkupInfo.Percent]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_price_level_id IS 'Price level of the markup. (id) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_price_level_name IS 'Price level of the markup. (name) [Line.SalesItemLineDetail.MarkupInfo.PriceLevelRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_mark_up_income_account_id IS 'Account the markup is booked to. (id) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.markup_info_mark_up_income_account_name IS 'Account the markup is booked to. (name) [Line.SalesItemLineDetail.MarkupInfo.MarkUpIncomeAccountRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.service_date IS 'Date of the service. [Line.SalesItemLineDetail.ServiceDate, Line.GroupLineDetail.ServiceDate, Line.DiscountLineDetail.ServiceDate, Line.SubTotalLineDetail.ServiceDate, Line.DescriptionLineDetail.ServiceDate]';
COMMENT ON COLUMN quickbooks.invoice_lines.discount_rate IS 'Discount on the line, as a percentage. [Line.SalesItemLineDetail.DiscountRate]';
COMMENT ON COLUMN quickbooks.invoice_lines.discount_amt IS 'Discount on the line, as an amount. [Line.SalesItemLineDetail.DiscountAmt]';
COMMENT ON COLUMN quickbooks.invoice_lines.deferred_revenue IS 'True when the revenue is deferred. [Line.SalesItemLineDetail.DeferredRevenue]';
COMMENT ON COLUMN quickbooks.invoice_lines.retainage_amount IS 'Amount held back until the work is accepted. [Line.SalesItemLineDetail.RetainageAmount]';
COMMENT ON COLUMN quickbooks.invoice_lines.group_item_id IS 'Bundle the following lines belong to. (id) [Line.GroupLineDetail.GroupItemRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.group_item_name IS 'Bundle the following lines belong to. (name) [Line.GroupLineDetail.GroupItemRef.name]';
COMMENT ON COLUMN quickbooks.invoice_lines.quantity IS 'Number of bundles. [Line.GroupLineDetail.Quantity]';
COMMENT ON COLUMN quickbooks.invoice_lines.percent_based IS 'True when the discount is a percentage. [Line.DiscountLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.invoice_lines.discount_percent IS 'Discount in percent. [Line.DiscountLineDetail.DiscountPercent]';
COMMENT ON COLUMN quickbooks.invoice_lines.discount_account_id IS 'Account the discount is booked to. (id) [Line.DiscountLineDetail.DiscountAccountRef.value]';
COMMENT ON COLUMN quickbooks.invoice_lines.discount_account_name IS 'Account the discount is booked to. (name) [Line.DiscountLineDetail.DiscountAccountRef.name]';

CREATE TABLE quickbooks.linked_transactions (
  realm_id text NOT NULL,
  entity text NOT NULL,
  record_id text NOT NULL,
  line_index integer NOT NULL,
  link_index integer NOT NULL,
  txn_type text,
  txn_id text,
  txn_line_id text,
  linked_entity text,
  PRIMARY KEY (realm_id, entity, record_id, line_index, link_index)
);
CREATE INDEX linked_transactions_target ON quickbooks.linked_transactions (realm_id, linked_entity, txn_id) WHERE txn_id IS NOT NULL;
COMMENT ON TABLE quickbooks.linked_transactions IS 'Links between transactions: which payment settled which invoice, which estimate became which invoice.';
COMMENT ON COLUMN quickbooks.linked_transactions.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.linked_transactions.entity IS 'QuickBooks name of the entity the row belongs to, such as Invoice.';
COMMENT ON COLUMN quickbooks.linked_transactions.record_id IS 'Id of the record the row belongs to.';
COMMENT ON COLUMN quickbooks.linked_transactions.line_index IS 'Line the link stands on; -1 when it stands on the transaction itself.';
COMMENT ON COLUMN quickbooks.linked_transactions.link_index IS 'Position among the links of its line or transaction, from 0.';
COMMENT ON COLUMN quickbooks.linked_transactions.txn_type IS 'Type of the linked transaction as QuickBooks names it. [LinkedTxn.TxnType]';
COMMENT ON COLUMN quickbooks.linked_transactions.txn_id IS 'Id of the linked transaction. [LinkedTxn.TxnId]';
COMMENT ON COLUMN quickbooks.linked_transactions.txn_line_id IS 'Line of the linked transaction. [LinkedTxn.TxnLineId]';
COMMENT ON COLUMN quickbooks.linked_transactions.linked_entity IS 'Entity the link can be read as; null where QuickBooks lets nobody read it.';

CREATE TABLE quickbooks.custom_fields (
  realm_id text NOT NULL,
  entity text NOT NULL,
  record_id text NOT NULL,
  definition_id text NOT NULL,
  name text,
  type text,
  value text,
  PRIMARY KEY (realm_id, entity, record_id, definition_id)
);
CREATE INDEX custom_fields_value ON quickbooks.custom_fields (realm_id, name, value) WHERE value IS NOT NULL;
COMMENT ON TABLE quickbooks.custom_fields IS 'Custom fields of all records, one row a field.';
COMMENT ON COLUMN quickbooks.custom_fields.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.custom_fields.entity IS 'QuickBooks name of the entity the row belongs to, such as Invoice.';
COMMENT ON COLUMN quickbooks.custom_fields.record_id IS 'Id of the record the row belongs to.';
COMMENT ON COLUMN quickbooks.custom_fields.definition_id IS 'Id of the definition of the field. [CustomField.DefinitionId]';
COMMENT ON COLUMN quickbooks.custom_fields.name IS 'Name of the field. [CustomField.Name]';
COMMENT ON COLUMN quickbooks.custom_fields.type IS 'StringType, BooleanType, NumberType or DateType. [CustomField.Type]';
COMMENT ON COLUMN quickbooks.custom_fields.value IS 'Value as text; null where the field is empty. [CustomField.StringValue and its siblings]';

CREATE TABLE quickbooks.tax_lines (
  realm_id text NOT NULL,
  entity text NOT NULL,
  record_id text NOT NULL,
  line_index integer NOT NULL,
  amount numeric,
  detail_type text,
  tax_rate_id text,
  tax_rate_name text,
  percent_based boolean,
  tax_percent numeric,
  net_amount_taxable numeric,
  tax_inclusive_amount numeric,
  override_delta_amount numeric,
  service_date date,
  PRIMARY KEY (realm_id, entity, record_id, line_index)
);
CREATE INDEX tax_lines_tax_rate_id ON quickbooks.tax_lines (realm_id, tax_rate_id) WHERE tax_rate_id IS NOT NULL;
COMMENT ON TABLE quickbooks.tax_lines IS 'Tax of transactions, one row a rate.';
COMMENT ON COLUMN quickbooks.tax_lines.realm_id IS 'QuickBooks company the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_lines.entity IS 'QuickBooks name of the entity the row belongs to, such as Invoice.';
COMMENT ON COLUMN quickbooks.tax_lines.record_id IS 'Id of the record the row belongs to.';
COMMENT ON COLUMN quickbooks.tax_lines.line_index IS 'Position among the tax lines of the transaction, from 0.';
COMMENT ON COLUMN quickbooks.tax_lines.amount IS 'Tax amount. [TxnTaxDetail.TaxLine.Amount]';
COMMENT ON COLUMN quickbooks.tax_lines.detail_type IS 'Kind of line; TaxLineDetail. [TxnTaxDetail.TaxLine.DetailType]';
COMMENT ON COLUMN quickbooks.tax_lines.tax_rate_id IS 'Tax rate applied. (id) [TxnTaxDetail.TaxLine.TaxLineDetail.TaxRateRef.value]';
COMMENT ON COLUMN quickbooks.tax_lines.tax_rate_name IS 'Tax rate applied. (name) [TxnTaxDetail.TaxLine.TaxLineDetail.TaxRateRef.name]';
COMMENT ON COLUMN quickbooks.tax_lines.percent_based IS 'True when the tax is a percentage. [TxnTaxDetail.TaxLine.TaxLineDetail.PercentBased]';
COMMENT ON COLUMN quickbooks.tax_lines.tax_percent IS 'Tax in percent. [TxnTaxDetail.TaxLine.TaxLineDetail.TaxPercent]';
COMMENT ON COLUMN quickbooks.tax_lines.net_amount_taxable IS 'Amount the tax was computed on. [TxnTaxDetail.TaxLine.TaxLineDetail.NetAmountTaxable]';
COMMENT ON COLUMN quickbooks.tax_lines.tax_inclusive_amount IS 'Amount including the tax. [TxnTaxDetail.TaxLine.TaxLineDetail.TaxInclusiveAmount]';
COMMENT ON COLUMN quickbooks.tax_lines.override_delta_amount IS 'Difference to the computed tax, when overridden by hand. [TxnTaxDetail.TaxLine.TaxLineDetail.OverrideDeltaAmount]';
COMMENT ON COLUMN quickbooks.tax_lines.service_date IS 'Date of the service. [TxnTaxDetail.TaxLine.TaxLineDetail.ServiceDate]';
