import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { onFreePort } from './ports.ts';

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test('a port that is taken between the look and the start is left for the next one', async () => {
  const probe = await listening(0);
  const { port: first } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const tried: number[] = [];
  const servers: Server[] = [];
  const ours = await onFreePort('127.0.0.1', first, async (port) => {
    tried.push(port);
    // Somebody else is quicker the first time.
    if (tried.length === 1) servers.push(await listening(port));
    const server = await listening(port);
    servers.push(server);
    return server;
  });
  expect(tried.length).toBe(2);
  expect((ours.address() as AddressInfo).port).toBe(tried[1]);
  for (const server of servers) server.close();
});

test('what fails for another reason is not tried again', async () => {
  let tries = 0;
  const start = (): Promise<never> => {
    tries += 1;
    return Promise.reject(new Error('no memory'));
  };
  await expect(onFreePort('127.0.0.1', 20_000 + Math.floor(Math.random() * 10_000), start)).rejects.toThrow(
    'no memory',
  );
  expect(tries).toBe(1);
});
