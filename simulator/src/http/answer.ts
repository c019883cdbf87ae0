import { type Fault } from '../base/fault.ts';
import { envelopeTime } from '../values/pacific-time.ts';

/** An HTTP answer before it is sent. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

const API_HEADERS = {
  'content-type': 'application/json;charset=utf-8',
  'cache-control': 'max-age=0, no-cache, no-store, must-revalidate, private',
  'qbo-version': '1999.100',
  expires: '0',
};

/** `{"QueryResponse":...,"time":"..."}`: `inside` is the text of the first property, name included. */
export function envelope(inside: string, nowMs: number): Answer {
  return { status: 200, headers: API_HEADERS, body: `{${inside},"time":"${envelopeTime(nowMs)}"}` };
}

/** A report comes as it is, without the envelope's time (facts#report-shape). */
export function bare(value: unknown): Answer {
  return { status: 200, headers: API_HEADERS, body: JSON.stringify(value) };
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      'cache-control': 'no-cache, no-store',
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

/** A JSON text that is ready made. */
export function jsonText(body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' },
    body,
  };
}

export function plainText(body: string): Answer {
  return { status: 200, headers: { ...API_HEADERS, 'content-type': 'text/plain;charset=utf-8' }, body };
}

export function pdf(body: Buffer): Answer {
  return { status: 200, headers: { ...API_HEADERS, 'content-type': 'application/pdf' }, body };
}

export function html(status: number, body: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
    body,
  };
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

/** `"Fault":{...}`, as it stands in a fault of its own and in an item of a batch or an upload (facts#fault-shape, facts#fault-in-200). */
export function faultText(fault: Fault): string {
  return `"Fault":{"Error":${JSON.stringify(fault.errors)},"type":"${fault.type}"}`;
}

/** The capital-F fault of the application (facts#fault-shape). */
export function applicationFault(fault: Fault, nowMs: number): Answer {
  const time = fault.timed ? `,"time":"${envelopeTime(nowMs)}"` : '';
  const body = `{${faultText(fault)}${time}}`;
  return { status: fault.status, headers: { 'content-type': 'application/json' }, body };
}

export type GatewayFault = {
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly detail: string;
};

export const gatewayFaults = {
  unauthorized: (detail: string): GatewayFault => ({
    status: 401,
    type: 'AUTHENTICATION',
    code: '3200',
    message: 'AuthenticationFailed',
    detail,
  }),
  wrongCluster: {
    status: 401,
    type: 'AUTHENTICATION',
    code: '130',
    message: 'AccessingWrongCluster',
    detail: 'Accessing Wrong Cluster',
  },
  authentication: {
    status: 401,
    type: 'AuthenticationFault',
    code: '100',
    message: 'General Authentication Error',
    detail: 'AuthenticationFault',
  },
  budgetSpent: {
    status: 429,
    type: 'SERVICE',
    code: '3001',
    message: 'ThrottleExceeded',
    detail: 'The monthly limit of CorePlus calls was reached.  Try again next month',
  },
  forbidden: {
    status: 403,
    type: 'SERVICE',
    code: '3100',
    message: 'ApplicationAuthorizationFailed',
    detail: 'Application Authorization Failed',
  },
  authorization: {
    status: 403,
    type: 'SERVICE',
    code: '3100',
    message: 'AuthorizationFailed',
    detail: 'Authorization Failed',
  },
  throttled: {
    status: 429,
    type: 'SERVICE',
    code: '3001',
    message: 'ThrottleExceeded',
    detail: 'The request limit was reached.  Try again later',
  },
  timeout: {
    status: 504,
    type: 'SERVICE',
    code: '6002',
    message: 'GatewayTimeout',
    detail: 'The request timed out',
  },
  internal: {
    status: 500,
    type: 'SERVICE',
    code: '3100',
    message: 'InternalServerError',
    detail: 'Internal Server Error',
  },
} satisfies Record<string, GatewayFault | ((detail: string) => GatewayFault)>;

function gatewayMessage({ message, code, status }: GatewayFault): string {
  return `message=${message}; errorCode=${code.padStart(6, '0')}; statusCode=${status}`;
}

/** The lower-case fault of Intuit's gateway, with its many nulls and a time in milliseconds (facts#gateway-fault). */
export function gatewayFault(fault: GatewayFault, nowMs: number): Answer {
  const { status, type, code, detail } = fault;
  const body = {
    warnings: null,
    intuitObject: null,
    fault: { error: [{ message: gatewayMessage(fault), detail, code, element: null }], type },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: nowMs,
    status: null,
    cdcresponse: [],
  };
  const challenge =
    status === 401 ? { 'www-authenticate': 'Bearer realm="Intuit", error="invalid_token"' } : {};
  return {
    status,
    headers: { 'content-type': 'application/json', ...challenge },
    body: JSON.stringify(body),
  };
}

/** The same fault as XML: what throttling and gateway timeouts send whatever was accepted (facts#gateway-xml). */
export function gatewayFaultXml(fault: GatewayFault, nowMs: number): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><IntuitResponse time="${envelopeTime(nowMs)}" xmlns="http://schema.intuit.com/finance/v3"><Fault type="${fault.type}"><Error code="${fault.code}"><Message>${gatewayMessage(fault)}</Message><Detail>${fault.detail}</Detail></Error></Fault></IntuitResponse>`;
  return { status: fault.status, headers: { 'content-type': 'application/xml' }, body };
}
