import { expect, test } from 'vitest'
import { readForeignNote } from '../../../src/notes/foreign/read-foreign-note.ts'

const titlesOf = (text: string) =>
  readForeignNote(text, { stem: 'oarconf-2' }).talks.map(({ title, speakers }) =>
    [title, ...speakers.map(({ name }) => name)].join(' / '),
  )

const heading = (depth: number, text: string) =>
  `${'#'.repeat(depth)} ${text}\n\n- They hold.\n- They turn.\n\n`

const talks = [
  'Knots that hold - Ada Lovelace, Rope Maker',
  'Tides that turn - Ben Sample, Harbour Master at Oars',
  'Sails that pull - Cleo Beispiel, Sailor',
  'Oars that bend - Dan Muster, Oar Maker',
]

test.each([0, 1, 3])(
  'a talk is one of all although its heading is as high as that of all, the %i. of them',
  (slip) => {
    const text = talks.map((title, at) => heading(at === slip ? 2 : 3, title)).join('')
    const even = talks.map((title) => heading(3, title)).join('')
    const of = heading(2, 'OarConf 2024 - Day Two')
    expect(titlesOf(`${of}${text}`).toSorted()).toEqual(titlesOf(`${of}${even}`).toSorted())
  },
)

test('what is as high as all and names nobody stays where it is', () => {
  const text = [
    heading(2, 'OarConf 2024'),
    ...talks.map((title) => heading(3, title)),
    heading(2, 'What to read'),
  ].join('')
  expect(titlesOf(text)).toHaveLength(talks.length + 1)
})
