import type { BatchItem } from '../../quickbooks/index.ts';
import { type Slice, smallTrouble } from '../company/index.ts';

/**
 * Asks several statements in as few calls as QuickBooks allows, 30 in each. Every one has an answer or an error of
 * its own, in their order. What a batch may have cut, and what it was refused with, is asked for statement by statement.
 * @throws AppError what concerns the whole company
 */
export async function askTogether(
  slice: Slice,
  statements: readonly string[],
): Promise<readonly BatchItem[]> {
  const { client, realmId, signal } = slice;
  if (statements.length < 2) return askEach(slice, statements);
  let items: readonly BatchItem[];
  try {
    items = await client.batch(realmId, statements, { signal });
  } catch (thrown) {
    const error = smallTrouble({ signal }, thrown);
    slice.logger.info({ code: error.code }, 'a batch was refused; its queries are asked one by one');
    return askEach(slice, statements);
  }
  const asked: BatchItem[] = [];
  for (const [index, item] of items.entries()) {
    const isCut = !('error' in item) && item.mayBeCut;
    asked.push(...(isCut ? await askEach(slice, statements.slice(index, index + 1)) : [item]));
  }
  return asked;
}

async function askEach(
  { client, realmId, signal }: Slice,
  statements: readonly string[],
): Promise<readonly BatchItem[]> {
  const items: BatchItem[] = [];
  for (const statement of statements) {
    try {
      const answer = await client.query(realmId, statement, { signal });
      items.push({
        ...answer,
        path: answer.key === undefined ? undefined : ['QueryResponse', answer.key],
        mayBeCut: false,
      });
    } catch (thrown) {
      const error = smallTrouble({ signal }, thrown);
      items.push({ error });
    }
  }
  return items;
}
