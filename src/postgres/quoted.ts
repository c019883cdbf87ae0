/**
 * A text as SQL writes it, for statements that take no parameters (definitions, comments) and for names of ours that are
 * part of one. What comes from outside goes in as a parameter. Backslashes are ordinary characters, as PostgreSQL has
 * them unless a server is told otherwise (standard_conforming_strings).
 */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
