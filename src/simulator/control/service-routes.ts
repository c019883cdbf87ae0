import { json } from '../http/answer.ts';
import { withSwitches } from '../switches.ts';
import { type World } from '../world.ts';
import { type ControlRoute, numberOf, problem, textOf } from './route.ts';

const time = (world: World): { time: string } => ({ time: world.clock.now().toISOString() });

/** The service as a whole: its time, its switches, what was asked of it, and who may. */
export const serviceRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/simulator/clock', answer: ({ world }) => json(200, time(world)) },
  {
    method: 'POST',
    path: '/simulator/clock',
    answer: ({ world, input }) => {
      const advance = numberOf(input['advanceSeconds'], 0);
      const { jumpSeconds: jump = 0 } = input;
      if (advance === undefined) return problem(400, 'advanceSeconds must be a number, 0 or more.');
      if (typeof jump !== 'number' || !Number.isFinite(jump))
        return problem(400, 'jumpSeconds must be a number; below 0 it sets the clock back.');
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
    answer: ({ world, input }) =>
      json(200, { revoked: world.tokens.revokeCompany(textOf(input['realmId'])) }),
  },
];
