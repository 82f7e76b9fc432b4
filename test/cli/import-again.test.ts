import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { createImporting, type Importing, line, lines } from './importing.ts'

let importing: Importing
beforeEach(async () => {
  importing = createImporting()
})

const notes = fileURLToPath(new URL('../import/fixtures/notes.md', import.meta.url))

const calendar = (...entries: readonly string[]) =>
  `BEGIN:VCALENDAR\nX-WR-CALNAME:Engines 2018\n${entries.map((entry) => `BEGIN:VEVENT\n${entry}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`
const entry = (id: string, more = '') => `UID:${id}\nSUMMARY:About ${id}${more}`

describe('a source that has changed', () => {
  test('names the talks that are no longer in it, and deletes nothing', async () => {
    await importing.run(await importing.input(lines('mill', 'store', 'crank')), '--yes')
    const { out, code } = await importing.run(await importing.input(lines('mill', 'new')), '--yes')
    expect(code).toBe(0)
    expect(out).toMatch(
      /No longer in talks\.jsonl[^\n]*delete[^\n]*\n +.*engines-2018\/talks\.jsonl, “About store”\n +.*engines-2018\/talks\.jsonl, “About crank”\n/,
    )
    expect((await importing.records()).map(({ id }) => id)).toEqual(['mill', 'store', 'crank', 'new'])
  })

  test('names them also where there is nothing to write', async () => {
    await importing.run(await importing.input(lines('mill', 'store')), '--yes')
    const { out } = await importing.run(await importing.input(lines('mill')))
    expect(out).toMatch(
      /in the corpus already[\s\S]*No longer in talks\.jsonl[\s\S]*engines-2018\/talks\.jsonl, “About store”/,
    )
  })

  test('names the notes whose headings are gone', async () => {
    await importing.run(notes, '--yes')
    const text = await readFile(notes, 'utf8')
    const path = await importing.input(
      text.replace('A difference engine by', 'The analytical engine by'),
      'notes.md',
    )
    expect((await importing.run(path, '--yes')).out).toMatch(
      /No longer in notes\.md[\s\S]*engines-2018\/a-difference-engine\.md/,
    )
  })

  test('names talks that are cancelled', async () => {
    await importing.run(await importing.input(calendar(entry('a'), entry('b')), 'a.ics'), '--yes')
    const changed = calendar(entry('a'), entry('b', '\nSTATUS:CANCELLED'))
    const { out } = await importing.run(await importing.input(changed, 'b.ics'), '--yes')
    expect(out).toMatch(/Cancelled[^\n]*\n +.*engines-2018\/talks\.jsonl, “About b”\n/)
  })

  test('does not name talks of other sources, or of one that is cut off', async () => {
    await importing.run(await importing.input(lines('mill', 'store'), 'first.jsonl'), '--yes')
    const second = await importing.run(await importing.input(lines('crank'), 'second.jsonl'), '--yes')
    expect(second.out).not.toContain('No longer')
    const path = await importing.input(calendar(entry('a'), entry('b')), 'a.ics')
    await importing.run(path, '--yes')
    await importing.input(calendar(entry('a'), entry('b')).replace(/About b[\s\S]*/, ''), 'a.ics')
    const cut = await importing.run(path, '--yes')
    expect(cut.err).toContain('ends too early')
    expect(cut.out).not.toContain('No longer')
  })
})

describe('another source of the same event', () => {
  test('is warned of where it brings talks of the same titles', async () => {
    await importing.run(await importing.input(lines('mill', 'store')), '--yes')
    const other = calendar(entry('mill'), 'UID:x\nSUMMARY:Something else')
    const { out } = await importing.run(await importing.input(other, 'engines.ics'))
    expect(out).toMatch(/engines-2018\/about-mill has the title of engines-2018\/mill/)
    expect(out).not.toContain('something-else has')
  })

  test('is not warned of where one source has several talks of one title', async () => {
    const same = ['a', 'b'].map((id) => line(`engines-2018/${id}`, { title: 'Lightning talks' })).join('')
    const { out } = await importing.run(await importing.input(same))
    expect(out).not.toContain('has the title of')
  })
})

describe('a folder of notes that has changed', () => {
  const talk = (title: string, by: string) => `# ${title}\n\nBy ${by}\n\n- It turns twice a day.\n\n`
  const sails = talk('Sails that fill', 'Bo Sample')
  const tides = talk('Tides that turn', 'Ada Example')
  const ropes = talk('Ropes that hold', 'Cy Example')

  async function writeNotes(files: Readonly<Record<string, string>>, name = 'oars'): Promise<string> {
    const folder = join(importing.folder, name)
    await mkdir(folder, { recursive: true })
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
    return folder
  }

  test('keeps the talk of a note that has become one of several, or the only one', async () => {
    await importing.run(await writeNotes({ 'a.md': sails, 'b.md': tides }), '--yes')
    const path = await writeNotes({ 'b.md': `${tides}${ropes}` })
    expect((await importing.run(path, '--yes')).out).toContain('Written: 1, unchanged: 2')
    expect((await importing.run(path)).out).toContain('3 unchanged')
    await writeNotes({ 'b.md': ropes })
    const { out } = await importing.run(path, '--yes')
    expect(out).toContain('(2 unchanged)')
    expect(out).toMatch(/No longer in b\.md: 1 talk[^\n]*\n +\S*oars\/tides-that-turn\.md\n/)
  })

  test('names the talk that a note was before all others were written into it', async () => {
    await importing.run(await writeNotes({ 'a.md': sails, 'b.md': tides }), '--yes')
    const path = await writeNotes({ 'b.md': `${ropes}${talk('Keels that keep', 'Di Sample')}` })
    expect((await importing.run(path, '--yes')).out).toMatch(
      /No longer in b\.md[^\n]*\n +\S*oars\/tides-that-turn\.md\n/,
    )
  })

  test('says where its talks stand already if it is called otherwise now', async () => {
    const path = await writeNotes({ 'a.md': sails, 'b.md': tides })
    await importing.run(path, '--yes')
    await rename(path, join(importing.folder, 'rowing'))
    const { out } = await importing.run(join(importing.folder, 'rowing'))
    expect(out).toMatch(
      /2 new[\s\S]*seems to be in oars\/ already \(2 of 2 talks\): import with --event oars /,
    )
    const kept = await importing.run(join(importing.folder, 'rowing'), '--event', 'oars')
    expect(kept.out).toContain('2 unchanged')
    const other = await writeNotes(
      { 'a.md': ropes, 'b.md': tides, 'c.md': talk('Keels', 'Di Sample') },
      'boats',
    )
    expect((await importing.run(other)).out).not.toContain('already')
  })
})

test('a list in a folder that says what it holds stays where versions before 0.26 put it', async () => {
  await mkdir(join(importing.corpus, 'programme-2024'), { recursive: true })
  const folder = join(importing.folder, 'oars', 'programme')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '2024.csv'), 'title,speaker\nTides that turn,Ada Example\n')
  expect((await importing.run(join(folder, '2024.csv'))).out).toContain('programme-2024/')
})

test('a record says which file it comes from', async () => {
  await importing.run(await importing.input(lines('mill')), '--yes')
  expect(await importing.records()).toMatchObject([{ source: { file: 'talks.jsonl' } }])
  expect(await readFile(join(importing.corpus, 'engines-2018', 'event.yml'), 'utf8')).toContain('Engines')
})
