export type FaultError = {
  readonly Message: string;
  readonly Detail: string;
  readonly code: string;
  readonly element?: string;
};

/**
 * What QuickBooks answers instead of a record: thrown by an operation, rendered by the HTTP layer as
 * `{"Fault":{"Error":[...],"type":...},"time":...}`. It is an answer of the simulated service, not a failure of ours.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly status: number;
  readonly type: string;
  readonly errors: readonly FaultError[];
  /** A few faults come without the envelope's time (facts#fault-shape). */
  readonly timed: boolean;

  constructor(
    error: FaultError,
    options: { status?: number; type?: string; timed?: boolean; more?: readonly FaultError[] } = {},
  ) {
    super(error.Detail);
    this.errors = [error, ...(options.more ?? [])];
    this.status = options.status ?? 400;
    this.type = options.type ?? 'ValidationFault';
    this.timed = options.timed ?? true;
  }
}

export const faults = {
  parser: (detail: string): Fault =>
    new Fault({ Message: 'Error parsing query', Detail: `QueryParserError: ${detail}`, code: '4000' }),
  invalidQuery: (detail: string): Fault =>
    new Fault({ Message: 'Invalid query', Detail: `QueryValidationError: ${detail}`, code: '4001' }),
  notFound: (): Fault =>
    new Fault({
      Message: 'Object Not Found',
      Detail:
        "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
      code: '610',
      element: '',
    }),
  invalidId: (id: string): Fault =>
    new Fault(
      {
        Message: 'Invalid ID',
        Detail: `Id should be a valid number. Supplied value:${id}`,
        code: '2030',
        element: 'Id',
      },
      { timed: false },
    ),
  stale: (): Fault =>
    new Fault({
      Message: 'Stale Object Error',
      Detail:
        'Stale Object Error : You and Robin Sample were working on this at the same time. Robin Sample finished before you did, so your work was not saved.',
      code: '5010',
      element: '',
    }),
  duplicateName: (): Fault =>
    new Fault({
      Message: 'Duplicate Name Exists Error',
      Detail: 'The name supplied already exists. : null',
      code: '6240',
    }),
  business: (detail: string): Fault =>
    new Fault({
      Message: 'A business validation error has occurred while processing your request',
      Detail: `Business Validation Error: ${detail}`,
      code: '6000',
      element: '',
    }),
  deposited: (): Fault =>
    new Fault({
      Message: 'Deposited Transaction cannot be changed',
      Detail:
        'Deposited Transaction cannot be changed : If you want to change or delete it, you must edit the deposit it appears on and remove it first.',
      code: '6540',
      element: '',
    }),
  featureNotIncluded: (entity: string): Fault =>
    new Fault({
      Message: 'Feature Not Supported Error',
      Detail: `Feature Not Supported Error : ${entity} is not included in the subscription of this company.`,
      code: '5030',
      element: '',
    }),
  unknownProperty: (entity: string, property: string, known: readonly string[]): Fault =>
    new Fault({
      Message: 'Request has invalid or unsupported property',
      Detail: `Property Name:Unrecognized field "${property}" (class com.intuit.schema.finance.v3.${entity}), not marked as ignorable (${known.length} known properties: ${known.map((name) => `"${name}"`).join(', ')} [truncated]])\n specified is unsupported or invalid`,
      code: '2010',
    }),
  badJson: (): Fault =>
    new Fault({
      Message: 'Request has invalid or unsupported property',
      Detail: 'Property Name:Can not deserialize the request body specified is unsupported or invalid',
      code: '2010',
    }),
  missing: (parameter: string): Fault =>
    new Fault({
      Message: 'Required param missing, need to supply the required value for the API',
      Detail: `Required parameter ${parameter} is missing in the request`,
      code: '2020',
      element: parameter,
    }),
  invalidReference: (property: string, id: string): Fault =>
    new Fault({
      Message: 'Invalid Reference Id',
      Detail: `Invalid Reference Id : ${property} element id ${id} not found`,
      code: '2500',
      element: property,
    }),
  invalidEnumeration: (property: string, value: string, words: readonly string[]): Fault =>
    new Fault({
      Message: 'Invalid Enumeration',
      Detail: `Invalid Enumeration : Supplied value:${value}. It must be one of ${words.join(', ')}`,
      code: '2170',
      element: property,
    }),
  invalidDate: (property: string, value: string): Fault =>
    new Fault({
      Message: 'Invalid Date',
      Detail: `Invalid date : Supplied value:${value}`,
      code: '2060',
      element: property,
    }),
  tooLong: (property: string, max: number): Fault =>
    new Fault({
      Message: 'String length is either shorter or longer than supported by specification',
      Detail: `String length specified does not match the supported length. Min:0 Max:${max} supported. Supplied length exceeds it in ${property}`,
      code: '2050',
      element: property,
    }),
  noSuchPath: (path: string): Fault =>
    new Fault({
      Message: 'Unsupported Operation',
      Detail: `Operation Could not find resource for relative : ${path} of full path: ${path} is not supported.`,
      code: '500',
    }),
  illegalNumber: (property: string): Fault =>
    new Fault({
      Message: 'Illegal number format',
      Detail: `Illegal number format : The number is larger than 15 digits : ${property}`,
      code: '2080',
      element: property,
    }),
  unsupported: (operation: string): Fault =>
    new Fault({
      Message: 'Unsupported Operation',
      Detail: `Operation ${operation} is not supported.`,
      code: '500',
      element: 'Operation',
    }),
  batchTooLarge: (max: number): Fault =>
    new Fault({
      Message: 'Batch request is too large',
      Detail: `The maximum number of batch items in a single request is ${max}.`,
      code: '1040',
      element: 'BatchItemRequest',
    }),
  duplicateRequest: (requestId: string): Fault =>
    new Fault({
      Message: 'Duplicate Request',
      Detail: `A request with the requestid ${requestId} has already been made.`,
      code: '600',
      element: 'requestid',
    }),
  poisonedQuery: (): Fault =>
    new Fault(
      {
        Message: 'Error processing query',
        Detail: 'QueryProcessingError: To email address entered is invalid',
        code: '4002',
      },
      { type: 'Service' },
    ),
  system: (detail = 'An unexpected error occurred while accessing or saving your data.'): Fault =>
    new Fault(
      {
        Message: 'An application error has occurred while processing your request',
        Detail: `System Failure Error: ${detail}`,
        code: '10000',
      },
      { status: 500, type: 'SystemFault' },
    ),
};
