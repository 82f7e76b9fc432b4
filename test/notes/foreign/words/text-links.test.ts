import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'
import { runs } from '../../../helpers/runs.ts'

const read = (text: string) => {
  const [talk] = readForeignNote(text, { stem: 'tides', dialect: 'markdown' }).talks
  return { tags: talk?.tags, said: talk?.blocks.map(({ text }) => text) }
}

test.each([
  [
    'below front matter',
    '---\ndate: 2026-03-14\n---\n\n#sea #moon\n\nThey turn.\n',
    ['sea', 'moon'],
    ['They turn.'],
  ],
  ['below a title', '# Tides\n\n#sea\n\nThey turn.\n', ['sea'], ['They turn.']],
])('a line of tags %s is the tags of the talk, and nothing that is quoted', (_, text, tags, said) => {
  expect(read(text)).toEqual({ tags, said })
})

test.each<readonly [where: string, text: string]>([
  ['within a sentence', 'They turn at #sea twice.\n'],
  ['above what is said, below no title', '#sea #moon\n\nThey turn.\n'],
  ['at the end', 'They turn.\n\n#sea #deep/water\n'],
  ['that are the last to be said', '# Tides\n\nJoin the channel below.\n\n#oars\n'],
  ...['Slack channels', 'Our Channel', 'Commands', 'Hashtags', 'Tags of Git'].map(
    (title) => [`below “${title}”`, `# ${title}\n\n#sea #moon\n\nThey turn.\n`] as const,
  ),
  ['in code', '```\n#include\n```\n\nThey turn.\n'],
  ['and nothing else', '#sea #moon\n'],
  ['between sentences', 'The bot hears\n\n#close\n\nand shuts the issue.\n'],
  ['behind a colon', 'Join these channels:\n\n#general #random\n'],
  ['one below the other', 'Join these channels:\n\n#general\n\n#random\n'],
  ['below another heading', '# Tides\n\nThey turn.\n\n## Tools\n\n#figma\n'],
  ['in a list', 'They turn.\n\n- #sea #moon\n'],
  ['in a quotation', 'They turn.\n\n> #sea #moon\n'],
  ['of one letter each', '#R #C\n\nThey compile.\n'],
  ['of one sign', '#海\n\nThey turn.\n'],
  ['that are too many', `${Array.from({ length: 22 }, (_, at) => `#word${at}`).join(' ')}\n\nThey turn.\n`],
])('tags %s are text, too', (_, text) => {
  const bare = (words: string) =>
    words
      .replace(/^#+ |[`>-]/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
  expect(bare(read(text).said?.join('\n') ?? '')).toBe(
    bare(text.replace(/^# Tides/, '').replace(/^# [^#]*/, '')),
  )
})

test('in a file of several talks such a line is the tags of the talk that it stands in', () => {
  const text =
    '# OarConf 2026\n\n## Tides that turn - Ada Pier\n\n#sea #moon\n\nThey turn.\n\n## Knots that hold - Bob Smith\n\nThey hold.\n\n#rope\n'
  const { talks } = readForeignNote(text, { stem: 'oarconf-2026', dialect: 'markdown' })
  expect(talks.map(({ tags, blocks }) => [tags, blocks.map((block) => block.text)])).toEqual([
    [['sea', 'moon'], ['They turn.']],
    [[], ['They hold.', '#rope']],
  ])
})

test('in a file of several talks a line of what is called otherwise stays what is said', () => {
  const text =
    '# OarConf 2026\n\n## Channels - Ada Pier\n\n#sea\n\nThey turn.\n\n## Knots that hold - Bob Smith\n\nThey hold.\n'
  const { talks } = readForeignNote(text, { stem: 'oarconf-2026', dialect: 'markdown' })
  expect(talks[0]?.blocks.map((block) => block.text)).toEqual(['#sea', 'They turn.'])
})

test.each([
  [20, ['They turn.']],
  [22, [expect.stringContaining('#word-21'), 'They turn.']],
])('of a line of %i tags a talk alone and one of several have the same', (count, said) => {
  const tags = Array.from({ length: count }, (_, at) => `word-${at}`)
  const part = `## Tides that turn - Ada Pier\n\n${tags.map((tag) => `#${tag}`).join(' ')}\n\nThey turn.\n`
  const text = `# OarConf 2026\n\n${part}\n## Knots that hold - Bob Smith\n\nThey hold.\n`
  const { talks } = readForeignNote(text, { stem: 'oarconf-2026', dialect: 'markdown' })
  expect(talks[0]?.tags).toEqual(tags.slice(0, 20))
  expect(read(part.slice(1)).tags).toEqual(talks[0]?.tags)
  // What is no tag of it stays what is said.
  expect(talks[0]?.blocks.map((block) => block.text)).toEqual(said)
})

test('no word is lost that stands behind a #', () => {
  const word = fc.constantFrom('#sea', '#R', '#海', '#fff', '#deep/water', '#Moon', '#one-1', '#a_b')
  const line = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    fc
      .integer({ min: 15, max: 25 })
      .map((count) => Array.from({ length: count }, (_, at) => `#w${at}`).join(' ')),
    fc.constantFrom(
      'They turn.',
      'Join these:',
      '## Tools',
      '- one',
      '## Knots that hold - Bob Smith',
      '> said',
    ),
  )
  const note = fc.tuple(
    fc.constantFrom('', '# Tides - Ada Pier\n\n', '---\ntags: [x, y]\n---\n'),
    fc.array(line),
  )
  fc.assert(
    fc.property(note, ([top, lines]) => {
      const text = `${top}${lines.join('\n\n')}\n`
      const { talks, left } = readForeignNote(text, { stem: 'tides', dialect: 'markdown' })
      const said = [
        ...talks.flatMap(({ title, tags, blocks }) => [title, ...tags, ...blocks.map((block) => block.text)]),
        // What is no talk's is told by its lines.
        ...left.map(({ from, to }) =>
          text
            .split('\n')
            .slice(from - 1, to)
            .join(' '),
        ),
      ].join(' ')
      const known = new Set(said.toLowerCase().split(/[\s#]+/))
      for (const [, name = ''] of lines.join(' ').matchAll(/(?<!\S)#(\p{L}\S*)/gu))
        expect(known).toContain(name.toLowerCase())
    }),
    { numRuns: runs(200) },
  )
})

test('tags behind a headline of Org are those of its talk, one or several', () => {
  const tagsOf = (text: string) =>
    readForeignNote(text, { stem: 'notes', markup: 'org' }).talks.map(({ title, tags }) => [title, ...tags])
  const tides = ' Tides that turn :moon:sea:\n  Speaker: Ada Lovelace\n  - They turn.\n'
  expect(tagsOf(`*${tides}`)).toEqual([['Tides that turn', 'moon', 'sea']])
  expect(
    tagsOf(`* OarConf 2024\n**${tides}** Knots that hold\n   Speaker: Grace Hopper\n   - Hold.\n`),
  ).toEqual([['Tides that turn', 'moon', 'sea'], ['Knots that hold']])
})
