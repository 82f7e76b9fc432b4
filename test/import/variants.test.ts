import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { createImporting } from '../cli/importing.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { type Variant, variants } from './variants.ts'

const home = 'Boathouse'

/** The files in a folder of that name, which says nothing of an event. */
const writeHome = (files: Variant['files']) =>
  join(
    writeFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${home}/${name}`, text]))),
    home,
  )

/** As in `variants`. */
const factsOf = (talks: readonly Talk[]) =>
  talks
    .map(({ title, speakers, event, date, starts, ends, room }) => {
      const people = speakers.map(({ name, handle }) =>
        handle === undefined || handle === name ? name : `${name} (${handle})`,
      )
      const slot = [date, starts, ends, room].filter(Boolean)
      return [
        title,
        people.join(', ') || '–',
        event.name.startsWith(home) ? '*' : event.name,
        slot.join(' ') || '–',
      ].join(' | ')
    })
    .sort()

const isServed = ({ files }: Variant) =>
  Object.keys(files).some((name) => /\.(?:md|txt|rst|org|adoc)$/.test(name))

test.each(variants.filter(isServed))('$kind: is served', async ({ files, talks }) => {
  expect(factsOf((await readCorpus(writeHome(files))).talks)).toEqual(talks.toSorted())
})

test.each(variants)('$kind: is imported', async (variant) => {
  const importing = createImporting()
  const folder = writeHome(variant.files)
  const [only = ''] = Object.keys(variant.files)
  const { code, err } = await importing.run(isServed(variant) ? folder : join(folder, only), '--yes')
  expect([code, err]).toEqual([0, ''])
  expect(factsOf((await readCorpus(importing.corpus)).talks)).toEqual(variant.talks.toSorted())
})

test('what stands beside lists of talks is no list, and one without any yet is told', async () => {
  const importing = createImporting()
  const folder = writeHome({
    'oar-days/series.yml': 'name: Oar Days\nkind: conference\n',
    'oar-days/oar-days-2024/event.yml': 'title: Oar Days 2024\nstart_date: 2024-06-09\n',
    'oar-days/oar-days-2024/venue.yml': 'name: Quay\n',
    'oar-days/oar-days-2024/videos.yml':
      '- title: Knots\n  event_name: Oar Days 2024\n  date: "2024-06-09"\n  speakers: [Ada Beispiel]\n',
    'oar-days/oar-days-2025/videos.yml': '---\n[]\n',
  })
  const { code, err } = await importing.run(folder, '--yes')
  expect(err).toMatch(/oar-days-2025\/videos\.yml.*it is a list with nothing in it yet/)
  expect(err).not.toMatch(/series|event\.yml|venue/)
  expect(code).toBe(1)
  expect(factsOf((await readCorpus(importing.corpus)).talks)).toEqual([
    'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
  ])
})
