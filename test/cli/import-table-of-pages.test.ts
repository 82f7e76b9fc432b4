import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { createImporting, type Importing } from './importing.ts'

let importing: Importing
beforeEach(() => {
  importing = createImporting()
})

const table = 'Oar Days 2023 1f1e2d3c4b5a69788796a5b4c3d2e1f0.csv'
const pages = table.replace('.csv', '')
const rows = (...titles: readonly string[]) =>
  `Name,Speaker\n${titles.map((title) => `${title},Ada Example\n`).join('')}`

async function writePage(folder: string, title: string): Promise<void> {
  const path = join(folder, pages, `${title} 1a2b3c4d5e6f708192a3b4c5d6e7f801.md`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `# ${title}\n\nSpeaker: Ada Example\n\nThe sea rises twice a day.\n`)
}

const titles = async () => (await readCorpus(importing.corpus)).talks.map(({ title }) => title).sort()

test('rows of a table of Notion that are served pages already are left out and named', async () => {
  await writePage(importing.corpus, 'Tides that turn')
  const path = await importing.input(rows('Tides that turn', 'Sails that pull'), table)
  const { out, code } = await importing.run(path, '--yes')
  expect(code).toBe(0)
  expect(out).toContain('Left out, because they are notes of their event already: “Tides that turn”.')
  expect(await titles()).toEqual(['Sails that pull', 'Tides that turn'])
})

test('so are those whose pages were imported, and nothing is left to do if all were', async () => {
  await writePage(join(importing.folder, 'export'), 'Tides that turn')
  await importing.run(join(importing.folder, 'export'), '--yes')
  const { out, code } = await importing.run(await importing.input(rows('Tides that turn'), table), '--yes')
  expect(code).toBe(0)
  expect(out).toContain('Everything is in the corpus already.')
  expect(await titles()).toEqual(['Tides that turn'])
})

test('the event is on the days of rows that are left out too', async () => {
  await writePage(importing.corpus, 'Tides that turn')
  const dated =
    'Name,Speaker,Date\nTides that turn,Ada Example,2023-06-05\nSails that pull,Ada Example,2023-06-06\n'
  await importing.run(await importing.input(dated, table), '--yes')
  const file = join(importing.corpus, 'oar-days-2023', 'event.yml')
  expect(await readFile(file, 'utf8')).toMatch(/starts: "?2023-06-05"?\nends: "?2023-06-06/)
})

test('a page of another event, and one that is nowhere in the corpus, leave their rows as they are', async () => {
  await mkdir(join(importing.corpus, 'sea-days-2022'), { recursive: true })
  await writeFile(
    join(importing.corpus, 'sea-days-2022', 'tides.md'),
    '# Tides that turn\n\nThe sea rises.\n',
  )
  await writePage(join(importing.folder, 'export'), 'Sails that pull')
  await importing.run(await importing.input(rows('Tides that turn', 'Sails that pull'), table), '--yes')
  expect(await titles()).toEqual(['Sails that pull', 'Tides that turn', 'Tides that turn'])
})

test('rows that were imported before their pages stay', async () => {
  const path = await importing.input(rows('Tides that turn'), table)
  await importing.run(path, '--yes')
  await writePage(importing.corpus, 'Tides that turn')
  const { out } = await importing.run(path, '--yes')
  expect(out).toContain('1 unchanged')
})

test('the number that Notion gives a table is no part of its event, unless the corpus holds that so already', async () => {
  const path = await importing.input(rows('Tides that turn'), table)
  await importing.run(path, '--yes')
  expect(await readdir(importing.corpus)).toEqual(['oar-days-2023'])
  const before = pages.toLowerCase().replaceAll(' ', '-')
  await rename(join(importing.corpus, 'oar-days-2023'), join(importing.corpus, before))
  expect((await importing.run(path, '--yes')).out).toContain('Everything is in the corpus already.')
  expect(await readdir(importing.corpus)).toEqual([before])
})
