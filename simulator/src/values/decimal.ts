import { type Json, type RawNumber, isRawNumber, rawNumber } from './json.ts';

const PLAIN = /^-?\d{1,12}\.\d\d$/;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

type Scaled = { readonly units: bigint; readonly scale: number };

function parseDecimal(text: string): Scaled | undefined {
  const plain = /e/i.test(text) && Number.isFinite(Number(text)) ? Number(text).toFixed(7) : text.trim();
  const match = DECIMAL.exec(plain);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const units = BigInt(`${whole}${fraction}`);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

function rescale({ units, scale }: Scaled, wanted: number): bigint {
  if (scale <= wanted) return units * 10n ** BigInt(wanted - scale);
  const divisor = 10n ** BigInt(scale - wanted);
  const half = divisor / 2n;
  // Half away from zero, as bookkeeping rounds.
  return units < 0n ? -((-units + half) / divisor) : (units + half) / divisor;
}

function source(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return isRawNumber(value) ? value.rawJSON : undefined;
}

/** Whether the value is a decimal number, as a JSON number or as a string. */
export function isDecimal(value: Json | undefined): boolean {
  const text = source(value);
  return text !== undefined && parseDecimal(text) !== undefined;
}

/** An amount in whole cents; absent or unreadable is 0. Integers only: money never meets a fraction of a float. */
export function toCents(value: Json | undefined): number {
  const text = source(value);
  if (text === undefined || text === '0') return 0;
  // What this simulator prints itself, without the detour over arbitrary precision.
  if (PLAIN.test(text)) return Number(text.slice(0, -3) + text.slice(-2));
  const parsed = text === undefined ? undefined : parseDecimal(text);
  return parsed === undefined ? 0 : Number(rescale(parsed, 2));
}

/** Cents as QuickBooks prints an amount: `100.00`, and zero as `0`. */
export function amount(cents: number): RawNumber {
  if (cents === 0) return rawNumber('0');
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return rawNumber(`${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/** A quantity or price as QuickBooks prints it: up to 7 decimals, none that are only zeros (`75`, `4.5`, `0.5306667`). */
export function decimal(text: string): RawNumber {
  const parsed = parseDecimal(text);
  if (parsed === undefined) return rawNumber('0');
  const units = rescale(parsed, 7);
  const digits = String(units < 0n ? -units : units).padStart(8, '0');
  const fraction = digits.slice(-7).replace(/0+$/, '');
  return rawNumber(`${units < 0n ? '-' : ''}${digits.slice(0, -7)}${fraction === '' ? '' : `.${fraction}`}`);
}

/** Quantity times price (or amount times rate), rounded to cents. */
export function multiplyToCents(left: Json | undefined, right: Json | undefined): number {
  const a = parseDecimal(source(left) ?? '');
  const b = parseDecimal(source(right) ?? '');
  if (a === undefined || b === undefined) return 0;
  return Number(rescale({ units: a.units * b.units, scale: a.scale + b.scale }, 2));
}

/** That percentage of an amount, rounded to cents. */
export function percentOf(cents: number, percent: string): number {
  const parsed = parseDecimal(percent);
  if (parsed === undefined) return 0;
  return Number(rescale({ units: BigInt(cents) * parsed.units, scale: parsed.scale + 4 }, 2));
}
