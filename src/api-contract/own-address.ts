/**
 * Path and query of an address that a browser may be sent to: one of our own, whatever the link says that brought it.
 * What is returned is resolved once more, because a path that begins with `//` (as `/.//elsewhere/x` becomes) is the
 * address of another site where it is followed.
 * @param text    begins with `/`; anything else is none of ours
 * @param origin  ours, such as `https://books.example.com`
 * @returns undefined for what leads elsewhere, or nowhere
 */
export function ownAddress(text: string, origin: string): string | undefined {
  if (!text.startsWith('/')) return undefined;
  const target = URL.parse(text, origin);
  if (target?.origin !== origin) return undefined;
  const address = target.pathname + target.search;
  return URL.parse(address, origin)?.href === target.origin + address ? address : undefined;
}
