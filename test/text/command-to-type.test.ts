import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commandToType } from '../../src/text/command-to-type.ts'

test.each([
  [['check', 'corpus'], '`npx hallway check corpus`'],
  [['check', '../My notes'], '`npx hallway check "../My notes"`'],
  [['import', 'C:\\talks\\a.csv'], '`npx hallway import C:\\talks\\a.csv`'],
  [['import', 'a&b;c.csv'], '`npx hallway import "a&b;c.csv"`'],
])('of %j a shell makes these words again', (words, command) => {
  expect(commandToType(...words)).toBe(command)
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
