import { faults } from '../base/fault.ts';

export type Token = {
  readonly kind: 'word' | 'string' | 'number' | 'operator' | 'end';
  readonly text: string;
  /** Position of its first character, from 1. */
  readonly column: number;
};

const PATTERN = /\s+|'((?:[^'\\]|\\[\s\S])*)'|([A-Za-z_][\w.]*)|([+-]?\d[\w.:+-]*)|(<=|>=|!=|[=<>(),*])/y;

/** @throws Fault 4000 at a character that starts nothing. */
export function tokenize(statement: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < statement.length) {
    const column = PATTERN.lastIndex + 1;
    const match = PATTERN.exec(statement);
    if (match === null) {
      throw faults.parser(
        `Lexical error at line 1, column ${column}.  Encountered: "${statement.charAt(column - 1)}"`,
      );
    }
    const [, quoted, word, number, operator] = match;
    if (quoted !== undefined)
      tokens.push({ kind: 'string', text: quoted.replace(/\\([\s\S])/g, '$1'), column });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, column });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, column });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, column });
  }
  tokens.push({ kind: 'end', text: '<EOF>', column: statement.length + 1 });
  return tokens;
}
