import { findEntity } from '../entities/entities.ts';
import { json } from '../http/answer.ts';
import { type EventVerb } from '../webhooks/events.ts';
import { type ControlRoute, type Input, problem, textOf } from './route.ts';

const VERBS: readonly EventVerb[] = ['created', 'updated', 'deleted', 'merged', 'void', 'emailed'];

function subscriptionProblem({ url, verifierToken, entities = [] }: Input): string | undefined {
  const isHttp = typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isHttp) return 'url must be an http or https address.';
  if (typeof verifierToken !== 'string' || verifierToken === '') return 'verifierToken must be a text.';
  const areKnown =
    Array.isArray(entities) && entities.every((name) => findEntity(textOf(name)) !== undefined);
  return areKnown ? undefined : 'entities must be a list of entity names.';
}

/** Who is told of changes. */
export const webhookRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/simulator/webhooks', answer: ({ world }) => json(200, world.webhooks.describe()) },
  {
    method: 'POST',
    path: '/simulator/webhooks',
    takes: ['url', 'verifierToken', 'entities'],
    answer: ({ world, input }) => {
      const wrong = subscriptionProblem(input);
      if (wrong !== undefined) return problem(400, wrong);
      const names = (input['entities'] ?? []) as readonly string[];
      const entities = names.flatMap((name) => findEntity(name)?.name ?? []);
      const target = { url: textOf(input['url']), verifierToken: textOf(input['verifierToken']), entities };
      return json(201, world.webhooks.subscribe(target).describe());
    },
  },
  {
    method: 'DELETE',
    path: '/simulator/webhooks/:id',
    answer: ({ world, parameters }) =>
      world.webhooks.unsubscribe(parameters['id'] ?? '')
        ? json(200, world.webhooks.describe())
        : problem(404, 'There is no such subscription.'),
  },
  {
    method: 'POST',
    path: '/simulator/webhooks/events',
    takes: ['realmId', 'entity', 'id', 'verb'],
    answer: ({ world, input }) => {
      const verb = VERBS.find((known) => known === input['verb']);
      const entity = findEntity(textOf(input['entity']));
      const [realmId, entityId] = [textOf(input['realmId']), textOf(input['id'])];
      if (verb === undefined) return problem(400, `verb must be one of ${VERBS.join(', ')}.`);
      if (entity === undefined || !world.companies.has(realmId) || entityId === '')
        return problem(400, 'realmId, entity and id must name a record, living or not.');
      world.webhooks.forge({ realmId, entity: entity.name, entityId, verb });
      return json(202, world.webhooks.describe());
    },
  },
];
