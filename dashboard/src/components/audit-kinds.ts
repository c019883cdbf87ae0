/** What the trail can be narrowed to: the part of an action before the dot, in words. */
export const auditKinds = {
  sign_in: 'Sign-ins',
  sign_out: 'Sign-outs',
  session: 'Browsers',
  owner: 'First owners',
  user: 'People',
  password: 'Passwords',
  key: 'Keys',
  organization: 'Companies',
  data: 'Exports and sensitive values',
  audit: 'The trail itself',
  job: 'Jobs',
  reader: 'Database readers',
  custom_field: 'Pinned custom fields',
  encryption: 'Encryption',
  sql: 'SQL that may write',
};
