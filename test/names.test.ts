/** One name for one thing: what a module gives to others, and what a file is called. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, sep } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.split(sep).join('/')}`)
  .filter((name) => /\.[jt]s$/.test(name))

interface Named {
  readonly name: string
  readonly file: string
  readonly isExported: boolean
}

/** What stands at the top of a module: types, functions, classes and constants. */
function namedIn(file: string): readonly Named[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'))
  return program.body.flatMap((statement) => {
    const isExported = statement.type === 'ExportNamedDeclaration'
    const declared = isExported ? statement.declaration : statement
    return namesOf(declared).map((name) => ({ name, file, isExported }))
  })
}

function namesOf(declared: object | null): readonly string[] {
  const { id, declarations = [] } = (declared ?? {}) as {
    readonly id?: { readonly name?: string } | null
    readonly declarations?: readonly { readonly id: { readonly name?: string } }[]
  }
  return [id, ...declarations.map((one) => one.id)].flatMap((one) => one?.name ?? [])
}

test('what one module gives to others has a name that no other module uses for anything', () => {
  const shared = [...Map.groupBy(files.flatMap(namedIn), ({ name }) => name).values()].filter(
    (same) => same.some(({ isExported }) => isExported) && new Set(same.map(({ file }) => file)).size > 1,
  )
  expect(shared.map((same) => same.map(({ name, file }) => `${name} in ${file}`))).toEqual([])
})

test('no two files of the sources have the same name', () => {
  const called = Map.groupBy(files, (file) => basename(file, extname(file)))
  expect([...called.values()].filter((same) => same.length > 1)).toEqual([])
})
