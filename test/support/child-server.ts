import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own, told what to be by `start`. */
export type ChildServer<Told> = { readonly told: Told; readonly pid: number; stop(): Promise<void> };

/**
 * Forks a module that serves and says over IPC what its caller has to know; its orders are in the environment variable
 * ORDERS, as JSON.
 */
export async function startChild<Told>(module: URL, orders: unknown): Promise<ChildServer<Told>> {
  const child: ChildProcess = fork(module, { env: { ...process.env, ORDERS: JSON.stringify(orders) } });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const told = await new Promise<Told>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Told));
    child.once('exit', (code) => reject(new Error(`${module.pathname} ended with ${code}.`)));
  });
  return {
    told,
    pid: child.pid ?? 0,
    async stop() {
      process.off('exit', end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What this process was told to be. */
export const ordersOf = <T>(): T => JSON.parse(process.env['ORDERS'] ?? '{}') as T;
