import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventBehind } from '../../../src/notes/foreign/event-of-talk.ts'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'
import { readNotes } from '../../../src/notes/read-corpus.ts'
import { runs } from '../../helpers/runs.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const talksOf = (text: string) => readForeignNote(text, { stem: 'my-talks', dialect: 'markdown' }).talks

const first = (text: string) => {
  const [talk] = talksOf(text)
  return [talk?.event?.title ?? talk?.title, talk?.event?.name, talk?.event?.year, talk?.date]
}

const other = '* [Oars that float](https://youtu.be/zzz)\n'

test.each([
  [
    '* __Tides that turn__, Salt Hive, 12.06.2022: [slides](https://a.example/a.pdf)',
    'Salt Hive',
    2022,
    '2022-06-12',
  ],
  ['* [Tides that turn](https://youtu.be/a) - OarConf 2019, Harbour', 'OarConf 2019', 2019, undefined],
  ['* [Tides that turn](https://youtu.be/a) at Sail Night, May 2018', 'Sail Night', 2018, undefined],
  ['* [Tides that turn](https://youtu.be/a) (OarConf, 9 June 2015)', 'OarConf', 2015, '2015-06-09'],
  ['* [Tides that turn](https://youtu.be/a) by Ada Lovelace (OarConf 2015)', 'OarConf 2015', 2015, undefined],
  ['* **Tides that turn** — *Weather Club*, Oslo (2012)', 'Weather Club', 2012, undefined],
  [
    '* Harbour Club Feb 2018, ~8 minutes\n  [Tides that turn](https://youtu.be/a)',
    'Harbour Club',
    2018,
    undefined,
  ],
  ['* Tides that turn @ Sea Meetup, 2014', 'Sea Meetup', 2014, undefined],
  ['* Tides that turn - Harbour Days 2013', 'Harbour Days 2013', 2013, undefined],
])('in one’s own list of talks, %j names where it was', (line, event, year, date) => {
  expect(first(`# My talks\n\n${line}\n${other}`)).toEqual(['Tides that turn', event, year, date])
})

test('a heading names it in an item below, or in a column of a table', () => {
  const below = (said: string) =>
    first(`# 2020\n\n## Tides that turn\n\nThey do.\n\n${said}\n\n## Knots that hold\n\nThey do.\n`)
  expect(
    below('**Presented at:**\n\n- [Salt Hive](https://salt.example/)<br/>\nonline, 29 July 2020'),
  ).toEqual(['Tides that turn', 'Salt Hive', 2020, '2020-07-29'])
  expect(below('- [Salt Hive](https://salt.example/)<br/>\nonline, 1 & 2 june 2020')).toEqual([
    'Tides that turn',
    'Salt Hive',
    2020,
    undefined,
  ])
  expect(
    first(
      '# Talks\n\n| Title | Conference | Date |\n| -- | -- | -- |\n| Winds | Sky Club | 2010-05-05 |\n| Rain | Fog Club | 2011-05-05 |\n',
    ),
  ).toEqual(['Winds', 'Sky Club', 2010, '2010-05-05'])
})

test.each([
  'Tides: a study at night',
  'Tides - Ada Lovelace',
  'Tides, knots and sails',
  'What I learned at sea',
  'OarConf 2019',
  'Tides (a love story)',
])('%j names no event behind a title', (title) => {
  expect(eventBehind(title)).toBeUndefined()
})

test.each([
  '* [Tides that turn](https://youtu.be/a) (slides, video)',
  '* [Tides that turn](https://youtu.be/a) with Bo Sample, June 2018',
  '* [Tides that turn](https://youtu.be/a) - video, 2018',
])('%j names none either', (line) => {
  expect(first(`# My talks\n\n${line}\n${other}`)[1]).toBeUndefined()
})

test('what stands behind a talk in one’s own list is no speaker', () => {
  const [talk] = talksOf(`# My talks\n\n* **Tides that turn** - Weather Club, Oslo, 2012\n${other}`)
  expect([talk?.speakers, talk?.event?.name]).toEqual([[], 'Weather Club'])
})

