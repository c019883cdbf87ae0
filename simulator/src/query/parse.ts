import { type Fault, faults } from '../base/fault.ts';
import { type Token, tokenize } from './tokens.ts';

type Operator = '=' | '!=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN';

export type Condition = {
  readonly path: string;
  readonly operator: Operator;
  readonly values: readonly string[];
};

export type Statement = {
  readonly entity: string;
  readonly count: boolean;
  readonly star: boolean;
  /** Properties named in the column list, beside or instead of the star. */
  readonly select: readonly string[];
  readonly where: readonly Condition[];
  readonly order: readonly { readonly path: string; readonly descending: boolean }[];
  readonly startPosition: number;
  readonly maxResults: number;
};

const MAX_RESULTS = 1_000;
const DEFAULT_RESULTS = 100;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #cut: boolean;
  #next = 0;

  constructor(statement: string, cut: boolean) {
    this.#tokens = tokenize(statement);
    this.#cut = cut;
  }

  statement(): Statement {
    this.#keyword('SELECT');
    const { count, star, select } = this.#columns();
    this.#keyword('FROM');
    const entity = this.#word('<IDENTIFIER>');
    const where = this.#accept('WHERE') ? this.#conditions() : [];
    const order = this.#order();
    const { startPosition, maxResults } = this.#window();
    if (this.#peek().kind !== 'end') throw this.#unexpected('<EOF>');
    return { entity, count, star, select, where, order, startPosition, maxResults };
  }

  #columns(): { count: boolean; star: boolean; select: string[] } {
    let count = false;
    let star = false;
    const select: string[] = [];
    do {
      if (this.#operator('*')) {
        star = true;
        continue;
      }
      const word = this.#word('"*"');
      if (word.toLowerCase() === 'count' && this.#operator('(')) {
        if (!this.#operator('*')) throw this.#unexpected('"*"');
        if (!this.#operator(')')) throw this.#unexpected('")"');
        count = true;
      } else {
        select.push(word);
      }
    } while (this.#operator(','));
    return { count, star, select };
  }

  #conditions(): Condition[] {
    const conditions: Condition[] = [];
    do {
      const path = this.#word('<IDENTIFIER>');
      const operator = this.#comparison();
      conditions.push({ path, operator, values: operator === 'IN' ? this.#list() : [this.#value()] });
    } while (this.#accept('AND'));
    return conditions;
  }

  #comparison(): Operator {
    if (this.#accept('IN')) return 'IN';
    if (this.#accept('LIKE')) return 'LIKE';
    for (const operator of ['=', '!=', '<=', '>=', '<', '>'] as const)
      if (this.#operator(operator)) return operator;
    throw this.#unexpected('"="');
  }

  #list(): string[] {
    if (!this.#operator('(')) throw this.#unexpected('"("');
    const values: string[] = [];
    do values.push(this.#value());
    while (this.#operator(','));
    if (!this.#operator(')')) throw this.#unexpected('")"');
    return values;
  }

  #value(): string {
    const token = this.#peek();
    if (token.kind === 'operator' || token.kind === 'end') throw this.#unexpected('<STRING_LITERAL>');
    this.#next += 1;
    return token.text;
  }

  #order(): { path: string; descending: boolean }[] {
    if (this.#accept('ORDER')) this.#keyword('BY');
    else if (!this.#accept('ORDERBY')) return [];
    const terms: { path: string; descending: boolean }[] = [];
    do {
      const path = this.#word('<IDENTIFIER>');
      const descending = this.#accept('DESC');
      if (!descending) this.#accept('ASC');
      terms.push({ path, descending });
    } while (this.#operator(','));
    return terms;
  }

  #window(): { startPosition: number; maxResults: number } {
    let startPosition = 1;
    let maxResults = DEFAULT_RESULTS;
    for (;;) {
      if (this.#accept('STARTPOSITION')) {
        startPosition = this.#integer();
        if (startPosition < 1)
          throw faults.invalidQuery(`value ${startPosition} is too small. Min allowed value is 1`);
      } else if (this.#accept('MAXRESULTS')) {
        maxResults = this.#integer();
        if (maxResults < 1)
          throw faults.invalidQuery(`value ${maxResults} is too small. Min allowed value is 1`);
        if (maxResults > MAX_RESULTS && !this.#cut) {
          throw faults.invalidQuery(`value ${maxResults} is too large. Max allowed value is ${MAX_RESULTS}`);
        }
      } else {
        return { startPosition, maxResults: Math.min(maxResults, MAX_RESULTS) };
      }
    }
  }

  #integer(): number {
    const token = this.#peek();
    if (!/^-?\d+$/.test(token.text)) throw this.#unexpected('<INTEGER>');
    this.#next += 1;
    return Number(token.text);
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '<EOF>', column: 0 };
  }

  #accept(keyword: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'word' || token.text.toUpperCase() !== keyword) return false;
    this.#next += 1;
    return true;
  }

  #keyword(keyword: string): void {
    if (!this.#accept(keyword)) throw this.#unexpected(`"${keyword.toLowerCase()}"`);
  }

  #operator(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'operator' || token.text !== text) return false;
    this.#next += 1;
    return true;
  }

  #word(expected: string): string {
    const token = this.#peek();
    if (token.kind !== 'word') throw this.#unexpected(expected);
    this.#next += 1;
    return token.text;
  }

  #unexpected(expected: string): Fault {
    const { text, column } = this.#peek();
    return faults.parser(
      `Encountered " "${text}" "${text} "" at line 1, column ${column}.\nWas expecting:\n    ${expected} ...\n    `,
    );
  }
}

/**
 * Reads a statement of QuickBooks' query language (facts#query-grammar).
 * More than 1,000 results are a fault, or with `cut` silently 1,000.
 * @throws Fault 4000 where the grammar does not allow a word (OR, GROUP BY and joins included), 4001 for an impossible page.
 */
export function parseStatement(
  statement: string,
  { cut = false }: { readonly cut?: boolean } = {},
): Statement {
  return new Parser(statement, cut).statement();
}
