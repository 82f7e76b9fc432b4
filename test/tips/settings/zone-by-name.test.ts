import { expect, test } from 'vitest'
import { asTimeZone } from '../../../src/tips/settings/time-zone.ts'
import { abbreviationsOf, zonesByName } from '../../../src/tips/settings/zone-by-name.ts'

test.each([
  ['Berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['NYC', 'America/New_York'],
  ['San Francisco', 'America/Los_Angeles'],
  ['münchen', 'Europe/Berlin'],
  ['Munich', 'Europe/Berlin'],
  ['Zürich', 'Europe/Zurich'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Kyiv', 'Europe/Kyiv'],
  ['CET', 'Europe/Paris'],
  ['pst', 'America/Los_Angeles'],
])('“%s” is %s', (name, zone) => {
  const found = zonesByName(name)
  expect(found).toHaveLength(1)
  expect(sameZone(found[0]!, zone)).toBe(true)
})

test.each(['EST', 'IST', 'CST', 'BST', 'cdt', 'MST', 'AST'])(
  '“%s” may be several, all of them zones',
  (name) => {
    const found = zonesByName(name)
    expect(found.length).toBeGreaterThan(1)
    for (const zone of found) {
      expect(asTimeZone(zone)).toBe(zone)
      expect(abbreviationsOf(zone)).toContain(name.toUpperCase())
    }
  },
)

test('Kolkata is one zone, whichever of its names is in use', () => {
  expect(zonesByName('Kolkata')).toHaveLength(1)
  expect(zonesByName('Calcutta')).toHaveLength(1)
  expect(abbreviationsOf('Asia/Calcutta')).toEqual(abbreviationsOf('Asia/Kolkata'))
})

test.each(['Atlantis', '', 'constructor', '__proto__', 'testing'])('“%s” is none', (name) => {
  expect(zonesByName(name)).toEqual([])
})

const sameZone = (a: string, b: string) =>
  [a, b]
    .map((timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone)
    .every((zone, _, all) => zone === all[0])
