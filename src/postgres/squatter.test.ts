import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { silentLogger } from '../base/logger.ts';
import { Secret } from '../base/secret.ts';
import { openDatabase } from './database.ts';
import { connectControl } from './embedded/control.ts';
import type { Home } from './embedded/home.ts';
import { embeddedUrl } from './embedded/locate.ts';

const PASSWORD = 'the-password-of-the-database';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A message of the protocol: its letter, its length, what it says. */
function message(letter: string, ...parts: (Buffer | string | number)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => {
      if (typeof part !== 'number') return Buffer.from(part);
      const number = Buffer.alloc(4);
      number.writeInt32BE(part);
      return number;
    }),
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
}

const READY = Buffer.concat([message('R', 0), message('Z', 'I')]);

/** What somebody might answer who took the port of the database: to the greeting, then to each message after it. */
const squatters: Readonly<Record<string, (turn: number, received: string) => Buffer | undefined>> = {
  'asks for the password': (turn) => (turn === 0 ? message('R', 3) : READY),
  'asks for its MD5 sum': (turn) => (turn === 0 ? message('R', 5, 'salt') : READY),
  'asks for nothing': () => READY,
  'offers SCRAM, then does without its own proof': (turn, received) => {
    if (turn === 0) return message('R', 10, 'SCRAM-SHA-256\0\0');
    const [, nonce = ''] = /r=([^,]+)/.exec(received) ?? [];
    return turn === 1 ? message('R', 11, `r=${nonce}x,s=c2FsdA==,i=4096`) : READY;
  },
  'offers SCRAM, then proves nothing': (turn, received) => {
    if (turn === 0) return message('R', 10, 'SCRAM-SHA-256\0\0');
    const [, nonce = ''] = /r=([^,]+)/.exec(received) ?? [];
    return turn === 1
      ? message('R', 11, `r=${nonce}x,s=c2FsdA==,i=4096`)
      : Buffer.concat([message('R', 12, `v=${Buffer.alloc(32).toString('base64')}`), READY]);
  },
};

async function squat(answer: (turn: number, received: string) => Buffer | undefined) {
  const received: Buffer[] = [];
  const server = createServer((socket: Socket) => {
    let turn = 0;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received.push(data);
      const said = answer(turn, data.toString('latin1'));
      turn += 1;
      if (said !== undefined) socket.write(said);
    });
    closing.push(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => Buffer.concat(received).toString('latin1'),
  };
}

test.each(Object.entries(squatters))(
  'who took the port of the embedded database and %s learns no password and is told nothing',
  async (_what, answer) => {
    const { port, heard } = await squat(answer);
    const url = embeddedUrl(port, new Secret(PASSWORD), 'ledger_mirror');
    await expect(
      openDatabase({ url, logger: silentLogger, maxConnections: 1, waitMs: 0 }),
    ).rejects.toMatchObject({ code: 'DATABASE_IMPOSTOR' });
    const home = { superuserPassword: new Secret(PASSWORD) } as Home;
    await expect(connectControl(home, port)).rejects.toMatchObject({ code: 'DATABASE_IMPOSTOR' });
    expect(heard()).toContain('ledger_mirror');
    expect(heard()).not.toContain(PASSWORD);
    expect(heard()).not.toContain('md5');
    expect(heard()).not.toMatch(/select/i);
  },
);
