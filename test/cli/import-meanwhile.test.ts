import { appendFileSync, existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createImporting, type Importing, line, lines } from './importing.ts'

const notes = fileURLToPath(new URL('../import/fixtures/notes.md', import.meta.url))

let importing: Importing
let event = ''
beforeEach(async () => {
  importing = createImporting()
  event = join(importing.corpus, 'engines-2018')
})

const replaceIn = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

describe('what somebody edits between the preview and "y"', () => {
  test('is kept where it is a record, and the other records are written', async () => {
    await importing.run(await importing.input(lines('mill', 'store')), '--yes')
    const changed = ['mill', 'store'].map((id) => line(`engines-2018/${id}`, { title: `New ${id}` })).join('')
    const path = await importing.input(changed)
    const { code, out } = await importing.runOnTerminal(() => {
      replaceIn(join(event, 'talks.jsonl'), 'About mill', 'By hand')
      return 'y\n'
    }, path)
    expect(code).toBe(0)
    expect(out).toContain('Written: 1')
    expect(out).toMatch(/since the preview[^\n]*\n\s+.*engines-2018\/talks\.jsonl, “By hand”\n/)
    expect(await importing.records()).toMatchObject([{ title: 'By hand' }, { title: 'New store' }])
  })

  test('is kept where it is a note, also one that is new', async () => {
    await importing.run(notes, '--yes')
    const text = (await readFile(notes, 'utf8')).replaceAll('turn the crank', 'turn the wheel')
    const path = await importing.input(`${text}\n## Punched cards\n\nThey hold the pattern.\n`, 'notes.md')
    const { out } = await importing.runOnTerminal(() => {
      appendFileSync(join(event, 'a-difference-engine.md'), '\nBy hand.\n')
      writeFileSync(join(event, 'punched-cards.md'), 'By hand.\n')
      return 'y\n'
    }, path)
    expect(out).toContain('engines-2018/a-difference-engine.md')
    expect(await readFile(join(event, 'a-difference-engine.md'), 'utf8')).toContain('By hand.')
    expect(await readFile(join(event, 'punched-cards.md'), 'utf8')).toBe('By hand.\n')
  })

  test('is kept where it is the event.yml', async () => {
    await importing.run(await importing.input(lines('mill')), '--yes')
    const path = await importing.input(line('engines-2018/store', { recorded: '2018-02-04' }))
    const { out } = await importing.runOnTerminal(() => {
      replaceIn(join(event, 'event.yml'), 'Engines 2018', 'By hand')
      return 'y\n'
    }, path)
    expect(out).toContain('engines-2018/event.yml')
    expect(await readFile(join(event, 'event.yml'), 'utf8')).toContain('name: By hand')
    expect(await importing.records()).toHaveLength(2)
  })
})

describe('two imports', () => {
  test('at once write each talk once', async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `talk-${n}`)
    const path = await importing.input(lines(...ids))
    const other = await importing.input(lines(...ids.slice(10), 'more'), 'other.jsonl')
    const runs = await Promise.all([path, other, path, other].map((one) => importing.run(one, '--yes')))
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const found = (await importing.records()).map(({ id }) => id)
    expect(found.toSorted()).toEqual([...ids, 'more'].toSorted())
    expect(existsSync(join(importing.corpus, '.importing'))).toBe(false)
  })

  test('of which one is confirmed when the other has been written give each talk once', async () => {
    const path = await importing.input(lines('mill', 'store'))
    const more = await importing.input(lines('mill', 'crank'), 'more.jsonl')
    const { out } = await importing.runOnTerminal(async () => {
      await importing.run(more, '--yes')
      return 'y\n'
    }, path)
    expect(out).toContain('Written: 1, unchanged: 1')
    expect((await importing.records()).map(({ id }) => id)).toEqual(['mill', 'crank', 'store'])
  })

  test('of different sources give no two talks of one name', async () => {
    const path = await importing.input(lines('mill', 'store'))
    const other = await importing.input(line('elsewhere/mill'), 'other.jsonl')
    const { out } = await importing.runOnTerminal(async () => {
      await importing.run(other, '--yes', '--event', 'engines-2018')
      return 'y\n'
    }, path)
    expect(out).toMatch(/Written: 1[\s\S]*engines-2018\/talks\.jsonl, “About mill”/)
    expect((await readCorpus(importing.corpus)).problems).toEqual([])
    expect((await importing.run(path, '--yes')).out).toContain('Written: 1')
    expect((await importing.records()).map(({ id }) => id)).toEqual(['mill', 'store', 'mill-2'])
  })
})

describe('the lock', () => {
  const lock = () => join(importing.corpus, '.importing')
  const holder = (pid: number) => JSON.stringify({ pid, host: hostname(), started: 0 })

  test('of a process that is gone is taken over', async () => {
    await mkdir(importing.corpus)
    // Above what Linux gives out.
    await writeFile(lock(), holder(2 ** 22 + 1))
    expect((await importing.run(await importing.input(lines('mill')), '--yes')).code).toBe(0)
    expect(await readdir(importing.corpus)).toEqual(['engines-2018'])
  })

  test('that was left empty long ago is taken over', async () => {
    await mkdir(importing.corpus)
    await writeFile(lock(), '')
    utimesSync(lock(), 1e9, 1e9)
    expect((await importing.run(await importing.input(lines('mill')), '--yes')).code).toBe(0)
  })
})
