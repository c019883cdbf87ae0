import { type Company } from '../company/company.ts';
import { entityNamed } from '../entities/entities.ts';
import { createRecord } from '../operations/operations.ts';
import { type JsonObject, rawNumber } from '../values/json.ts';
import { addDays, pacificDate, stamp } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Blueprint } from './blueprint.ts';
import { chartOfAccounts } from './chart.ts';
import { ownRecords } from './own-records.ts';

const terms: readonly (readonly [name: string, days: string])[] = [
  ['Due on receipt', '0'],
  ['Net 15', '15'],
  ['Net 30', '30'],
  ['Net 60', '60'],
];

const methods: readonly (readonly [name: string, type: string])[] = [
  ['Cash', 'NON_CREDIT_CARD'],
  ['Check', 'NON_CREDIT_CARD'],
  ['Visa', 'CREDIT_CARD'],
  ['MasterCard', 'CREDIT_CARD'],
  ['Direct Debit', 'NON_CREDIT_CARD'],
];

/** Makes the lists a company starts with: accounts, taxes, terms, currencies and the like. */
export class Lists {
  readonly #company: Company;
  readonly #blueprint: Blueprint;
  readonly #at: number;

  constructor(company: Company, blueprint: Blueprint, atSeconds: number) {
    this.#company = company;
    this.#blueprint = blueprint;
    this.#at = atSeconds;
  }

  write(endSeconds: number): void {
    this.#accounts();
    this.#currencies(endSeconds);
    this.#taxes();
    ownRecords(this.#company, this.#blueprint, this.#at);
    for (const [Name, DueDays] of terms) this.#create('Term', { Name, DueDays: rawNumber(DueDays) });
    for (const [Name, Type] of methods) this.#create('PaymentMethod', { Name, Type });
    for (const Name of ['Regular', 'Wholesale', 'Public sector'])
      this.#create('CustomerType', { Name, Active: true });
    if (!this.#blueprint.hiddenEntities.includes('JournalCode'))
      this.#create('JournalCode', { Name: 'OD', Type: 'Others' });
    this.#tree('Class', this.#blueprint.classes);
    this.#tree('Department', this.#blueprint.departments);
  }

  #create(entity: string, draft: JsonObject, id?: string): StoredRecord {
    const options = { atSeconds: this.#at, inUi: true };
    return createRecord(
      this.#company,
      entityNamed(entity),
      draft,
      id === undefined ? options : { ...options, id },
    );
  }

  #accounts(): void {
    const ids = new Map<string, string>();
    for (const [name, type, subType, parent, opening] of chartOfAccounts) {
      const draft: JsonObject = { Name: name, AccountType: type, AccountSubType: subType };
      const parentId = parent === undefined ? undefined : ids.get(parent);
      if (parentId !== undefined) draft['ParentRef'] = { value: parentId };
      if (opening !== undefined) draft['OpeningBalance'] = rawNumber(opening);
      ids.set(parent === undefined ? name : `${parent}:${name}`, this.#create('Account', draft).id);
    }
  }

  /** A currency in use has receivables, payables and a bank account of its own, and a rate a week. */
  #currencies(endSeconds: number): void {
    const { currency, foreign } = this.#blueprint;
    if (foreign.length === 0) return;
    this.#create('CompanyCurrency', { Code: currency[0], Name: currency[1] });
    const from = pacificDate(this.#at);
    const until = pacificDate(endSeconds);
    for (const [code, name, middle] of foreign) {
      this.#create('CompanyCurrency', { Code: code, Name: name });
      const accounts = [
        [`Accounts Receivable (A/R) - ${code}`, 'Accounts Receivable', 'AccountsReceivable'],
        [`Accounts Payable (A/P) - ${code}`, 'Accounts Payable', 'AccountsPayable'],
        [`${code} Chequing`, 'Bank', 'Checking'],
      ];
      for (const [Name = '', AccountType = '', AccountSubType = ''] of accounts)
        this.#create('Account', { Name, AccountType, AccountSubType, CurrencyRef: { value: code, name } });
      for (let date = from, week = 0; date <= until; date = addDays(date, 7), week += 1) {
        const rate = middle * (1 + 0.04 * Math.sin(week / 9) + 0.01 * Math.sin(week * 1.7));
        const draft = { SourceCurrencyCode: code, AsOfDate: date, Rate: rawNumber(rate.toFixed(6)) };
        this.#create('ExchangeRate', draft);
      }
    }
  }

  #taxes(): void {
    const { tax, country } = this.#blueprint;
    const agency = this.#create('TaxAgency', {
      DisplayName: tax.agency,
      TaxTrackedOnPurchases: tax.kind === 'international',
      TaxTrackedOnSales: true,
    });
    const started = '2020-01-01T00:00:00-08:00';
    for (const [id, name, percent] of tax.rates) {
      this.#create(
        'TaxRate',
        {
          Name: name,
          Description: name,
          Active: true,
          RateValue: rawNumber(percent),
          AgencyRef: { value: agency.id },
          SpecialTaxType: percent === '0' ? 'ZERO_RATE' : 'NONE',
          DisplayType: 'ReadOnly',
          EffectiveTaxRate: [{ RateValue: rawNumber(percent), EffectiveDate: started }],
        },
        id,
      );
    }
    // Codes without SyncToken and Active that US companies have beside their own (facts#pseudo-tax-codes).
    for (const code of country === 'US' ? ['TAX', 'NON', 'CustomSalesTax'] : []) this.#pseudoCode(code);
    for (const [id, name, rateIds] of tax.codes) {
      const rateList = (): JsonObject => ({
        TaxRateDetail: rateIds.map((rateId, index): JsonObject => ({
          TaxRateRef: { value: rateId },
          TaxTypeApplicable: 'TaxOnAmount',
          TaxOrder: rawNumber(String(index)),
        })),
      });
      const isBoth = tax.kind === 'international';
      this.#create(
        'TaxCode',
        {
          Name: name,
          Description: name,
          Active: true,
          Hidden: false,
          Taxable: rateIds.length > 0,
          TaxGroup: true,
          SalesTaxRateList: rateList(),
          PurchaseTaxRateList: isBoth ? rateList() : { TaxRateDetail: [] },
        },
        id,
      );
    }
    this.#company.counters.list['TaxRate'] = 20;
    this.#company.counters.list['TaxCode'] = 20;
  }

  #pseudoCode(code: string): void {
    // Later than those of the company, before which they may be printed (facts#pseudo-code-rows).
    const at = stamp(this.#at + 86_400);
    const body: JsonObject = {
      Name: code,
      Description: code,
      Taxable: code !== 'NON',
      TaxGroup: false,
      Id: code,
      MetaData: { CreateTime: at, LastUpdatedTime: at },
    };
    this.#company.restore(entityNamed('TaxCode'), body, []);
  }

  #tree(entity: string, paths: readonly string[]): void {
    const ids = new Map<string, string>();
    for (const path of paths) {
      const cut = path.lastIndexOf(':');
      const parentId = cut < 0 ? undefined : ids.get(path.slice(0, cut));
      const draft: JsonObject = { Name: path.slice(cut + 1) };
      if (parentId !== undefined) draft['ParentRef'] = { value: parentId };
      ids.set(path, this.#create(entity, draft).id);
    }
  }
}
