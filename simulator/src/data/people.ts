import { type Company } from '../company/company.ts';
import { type JsonObject, rawNumber } from '../values/json.ts';
import { pacificDate } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { type Blueprint } from './blueprint.ts';
import { type Random } from './random.ts';
import { awkwardTexts, businessWords, familyNames, givenNames, vendorWords } from './words.ts';

function address(blueprint: Blueprint, random: Random): JsonObject {
  const [city, state, zip] = random.pick(blueprint.towns);
  return {
    Id: String(random.integer(2, 9_999)),
    Line1: `${random.integer(10, 9_900)} ${random.pick(blueprint.streets)}`,
    City: city,
    CountrySubDivisionCode: state,
    PostalCode: zip,
    ...(random.chance(0.1) ? { Lat: 'INVALID', Long: 'INVALID' } : {}),
  };
}

function phone(random: Random): JsonObject {
  const last = String(random.integer(0, 9_999)).padStart(4, '0');
  return { FreeFormNumber: `(${random.integer(200, 989)}) 555-${last}` };
}

/** A name that no customer, vendor or employee has yet. */
function freeName(company: Company, stem: string): string {
  const taken = (name: string): boolean =>
    ['Customer', 'Vendor', 'Employee'].some((entity) => company.table(entity).idOfName(name) !== undefined);
  if (!taken(stem)) return stem;
  const counters = usedNames.get(company) ?? new Map<string, number>();
  usedNames.set(company, counters);
  let number = (counters.get(stem) ?? 1) + 1;
  while (taken(`${stem} ${number}`)) number += 1;
  counters.set(stem, number);
  return `${stem} ${number}`;
}

// How far each stem has been numbered: counting from 2 again for each of thousands would take for ever.
const usedNames = new WeakMap<Company, Map<string, number>>();

function mailName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '.')
    .toLowerCase();
}

/** A currency for a new name: mostly the company's own. */
function currency(blueprint: Blueprint, random: Random): JsonObject {
  if (blueprint.foreign.length === 0 || random.chance(0.55)) return {};
  const [value, name] = random.pick(blueprint.foreign);
  return { CurrencyRef: { value, name } };
}

/** A customer nobody bears the name of yet; `parent` makes it a job below another one, or a project. */
export function customerDraft(
  company: Company,
  blueprint: Blueprint,
  random: Random,
  parent?: StoredRecord,
): JsonObject {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const isBusiness = random.chance(0.55);
  const isProject = parent !== undefined && random.chance(0.4);
  const place = `${String(random.integer(1, 9_999)).padStart(4, '0')} ${random.pick(blueprint.streets)}`;
  const own = isBusiness ? `${family}'s ${random.pick(businessWords)}` : `${given} ${family}`;
  const name = freeName(company, parent === undefined ? own : place);
  const theirs = parent?.body['CurrencyRef'];
  return {
    DisplayName: name,
    GivenName: given,
    FamilyName: family,
    ...(isBusiness ? { CompanyName: name } : {}),
    ...(parent === undefined ? currency(blueprint, random) : { ParentRef: { value: parent.id } }),
    ...(theirs === undefined ? {} : { CurrencyRef: theirs }),
    ...(isProject ? { IsProject: true, BillWithParent: true } : {}),
    ...(random.chance(0.3) ? { SalesTermRef: { value: random.pick(['1', '2', '3', '4']) } } : {}),
    BillAddr: address(blueprint, random),
    ...(random.chance(0.6) ? { ShipAddr: address(blueprint, random) } : {}),
    ...(random.chance(0.1) ? { Notes: random.pick(awkwardTexts) } : {}),
    ...(random.chance(0.2) ? { WebAddr: { URI: `http://${mailName(name)}.example` } } : {}),
    PrimaryPhone: phone(random),
    PrimaryEmailAddr: { Address: `${mailName(name)}@customers.example` },
  };
}

export function vendorDraft(company: Company, blueprint: Blueprint, random: Random): JsonObject {
  const family = random.pick(familyNames);
  const name = freeName(company, `${family} ${random.pick(vendorWords)}`);
  return {
    DisplayName: name,
    ...(random.chance(0.6) ? { GivenName: random.pick(givenNames), FamilyName: family } : {}),
    CompanyName: name,
    ...currency(blueprint, random),
    ...(random.chance(0.2) ? { TermRef: { value: random.pick(['1', '2', '3']) } } : {}),
    ...(random.chance(0.7) ? { BillAddr: address(blueprint, random) } : {}),
    ...(random.chance(0.4) ? { AcctNum: String(random.integer(10_000, 9_999_999)) } : {}),
    ...(random.chance(0.3)
      ? { Vendor1099: true, TaxIdentifier: `12345${random.integer(1_000, 9_999)}` }
      : {}),
    PrimaryPhone: phone(random),
    PrimaryEmailAddr: { Address: `${mailName(name)}@vendors.example` },
  };
}

export function employeeDraft(
  company: Company,
  blueprint: Blueprint,
  random: Random,
  atSeconds: number,
): JsonObject {
  const given = random.pick(givenNames);
  const family = random.pick(familyNames);
  const name = freeName(company, `${given} ${family}`);
  return {
    GivenName: given,
    FamilyName: family,
    DisplayName: name,
    PrintOnCheckName: name,
    ...(random.chance(0.5)
      ? { BillableTime: true, BillRate: rawNumber(String(random.integer(30, 120))) }
      : {}),
    HiredDate: pacificDate(atSeconds),
    PrimaryAddr: address(blueprint, random),
    PrimaryPhone: phone(random),
  };
}
