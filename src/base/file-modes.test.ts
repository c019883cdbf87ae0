import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isWritableByAll } from './file-modes.ts';

test.skipIf(process.platform === 'win32')('what everybody may write is told from what they may not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-mirror-modes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  symlinkSync(file, join(folder, 'link'));
  for (const [mode, answer] of [
    [0o600, false],
    [0o664, false],
    [0o606, true],
    [0o622, true],
  ] as const) {
    chmodSync(file, mode);
    expect([isWritableByAll(file), isWritableByAll(join(folder, 'link'))]).toEqual([answer, answer]);
  }
  expect(isWritableByAll(folder)).toBe(false);
  // As /tmp is: nobody takes away what is somebody else's, yet everybody may be first with a name.
  chmodSync(folder, 0o1777);
  expect(isWritableByAll(folder)).toBe(true);
  expect(isWritableByAll(join(folder, 'none'))).toBe(false);
});
