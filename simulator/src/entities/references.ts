import { type Entity, IDENTITY, by, columns, entityDefaults, words } from './entity.ts';
import { documents } from './transactions.ts';
import { textAt } from '../values/json.ts';

/** The company's own two records, and what is neither a list nor a transaction. */
export const references: readonly Entity[] = [
  {
    ...entityDefaults,
    name: 'CompanyInfo',
    kind: 'singleton',
    defaultOrder: by('Id'),
    operations: ['update'],
    columns: {},
    properties:
      words(`CompanyName LegalName CompanyAddr CustomerCommunicationAddr LegalAddr CustomerCommunicationEmailAddr
      PrimaryPhone CompanyStartDate EmployerId FiscalYearStartMonth Country Email WebAddr SupportedLanguages DefaultTimeZone
      NameValue ${IDENTITY}`),
  },
  {
    ...entityDefaults,
    name: 'Preferences',
    kind: 'singleton',
    defaultOrder: by('Id'),
    operations: ['update'],
    columns: {},
    properties: words(`AccountingInfoPrefs ProductAndServicesPrefs SalesFormsPrefs EmailMessagesPrefs
      VendorAndPurchasesPrefs TimeTrackingPrefs TaxPrefs CurrencyPrefs ReportPrefs OtherPrefs ${IDENTITY}`),
  },
  {
    ...entityDefaults,
    name: 'ExchangeRate',
    kind: 'reference',
    sendsTotalCount: true,
    defaultOrder: [
      { column: 'SourceCurrencyCode', descending: false },
      { column: 'AsOfDate', descending: true },
    ],
    operations: ['create', 'update'],
    columns: columns({ string: 'SourceCurrencyCode TargetCurrencyCode', date: 'AsOfDate' }),
    // No Id and no SyncToken: the pair of currencies and the date are the key.
    properties: words('SourceCurrencyCode TargetCurrencyCode Rate AsOfDate domain sparse MetaData'),
    keyOf: (body) =>
      ['SourceCurrencyCode', 'TargetCurrencyCode', 'AsOfDate'].map((part) => textAt(body, part)).join('-'),
  },
  {
    ...entityDefaults,
    name: 'Attachable',
    kind: 'reference',
    longIds: true,
    defaultOrder: [{ column: 'MetaData.LastUpdatedTime', descending: true }],
    operations: ['create', 'update', 'delete'],
    maxLength: { Note: 2_000, FileName: 1_000 },
    columns: columns({
      string:
        'FileName Note Category ContentType Tag AttachableRef.EntityRef.Type AttachableRef.EntityRef.value',
      number: 'Size',
    }),
    properties: words(`FileName FileAccessUri TempDownloadUri Size ContentType Category Lat Long PlaceName
      Note Tag ThumbnailFileAccessUri ThumbnailTempDownloadUri ${IDENTITY} AttachableRef`),
  },
  {
    ...entityDefaults,
    name: 'RecurringTransaction',
    kind: 'reference',
    wrapped: true,
    defaultOrder: by('Id'),
    operations: ['create', 'update', 'delete'],
    columns: columns({ string: 'Type', ref: 'RecurDataRef' }),
    properties: [
      ...new Set([...documents.flatMap(({ properties }) => properties), 'RecurringInfo', 'RecurDataRef']),
    ],
  },
];
