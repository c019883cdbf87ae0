import { type Company } from '../company/company.ts';
import { type Entity } from '../entities/entity.ts';
import { faults } from '../base/fault.ts';
import { readRecord } from './operations.ts';
import { type JsonObject, objectAt, refAt, textAt } from '../values/json.ts';
import { stamp } from '../values/pacific-time.ts';
import { type StoredRecord } from '../company/record.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** What can be printed, and sent to somebody. */
const DOCUMENTS = new Set([
  'CreditMemo',
  'Estimate',
  'Invoice',
  'Payment',
  'PurchaseOrder',
  'RefundReceipt',
  'SalesReceipt',
]);

/**
 * Marks a transaction as sent by mail, to the address given or its own; no mail is sent.
 * @throws Fault 500 for what cannot be sent, 610, or 6000 without an address
 */
export function sendDocument(
  company: Company,
  entity: Entity,
  id: string,
  { sendTo, atSeconds }: { readonly sendTo: string | undefined; readonly atSeconds: number },
): StoredRecord {
  if (!DOCUMENTS.has(entity.name)) throw faults.unsupported('send');
  const record = readRecord(company, entity, id);
  const { body } = record;
  const address = sendTo ?? textAt(objectAt(body, 'BillEmail'), 'Address');
  if (address === undefined || !address.includes('@'))
    throw faults.business('You must specify a valid email address.');
  const next: JsonObject = {
    ...body,
    SyncToken: String(record.syncToken + 1),
    EmailStatus: 'EmailSent',
    BillEmail: { ...objectAt(body, 'BillEmail'), Address: address },
    DeliveryInfo: { DeliveryType: 'Email', DeliveryTime: stamp(atSeconds) },
  };
  const work = new UnitOfWork(company, atSeconds);
  work.repoint(record, next, record.entries, true);
  work.commit({ verb: 'emailed', record });
  return record;
}

/** A page with the number, the name and the total on it. @throws Fault 500 or 610 */
export function printDocument(company: Company, entity: Entity, id: string): Buffer {
  if (!DOCUMENTS.has(entity.name)) throw faults.unsupported('pdf');
  const { body } = readRecord(company, entity, id);
  const facts = [company.profile.name, `${entity.name} ${textAt(body, 'DocNumber') ?? id}`];
  const party = refAt(body, 'CustomerRef') ?? refAt(body, 'VendorRef');
  if (party !== undefined) facts.push(`For ${party}`);
  facts.push(`Total ${textAt(body, 'TotalAmt') ?? '0'}`);
  return pdf(facts);
}

/** The smallest file that a reader opens: one page, one font, a line of text each. */
function pdf(lines: readonly string[]): Buffer {
  const shown = lines.map(
    (line) => `(${line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&')}) Tj T*`,
  );
  const content = `BT /F1 14 Tf 18 TL 72 720 Td ${shown.join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
