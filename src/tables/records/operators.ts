import type { Parameters } from './parameters.ts';
import type { ColumnType, RecordColumn } from './record-table.ts';

/** One way to compare a column with what is asked for. */
type OperatorDefinition = {
  /** Which types it can be asked of, none of them jsonb; absent for all of the others. */
  readonly fits?: (type: ColumnType) => boolean;
  /** Its value is yes or no, whatever the column holds, which may be anything. */
  readonly isQuestion?: true;
  /** SQL that is true where it holds. */
  readonly condition: (asked: {
    /** The column in the statement. */
    readonly name: string;
    readonly type: ColumnType;
    readonly values: readonly string[];
    /** The first value, as a parameter. */
    readonly value: () => string;
    readonly parameters: Parameters;
  }) => string;
};

const isText = (type: ColumnType): boolean => type === 'text';
const isOrdered = (type: ColumnType): boolean => type !== 'boolean';
const escapePattern = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Said although it follows: the indexes hold no empty values, and are used only where that is certain. */
const compared = (sign: string): OperatorDefinition['condition'] => {
  return ({ name, value }) => `${name} IS NOT NULL AND ${name} ${sign} ${value()}`;
};

/** Everything a filter can say: a new operator is a row. */
export const operators = {
  eq: { condition: compared('=') },
  ne: { condition: ({ name, value }) => `${name} IS DISTINCT FROM ${value()}` },
  lt: { fits: isOrdered, condition: compared('<') },
  lte: { fits: isOrdered, condition: compared('<=') },
  gt: { fits: isOrdered, condition: compared('>') },
  gte: { fits: isOrdered, condition: compared('>=') },
  in: {
    condition: ({ name, type, values, parameters }) =>
      `${name} IS NOT NULL AND ${name} = ANY (${parameters.add(values, `${type}[]`)})`,
  },
  'starts-with': {
    fits: isText,
    condition: ({ name, values: [first = ''], parameters }) =>
      `${name} LIKE ${parameters.add(`${escapePattern(first)}%`, 'text')}`,
  },
  like: { fits: isText, condition: ({ name, value }) => `${name} LIKE ${value()}` },
  ilike: { fits: isText, condition: ({ name, value }) => `${name} ILIKE ${value()}` },
  'is-null': {
    isQuestion: true,
    condition: ({ name, values: [first] }) => `${name} IS ${first === 'true' ? '' : 'NOT '}NULL`,
  },
} as const satisfies Record<string, OperatorDefinition>;

export type Operator = keyof typeof operators;

export const operatorNames = Object.keys(operators) as readonly Operator[];

/** The same with what is optional. */
const definitionOf = (operator: Operator): OperatorDefinition => operators[operator];

/** Whether an operator can be asked of a column. */
export function fitsColumn({ type }: Pick<RecordColumn, 'type'>, operator: Operator): boolean {
  const { fits, isQuestion } = definitionOf(operator);
  return isQuestion === true || (type !== 'jsonb' && (fits === undefined || fits(type)));
}

/** The type its values have, for a column that it fits. */
export function valueType(
  { type }: Pick<RecordColumn, 'type'>,
  operator: Operator,
): Exclude<ColumnType, 'jsonb'> {
  return definitionOf(operator).isQuestion === true || type === 'jsonb' ? 'boolean' : type;
}

/** SQL: whether a row's column is as a filter asks. @param row the row's name in the statement */
export function operatorCondition(
  {
    column,
    operator,
    values,
  }: {
    readonly column: RecordColumn;
    readonly operator: Operator;
    readonly values: readonly string[];
  },
  parameters: Parameters,
  row: string,
): string {
  const { type } = column;
  return definitionOf(operator).condition({
    name: `${row}.${column.name}`,
    type,
    values,
    value: () => parameters.add(values[0] ?? '', type),
    parameters,
  });
}
