import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpError } from '../errors.ts';

/** Deeper than any body of ours by far, and no depth at which a function that calls itself runs out of stack. */
const MOST_LEVELS = 32;

/** Level by level instead of by a function that calls itself: what it is there to find would end that. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function holds(value: unknown, isBad: (leaf: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return isBad(value);
  if (Buffer.isBuffer(value)) return false;
  return Object.entries(value).some(([name, inner]) => isBad(name) || holds(inner, isBad));
}

const isInfinite = (leaf: unknown): boolean => typeof leaf === 'number' && !Number.isFinite(leaf);
const hasNul = (leaf: unknown): boolean => typeof leaf === 'string' && leaf.includes('\0');

/** Whether a value stands where another type was sent; what was left out or filled in does not count. */
function isTurned(sent: unknown, got: unknown): boolean {
  if (typeof sent !== 'object' || sent === null || typeof got !== 'object' || got === null) {
    return sent !== got && !(Number.isNaN(sent) && Number.isNaN(got));
  }
  if (Array.isArray(sent) !== Array.isArray(got)) return true;
  const before = sent as Readonly<Record<string, unknown>>;
  return Object.entries(got).some(
    ([name, value]) => Object.hasOwn(before, name) && isTurned(before[name], value),
  );
}

/**
 * Refuses what the schemas let through and no handler should see:
 * - a JSON body that is nested deeper than anything we take, before it is copied, checked or turned;
 * - a JSON body of which a value was turned into another type. Addresses hold nothing but text, so Ajv turns types
 *   there; in a body `""` would become `null`, and `null` would become `false`, which lift limits nobody meant to lift;
 * - NUL, which PostgreSQL stores in no text;
 * - infinity: of the text `1e309` Ajv makes it, and then checks no limit, because its limits are for finite numbers.
 */
export function installStrictInput(app: FastifyInstance): void {
  const bodies = new WeakMap<FastifyRequest, unknown>();
  app.addHook('preValidation', (request, _reply, done) => {
    const { body } = request;
    if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) {
      if (isTooDeep(body)) {
        throw httpError('HTTP_VALIDATION_FAILED', {
          text: `The body is nested deeper than ${MOST_LEVELS} levels.`,
        });
      }
      bodies.set(request, structuredClone(body));
    }
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const { body, params, query } = request;
    if ([params, query, body].some((part) => holds(part, isInfinite))) {
      throw httpError('HTTP_VALIDATION_FAILED', { text: 'A number of the request is not a finite one.' });
    }
    if ([query, body].some((part) => holds(part, hasNul))) {
      throw httpError('HTTP_VALIDATION_FAILED', { text: 'A text of the request holds the character NUL.' });
    }
    if (bodies.has(request) && isTurned(bodies.get(request), body)) {
      throw httpError('HTTP_VALIDATION_FAILED', {
        text: 'A value of the body has another type than it should.',
      });
    }
    done();
  });
}
