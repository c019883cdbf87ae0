import { expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import {
  clockJump,
  disconnections,
  failing,
  faultKinds,
  outage,
  refusedWrites,
  revoked,
  surviveTrouble,
  throttled,
} from '../support/fault-run.ts';
import { openInstallation } from '../support/installation.ts';

// The short form of test/soak/faults.ts: one entity of each kind and way of changing, and what they refer to.
const entities = `CompanyInfo Account Customer Item Class Department Invoice Payment`.split(' ');

const troubles = [
  failing(30, faultKinds),
  throttled,
  outage,
  clockJump(-1),
  disconnections,
  refusedWrites,
  revoked,
];

for (const trouble of troubles) {
  test(`after this the copy is exact and nothing is stuck: ${trouble.title}`, async () => {
    const options = { seed: 7, size: 100, pageSize: 10, entities };
    const installation = await openInstallation(await openTestDatabase(), options);
    const [realmId] = installation.realmIds;
    try {
      if (realmId === undefined) throw new Error('The simulator has no company.');
      expect(await surviveTrouble({ installation, realmId }, trouble)).toEqual([]);
    } finally {
      await installation.close();
    }
  });
}
