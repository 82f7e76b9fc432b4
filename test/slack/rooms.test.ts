import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const slack = new URL('../../src/slack/', import.meta.url)

/** The imports of a room's modules that lead into another room of Slack's. */
function importsInto(room: string, others: readonly string[]): readonly string[] {
  const folder = new URL(`${room}/`, slack)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return files.flatMap((name) => {
    const paths = readFileSync(new URL(name, folder), 'utf8').matchAll(/from '(\.[^']+)'/g)
    return Array.from(paths, ([, path]) => path!)
      .filter((path) => others.some((other) => path.startsWith(`../${other}`)))
      .map((path) => `${room}/${name} imports ${path}`)
  })
}

test('blocks are made without sockets, and neither knows what is listened to', () => {
  expect(importsInto('blocks', ['listeners', 'client'])).toEqual([])
  expect(importsInto('client', ['listeners'])).toEqual([])
  // The rule reads real imports: listeners have both.
  expect(importsInto('listeners', ['blocks']).length).toBeGreaterThan(0)
  expect(importsInto('listeners', ['client']).length).toBeGreaterThan(0)
})
