import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandToType } from '../../src/text/command-to-type.ts'
import { runs } from '../helpers/runs.ts'

test.each([
  [['check', 'corpus'], '`npx hallway check corpus`'],
  [['check', '../My notes'], '`npx hallway check "../My notes"`'],
  [['import', '~/talks.csv'], '`npx hallway import "~/talks.csv"`'],
  [['import', 'a&b;c.csv'], '`npx hallway import "a&b;c.csv"`'],
])('of %j a shell makes these words again', (words, command) => {
  expect(commandToType(...words)).toBe(command)
})

// Separators are the system's own.
test.skipIf(sep === '\\')('/bin/sh gives each word back, whatever signs are in it', () => {
  const sign = fc.constantFrom(...'$"`!\\\'~#&|;()<>*?[]{}= \t\n-ab7é')
  const word = fc.oneof(
    fc.string({ unit: sign, minLength: 1, maxLength: 12 }),
    fc.string({ minLength: 1 }).filter((text) => !text.includes('\0')),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const command = commandToType(...words).slice('`npx hallway '.length, -1)
      const said = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
      expect(said.split('\0').slice(0, -1)).toEqual(words)
    }),
    { numRuns: runs(50) },
  )
})

test('no message tells a command that a clone does not know: each begins with npx', () => {
  const sources = fileURLToPath(new URL('../../src', import.meta.url))
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const told = files.flatMap((file) =>
    readFileSync(`${sources}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && /[`“]hallway (?:--|[a-z]+[^a-z:$])/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(told).toEqual([])
})
