import { Type, type Static, type TSchema } from 'typebox';

/** A schema with a name: it becomes a component of the OpenAPI document and others point at it. */
export type Named<Schema extends TSchema> = Schema & { readonly $id: string };

/** Points at a named schema, keeping its TypeScript type, so that OpenAPI shows one component and not copies. */
export function reference<Schema extends TSchema>(schema: Named<Schema>) {
  return Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#` });
}

/** Gives a schema its name in the OpenAPI document. */
export function named<Schema extends TSchema>(name: string, schema: Schema): Named<Schema> {
  // Assigned, not spread: TypeBox keeps what it knows of a schema in properties that a spread would lose.
  return Object.assign(schema, { $id: name });
}

/** An instant in UTC, as `Date.prototype.toISOString` writes it. */
export const Instant = (description: string) => Type.String({ format: 'date-time', description });

/** A count of rows, calls or seconds. */
export const Count = (description: string) => Type.Integer({ minimum: 0, description });
