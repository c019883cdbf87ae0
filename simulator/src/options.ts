import { InvalidArgumentError, type Command } from 'commander';

import { type Switches, switchesFrom } from './world/switches.ts';

const SIZES = ['tiny', 'small', 'medium', 'large'] as const;
const MOST_RECORDS = 10_000_000;
const MOST_COMPANIES = 1_000;
const MOST_CHANGES = 60_000;

/** What the simulator is started with, as read from a command line. */
export type SimulatorArguments = {
  readonly host: string;
  readonly port: number;
  readonly seed: number;
  readonly size: (typeof SIZES)[number] | number;
  readonly companies: number | undefined;
  readonly stateDir: string | undefined;
  readonly live: number | undefined;
  readonly webhooks: readonly { readonly url: string; readonly verifierToken: string }[];
  readonly switches: Switches;
};

/** Switches by their path, `limits.scale` say, in the order in which they were given. */
type NamedSwitches = readonly (readonly [path: string, value: unknown])[];

/** Adds the options to a command; each refuses what it cannot use in a sentence that names it. */
export function addSimulatorOptions(command: Command): void {
  command
    .option('--port <port>', 'Port to listen on.', whole(1, 65_535), 4010)
    .option('--host <address>', 'Address to listen on; another opens it to that network.', '127.0.0.1')
    .option('--companies <number>', 'How many companies; four kinds take turns.', whole(1, MOST_COMPANIES), 4)
    .option('--size <size>', `Records in each company: ${SIZES.join(', ')} or a number.`, size, 'small')
    .option('--seed <number>', 'Same seed, same companies.', whole(0, 999_999_999), 1)
    .option('--live <number>', 'Change so many records a minute, as people would.', whole(0, MOST_CHANGES))
    .option('--state-dir <folder>', 'Keep changes and grants in this folder over a restart.')
    .option('--limits <scale>', "Intuit's limits times this number: 1, 0.1, off.", limits)
    .option(
      '--monthly-budget <reads>',
      'Refuse billable reads beyond so many a month.',
      whole(1, 1_000_000_000),
    )
    .option('--webhook-url <url>', 'Tell this address of changes; needs --webhook-token.', webUrl)
    .option('--webhook-token <token>', 'Verifier token that signs what is sent there.')
    .option(
      '--webhook-shape <shape>',
      'cloudevents, or classic as before 2026.',
      word('cloudevents', 'classic'),
    )
    .option('--rotation <when>', 'Refresh tokens change daily or always.', word('daily', 'always'))
    .option('--rotation-grace <seconds>', 'A replaced refresh token still works so long.', whole(0, 86_400))
    .option('--switch <name=value>', 'Set any switch of docs/simulator.md; may be repeated.', assignment, []);
}

/** What the options say; a text is the sentence that tells what does not fit. */
export function readSimulatorOptions(
  options: Readonly<Record<string, unknown>>,
): SimulatorArguments | string {
  const url = options['webhookUrl'] as string | undefined;
  const verifierToken = options['webhookToken'] as string | undefined;
  if ((url === undefined) !== (verifierToken === undefined || verifierToken === ''))
    return '--webhook-url and --webhook-token belong together: the token signs what is sent to the address.';
  const scale = options['limits'] as number | undefined;
  const budget = options['monthlyBudget'] as number | undefined;
  const grace = options['rotationGrace'] as number | undefined;
  const named: NamedSwitches = [
    ['limits.enabled', scale === undefined ? undefined : scale > 0],
    ['limits.scale', scale === 0 ? undefined : scale],
    ['metering.block', budget === undefined ? undefined : true],
    ['metering.monthlyReads', budget],
    ['webhooks.shape', options['webhookShape']],
    ['tokens.rotation', options['rotation']],
    ['tokens.graceMs', grace === undefined ? undefined : grace * 1_000],
  ];
  const switches = switchesFrom([
    ...named.filter(([, value]) => value !== undefined),
    ...(options['switch'] as NamedSwitches),
  ]);
  if (typeof switches === 'string')
    return `--switch ${switches}. docs/simulator.md lists the switches and what they take.`;
  return {
    host: options['host'] as string,
    port: options['port'] as number,
    seed: options['seed'] as number,
    size: options['size'] as SimulatorArguments['size'],
    companies: options['companies'] as number | undefined,
    stateDir: options['stateDir'] as string | undefined,
    live: options['live'] as number | undefined,
    webhooks: url === undefined ? [] : [{ url, verifierToken: verifierToken ?? '' }],
    switches,
  };
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return number;
  };
}

function word(...words: readonly string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`It must be ${words.join(' or ')}.`);
    return text;
  };
}

function size(text: string): SimulatorArguments['size'] {
  const found = SIZES.find((candidate) => candidate === text);
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (found === undefined && !(number >= 1 && number <= MOST_RECORDS))
    throw new InvalidArgumentError(`It must be ${SIZES.join(', ')} or a number from 1 to ${MOST_RECORDS}.`);
  return found ?? number;
}

/** The factor all limits are multiplied with; 0 is none at all. */
function limits(text: string): number {
  if (text === 'off') return 0;
  const scale = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : 0;
  if (scale <= 0) throw new InvalidArgumentError('It must be a number above 0, or off.');
  return scale;
}

function webUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError('It must be an http or https address.');
  return text;
}

function assignment(text: string, before: NamedSwitches): (readonly [path: string, value: unknown])[] {
  const [, path = '', value = ''] = /^([\w.]+)=(.+)$/.exec(text) ?? [];
  if (path === '')
    throw new InvalidArgumentError('It must be a name, =, and a value, for example cdcDays=0.');
  return [...before, [path, plain(value)]];
}

/** Numbers, true and false as such; any other value is a text. */
function plain(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
