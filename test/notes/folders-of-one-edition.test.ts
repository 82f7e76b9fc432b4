import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const words = 'The moon pulls at the water, and the shore decides how far it comes.'

/** The event of each file of a corpus. */
async function eventsOf(corpus: string, files: readonly string[], introduction?: string) {
  const written = Object.fromEntries(files.map((file) => [`${corpus}/${file}`, `# Tides\n\n${words}\n`]))
  const root = writeFolder({ ...written, ...(introduction && { [`${corpus}/README.md`]: introduction }) })
  const { talks } = await readCorpus(join(root, corpus))
  return files.map((file) => talks.find((talk) => talk.file.endsWith(file))?.event.name)
}

test.each([
  [
    'oarsum-2024-notes',
    ['design/tides.md', 'dev/knots.md', '2024-06-09_boats_and_oars/reefs.md'],
    'Oarsum 2024',
  ],
  ['oarcon2024', ['dev/tides.md', 'design/basics/knots.md'], 'Oarcon2024'],
])('all folders of %s are of that one event', async (corpus, files, event) => {
  expect(await eventsOf(corpus, files)).toEqual(files.map(() => event))
})

test.each([
  ['oarsum-2024-notes', 'KettleConf/tides.md', 'KettleConf'],
  ['my-notes-2024', 'harbour/tides.md', 'Harbour'],
  ['oarsum-2024-notes', 'kettle-2023/tides.md', 'Kettle 2023'],
])('in %s, %s is of another', async (corpus, file, event) => {
  expect(await eventsOf(corpus, [file])).toEqual([event])
})

test('a folder of a month is of what the corpus is called', async () => {
  const files = ['archive/2014-jan/tides.md', '2019/March/knots.md']
  expect(await eventsOf('oarclub', files, '# OarClub Meetup\n\nWe meet by the sea.\n')).toEqual([
    'OarClub Meetup Jan 2014',
    'OarClub Meetup March 2019',
  ])
})
