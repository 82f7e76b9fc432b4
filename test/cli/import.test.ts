import { spawn } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { contentHash } from '../../src/notes/talk-record.ts'
import { createImporting, type Importing, line, lines } from './importing.ts'

const fixtures = fileURLToPath(new URL('../import/fixtures/', import.meta.url))

let importing: Importing
let folder = ''
let corpus = ''
beforeEach(async () => {
  importing = createImporting()
  ;({ folder, corpus } = importing)
})

const run: Importing['run'] = (...argv) => importing.run(...argv)
const runOnTerminal: Importing['runOnTerminal'] = (...args) => importing.runOnTerminal(...args)
const input: Importing['input'] = (...args) => importing.input(...args)
const records: Importing['records'] = (event) => importing.records(event)

describe('hallway import', () => {
  test('shows what it would write, and writes nothing, where nobody can be asked', async () => {
    const { code, out } = await run(await input(lines('mill', 'store')))
    expect(code).toBe(0)
    expect(out).toContain('2 talks of 1 event (2 new)')
    expect(out).toContain('engines-2018/  Engines 2018, 2018-02-03: 2 new')
    expect(out).toContain('--yes')
    await expect(readdir(corpus)).rejects.toThrow('ENOENT')
  })

  test('writes what it showed, once a person says yes', async () => {
    const path = await input(lines('mill', 'store'))
    expect((await runOnTerminal('no\n', path)).out).toContain('Nothing is written.')
    await expect(readdir(corpus)).rejects.toThrow('ENOENT')
    const { code, out } = await runOnTerminal('y\n', path)
    expect(code).toBe(0)
    expect(out).toContain('Written: 2, unchanged: 0, edited by hand and kept: 0, bad: 0.')
    expect(await records()).toMatchObject([{ id: 'mill' }, { id: 'store' }])
  })

  test('is served as a corpus without problems', async () => {
    await run(await input(lines('mill', 'store')), '--yes')
    await run(join(fixtures, 'frab.xml'), '--yes')
    await run(join(fixtures, 'pyvideo'), '--yes')
    await run(join(fixtures, 'sessionize-all.json'), '--yes', '--event', 'sessions-2018')
    const { talks, problems, events } = await readCorpus(corpus)
    expect(problems).toEqual([])
    expect(events.map(({ id, name }) => [id, name])).toEqual([
      ['bletchley-2012', 'Bletchley 2012'],
      ['engines-2018', 'Engines 2018'],
      ['sessions-2018', 'Sessions 2018'],
    ])
    const turing = talks.find(({ id }) => id === 'bletchley-2012/computing-machinery')
    expect(turing).toMatchObject({
      title: 'Computing machinery',
      speakers: [{ name: 'Alan Turing' }],
      tags: ['machines', 'imitation'],
      language: 'en',
      event: { year: 2012, starts: '2012-06-23', ends: '2012-06-23' },
      summary: {
        text: 'I propose to consider the question, whether machines can think, with care.',
        line: 1,
      },
      sections: [
        { title: 'Description', passages: [] },
        {
          title: 'Details',
          passages: [
            { form: 'bullet', text: 'the imitation game' },
            { form: 'bullet', text: 'the critique (https://bletchley.example/critique) of the problem' },
            { form: 'paragraph', text: 'Run it:' },
            { form: 'code', text: './bombe --fast' },
          ],
        },
      ],
    })
    expect(talks.find(({ id }) => id === 'engines-2018/maschinen-die-weben')).toMatchObject({
      language: 'de',
      summary: { text: '' },
    })
  })

  test('finds all unchanged the second time, and writes only what is new or changed the third', async () => {
    await run(await input(lines('mill', 'store')), '--yes')
    const before = await readFile(join(corpus, 'engines-2018', 'talks.jsonl'), 'utf8')
    const again = await run(await input(lines('mill', 'store')), '--yes')
    expect(again.out).toContain('(2 unchanged)')
    expect(again.out).toContain('in the corpus already')
    expect(again.code).toBe(0)
    expect(await readFile(join(corpus, 'engines-2018', 'talks.jsonl'), 'utf8')).toBe(before)
    const changed = lines('mill') + line('engines-2018/store', { title: 'Renamed' }) + lines('crank')
    expect((await run(await input(changed), '--yes')).out).toContain('1 new, 1 changed, 1 unchanged')
    expect(await records()).toMatchObject([
      { id: 'mill' },
      { id: 'store', title: 'Renamed' },
      { id: 'crank' },
    ])
  })

  test('keeps a record that was edited by hand, unless forced', async () => {
    const path = await input(lines('mill', 'store'))
    await run(path, '--yes')
    const file = join(corpus, 'engines-2018', 'talks.jsonl')
    const [mill, store] = await records()
    const edited = `${JSON.stringify({ ...mill, title: 'By hand' })}\n${JSON.stringify(store, null, 1).replace(/\n/g, '')}\n`
    await writeFile(file, edited)
    const kept = await run(path, '--yes')
    expect(kept.out).toContain('(1 unchanged, 1 edited by hand and kept)')
    expect(kept.out).toContain('engines-2018/talks.jsonl, “By hand”')
    expect(await readFile(file, 'utf8')).toBe(edited)
    await run(path, '--yes', '--force')
    expect(await records()).toMatchObject([{ title: 'About mill' }, { title: 'About store' }])
  })

  test('keeps a note that somebody wrote in the place of a record, even when forced', async () => {
    const path = await input(lines('mill', 'store'))
    await run(path, '--yes')
    const note =
      '---\ntitle: The mill, as I saw it\ntags: [mill]\n---\nIt turns.\n\n## Takeaways\n\n- It turns.\n'
    await writeFile(join(corpus, 'engines-2018', 'mill.md'), note)
    expect((await run(path, '--yes', '--force')).out).toContain('(1 unchanged, 1 edited by hand and kept)')
    const { talks, problems } = await readCorpus(corpus)
    expect(problems).toEqual([])
    expect(talks.map(({ title }) => title)).toEqual(['The mill, as I saw it', 'About store'])
  })

  test('keeps an event.yml that was edited by hand', async () => {
    await run(await input(lines('mill')), '--yes')
    const file = join(corpus, 'engines-2018', 'event.yml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('Engines 2018', 'The Engines'))
    await run(await input(line('engines-2018/store', { recorded: '2018-02-04' })), '--yes')
    expect(await readFile(file, 'utf8')).toContain(
      'name: The Engines\nyear: 2018\nstarts: 2018-02-03\nends: 2018-02-03',
    )
  })

  test('gives each talk its own date, unless the name of the event tells of another year', async () => {
    const uploaded = line('engines-2018/store', { recorded: '2019-05-06' })
    const undated = line('engines-2018/crank', { recorded: '' })
    const group = line('engine-users/punch', { event: 'Engine Users', recorded: '2019-05-06' })
    await run(await input(lines('mill') + uploaded + undated + group), '--yes')
    expect((await records()).map(({ id, date }) => [id, date])).toEqual([
      ['mill', '2018-02-03'],
      ['store', undefined],
      ['crank', undefined],
    ])
    expect(await records('engine-users')).toMatchObject([{ date: '2019-05-06' }])
    const { talks, problems } = await readCorpus(corpus)
    expect(problems).toEqual([])
    expect(talks.map(({ date }) => date)).toEqual(['2019-05-06', undefined, '2018-02-03', undefined])
  })

  test('gives dates to talks of earlier imports once, but for those that are edited', async () => {
    const path = await input(lines('mill', 'store') + line('engines-2018/crank', { recorded: '' }))
    await run(path, '--yes')
    const file = join(corpus, 'engines-2018', 'talks.jsonl')
    // As they were written when talks had no dates.
    const before = (await records()).map(({ date: _, source: { key }, ...content }) => ({
      ...content,
      source: { key, hash: contentHash(content) },
    }))
    const edited = before.map((record) => (record.id === 'store' ? { ...record, title: 'Mine' } : record))
    await writeFile(file, edited.map((record) => `${JSON.stringify(record)}\n`).join(''))
    expect((await run(path, '--yes')).out).toContain('(1 changed, 1 unchanged, 1 edited by hand and kept)')
    expect((await records()).map(({ id, title, date }) => [id, title, date])).toEqual([
      ['mill', 'About mill', '2018-02-03'],
      ['store', 'Mine', undefined],
      ['crank', 'About crank', undefined],
    ])
    expect((await run(path, '--yes')).out).toContain('(2 unchanged, 1 edited by hand and kept)')
  })

  test('adds the dates of later imports to an event.yml that nobody edited', async () => {
    await run(await input(lines('mill')), '--yes')
    await run(await input(line('engines-2018/store', { recorded: '2018-02-04' })), '--yes')
    expect(await readFile(join(corpus, 'engines-2018', 'event.yml'), 'utf8')).toContain(
      'starts: 2018-02-03\nends: 2018-02-04',
    )
  })

  test('takes no name or place from an event where a later source knows none', async () => {
    await run(join(fixtures, 'frab.xml'), '--yes')
    const file = join(corpus, 'engines-2018', 'event.yml')
    const before = await readFile(file, 'utf8')
    const slides = await input(
      '[{ "groupName": "All", "sessions": [{ "id": 1, "title": "Looms" }] }]',
      'slides.json',
    )
    const { out } = await run(slides, '--yes', '--event', 'engines-2018')
    expect(out).toContain('engines-2018/  Engines 2018, 2018-02-03 to 2018-02-04: 1 new')
    expect(await readFile(file, 'utf8')).toBe(before)
    expect((await records()).at(-1)).toMatchObject({ title: 'Looms', body: '' })
  })

  test('writes the talks of long notes as notes, and keeps those that are edited', async () => {
    const path = join(fixtures, 'notes.md')
    expect((await run(path, '--yes')).code).toBe(0)
    const files = await readdir(join(corpus, 'engines-2018'))
    expect(files.sort()).toEqual(['a-difference-engine.md', 'event.yml', 'weaving-algebraic-patterns.md'])
    const { talks } = await readCorpus(corpus)
    expect(talks).toMatchObject([
      {
        title: 'A difference engine',
        sections: [{ title: 'Notes', passages: [{ form: 'code' }] }, { title: 'Questions' }],
      },
      { title: 'Weaving algebraic patterns', kind: 'keynote', takeaways: [{ text: 'Order it to perform.' }] },
    ])
    expect((await run(path)).out).toContain('(2 unchanged)')
    const note = join(corpus, 'engines-2018', 'a-difference-engine.md')
    await writeFile(note, (await readFile(note, 'utf8')).replace('by difference', 'by hand'))
    expect((await run(path, '--yes')).out).toContain('(1 unchanged, 1 edited by hand and kept)')
    await run(path, '--yes', '--force')
    expect(await readFile(note, 'utf8')).toContain('by difference')
  })

  test('lists every talk of long notes, and what it leaves out', async () => {
    const text =
      '# Engines 2018\n\nSome words before.\n\n## Mill - Ada Lovelace\n\nIt mills *numbers* - fast.\n\n## Store\n\n## Links\n\n- x\n'
    const { out } = await run(await input(text, 'notes.md'))
    expect(out).toMatch(
      /Talks, by their lines:\n {2}5 {2}Mill · Ada Lovelace · 4 words\n {2}9 {2}Store · 0 words\nNot taken from \S*notes\.md: line 3 \(below "Engines 2018"\), lines 11–13 \("Links"\)\.\n/,
    )
    expect(out).not.toContain('For example')
  })

  test('lists the first and the last of very many talks', async () => {
    const talks = Array.from({ length: 120 }, (_, n) => `## Talk ${n}\n\nWords.\n`).join('\n')
    const { out } = await run(await input(talks, 'notes.md'))
    expect(out.match(/ · 1 word\n/g)).toHaveLength(100)
    expect(out).toMatch(/Talk 49 · 1 word\n {2}… and 20 more talks …\n.*Talk 70 · /)
  })

  test('takes the headings for talks that --level names', async () => {
    const path = await input('# Engines 2018\n\n## Attic\n\n### Mill\n\nx\n\n### Store\n\nx\n', 'notes.md')
    expect((await run(path)).out).toContain('1 talk of 1 event')
    expect((await run(path, '--level', '3', '--yes')).out).toContain('2 talks of 1 event')
    expect((await readCorpus(corpus)).talks.map(({ title }) => title)).toEqual(['Mill', 'Store'])
    const { code, err } = await run(path, '--level', '4')
    expect(code).toBe(1)
    expect(err).toContain('no headings of level 4 found; there are 1 of level 1, 1 of level 2, 2 of level 3')
  })

  test('never writes outside of the corpus, whatever the ids say', async () => {
    const ids = ['../../x', '/etc/x', '..\\..\\x', 'C:\\x', 'con/nul', './.', 'a/../../../x']
    const { code } = await run(await input(ids.map((id) => line(id)).join('')), '--yes')
    expect(code).toBe(0)
    expect((await readdir(folder)).sort()).toEqual(['corpus', 'talks.jsonl'])
    for (const event of await readdir(corpus)) expect(event).toMatch(/^[a-z0-9-]+$/)
    expect((await readCorpus(corpus)).talks).toHaveLength(ids.length)
  })

  test('imports a talk that comes twice once, and numbers talks of the same name', async () => {
    const same = { id: null, title: 'Lightning talks' }
    const twice = lines('mill', 'mill') + line('x/lightning talks', same)
    const { out, err } = await run(await input(twice), '--yes', '--event', 'ev')
    expect(err).toContain(
      'talks.jsonl:2 "About mill": has the same id as an earlier one ("engines-2018/mill"); left out',
    )
    expect(out).toContain('bad: 1')
    await run(await input(line('ev/lightning-talks'), 'other.jsonl'), '--yes', '--event', 'ev')
    await run(await input(line('ev2/Lightning-Talks'), 'third.jsonl'), '--yes', '--event', 'ev')
    const ids = (await records('ev')).map(({ id }) => id)
    expect(ids).toContain('lightning-talks')
    expect(ids).toContain('lightning-talks-2')
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(['\u200b\u200b', '\u0000\u0001', '\u2060', '\u3164'])(
    'leaves out a talk whose title %j shows nothing',
    async (title) => {
      const { out, err } = await run(await input(line('ev/a', { title }) + lines('mill')), '--yes')
      expect(err).toContain('talks.jsonl:1: title: holds nothing that can be seen; left out')
      expect(out).toContain('Written: 1')
    },
  )

  test('says which records are bad, writes the others, and exits 0', async () => {
    const { code, err } = await run(await input(`${lines('mill')}{"title": \n`), '--yes')
    expect(code).toBe(0)
    expect(err).toContain('talks.jsonl:2: is not a line of JSON; left out')
    expect(await records()).toHaveLength(1)
  })

  test.each([
    ['nothing is there', [], 'does not exist'],
    ['no talk is found', ['{"hello": 1}'], 'neither a pyvideo talk nor a schedule'],
  ])('exits 1 where %s', async (_, content, message) => {
    const path = join(folder, 'input')
    if (content[0]) await writeFile(path, content[0])
    const { code, err } = await run(path, '--yes')
    expect(code).toBe(1)
    expect(err).toContain(message)
  })

  test.each([
    [[], 'name one file or folder\n'],
    [['a', 'b'], 'name one file or folder; a name with spaces goes in quotes\n'],
    [['a', '--event', '../x'], 'try x'],
    [['a', '--level', 'two'], '--level "two" is no level'],
    [['a', '--evnt', 'x'], 'there is no option --evnt; did you mean --event?'],
  ])('explains the command line %j', async (argv, message) => {
    const { code, err } = await run(...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(err).toContain('Usage: npx hallway import')
  })

  test('says what cannot be written, and goes on from there the next time', async () => {
    const path = await input(lines('mill'))
    await mkdir(folder, { recursive: true })
    await writeFile(corpus, 'a file where the folder should be')
    const { code, err } = await run(path, '--yes')
    expect(code).toBe(1)
    expect(err).toMatch(/run the command again/)
    await rm(corpus)
    expect((await run(path, '--yes')).code).toBe(0)
  })

  test('draws its progress on a terminal', async () => {
    const { err } = await runOnTerminal('y\n', await input(lines('mill')))
    expect(err).toMatch(/\[#*-*\] \d+ % read/)
  })

  test('comes to the same end where it was killed on the way', async () => {
    const many = Array.from({ length: 60 }, (_, event) =>
      Array.from({ length: 20 }, (_, talk) =>
        line(`event-${event}/talk-${talk}`, { event: `Event ${event}` }),
      ).join(''),
    ).join('')
    const path = await input(many)
    const reference = join(folder, 'reference')
    await run(path, '--yes', '--into', reference)
    await cp(join(reference, 'event-3'), join(corpus, 'event-3'), { recursive: true })
    for (let seen = 1; seen < 60; seen += 20) await killWhenWritten(path, seen)
    expect((await run(path, '--yes')).code).toBe(0)
    expect(await tree(corpus)).toEqual(await tree(reference))
  })
})

test('what does not exist is told by the name that was typed, where that is, and what to give instead', async () => {
  const { code, err } = await run('no/such-notes', '--yes')
  expect(code).toBe(1)
  expect(err).toBe(
    `hallway import: no/such-notes does not exist (${resolve('no/such-notes')}), so nothing was imported; name the file or folder that holds the talks.\n`,
  )
})

test('an address is told apart from a file that is missing', async () => {
  const { code, err } = await run('https://conf.example/schedule.json', '--yes')
  expect(code).toBe(1)
  expect(err).toBe(
    'hallway import: https://conf.example/schedule.json is an address, and nothing is fetched from the network; save what it leads to, and name the file.\n',
  )
})

test('leaves nothing behind when it is stopped', async () => {
  const path = await input(Array.from({ length: 500 }, (_, n) => line(`event-${n}/talk`)).join(''))
  await killWhenWritten(path, 3, 'SIGINT')
  expect((await readdir(folder)).sort()).toEqual(['corpus', 'talks.jsonl'])
})

/** Starts the import in a process of its own, and kills it when that many folders are there. */
async function killWhenWritten(
  path: string,
  folders: number,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
  const script = `import(${JSON.stringify(cli)}).then(({ run }) => run(process.argv.slice(1)))`
  const child = spawn(process.execPath, ['-e', script, '--', 'import', path, '--yes', '--into', corpus], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder },
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  let over = false
  void ended.then(() => {
    over = true
  })
  while (!over && (await readdir(corpus).catch(() => [])).length <= folders) await new Promise(setImmediate)
  child.kill(signal)
  await ended
}

async function tree(root: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {}
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files[path.slice(root.length)] = await readFile(path, 'utf8')
  }
  return files
}