test('each talk is served with its event, unless the folder is an event or has a name that somebody gave it', async () => {
  const list =
    '# My talks\n\n* **Tides**, Salt Hive, 12.06.2022\n* **Knots**, Fog Club, Oslo, 12.06.2021\n* **Tar**\n'
  const eventsIn = async (path: string, more: Readonly<Record<string, string>> = {}) => {
    const { corpus } = await readNotes(writeFolder({ [path]: list, ...more }))
    expect(corpus.events.map(({ id }) => id)).toEqual(
      expect.arrayContaining(corpus.talks.map(({ event }) => event.id)),
    )
    return corpus.talks.map(({ title, event }) => `${title} | ${event.name}`).sort()
  }
  const given = ['Knots | Fog Club', 'Tides | Salt Hive']
  expect(await eventsIn('talks/my-talks.md')).toEqual(expect.arrayContaining(given))
  expect(await eventsIn('README.md')).toEqual(expect.arrayContaining(given))
  expect(await eventsIn('oar-days-2019/my-talks.md')).toEqual(
    expect.arrayContaining(['Knots | Oar Days 2019']),
  )
  expect(await eventsIn('talks/my-talks.md', { 'talks/event.yml': 'name: Rope Week\n' })).toEqual(
    expect.arrayContaining(['Knots | Rope Week', 'Tides | Rope Week']),
  )
})

const word = fc
  .integer({ min: 100, max: 9999 })
  .map((number) => `Qua${`${number}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`)
const forms: readonly ((title: string, event: string, place: string) => string)[] = [
  (title, event, place) => `* **${title}**, ${event}, ${place}, 12.06.2022`,
  (title, event, place) => `* [${title}](https://youtu.be/a) - ${event}, ${place} 2019`,
  (title, event, place) => `* ${title} @ ${event}Conf 2014, ${place}`,
  (title, event, place) => `* ${title} (${event}Conf, ${place}, 9 June 2014)`,
  (title, event, place) => `* 2014-06-09: ${title}, ${event}Conf, ${place}`,
  (title, event, place) => `* ${event} Meetup, ${place}: [${title}](https://youtu.be/a)`,
]

test('no word of a list is lost, and none is in it that was not said', () => {
  const item = fc.tuple(fc.constantFrom(...forms), fc.array(word, { minLength: 2, maxLength: 4 }), word, word)
  fc.assert(
    fc.property(fc.array(item, { minLength: 2, maxLength: 6 }), (items) => {
      const text = `# My talks\n\n${items.map(([form, title, event, place]) => form(title.join(' '), event, place)).join('\n')}\n`
      const served = talksOf(text).flatMap(({ title, event, speakers, blocks, tags }) => [
        ...(event ? [event.name, event.title ?? title, event.behind ?? ''] : [title]),
        ...speakers.map(({ name }) => name),
        ...tags,
        ...blocks.map((block) => block.text),
      ])
      const wordsOf = (said: string) => new Set(said.toLowerCase().match(/qua[a-j]+/g))
      expect(wordsOf(served.join(' '))).toEqual(wordsOf(text))
      expect(talksOf(text).flatMap(({ speakers }) => speakers)).toEqual([])
    }),
    { numRuns: runs(150) },
  )
})

test.each(['OarConf 2023 - Day 2', 'OarConf 2023 Workshops', 'Lightning talks', 'Links'])(
  'what stands below “%s” is of the event of the heading before it',
  async (heading) => {
    const talk = (title: string) => `## ${title}\n\nSpeaker: Ada Miller\n\n- They turn\n\n`
    const text = `# OarConf 2023\n\n${talk('Tides')}${talk('Knots')}# ${heading}\n\n${talk('Sails')}`
    const { talks } = (await readNotes(writeFolder({ 'notes.md': text }))).corpus
    expect(new Set(talks.map(({ event }) => event.name))).toEqual(new Set(['OarConf 2023']))
  },
)
