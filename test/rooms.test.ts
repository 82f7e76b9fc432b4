/** Who may import what: the table of ARCHITECTURE.md is the rule, and the sources keep it. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Room {
  /** `src/search/rank/` or a file, `src/app.ts`. */
  readonly place: string
  /** Places without `src/`, with all that is in them; of a place that the room is within, only its own files. */
  readonly mayImport: readonly string[]
  readonly everything: boolean
}

/** Rows of `folder | what it knows | may import | what one may touch`. */
function readRooms(): readonly Room[] {
  const [, section = ''] = /^## The rooms\n(.*?)^## /ms.exec(read('ARCHITECTURE.md')) ?? []
  return section.split('\n').flatMap((line) => {
    const [, folder = '', , allowed = ''] = line.split('|').map((cell) => cell.trim())
    const mayImport = quoted(allowed).map((name) => (/[./]\w*$/.test(name) ? name : `${name}/`))
    return quoted(folder)
      .filter((place) => place.startsWith('src/'))
      .map((place) => ({ place, mayImport, everything: allowed === 'everything' }))
  })
}

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)

/** Each module of ours with the modules of ours that it imports, types included. */
function readImports(...folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]s$/.test(name))
      .map((name) => `${folder}/${name.split(sep).join('/')}`),
  )
  const imported = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'(\.[^']+)'/gm
  return new Map(
    files.map((file) => {
      const paths = [...read(file).matchAll(imported)].map(([, path]) => join(root, dirname(file), path!))
      return [file, paths.map((path) => relative(root, path).split(sep).join('/'))]
    }),
  )
}

const rooms = readRooms()
const imports = readImports('src', 'bench')
const isIn = (file: string, place: string) => (place.endsWith('/') ? file.startsWith(place) : file === place)

/** The room of a file: of several that hold it, the innermost. */
function roomOf(file: string): Room | undefined {
  return rooms.filter(({ place }) => isIn(file, place)).sort((a, b) => b.place.length - a.place.length)[0]
}

function allows({ place, mayImport }: Room, target: string): boolean {
  return mayImport.some((name) => {
    const allowed = `src/${name}`
    const isWithin = place !== allowed && isIn(place, allowed)
    return isIn(target, allowed) && (!isWithin || roomOf(target)?.place === allowed)
  })
}

test('the table names every folder of the sources, and none that is not there', () => {
  const files = [...imports.keys()].filter((file) => file.startsWith('src/'))
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
  expect(rooms.filter(({ place }) => !files.some((file) => isIn(file, place)))).toEqual([])
  const named = rooms.flatMap(({ mayImport }) => mayImport.map((name) => `src/${name}`))
  expect(named.filter((place) => !files.some((file) => isIn(file, place)))).toEqual([])
})

test('every file that the page names is there', () => {
  const files = ['src', 'bench', 'bin', 'test', 'deploy'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `/${folder}/${name.split(sep).join('/')}`,
    ),
  )
  const named = quoted(read('ARCHITECTURE.md')).filter((name) => /^[\w./-]+\.(ts|mjs)$/.test(name))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual([])
})

test('no file imports from a room that its own may not import from', () => {
  const forbidden = [...imports].flatMap(([file, targets]) => {
    const room = roomOf(file)
    if (!room || room.everything) return []
    return targets
      .filter((target) => target.startsWith('src/') && roomOf(target) !== room)
      .filter((target) => !allows(room, target))
      .map((target) => `${file} imports ${target}: ${room.place} may not`)
  })
  expect(forbidden).toEqual([])
})

test('every import that the table allows is made', () => {
  const idle = rooms.flatMap((room) =>
    room.mayImport
      .filter((name) =>
        [...imports].every(
          ([file, targets]) =>
            roomOf(file) !== room ||
            !targets.some((target) => allows({ ...room, mayImport: [name] }, target)),
        ),
      )
      .map((name) => `${room.place} imports nothing from ${name}`),
  )
  expect(idle).toEqual([])
})

test('nothing of src imports from bench or test', () => {
  const outwards = [...imports].filter(
    ([file, targets]) => file.startsWith('src/') && targets.some((target) => !target.startsWith('src/')),
  )
  expect(outwards.map(([file]) => file)).toEqual([])
})

/** The folders of the sources that import from each other's files, by path. */
function mutualImports(): readonly (readonly [string, string])[] {
  const pairs = [...imports].flatMap(([file, targets]) =>
    targets.map((target) => `${dirname(file)} ${dirname(target)}`),
  )
  const all = new Set(pairs)
  return [...all]
    .map((pair) => pair.split(' ') as [string, string])
    .filter(([one, other]) => one.startsWith('src') && one < other && all.has(`${other} ${one}`))
}

test('no two folders import from each other, unless one is within the other', () => {
  expect(mutualImports().filter(([outer, inner]) => !inner.startsWith(`${outer}/`))).toEqual([])
})

test('what a folder imports from the one around it imports nothing from that folder', () => {
  const wrong = mutualImports().flatMap(([outer, inner]) => {
    const isIn = (folder: string) => (file: string) => dirname(file) === folder
    const shared = [...imports].filter(([file]) => isIn(inner)(file)).flatMap(([, targets]) => targets)
    return [...new Set(shared.filter(isIn(outer)))]
      .filter((file) => reached(file).some(isIn(inner)))
      .map((file) => `${inner} imports ${file}, which leads back to it`)
  })
  expect(wrong).toEqual([])
})

/** All that a file imports, by way of others too. */
function reached(file: string, met = new Set<string>()): readonly string[] {
  for (const target of imports.get(file) ?? []) {
    if (met.has(target)) continue
    met.add(target)
    reached(target, met)
  }
  return [...met]
}

test('no file imports itself by way of others, not even a type', () => {
  const done = new Set<string>()
  const circles: string[] = []
  function visit(file: string, way: readonly string[]): void {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (way.includes(file) || done.has(file)) return
    for (const target of imports.get(file) ?? []) visit(target, [...way, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  expect(circles).toEqual([])
})
