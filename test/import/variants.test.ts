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

test('data of a site are of what its maker calls it', async () => {
  const importing = createImporting()
  const folder = writeHome({
    '_config.yml': 'title: Oar Users\n',
    '_data/archive.yml': '- topic: Knots\n  speaker: Ada Beispiel\n',
  })
  expect((await importing.run(join(folder, '_data/archive.yml'), '--yes')).code).toBe(0)
  expect(factsOf((await readCorpus(importing.corpus)).talks)).toEqual([
    'Knots | Ada Beispiel | Oar Users | –',
  ])
})

test('sessions that a site has a file each of are of one event, by the names that lie in the files of their speakers', async () => {
  const importing = createImporting()
  const folder = writeHome({
    'oarconf-2022/data/sessions/knots.yml':
      '---\nkey: knots\ntitle: Knots\nspeakers:\n  - ada_beispiel\nroom: Quay\nabstract: They hold.\n',
    'oarconf-2022/data/sessions/sails.yml': 'title: Sails\nspeakers: [ben, ../ben]\nabstract: They pull.\n',
    'oarconf-2022/data/speakers/ada_beispiel.yml': '---\nkey: ada_beispiel\nname: Ada Maria Beispiel\n',
    'oarconf-2022/data/speakers/ben.yml': 'name: Ben Exemplar\ncompany: Boats\n',
  })
  const { code, err } = await importing.run(folder, '--yes')
  expect([code, err]).toEqual([0, ''])
  const facts = factsOf((await readCorpus(importing.corpus)).talks)
  expect(facts[0]).toBe('Knots | Ada Maria Beispiel | Oarconf 2022 | Quay')
  expect(facts[1]).toMatch(/^Sails \| Ben Exemplar.* \| Oarconf 2022 \| –$/)
  expect(facts).toHaveLength(2)
})

test('a page of a speaker that says of no talk is none', async () => {
  const page = (name: string, talk: string) =>
    `---\nlayout: archive_speaker\nname: ${name}\nbio: Sailor\nimage: /a.jpg\ntalk_title: "${talk}"\n---\n`
  const folder = writeHome({
    'oarconf/_speakers_2024/ada.md': page('Ada Beispiel', 'Knots'),
    'oarconf/_speakers_2024/ben.md': page('Ben Exemplar', ''),
  })
  const { talks, problems } = await readCorpus(folder)
  expect(factsOf(talks)).toEqual(['Knots | Ada Beispiel | Oarconf 2024 | –'])
  expect(problems.map(({ message }) => message)).toContain(
    'is on a person, a firm or a place, so it is not served',
  )
})
