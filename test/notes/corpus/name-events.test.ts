import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Corpus } from '../../../src/notes/corpus.ts'
import { readCorpus, readNotes } from '../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const eventsOf = ({ talks }: Corpus) =>
  Object.fromEntries(talks.map(({ title, event }) => [title, `${event.name} (${event.year ?? '–'})`]))

const talk = (title: string, event: string) =>
  `---\ntitle: ${title}\nspeaker: ada-example\nevents:\n  - ${event}\n---\n\nThey hold.\n`

const site = {
  '_talks/knots.md': talk('Knots that hold', '2024-harbour'),
  '_talks/tides.md': talk('Tides that turn', '2025-river'),
  '_events/2024-harbour.md': '---\ntitle: Oar Days Harbour 2024\nlayout: event\n---\n\nIt was on the quay.\n',
  '_profiles/ada-example.md':
    '---\nname: Ada Beispiel\npronoun:\ncompany: Rope Works\nroles:\n  - speaker\nevents:\n  - 2024-harbour\n---\n',
}

test('an event is called by the title of its page, and as front matter calls it if it has none', async () => {
  const corpus = await readCorpus(writeFolder(site))
  expect(eventsOf(corpus)).toEqual({
    'Knots that hold': 'Oar Days Harbour 2024 (2024)',
    'Oar Days Harbour 2024': 'Oar Days Harbour 2024 (2024)',
    'Tides that turn': '2025-river (2025)',
  })
  expect(corpus.events.map(({ name }) => name)).toEqual(['Oar Days Harbour 2024', '2025-river'])
})

test('somebody is called by the name that a page of theirs says, though that lists events', async () => {
  const { talks } = await readCorpus(writeFolder(site))
  const speakers = talks.flatMap((one) => one.speakers.map(({ name }) => name))
  expect(speakers).toEqual(['Ada Beispiel', 'Ada Beispiel'])
})

test('a page that is titled anew or removed names the event of talks that stayed', async () => {
  const folder = writeFolder(site)
  const before = await readNotes(folder)
  await writeFile(
    join(folder, '_events/2024-harbour.md'),
    '---\ntitle: Oar Week Harbour 2024\n---\n\nIt was on the quay.\n',
  )
  const after = await readNotes(folder, { earlier: before.files })
  expect(eventsOf(after.corpus)['Knots that hold']).toBe('Oar Week Harbour 2024 (2024)')
  await rm(join(folder, '_events/2024-harbour.md'))
  const gone = await readNotes(folder, { earlier: after.files })
  expect(eventsOf(gone.corpus)['Knots that hold']).toBe('2024-harbour (2024)')
})
