/** Whatever a terminal obeys instead of showing it, besides line breaks and tabs: control characters and turns of direction. */
const commands = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A text with nothing in it that commands a terminal: names come out of QuickBooks, and one could clear the screen, set
 * the title or make another line look true. Such characters are shown as JSON writes them, so JSON still says the same.
 */
export function printable(text: string): string {
  return text.replace(commands, escaped);
}

/** What JSON has for a character that commands a terminal, or for another that is escaped. */
const inJson = /\\(?:u[0-9a-fA-F]{4}|.)/g;

/** A line of JSON that a formatter will read and print: what commands a terminal stays written out in what it prints. */
export function printableOnceRead(json: string): string {
  return printable(json).replace(inJson, (escape) => {
    if (/^\\["\\/nt]$/.test(escape)) return escape;
    const character = JSON.parse(`"${escape}"`) as string;
    const shown = printable(character);
    return shown === character ? escape : `\\${shown}`;
  });
}
