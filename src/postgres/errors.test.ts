import { expect, test } from 'vitest';
import { toDatabaseError } from './errors.ts';

const said = (code: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { code, severity: 'ERROR', ...more });

test('a plan that no longer fits is a conflict in whatever language the server says so', () => {
  const routine = 'RevalidateCachedQuery';
  for (const message of [
    'cached plan must not change result type',
    'gecachter Plan darf den Typ nicht ändern',
  ])
    expect(toDatabaseError(said('0A000', message, { routine }))).toMatchObject({ code: 'DATABASE_CONFLICT' });
  const unsupported = said('0A000', 'Funktion wird nicht unterstützt', { routine: 'transformLockingClause' });
  expect(toDatabaseError(unsupported)).toBe(unsupported);
});

test('a connection that the server ended for its silence is one that can be made again', () => {
  for (const code of ['57P05', '25P03', '25P04'])
    expect(toDatabaseError(said(code, 'terminating connection due to a timeout'))).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      row: { next: 'retry' },
    });
});

test('what a value contains does not make a refused statement an error of the network or of TLS', () => {
  for (const value of ['TLS', 'SSL', 'certificate', 'timeout expired', 'Connection terminated']) {
    const refused = said('22P02', `invalid input syntax for type integer: "${value}"`);
    expect(toDatabaseError(refused)).toBe(refused);
  }
});
