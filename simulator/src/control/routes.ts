import { type Answer } from '../http/answer.ts';
import { type Request } from '../http/request.ts';
import { type World } from '../world/world.ts';
import { companyRoutes } from './company-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { type ControlRoute, type Input, problem } from './route.ts';
import { serviceRoutes } from './service-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** The control interface under /simulator: what a test or a person does to the simulated service from outside. */
export const controlRoutes: readonly ControlRoute[] = [
  ...companyRoutes,
  ...faultRoutes,
  ...serviceRoutes,
  ...webhookRoutes,
].map((route): ControlRoute => (route.method === 'POST' ? route : { ...route, takes: [] }));

const compiled = controlRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

function inputOf(body: string): Input | string {
  if (body === '') return {};
  try {
    const input = JSON.parse(body) as unknown;
    const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
    return isObject ? (input as Input) : 'The body must be an object.';
  } catch {
    return 'The body is not JSON.';
  }
}

/** A misspelt field would otherwise be as if it had not been given. */
function strayField({ takes }: ControlRoute, input: Input): string | undefined {
  const stray = takes === undefined ? undefined : Object.keys(input).find((name) => !takes.includes(name));
  if (stray === undefined || takes === undefined) return undefined;
  const known = takes.length === 0 ? 'takes no fields' : `takes ${takes.join(', ')}`;
  return `There is no field ${stray.slice(0, 40)} here; this call ${known}.`;
}

/** Answers a request to the control interface. */
export async function answerControl(world: World, request: Request): Promise<Answer> {
  const input = inputOf(request.body);
  if (typeof input === 'string') return problem(400, input);
  const path = request.path.replace(/\/$/, '');
  for (const { route, pattern } of compiled) {
    const match = route.method === request.method ? pattern.exec(path) : null;
    const stray = match === null ? undefined : strayField(route, input);
    if (stray !== undefined) return problem(400, stray);
    if (match !== null) return route.answer({ world, parameters: match.groups ?? {}, input });
  }
  return problem(404, 'The control interface has no such path; docs/simulator.md lists those it has.');
}
