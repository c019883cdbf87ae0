/*
 * Ten thousand tries to sign in against a running server: from many addresses at one account, from one address at many
 * accounts, and as fast as they come. No more may reach a password than the limits say, the answers must not tell
 * which accounts exist, and whoever is signed in must be served meanwhile.
 * Usage: node test/soak/sign-in.ts [tries]
 */
import { createAccess } from '../../src/access/access.ts';
import { signInLimits } from '../../src/access/sign-in-limits.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLogger } from '../../src/base/logger.ts';
import { listen } from '../../src/http/listen.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { createTestApp } from '../support/http-app.ts';
import { startTestServer } from '../support/postgres-server.ts';

const tries = Number(process.argv[2] ?? 10_000);
const AT_ONCE = 64;
const email = 'owner@example.com';
const password = 'the right password of the owner';

const server = await startTestServer();
const db = await openDatabase({ url: server.url, logger: silentLogger, maxConnections: 10 });
await migrate(db, { directory: new URL('../../migrations/', import.meta.url), logger: silentLogger });
const access = createAccess({ db, clock: systemClock });
await access.signIn.createFirstOwner({ email, password });
const app = await createTestApp({ db, access, demoSignIn: false, trustedProxies: ['127.0.0.1'] });
const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
const session = await access.sessions.open((await access.users.getByEmail(email)).id, {});

async function attempt(account: string, address: string): Promise<string> {
  const answer = await fetch(`${url}/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email: account, password: 'not the right password' }),
  });
  const body = (await answer.json()) as { code?: string };
  return `${answer.status} ${body.code ?? ''}`;
}

async function flood(name: string, count: number, of: (index: number) => readonly [string, string]) {
  const answers: Record<string, number> = {};
  const slowest: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  let flooding = true;
  const watch = (async () => {
    while (flooding) {
      const askedAt = performance.now();
      const answer = await fetch(`${url}/v1/auth/session`, {
        headers: { cookie: `ledger_mirror_session=${session}`, 'x-forwarded-for': '198.51.100.77' },
      });
      await answer.arrayBuffer();
      if (answer.status === 200) slowest.push(performance.now() - askedAt);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let index = next++; index < count; index = next++) {
        const [account, address] = of(index);
        const answer = await attempt(account, address);
        answers[answer] = (answers[answer] ?? 0) + 1;
      }
    }),
  );
  flooding = false;
  await watch;
  const seconds = (performance.now() - startedAt) / 1000;
  slowest.sort((a, b) => a - b);
  const result = {
    name,
    count,
    seconds: Math.round(seconds),
    answers,
    slowestOtherMs: Math.round(slowest.at(-1) ?? 0),
  };
  console.log(JSON.stringify(result));
  return result;
}

const addressOf = (index: number): string => `203.0.${Math.floor(index / 250) % 250}.${index % 250}`;
const third = Math.ceil(tries / 3);
const problems: string[] = [];
try {
  // A try that is told "wrong" reached the password.
  const reached = (answers: Record<string, number>): number => answers['401 ACCESS_SIGN_IN_REFUSED'] ?? 0;
  const account = await flood('one account, many addresses', third, (index) => [email, addressOf(index)]);
  if (reached(account.answers) > signInLimits.account)
    problems.push('more tries at one account than allowed');
  const unknown = await flood('one unknown account, many addresses', third, (index) => [
    'nobody@example.com',
    addressOf(index),
  ]);
  if (reached(unknown.answers) > signInLimits.account)
    problems.push('more tries at an unknown account than allowed');
  const many = await flood('many accounts, one address', third, (index) => [
    `user${index}@example.com`,
    '192.0.2.1',
  ]);
  if (reached(many.answers) > signInLimits.address) problems.push('more tries of one address than allowed');
  for (const { name, answers } of [account, unknown, many]) {
    const odd = Object.keys(answers).filter((answer) => !/^(401|429|503) /.test(answer));
    if (odd.length > 0) problems.push(`${name}: ${odd.join(', ')}`);
  }
  const [{ count }] = (await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ledger_mirror.audit WHERE action LIKE 'sign_in.%'`,
  )) as [{ count: number }];
  console.log(`entries of the trail: ${count}`);
  if (count > tries / 10) problems.push('the trail grows with every refused try');
} finally {
  await app.close();
  await db.close();
  await server.stop();
}
console.log(problems.length === 0 ? 'All within the limits.' : problems.join('\n'));
process.exit(problems.length === 0 ? 0 : 1);
