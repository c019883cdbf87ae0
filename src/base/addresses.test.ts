import { expect, test } from 'vitest';
import { createAddressList, isLoopback, parseAddress } from './addresses.ts';

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:DB8:0001::7', '2001:db8:1::7'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::FFFF:cb00:7109', '203.0.113.9'],
  ['::203.0.113.9', '::cb00:7109'],
  ['64:ff9b::203.0.113.9', '64:ff9b::cb00:7109'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
])('%s is the address %s', (text, address) => {
  expect(parseAddress(text)?.toString()).toBe(address);
});

test.each([
  '',
  'localhost',
  '127',
  '127.1',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '1.2.3.256',
  '1.2.3.4/32',
  ' ::1',
  ':::1',
  '[::1]',
])('"%s" is no address', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test.each([
  '127.0.0.1',
  '127.1.2.3',
  'localhost',
  'LocalHost',
  '::1',
  '[::1]',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
  '[::ffff:7f00:1]',
])('%s is loopback', (host) => {
  expect(isLoopback(host)).toBe(true);
});

test.each([
  '0.0.0.0',
  '::',
  '',
  '192.168.1.4',
  '127.0.0.1.nip.io',
  '127.example.com',
  'localhost.example.com',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '::7f00:1',
  '127',
  '127.0.0.256',
  '[::1',
])('"%s" is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});

test.each([
  ['10.1.2.3', true],
  ['::ffff:10.1.2.3', true],
  ['11.0.0.1', false],
  ['192.0.2.7', true],
  ['192.0.2.8', false],
  ['172.16.5.5', true],
  ['172.17.0.1', false],
  ['2001:db8::9', true],
  ['2001:db9::9', false],
  ['::a01:203', false],
  ['10.1.2', false],
  ['', false],
])('whether %s is listed: %s', (address, isListed) => {
  const list = createAddressList(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::ffff:172.16.0.0/112']);
  expect(list(address)).toBe(isListed);
});
