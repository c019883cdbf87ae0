import { type Company } from '../company/company.ts';
import { entityNamed, findEntity } from '../entities/entities.ts';
import { Fault, faults } from '../base/fault.ts';
import { faultText } from '../http/answer.ts';
import { type Request } from '../http/request.ts';
import { createRecord } from '../operations/operations.ts';
import {
  type JsonObject,
  isObject,
  objectAt,
  objectsAt,
  parseJson,
  rawNumber,
  textAt,
} from '../values/json.ts';
import { type Files, filePlaceholder } from './files.ts';
import { type Part, parseMultipart } from './multipart.ts';

const CONTENT = /^file_content_(\w+)$/;

function metadataOf(part: Part | undefined): JsonObject {
  if (part === undefined) return {};
  try {
    const parsed = parseJson(part.content.toString('utf8'));
    if (isObject(parsed)) return parsed;
  } catch {
    // Falls through to the fault QuickBooks gives for an unreadable body.
  }
  throw faults.badJson();
}

/** @throws Fault 6000 for a link to something that is not there. */
function checkLinks(company: Company, metadata: JsonObject): void {
  for (const ref of objectsAt(metadata, 'AttachableRef')) {
    const target = objectAt(ref, 'EntityRef');
    const [type = '', id = ''] = [textAt(target, 'type'), textAt(target, 'value')];
    const entity = findEntity(type);
    if (entity === undefined || company.find(entity.name, id) === undefined) {
      const name = `${type} ${id}`;
      throw faults.business(`The entity ${name} that you are trying to link does not exist. ${name}`);
    }
  }
}

function store(company: Company, files: Files, part: Part, metadata: JsonObject, atSeconds: number): string {
  checkLinks(company, metadata);
  const entity = entityNamed('Attachable');
  const id = company.nextId(entity);
  const fileName = textAt(metadata, 'FileName') ?? part.fileName ?? 'file';
  const draft: JsonObject = {
    ...metadata,
    FileName: fileName,
    FileAccessUri: `/v3/company/${company.realmId}/download/${id}`,
    TempDownloadUri: filePlaceholder(id, fileName),
    Size: rawNumber(String(part.content.length)),
    ContentType: textAt(metadata, 'ContentType') ?? part.contentType ?? 'application/octet-stream',
  };
  const record = createRecord(company, entity, draft, { atSeconds, id });
  files.keep(company.realmId, id, part.content);
  return record.text;
}

/**
 * Takes in the files of `POST .../upload`, each with its own result (facts#uploads, facts#fault-in-200).
 * @throws Fault 2020 for a body that brings no file.
 */
export function upload(company: Company, files: Files, request: Request, atSeconds: number): string {
  const parts = parseMultipart(request.headers['content-type'] ?? '', request.bytes) ?? [];
  const contents = parts.filter(({ name }) => CONTENT.test(name));
  if (contents.length === 0) throw faults.missing('file_content');
  const results = contents.map((part) => {
    const metadata = parts.find(({ name }) => name === part.name.replace('content', 'metadata'));
    try {
      return `{"Attachable":${store(company, files, part, metadataOf(metadata), atSeconds)}}`;
    } catch (error) {
      if (error instanceof Fault) return `{${faultText(error)}}`;
      throw error;
    }
  });
  return `"AttachableResponse":[${results.join(',')}]`;
}

/** The temporary address `GET .../download/{id}` answers with, as plain text. @throws Fault 610 */
export function downloadUrl(company: Company, files: Files, id: string): string {
  const record = company.find('Attachable', id);
  const fileName = record === undefined ? undefined : textAt(record.body, 'FileName');
  if (fileName === undefined) throw faults.notFound();
  return files.temporaryUrl(company.realmId, id, encodeURIComponent(fileName));
}
