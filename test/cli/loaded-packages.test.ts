/** Each package that a start loads makes it longer: what only some settings, notes or questions need is loaded with them. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** The packages that are loaded with a module. */
async function packagesOf(module: string): Promise<readonly string[]> {
  const script = `
    import { registerHooks } from 'node:module'
    const packages = new Set()
    registerHooks({
      load(url, context, next) {
        const [, name] = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url) ?? []
        if (name !== undefined) packages.add(name)
        return next(url, context)
      },
    })
    await import('./src/${module}')
    console.log(JSON.stringify([...packages]))
    process.exit()`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  return JSON.parse(stdout)
}

test('asking from the kept index loads nothing that reads notes, settings or models', async () => {
  const packages = await packagesOf('cli/ask.ts')
  expect(packages.toSorted()).toEqual(['gemoji', 'lunr', 'temporal-polyfill', 'temporal-utils'])
})

test('a start loads nothing that reads notes, nor what another database, a cluster or days off need', async () => {
  const packages = await packagesOf('main.ts')
  const unneeded = [
    'yaml',
    'smol-toml',
    'mdast-util-from-markdown',
    'pg',
    '@opensearch-project/opensearch',
    'date-holidays',
    'ws',
  ]
  expect(packages).toEqual(expect.arrayContaining(['@slack/bolt', 'kysely', 'lunr']))
  expect(packages.filter((name) => unneeded.includes(name))).toEqual([])
})
