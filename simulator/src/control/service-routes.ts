import { json } from '../http/answer.ts';
import { withSwitches } from '../world/switches.ts';
import { type World } from '../world/world.ts';
import { type ControlRoute, numberOf, problem, textOf } from './route.ts';

const time = (world: World): { time: string } => ({ time: world.clock.now().toISOString() });

/** Outside of these no accounting happens, and dates cannot be written any more. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2199;

/** The service as a whole: its time, its switches, what was asked of it, and who may. */
export const serviceRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/simulator/clock', answer: ({ world }) => json(200, time(world)) },
  {
    method: 'POST',
    path: '/simulator/clock',
    takes: ['advanceSeconds', 'jumpSeconds'],
    answer: ({ world, input }) => {
      const advance = numberOf(input['advanceSeconds'], 0);
      const { jumpSeconds: jump = 0 } = input;
      if (advance === undefined) return problem(400, 'advanceSeconds must be a number, 0 or more.');
      if (typeof jump !== 'number' || !Number.isFinite(jump))
        return problem(400, 'jumpSeconds must be a number; below 0 it sets the clock back.');
      const year = new Date(world.clock.nowMs + (advance + jump) * 1_000).getUTCFullYear();
      if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
        return problem(400, `The time must stay between the years ${FIRST_YEAR} and ${LAST_YEAR}.`);
      world.advance((advance + jump) * 1_000);
      return json(200, time(world));
    },
  },
  { method: 'GET', path: '/simulator/calls', answer: ({ world }) => json(200, world.calls.report()) },
  {
    method: 'DELETE',
    path: '/simulator/calls',
    answer: ({ world }) => {
      world.calls.clear();
      return json(200, world.calls.report());
    },
  },
  { method: 'GET', path: '/simulator/switches', answer: ({ world }) => json(200, world.switches) },
  {
    method: 'POST',
    path: '/simulator/switches',
    answer: ({ world, input }) => {
      const switches = withSwitches(world.switches, input);
      if (typeof switches === 'string') return problem(400, switches);
      world.switches = switches;
      return json(200, switches);
    },
  },
  {
    method: 'POST',
    path: '/simulator/tokens/revoke',
    takes: ['realmId'],
    answer: ({ world, input }) => {
      const realmId = textOf(input['realmId']);
      if (!world.companies.has(realmId)) return problem(404, 'realmId names no company.');
      return json(200, { revoked: world.tokens.revokeCompany(realmId) });
    },
  },
];
