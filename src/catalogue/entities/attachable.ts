import { defineEntity } from '../entity.ts';
import { flag, group, idOfAny, list, named, structure, text, whole } from '../fields.ts';

const attachableReferences = {
  table: 'attachable_references',
  doc: 'What each attachment hangs on: a transaction, one of its lines, or a name.',
  index: ['entity', 'record_id'],
  fields: {
    EntityRef: group({
      type: named('entity', text('QuickBooks name of the entity it hangs on, such as Invoice.')),
      value: named('record_id', idOfAny('entity', 'Id of the record it hangs on.')),
      name: named('record_name', text('Name of the record it hangs on, where QuickBooks gives one.')),
    }),
    LineInfo: named('line_id', text('Line of the transaction it hangs on, where it is one line.')),
    IncludeOnSend: flag('True when it is sent along with the transaction.'),
    NoRefOnly: flag('True when it hangs on nothing.'),
    Inactive: flag('True when the link was taken back.'),
    CustomField: named('custom_fields', structure('Custom fields of the link, as QuickBooks sends them.')),
  },
};

export const attachable = defineEntity({
  name: 'Attachable',
  table: 'attachables',
  kind: 'reference',
  doc: 'Files and notes attached to transactions and names (the description, not the file itself).',
  abilities: { query: true, cdc: true, webhooks: [] },
  loadOrder: 95,
  // Links to the file are signed anew at every answer and end after 15 minutes. (facts#download-address)
  volatile: ['TempDownloadUri', 'ThumbnailTempDownloadUri'],
  fields: {
    FileName: text('Name of the file.'),
    Note: text('Text of the note.'),
    Category: text('Kind of file: Image, Receipt, Signature, Document and others.'),
    ContentType: text('Media type of the file.'),
    Size: whole('Size of the file in bytes.'),
    Tag: text('Tag given by a person.'),
    PlaceName: text('Place the file belongs to.'),
    Lat: text('Latitude of that place.'),
    Long: text('Longitude of that place.'),
    FileAccessUri: text('Path of the file at QuickBooks.'),
    TempDownloadUri: text('Link to the file, valid for 15 minutes after it was read.'),
    ThumbnailFileAccessUri: text('Path of the preview picture at QuickBooks.'),
    ThumbnailTempDownloadUri: text('Link to the preview picture, valid for a short time.'),
    documentId: text('Id of the file in the document store.'),
    AttachableRef: list(attachableReferences, { doc: 'What it hangs on, as QuickBooks sends it.' }),
  },
});
