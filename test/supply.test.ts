/** What is installed with Hallway: by whom, in which version, under which licence, and what may run while it is. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const packageSchema = z.object({
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
})
const names = z.record(z.string(), z.string()).default({})
const lists = z.object({ dependencies: names, devDependencies: names })
const lockSchema = z.object({ packages: z.looseObject({ '': lists }) })
const manifestSchema = lists.extend({ allowScripts: z.record(z.string(), z.boolean()).default({}) })

function read(folder: string) {
  const json = (file: string): unknown => JSON.parse(readFileSync(`${root}${folder}${file}`, 'utf8'))
  const { '': own, ...packages } = lockSchema.parse(json('package-lock.json')).packages
  return {
    manifest: manifestSchema.parse(json('package.json')),
    own,
    packages: z.record(z.string(), packageSchema).parse(packages),
  }
}

/**
 * Under these, Hallway may be used, changed and passed on together with the package, under its own licence (MIT), if notices
 * are kept. Those of Mozilla ask for changes to their own files alone.
 */
const compatible: ReadonlySet<string> = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'PSF-2.0',
    'Unlicense',
  ],
  ...['MPL-1.1', 'MPL-2.0'],
  // Of lists of holidays, whose makers are to be named: package and list do.
  'CC-BY-3.0',
])

/** Whether one may go by an expression of licences: each that is joined by AND, one of those that are joined by OR. */
function isCompatible(expression: string): boolean {
  const either = expression.replace(/[()]/g, '').split(' OR ')
  return either.some((all) => all.split(' AND ').every((licence) => compatible.has(licence)))
}

describe.each(['', 'meaning/'])('the packages of %s', (folder) => {
  const { manifest, own, packages } = read(folder)
  const named = Object.entries(packages)

  test('have licences that go with Hallway’s', () => {
    const others = named.filter(([, { license }]) => license === undefined || !isCompatible(license))
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  test('are pinned, in the manifest and in the lockfile alike, and known by their hashes', () => {
    expect(own).toEqual({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies })
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(named.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })
})

test('an install script runs only if it is allowed by name', () => {
  const { manifest, packages } = read('')
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  expect(scripted.map(([path]) => path.replace('node_modules/', ''))).toEqual(
    Object.keys(manifest.allowScripts),
  )
})

test('the bill of materials names each package with its licence', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  })
  const bill = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(
        z.object({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).min(1) }),
      ),
    })
    .parse(JSON.parse(stdout))
  const components = bill.components.map(({ name, version }) => `${name}@${version}`)
  const { manifest } = read('')
  const direct = Object.entries(manifest.dependencies).map(([name, version]) => `${name}@${version}`)
  expect(components).toEqual(expect.arrayContaining(direct))
  expect(components.length).toBeGreaterThan(direct.length)
})
