import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Secret } from '../../src/base/secret.ts';
import { forTools } from '../../src/postgres/connection.ts';

/*
 * A pooler as PgBouncer 1.18 is one, for tests: it speaks PostgreSQL's protocol to both sides and lends a session of the
 * server to a client for as long as its mode says. It is stricter than most in that no setting follows the client, and
 * that the session lent is the one which was idle longest, so that a client hardly ever has the same one twice.
 */

export type PoolerMode = 'session' | 'transaction' | 'statement';
export type Pooler = { readonly url: Secret; stop(): Promise<void> };

const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;

type Link = { readonly socket: Socket; onFrame: (type: string, frame: Buffer) => void };

/** One message: its type, the length of the rest, the rest. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const refusal = (code: string, text: string): Buffer =>
  message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));

/** Calls `onFrame` for each message that arrives. */
function readFrames(onFrame: (type: string, frame: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length >= 1 + rest.readInt32BE(1)) {
      const frame = rest.subarray(0, 1 + rest.readInt32BE(1));
      rest = rest.subarray(frame.length);
      onFrame(frame.toString('latin1', 0, 1), frame);
    }
  };
}

/** @param server where it lends sessions of; clients name the same database and user, and are believed */
export async function startPooler(server: Secret, mode: PoolerMode, sessions = 3): Promise<Pooler> {
  const idle: Link[] = [];
  const waiting: ((link: Link) => void)[] = [];
  const sockets = new Set<Socket>();
  const [user, database] = [new URL(server.reveal()).username, new URL(server.reveal()).pathname.slice(1)];
  let stopped = false;

  async function openSession(): Promise<Link> {
    const client = new pg.Client({ connectionString: server.reveal(), application_name: 'pooler' });
    client.on('error', () => undefined);
    await client.connect();
    // Signed in by the driver; from here on the bytes are ours.
    const socket = (client as unknown as { connection: { stream: Socket } }).connection.stream;
    socket.removeAllListeners('data');
    const link: Link = { socket, onFrame: () => undefined };
    socket.on(
      'data',
      readFrames((type, frame) => link.onFrame(type, frame)),
    );
    return link;
  }

  function giveBack(link: Link): void {
    // What arrives for nobody is dropped, notifications as well.
    link.onFrame = () => undefined;
    const next = waiting.shift();
    if (next === undefined) idle.push(link);
    else next(link);
  }

  const borrow = (): Promise<Link> => {
    const link = idle.shift();
    return link === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(link);
  };

  /** A session whose client went away may be in the middle of something. */
  async function replace(link: Link): Promise<void> {
    link.socket.destroy();
    if (!stopped) giveBack(await openSession());
  }

  function serve(client: Socket): void {
    let link: Link | undefined;
    let turn: Promise<void> = Promise.resolve();

    async function toServer(type: string, frame: Buffer): Promise<void> {
      if (type === 'X') return void client.end();
      if (link === undefined) {
        link = await borrow();
        link.onFrame = toClient;
      }
      link.socket.write(frame);
    }

    function toClient(type: string, frame: Buffer): void {
      const isReady = type === 'Z';
      const isInTransaction = isReady && frame.toString('latin1', 5, 6) !== 'I';
      if (isInTransaction && mode === 'statement') {
        client.end(refusal('08P01', 'transaction blocks not allowed in statement pooling mode'));
        return;
      }
      if (isReady && !isInTransaction && mode !== 'session' && link !== undefined) {
        const lent = link;
        link = undefined;
        giveBack(lent);
      }
      client.write(frame);
    }

    const onFrame = readFrames((type, frame) => {
      turn = turn.then(() => toServer(type, Buffer.from(frame))).catch(() => undefined);
    });
    const onStart = (chunk: Buffer): void => {
      // What a client says that was refused already: goodbye.
      if (chunk.length < 8) return;
      const code = chunk.readInt32BE(4);
      if (code === SSL_REQUEST) return void client.write('N');
      if (code === CANCEL_REQUEST) return void client.end();
      const words = chunk.toString('utf8', 8).split('\0');
      const named = (name: string): string | undefined => words[words.indexOf(name) + 1];
      if (words.includes('options'))
        return void client.end(refusal('08P01', 'unsupported startup parameter: options'));
      if (named('user') !== user || named('database') !== database)
        return void client.end(refusal('28P01', `no such user: ${named('user')}`));
      client.off('data', onStart).on('data', onFrame);
      // As PgBouncer's, the key by which a statement is cancelled is the pooler's own and no process of the server.
      const key = Buffer.alloc(8);
      key.writeInt32BE(randomInt(2 ** 31 - 1), 0);
      client.write(
        Buffer.concat([
          message('R', Buffer.alloc(4)),
          message('S', Buffer.from('client_encoding\0UTF8\0')),
          message('K', key),
          message('Z', Buffer.from('I')),
        ]),
      );
    };
    client.on('data', onStart);
    client.on('error', () => undefined);
    client.on('close', () => {
      sockets.delete(client);
      const left = link;
      link = undefined;
      if (left !== undefined) void replace(left);
    });
  }

  for (let count = 0; count < sessions; count += 1) idle.push(await openSession());
  const listening = createServer((client) => {
    sockets.add(client);
    serve(client);
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  // It lets everybody in, as poolers on the machine of the program often do.
  const url = new URL(forTools(server).reveal());
  url.port = String((listening.address() as AddressInfo).port);
  return {
    url: new Secret(url.href),
    async stop() {
      stopped = true;
      for (const client of sockets) client.destroy();
      for (const { socket } of idle) socket.destroy();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
}
