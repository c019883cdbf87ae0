declare const brand: unique symbol;

/** QuickBooks' id of one company: a string of decimal digits, 15 to 19 today. */
export type RealmId = string & { readonly [brand]: 'RealmId' };

export function isRealmId(value: unknown): value is RealmId {
  return typeof value === 'string' && /^[0-9]{1,32}$/.test(value);
}

/** Makes a realm id of a text. @throws TypeError if the value is not a string of digits. */
export function toRealmId(value: string): RealmId {
  if (!isRealmId(value)) throw new TypeError('A realm id is a string of digits.');
  return value;
}
