import { Company, type CompanyProfile } from '../company/company.ts';
import { RecentRecords } from '../company/record.ts';
import { actorsOf } from './actors.ts';
import { type Blueprint, blueprints } from './blueprints.ts';
import { History } from './history.ts';
import { createRandom } from './random.ts';

export type GeneratedCompany = { readonly company: Company; readonly blueprint: Blueprint };

const SIZES = { tiny: 100, small: 2_500, medium: 25_000, large: 250_000 } as const;

export type Size = keyof typeof SIZES | number;

/** Companies there are unless another number is asked for. */
export const COMPANY_COUNT = blueprints.length;

/** How many records a company of that size has, about. */
function recordCount(size: Size): number {
  return typeof size === 'number' ? size : SIZES[size];
}

/**
 * Makes the companies: a pure function of its arguments. Every record goes through the same operations that the API offers,
 * in the order of time, so the books are right and stamps, SyncTokens and balances are what such a history leaves behind.
 */
export function generateCompanies(
  seed: number,
  size: Size,
  asOf: Date,
  count: number = COMPANY_COUNT,
): GeneratedCompany[] {
  const recent = new RecentRecords();
  return Array.from({ length: count }, (_, index) => generateCompany(seed, size, asOf, index, recent));
}

/** The company with that number, from 0; the same as `generateCompanies` makes it among others. */
export function generateCompany(
  seed: number,
  size: Size,
  asOf: Date,
  index: number,
  recent = new RecentRecords(),
): GeneratedCompany {
  const blueprint = blueprints[index % blueprints.length];
  if (blueprint === undefined) throw new Error('There is no company to make.');
  const round = Math.floor(index / blueprints.length);
  const random = createRandom(`${seed}:${blueprint.key}${round === 0 ? '' : `:${round}`}`);
  const realmId = `93414530${String(random.integer(0, 9_999_999)).padStart(7, '0')}${(index % 9) + 1}`;
  const profile: CompanyProfile = {
    realmId,
    name: round === 0 ? blueprint.name : `${blueprint.name} ${round + 1}`,
    country: blueprint.country,
    currency: { value: blueprint.currency[0], name: blueprint.currency[1] },
    tax: blueprint.tax.kind,
    multiCurrency: blueprint.foreign.length > 0,
    customFields: blueprint.customFields.map(({ name, type = 'StringType', enhanced = false }, position) => ({
      // Fields beyond the classic ones have long numbers (facts#many-custom-fields).
      id: enhanced ? `1000000000000000${position + 1}` : String(position + 1),
      name,
      type,
      enhanced,
    })),
    hiddenEntities: blueprint.hiddenEntities,
  };
  const company = new Company(profile, recent);
  const records = recordCount(size);
  const history = new History(company, blueprint, random, Math.floor(asOf.getTime() / 1_000));
  const customers = Math.max(8, Math.min(20_000, Math.round(records * 0.08)));
  const items = Math.max(10, Math.min(400, Math.round(records * 0.03)));
  const vendors = Math.max(5, Math.min(4_000, Math.round(records * 0.02)));
  const transactions = Math.max(40, records - customers - items - vendors);
  history.write({ customers, vendors, items }, actorsOf(history, transactions));
  return { company, blueprint };
}
