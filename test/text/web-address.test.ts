import { expect, test } from 'vitest'
import { trimAddress, webAddressesIn } from '../../src/text/web-address.ts'

test.each([
  ['See http://kivy.org).', 'http://kivy.org'],
  ['(see https://example.org/a_(b).)', 'https://example.org/a_(b)'],
  ['[https://example.org/a].', 'https://example.org/a'],
  ['"https://example.org/a", he said', 'https://example.org/a'],
  ['https://example.org/?q=1&r=2!', 'https://example.org/?q=1&r=2'],
  ['https://example.org/…', 'https://example.org/'],
  ['見る https://example.org/a。次', 'https://example.org/a'],
  ['**https://example.org/a/**', 'https://example.org/a/'],
])('the address in %j is %s', (text, address) => {
  expect(webAddressesIn(text).map(([start, end]) => text.slice(start, end))).toEqual([address])
})

test('an address of brackets alone takes no time', () => {
  expect(trimAddress(`http://x.org/${')'.repeat(100_000)}`)).toBe('http://x.org/')
})
