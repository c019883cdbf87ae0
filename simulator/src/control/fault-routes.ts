import { Fault } from '../base/fault.ts';
import { type Answer, applicationFault, gatewayFault, gatewayFaultXml, json } from '../http/answer.ts';
import { faultPresets, isFaultPreset } from '../http/fault-presets.ts';
import { type FaultKind, type InjectedFault, endings } from '../http/injected-faults.ts';
import { type ControlRoute, type Input, numberOf, problem, textOf } from './route.ts';

/** The faults that can be ordered, by name. */
export const faultKinds: readonly string[] = [
  ...Object.keys(faultPresets),
  ...endings,
  'application',
  'gateway',
  'custom',
];

/** The answer that stands in for the real one; undefined for the kinds that only delay or break it. */
function answerOf(kind: string, input: Input): InjectedFault['answer'] {
  if (isFaultPreset(kind)) return faultPresets[kind];
  const status = typeof input['status'] === 'number' ? input['status'] : undefined;
  const code = textOf(input['code'], '0');
  const message = textOf(input['message'], 'Simulated');
  const detail = textOf(input['detail'], message);
  switch (kind) {
    case 'application': {
      const type = textOf(input['type'], 'ValidationFault');
      const error = { Message: message, Detail: detail, code, element: textOf(input['element'], '') };
      const fault = new Fault(error, { type, status: status ?? 400 });
      return (nowMs) => applicationFault(fault, nowMs);
    }
    case 'gateway': {
      const fault = { status: status ?? 500, type: textOf(input['type'], 'SERVICE'), code, message, detail };
      return (nowMs) => (input['xml'] === true ? gatewayFaultXml(fault, nowMs) : gatewayFault(fault, nowMs));
    }
    case 'custom': {
      const headers = { 'content-type': textOf(input['contentType'], 'application/json') };
      const answer: Answer = { status: status ?? 500, headers, body: textOf(input['body'], '') };
      return () => answer;
    }
    default:
      return undefined;
  }
}

function parseFault(input: Input): InjectedFault | string {
  const kind = textOf(input['kind'], 'internal');
  if (!faultKinds.includes(kind)) return `kind must be one of ${faultKinds.join(', ')}.`;
  const remaining = numberOf(input['count'], 1);
  const probability = numberOf(input['probability'], 1);
  const latencyMs = numberOf(input['latencyMs'], 0);
  const skip = numberOf(input['skip'], 0);
  const { path = '', realmId, executes = false } = input;
  if (remaining === undefined || probability === undefined || latencyMs === undefined || skip === undefined)
    return 'count, probability, latencyMs and skip are numbers, 0 or more.';
  if (typeof path !== 'string' || (realmId !== undefined && typeof realmId !== 'string'))
    return 'path and realmId are texts.';
  if (typeof executes !== 'boolean') return 'executes is true or false.';
  const { status } = input;
  if (status !== undefined && !(Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599))
    return 'status is a number from 200 to 599.';
  const answer = answerOf(kind, input);
  return {
    kind: kind as FaultKind,
    answer,
    remaining,
    probability,
    latencyMs,
    skip,
    path,
    realmId,
    executes,
  };
}

const FIELDS =
  'kind count probability skip path realmId latencyMs executes status type code message detail element xml body contentType'.split(
    ' ',
  );

/** Faults for the calls to come. */
export const faultRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/simulator/faults',
    answer: ({ world }) => json(200, { waiting: world.faults.waiting, kinds: faultKinds }),
  },
  {
    method: 'POST',
    path: '/simulator/faults',
    takes: FIELDS,
    answer: ({ world, input }) => {
      const fault = parseFault(input);
      if (typeof fault === 'string') return problem(400, fault);
      world.faults.add(fault);
      return json(200, { waiting: world.faults.waiting });
    },
  },
  {
    method: 'DELETE',
    path: '/simulator/faults',
    answer: ({ world }) => {
      world.faults.clear();
      return json(200, { waiting: [] });
    },
  },
];
