import { expect, test } from 'vitest';
import { entities, leftOut } from './index.ts';
import { lineDetails } from './line-details.ts';

test('what is said to have no column has none', () => {
  expect(leftOut.length).toBeGreaterThan(10);
  for (const { where, fields } of leftOut) {
    const names = where.split(', ');
    for (const entity of entities.filter(({ name }) => names.includes(name)))
      for (const field of fields)
        expect(Object.keys(entity.fields), `${where}.${field}`).not.toContain(field);
    if (where === 'lines') for (const field of fields) expect(Object.keys(lineDetails)).not.toContain(field);
  }
});

test('each left-out field is given a reason', () => {
  for (const { fields, why } of leftOut) {
    expect(fields.length).toBeGreaterThan(0);
    expect(why).toMatch(/^\S.{20,}\.$/);
  }
});
