import { Fault, faults } from '../fault.ts';
import { page } from '../oauth/consent-page.ts';
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

/** Every fault of facts 7 that can be had by name, in the shape it was seen in. */
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
  'query-parser': application(faults.parser('Encountered " <EOF> "" at line 1, column 1.')),
  'query-invalid': application(faults.invalidQuery('invalid context declaration: Simulated')),
  poison: application(faults.poisonedQuery()),
  'not-found': application(faults.notFound()),
  stale: application(faults.stale()),
  'duplicate-name': application(faults.duplicateName()),
  business: application(faults.business('Simulated.')),
  unsupported: application(faults.unsupported('simulated')),
  'invalid-grant': () => json(400, { error: 'invalid_grant' }),
  'invalid-grant-described': () => json(400, { error_description: 'Token invalid', error: 'invalid_grant' }),
  'invalid-client': () => json(401, { error: 'invalid_client' }),
} satisfies Record<string, (nowMs: number) => Answer>;

export type FaultPreset = keyof typeof faultPresets;

export function isFaultPreset(kind: string): kind is FaultPreset {
  return Object.hasOwn(faultPresets, kind);
}
