import { entityNamed } from '../entities/entities.ts';
import { faults } from '../base/fault.ts';
import { amount, decimal, isDecimal, toCents } from '../values/decimal.ts';
import { type Json, type JsonObject, objectAt, objectsAt, rawNumber, refAt, textAt } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type Behaviour } from './behaviour.ts';
import { hierarchy, nameForActivity } from './names.ts';

/** A list whose rows have a name, may go inactive, and have little else. */
function named(defaults: Readonly<Record<string, Json>> = {}, property = 'Name'): Behaviour {
  return {
    prepare(draft) {
      const given = textAt(draft, property);
      if (given === undefined || given.trim() === '') throw faults.missing(property);
      draft['Active'] = draft['Active'] !== false;
      draft[property] = nameForActivity(given, draft['Active'] !== false);
      for (const [name, value] of Object.entries(defaults)) draft[name] ??= value;
      return draft;
    },
  };
}

/** Class and Department: a tree of names. */
function tree(entityName: string, isBelow: string): Behaviour {
  return {
    prepare(draft, context) {
      const prepared = named().prepare(draft, context);
      const name = textAt(prepared, 'Name') ?? '';
      const { fullyQualifiedName } = hierarchy(context.company, entityNamed(entityName), prepared, {
        id: context.id,
        name,
      });
      prepared['FullyQualifiedName'] = fullyQualifiedName;
      prepared[isBelow] = refAt(prepared, 'ParentRef') !== undefined;
      return prepared;
    },
  };
}

const term: Behaviour = {
  prepare(draft, context) {
    const prepared = named().prepare(draft, context);
    const isDateDriven = isDecimal(prepared['DayOfMonthDue']);
    prepared['Type'] ??= isDateDriven ? 'DATE_DRIVEN' : 'STANDARD';
    if (!isDateDriven) {
      prepared['DueDays'] ??= rawNumber('0');
      prepared['DiscountDays'] ??= rawNumber('0');
    }
    prepared['DiscountPercent'] = decimal(textAt(prepared, 'DiscountPercent') ?? '0');
    return prepared;
  },
};

const companyCurrency: Behaviour = {
  prepare(draft) {
    const code = textAt(draft, 'Code');
    if (code === undefined || !/^[A-Z]{3}$/.test(code)) throw faults.missing('Code');
    draft['Name'] ??= new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? code;
    draft['Active'] = draft['Active'] !== false;
    return draft;
  },
};

const exchangeRate: Behaviour = {
  prepare(draft, { company, atSeconds }) {
    if (!company.profile.multiCurrency)
      throw faults.business('Multiple currencies are not switched on for this company.');
    if (!/^[A-Z]{3}$/.test(textAt(draft, 'SourceCurrencyCode') ?? ''))
      throw faults.missing('SourceCurrencyCode');
    if (!isDecimal(draft['Rate'])) throw faults.missing('Rate');
    draft['TargetCurrencyCode'] = company.profile.currency.value;
    draft['Rate'] = decimal(textAt(draft, 'Rate') ?? '1');
    draft['AsOfDate'] ??= pacificDate(atSeconds);
    return draft;
  },
};

const budget: Behaviour = {
  prepare(draft, context) {
    const prepared = named({ BudgetType: 'ProfitAndLoss', BudgetEntryType: 'Monthly' }).prepare(
      draft,
      context,
    );
    for (const property of ['StartDate', 'EndDate'])
      if (textAt(prepared, property) === undefined) throw faults.missing(property);
    prepared['BudgetDetail'] = objectsAt(prepared, 'BudgetDetail').map((detail): JsonObject => ({
      ...detail,
      Amount: amount(toCents(detail['Amount'])),
    }));
    return prepared;
  },
};

/** The link in the order in which it was recorded, with what QuickBooks adds to it. */
const attachable: Behaviour = {
  prepare(draft) {
    if (draft['AttachableRef'] === undefined) return draft;
    draft['AttachableRef'] = objectsAt(draft, 'AttachableRef').map((link): JsonObject => {
      const { EntityRef, IncludeOnSend = false, ...rest } = link;
      if (EntityRef === undefined) return { IncludeOnSend, ...rest };
      const target = objectAt(link, 'EntityRef');
      const to = { value: target['value'] ?? '', type: target['type'] ?? '' };
      return { EntityRef: to, IncludeOnSend, ...rest };
    });
    return draft;
  },
};

const untouched: Behaviour = { prepare: (draft) => draft };

export const smallLists: Readonly<Record<string, Behaviour>> = {
  CompanyInfo: untouched,
  Preferences: untouched,
  Attachable: attachable,
  TaxRate: untouched,
  TaxCode: untouched,
  CustomerType: untouched,
  Class: tree('Class', 'SubClass'),
  Department: tree('Department', 'SubDepartment'),
  Term: term,
  PaymentMethod: named({ Type: 'NON_CREDIT_CARD' }),
  CompanyCurrency: companyCurrency,
  ExchangeRate: exchangeRate,
  TaxAgency: {
    prepare(draft) {
      if (textAt(draft, 'DisplayName') === undefined) throw faults.missing('DisplayName');
      draft['TaxTrackedOnPurchases'] ??= false;
      draft['TaxTrackedOnSales'] ??= true;
      return draft;
    },
  },
  JournalCode: named({ Type: 'Others' }),
  Budget: budget,
};
