import { expect, test } from 'vitest';
import { placeAfterSignIn } from './links.ts';

const origin = 'https://books.example.com';

test.each([
  ['', '/'],
  ['?next=%2Fpeople', '/people'],
  ['?next=%2Fv1%2Foauth%2Fauthorize%2Fqbo%3FrealmId%3D1', '/v1/oauth/authorize/qbo?realmId=1'],
  ['?next=https%3A%2F%2Fevil.example.com', '/'],
  ['?next=%2F%2Fevil.example.com', '/'],
  ['?next=%2F%5Cevil.example.com', '/'],
  ['?next=javascript%3Aalert(1)', '/'],
  ['?next=%2F%09%2Fevil.example.com', '/'],
  ['?next=%2F.%2F%2Fevil.example.com%2Fx', '/'],
  ['?next=%2Fv1%2F..%2F%2Fevil.example.com%2Fx', '/'],
  ['?next=%2F%252e%2F%5Cevil.example.com', '/'],
  ['?next=%2Fpeople%2F..%2F.%2F%2Fevil.example.com%3Fa%3D1', '/'],
])('after signing in at %s the browser goes to %s', (search, place) => {
  expect(placeAfterSignIn(search, origin)).toBe(place);
});
