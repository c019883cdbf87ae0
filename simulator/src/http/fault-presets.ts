import { Fault, faults } from '../base/fault.ts';
import { page } from './page.ts';
import {
  type Answer,
  applicationFault,
  gatewayFault,
  gatewayFaultXml,
  gatewayFaults,
  html,
  json,
} from './answer.ts';

const UNAVAILABLE =
  '<html><head><title>503 Service Temporarily Unavailable</title></head><body><center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>Avi Vantage/</center></body></html>';

const application =
  (fault: Fault) =>
  (nowMs: number): Answer =>
    applicationFault(fault, nowMs);

/** A fault of which no more than the code and the meaning is known (facts#fault-codes). */
const plain = (code: string, message: string, detail: string): ((nowMs: number) => Answer) =>
  application(new Fault({ Message: message, Detail: `${message} : ${detail}`, code, element: '' }));

/** Two errors in one fault, as recorded. */
const severalErrors = new Fault(
  {
    Message: 'Length exceeds limit',
    Detail: 'Length of the field exceeds the maximum of 30 chars: Simulated',
    code: '2050',
    element: 'Simulated',
  },
  {
    more: [
      {
        Message: 'Illegal number format',
        Detail: 'Number expected: Simulated',
        code: '2080',
        element: 'Simulated',
      },
    ],
  },
);

const grantError = (description: string): Answer =>
  json(400, { error: 'invalid_grant', error_description: description });

/** Every fault of facts#oauth-errors and facts#faults that can be had by name, in the shape it was seen in. */
export const faultPresets = {
  unauthorized: (nowMs) => gatewayFault(gatewayFaults.unauthorized('Token expired: simulated'), nowMs),
  'wrong-cluster': (nowMs) => gatewayFault(gatewayFaults.wrongCluster, nowMs),
  'authentication-xml': (nowMs) => gatewayFaultXml(gatewayFaults.authentication, nowMs),
  'authorization-120': application(
    new Fault(
      { Message: 'Authorization Failure', Detail: 'Authorization Failure', code: '120', element: '' },
      { status: 401, type: 'AuthorizationFault' },
    ),
  ),
  forbidden: (nowMs) => gatewayFault(gatewayFaults.forbidden, nowMs),
  'forbidden-plain': (nowMs) => gatewayFault(gatewayFaults.authorization, nowMs),
  throttle: (nowMs) => gatewayFaultXml(gatewayFaults.throttled, nowMs),
  'throttle-json': (nowMs) => gatewayFault(gatewayFaults.throttled, nowMs),
  'throttle-403': (nowMs) => gatewayFaultXml({ ...gatewayFaults.throttled, status: 403 }, nowMs),
  internal: (nowMs) => gatewayFault(gatewayFaults.internal, nowMs),
  system: application(faults.system()),
  unavailable: () => html(503, UNAVAILABLE),
  html: () => html(200, page("We'll be back soon", '<p>We are doing some maintenance.</p>')),
  timeout: (nowMs) => gatewayFaultXml(gatewayFaults.timeout, nowMs),
  'subscription-ended': application(
    new Fault({
      Message: 'Invalid Company Status',
      Detail:
        "Subscription period has ended or canceled or there was a billing problem : You can't add data to QuickBooks Online Plus because your trial or subscription period ended, you canceled your subscription, or there was a billing problem.",
      code: '6190',
      element: '',
    }),
  ),
  'feature-not-included': application(faults.featureNotIncluded('Simulated')),
  'query-parser': application(faults.parser('Encountered " <EOF> "" at line 1, column 1.')),
  'query-invalid': application(faults.invalidQuery('invalid context declaration: Simulated')),
  poison: application(faults.poisonedQuery()),
  'not-found': application(faults.notFound()),
  stale: application(faults.stale()),
  'duplicate-name': application(faults.duplicateName()),
  business: application(faults.business('Simulated.')),
  unsupported: application(faults.unsupported('simulated')),
  'unknown-property': application(faults.unknownProperty('Simulated', 'Simulated', [])),
  'missing-parameter': application(faults.missing('Simulated')),
  'invalid-id': application(faults.invalidId('1.5')),
  'invalid-reference': application(faults.invalidReference('Simulated', '0')),
  'invalid-enumeration': application(faults.invalidEnumeration('Simulated', 'x', ['y'])),
  'invalid-date': application(faults.invalidDate('Simulated', 'x')),
  'length-and-number': application(severalErrors),
  'duplicate-document': plain(
    '6140',
    'Duplicate Document Number Error',
    'You must specify a different number.',
  ),
  'period-closed': plain('6210', 'Account Period Closed', 'The account period has closed.'),
  'duplicate-request': application(faults.duplicateRequest('simulated')),
  'batch-too-large': application(faults.batchTooLarge(30)),
  'invalid-file': plain('6041', 'Invalid File', 'The file is of a type that is not supported.'),
  deposited: application(faults.deposited()),
  'fault-inside-200': (nowMs) => ({ ...applicationFault(faults.business('Simulated.'), nowMs), status: 200 }),
  'invalid-grant': () => json(400, { error: 'invalid_grant' }),
  'invalid-grant-described': () => json(400, { error_description: 'Token invalid', error: 'invalid_grant' }),
  'invalid-grant-token': () => grantError('Incorrect or invalid refresh token'),
  'invalid-grant-code': () => grantError('Invalid authorization code'),
  'invalid-request': () => json(400, { error: 'invalid_request' }),
  'unsupported-grant-type': () => json(400, { error: 'unsupported_grant_type' }),
  'invalid-client': () => json(401, { error: 'invalid_client' }),
} satisfies Record<string, (nowMs: number) => Answer>;

export type FaultPreset = keyof typeof faultPresets;

export function isFaultPreset(kind: string): kind is FaultPreset {
  return Object.hasOwn(faultPresets, kind);
}
