import type { Organization } from '../../../src/api-contract/index.ts';

/** What to call a company, also before its name has been read. */
export function nameOf({ companyName, realmId }: Organization): string {
  return companyName ?? `Company ${realmId}`;
}

/** Country and home currency, as far as they are known: `United States · USD`. */
export function describePlace({ country, homeCurrency }: Organization): string {
  return [country === undefined ? undefined : nameOfCountry(country), homeCurrency]
    .filter(Boolean)
    .join(' · ');
}

function nameOfCountry(country: string): string {
  // QuickBooks writes codes here, but also names; what is no code is shown as it came.
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country;
}

/** A table's name for people: `bill_payments` is `Bill payments`. */
export function nameOfTable(table: string): string {
  const words = table.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
