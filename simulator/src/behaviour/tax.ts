import { type Company } from '../company/company.ts';
import { amount, decimal, percentOf, toCents } from '../values/decimal.ts';
import { type JsonObject, objectAt, objectsAt, refAt, textAt } from '../values/json.ts';

export type Side = 'SalesTaxRateList' | 'PurchaseTaxRateList';
type Rate = { readonly id: string; readonly percent: string };

/** The rates behind a tax code. */
function ratesOf(company: Company, codeId: string, side: Side): Rate[] {
  const code = company.find('TaxCode', codeId);
  if (code === undefined) return [];
  return objectsAt(objectAt(code.body, side), 'TaxRateDetail').flatMap((detail) => {
    const id = refAt(detail, 'TaxRateRef');
    const rate = id === undefined ? undefined : company.find('TaxRate', id);
    return id === undefined || rate === undefined
      ? []
      : [{ id, percent: textAt(rate.body, 'RateValue') ?? '0' }];
  });
}

/** The tax code of a US company for its ordinary sales. */
export function defaultTaxCode(company: Company): string | undefined {
  return company.profile.tax === 'us' && company.find('TaxCode', '2') !== undefined ? '2' : undefined;
}

function taxLine({ id, percent }: Rate, net: number): { line: JsonObject; cents: number } {
  const cents = percentOf(net, percent);
  return {
    cents,
    line: {
      Amount: amount(cents),
      DetailType: 'TaxLineDetail',
      TaxLineDetail: {
        TaxRateRef: { value: id },
        PercentBased: true,
        TaxPercent: decimal(percent),
        NetAmountTaxable: amount(net),
      },
    },
  };
}

function detailOf(taxed: readonly { readonly rate: Rate; readonly net: number }[]): {
  lines: JsonObject[];
  cents: number;
} {
  const made = taxed.map(({ rate, net }) => taxLine(rate, net));
  return { lines: made.map(({ line }) => line), cents: made.reduce((sum, { cents }) => sum + cents, 0) };
}

/** A taxable amount and the code of its line. */
export type TaxedLine = { readonly code: string | undefined; readonly cents: number };

export type Tax = { readonly detail: JsonObject; readonly cents: number };

/** TxnTaxDetail of a transaction, and its total. US: TAX lines by the code of the sale; elsewhere every line by its own code. */
export function taxOf(company: Company, draft: JsonObject, lines: readonly TaxedLine[], side: Side): Tax {
  const given = objectAt(draft, 'TxnTaxDetail');
  const { tax } = company.profile;
  const isFree = tax === null || textAt(draft, 'GlobalTaxCalculation') === 'NotApplicable';
  const codes = new Map<string, number>();
  for (const { code, cents } of lines) {
    if (code === undefined || (tax === 'us' && code !== 'TAX')) continue;
    codes.set(code, (codes.get(code) ?? 0) + cents);
  }
  if (isFree || (tax === 'us' && side === 'PurchaseTaxRateList') || codes.size === 0) {
    // A caller may state a total without lines; a stated total that came from lines went with them.
    const cents =
      objectsAt(given, 'TaxLine').length > 0 || tax === 'international' ? 0 : toCents(given['TotalTax']);
    return { detail: { TotalTax: amount(cents) }, cents };
  }
  if (tax === 'us') {
    const code = refAt(given, 'TxnTaxCodeRef') ?? defaultTaxCode(company);
    const net = codes.get('TAX') ?? 0;
    const rates = code === undefined ? [] : ratesOf(company, code, side);
    const { lines: taxLines, cents } = detailOf(rates.map((rate) => ({ rate, net })));
    if (code === undefined || taxLines.length === 0) return { detail: { TotalTax: amount(0) }, cents: 0 };
    return { detail: { TxnTaxCodeRef: { value: code }, TotalTax: amount(cents), TaxLine: taxLines }, cents };
  }
  const byRate = new Map<string, { rate: Rate; net: number }>();
  for (const [code, net] of codes) {
    for (const rate of ratesOf(company, code, side)) {
      byRate.set(rate.id, { rate, net: (byRate.get(rate.id)?.net ?? 0) + net });
    }
  }
  const { lines: taxLines, cents } = detailOf([...byRate.values()]);
  return { detail: { TotalTax: amount(cents), TaxLine: taxLines }, cents };
}

/** A line's amount with tax, which companies outside the US show when they enter prices with tax. */
export function withTax(company: Company, code: string | undefined, cents: number, side: Side): number {
  const rates = code === undefined ? [] : ratesOf(company, code, side);
  return rates.reduce((sum, { percent }) => sum + percentOf(cents, percent), cents);
}
