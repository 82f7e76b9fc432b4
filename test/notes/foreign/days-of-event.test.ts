import { expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { readNotes } from '../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const talks = '## Tides (Ada Example)\n\nThey turn.\n\n## Knots (Bo Sample)\n\nThey hold.\n'
const daysOf = (head: string) => readForeignNote(`${head}\n\n${talks}`, { stem: 'notes' }).eventDays
const days = { starts: '2018-06-04', ends: '2018-06-05' }

test.each([
  '# OarConf 2018\n\nJune 4-5, 2018',
  '# OarConf 2018\n\n*4-5 June 2018, Harbour*. Notes by Ada.',
  '# OarConf 2018\n\nCongress Centre, Harbour, 4–5 June 2018',
  '# OarConf 2018\nOrt: Hafen\n📅 4.–5. Juni 2018',
  '# OarConf 2018\n\n- **Dates:** June 4-5, 2018\n- **Place:** Harbour',
  '# OarConf 2018 (4-5 June 2018)',
])('%j says the days of the event', (head) => {
  expect(daysOf(head)).toEqual(days)
})

test.each([
  '# OarConf 2018\n\nThe next one is 4-5 June 2019.',
  '# OarConf 2018\n\nCFP: 4-9 January 2018',
  '# OarConf 2018\n\nI was there from 4 to 5 June 2018.',
  '# OarConf 2018\n\n> 4-5 June 2018',
  '# OarConf 2018\n\n```\n4-5 June 2018\n```',
])('%j does not', (head) => {
  expect(daysOf(head)).toBeUndefined()
})

const eventsOf = async (files: Readonly<Record<string, string>>) => {
  const { corpus } = await readNotes(writeFolder(files))
  expect(corpus.talks.map(({ date }) => date)).toEqual(corpus.talks.map(() => undefined))
  return corpus.events.map(({ name, year, starts, ends }) => [name, year, starts, ends])
}

test('the days are those of the event, and of none of its talks', async () => {
  const note = `# OarConf\n\n4-5 June 2018\n\n${talks}`
  expect(await eventsOf({ 'oars.md': note })).toEqual([['OarConf', 2018, days.starts, days.ends]])
})

test('a folder that is the event of its notes has the days that one of them says', async () => {
  const files = {
    'oarconf-2018/notes.md': `# Notes\n\n4-5 June 2018\n\n${talks}`,
    'oarconf-2018/sails.md': '# Sails\n\nThey fill.\n',
  }
  expect(await eventsOf(files)).toEqual([['Oarconf 2018', 2018, days.starts, days.ends]])
})

test('days of another year are not those of the event, and event.yml is believed', async () => {
  const note = `# OarConf 2019\n\n4-5 June 2018\n\n${talks}`
  expect(await eventsOf({ 'oars.md': note })).toEqual([['OarConf 2019', 2019, undefined, undefined]])
  expect(
    await eventsOf({
      'oarconf-2018/notes.md': `# Notes\n\n4-5 June 2018\n\n${talks}`,
      'oarconf-2018/event.yml': 'name: Oars\n',
    }),
  ).toEqual([['Oars', undefined, undefined, undefined]])
})
