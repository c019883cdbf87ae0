import { expectTypeOf, test } from 'vitest';
import type { Role as AccessRole } from '../access/roles.ts';
import type * as contract from '../api-contract/index.ts';
import type * as sync from '../sync/index.ts';

// Both ways, and when types are checked: what the contract has no word for could not be sent, and a word that nothing
// says would be translated, drawn and waited for in vain.
test('the contract has a word for every status and role there is, and none for what there is not', () => {
  expectTypeOf<contract.EntityStatus>().toEqualTypeOf<sync.EntityReport['status']>();
  expectTypeOf<contract.OrganizationStatus>().toEqualTypeOf<sync.Organization['status']>();
  expectTypeOf<contract.SyncRun['status']>().toEqualTypeOf<sync.SyncRun['status']>();
  expectTypeOf<contract.Role>().toEqualTypeOf<AccessRole>();
});
