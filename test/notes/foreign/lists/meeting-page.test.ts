import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'
import { readNotes } from '../../../../src/notes/read-corpus.ts'
import { runs } from '../../../helpers/runs.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const read = (text: string) => readForeignNote(text, { stem: '2019-06-24', dialect: 'markdown' })
const talksOf = (text: string) =>
  read(text).talks.map(({ title, speakers }) => [title, ...speakers.map(({ name }) => name)].join(' | '))

test.each([
  ['* Maria Beispiel on [tides that turn](tides)', 'tides that turn | Maria Beispiel'],
  ['* **Maria Beispiel** presented [tides that turn](tides)', 'tides that turn | Maria Beispiel'],
  ['* Maria Beispiel talked about tides that turn', 'tides that turn | Maria Beispiel'],
  [
    '* [Maria Beispiel](tides) will talk about tides that turn. Bring boots.',
    'tides that turn | Maria Beispiel',
  ],
  ['* [Tides that turn](tides)', 'Tides that turn'],
  ['* [Tides that turn](tides/README.md) (thanks to the harbour)', 'Tides that turn'],
])('on the page of a meeting %j is a talk', (item, talk) => {
  expect(talksOf(`# 2019-06-24\n\n${item}\n`)).toEqual([talk])
  expect(talksOf(`# 2019-06-24\n#### 61\n\n${item}\n* Peter Muster on knots\n`)).toEqual([
    talk,
    'knots | Peter Muster',
  ])
})

test('beside one that says that somebody spoke, a name and what stands behind it is a talk', () => {
  const items = '* Maria Beispiel: tides that turn\n* Peter Muster – knots\n* [Tar](tar)\n'
  expect(talksOf(`# 2019-06-24\n\n${items}`)).toEqual([
    'tides that turn | Maria Beispiel',
    'knots | Peter Muster',
    'Tar',
  ])
})

test.each([
  ['what each has to do', '# 2019-06-24\n\n* Maria Beispiel: mend the sails\n* Peter Muster: tar the deck\n'],
  ['who is away', '# 2019-06-24\n\n* Maria Beispiel on vacation until Friday\n* Peter Muster – ill\n'],
  ['a diary', '# 2019-06-24\n\n* Pay the crew\n* Maria Beispiel on tides\n'],
  ['what leads elsewhere', '# 2019-06-24\n\n* [Tides that turn](https://tides.example)\n'],
  ['parts of one talk', '# 2019-06-24\n\n## Tides that turn\n\nThey do.\n\n* [Source code](tides)\n'],
])('%s is none', (_, text) => {
  expect(read(text).talks).toHaveLength(1)
})

test('what the page of a year says of a meeting is served, though the day leads to what was shown', async () => {
  const folder = writeFolder({
    'README.md': '# Oar Club\n',
    '2019/README.md':
      '# Meetings for 2019\n\n## [2019-06-24](2019-06-24) Tides\n\nThey turn.\n\n## [2019-07-22](2019-07-22) Knots\n\nThey hold.\n\n## [Tar](tar.md)\n',
    '2019/2019-06-24/README.md': '# 2019-06-24\n\n* Maria Beispiel on [why tides turn](tides)\n',
    '2019/tar.md': '# Tar\n\nIt sticks.\n',
  })
  const { talks } = (await readNotes(folder)).corpus
  expect(talks.map(({ title, date }) => `${title} ${date ?? ''}`.trim()).sort()).toEqual([
    'Knots 2019-07-22',
    'Tar',
    'Tides 2019-06-24',
    'why tides turn 2019-06-24',
  ])
})

test('the announcement of a meeting is of what its folder does', async () => {
  const text =
    '---\ntitle: "MEETING ANNOUNCEMENT: March 2019"\ndate: 2019-03-19\n---\n\n### Presentations\n\n#### Tides that turn\n\nBy Maria Beispiel\n\nThey do.\n'
  const folder = writeFolder({
    '_config.yml': 'title: Oar Club\n',
    '_posts/2019-03-19-meeting-announcement.md': text,
  })
  const { talks } = (await readNotes(folder)).corpus
  expect(new Set(talks.map(({ event }) => event.name))).toEqual(new Set(['Oar Club']))
})

test('a report in Japanese is of the event that it names, and its days are days', async () => {
  const folder = writeFolder({
    'source/tokyo/index.md':
      '# OarConf Tokyo 2023 カンファレンスレポート\n\n## OarConf Tokyo 2023とは\n\n海のイベント。\n\n## OarConf Tokyo 2023\n\n晴れ。\n\n### Tides that turn\n\n潮。\n\n### Knots that hold\n\n結び目。\n',
    'source/kyoto/index.md':
      '# OarConf Kyoto 2023 レポート\n\n## カンファレンス1日目\n\n### Tar\n\n黒い。\n\n### Sails\n\n白い。\n\n## カンファレンス2日目\n\n### Oars\n\n長い。\n',
  })
  const { talks } = (await readNotes(folder)).corpus
  const found = talks.map(({ title, event }) => `${title} | ${event.name}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'Tides that turn | OarConf Tokyo 2023',
      'Knots that hold | OarConf Tokyo 2023',
      'Tar | OarConf Kyoto 2023',
      'Oars | OarConf Kyoto 2023',
    ]),
  )
})

test('a day below the level of what was on then is a day', () => {
  const text = '### Day 1\n## Tides\n* turn\n### Day 2\n## Knots\n* hold\n## Tar\n* sticks\n'
  expect(
    readForeignNote(text, { stem: 'oardays', dialect: 'markdown', hasSiblings: true }).talks.map(
      ({ title }) => title,
    ),
  ).toEqual(['Tides', 'Knots', 'Tar'])
})

const word = fc
  .integer({ min: 100, max: 9999 })
  .map((number) => `qua${`${number}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`)
const items: readonly ((said: string) => string)[] = [
  (said) => `* Maria Beispiel on ${said}`,
  (said) => `* Peter Muster presented [${said}](a) and quaend.`,
  (said) => `* [${said}](a) quaend`,
  (said) => `* ${said}`,
  (said) => `* Maria Beispiel: ${said}. Then quaend.\n  * quaend ${said}`,
  (said) => `\n${said} quaend\n`,
]

test('no word of the page of a meeting is lost', () => {
  const line = fc.tuple(fc.constantFrom(...items), fc.array(word, { minLength: 1, maxLength: 30 }))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const text = `# 2019-06-24\n\n${lines.map(([form, said]) => form(said.join(' '))).join('\n')}\n`
      const served = JSON.stringify(read(text).talks)
      expect((text.match(/qua[a-j]+/g) ?? []).filter((one) => !served.includes(one))).toEqual([])
    }),
    { numRuns: runs(150) },
  )
})
