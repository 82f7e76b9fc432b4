import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costlyMarkup } from '../../src/notes/markup-cost.ts'
import { parseTalk } from '../../src/notes/ours/parse-talk.ts'
import { runs } from '../helpers/runs.ts'
import { createWorkMeter } from '../helpers/work-meter.ts'

const workOf = createWorkMeter()

const event = { id: 'teacon', name: 'TeaCon' }
const read = (body: string) =>
  parseTalk(`---\ntitle: Kettles\ntags: [tea]\n---\n${body}`, {
    id: 'teacon/kettles',
    file: 'kettles.md',
    event,
  })

/** Pieces that Markdown parsers have been slow at when they are repeated. */
const pieces = [
  ...['*_', 'a* ', ' a*', '*a_ ', '**a ', '_a', '__a*', '*a *', 'a_*_', '***', '~a', '\\', '\\*'],
  ...['[', '[a](', '![', '![]()', '](', '[]', '[a][b] ', '[a]: b\n', '[a](b "', '[a](((', '[^a]'],
  ...['<', '<a ', '<x@', '<http://a', 'a <!--', '<!A', 'a <?', 'a <![CDATA[', '<b>\n', '</', '<!-- a\n'],
  ...['`', '`a', '`` ` ', '```\n', '~~~\n', '&amp;', '&', '|a', '|a|b|\n', '\ta', '\t- a\n', 'a  \n'],
  ...[
    '> ',
    '> a\n',
    '- ',
    '- a\n',
    '1. a\n',
    '- - ',
    '# ',
    '# a\n',
    'a\n=\n',
    'a\n-\n',
    '---\n',
    'x\n',
    '\n',
  ],
]

/** Calls of functions that are made in about a twentieth of a second. */
const soon = 1_000_000

test.each(pieces)(
  'a note of %j over and over is read, or refused, with work that grows about as its length',
  async (piece) => {
    const fill = (length: number) => piece.repeat(Math.ceil(length / piece.length))
    const short = Math.max(await workOf(() => read(fill(4_000))), soon)
    // Four times the length: by the square it would be sixteen times the work.
    expect(await workOf(() => read(fill(16_000)))).toBeLessThan(6 * short)
  },
)

test('a note of any such pieces in any order is read, or refused, soon', async () => {
  const body = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 1_000 })), { maxLength: 6 })
    .map((parts) =>
      parts
        .map(([piece, times]) => piece.repeat(times))
        .join('')
        .slice(0, 8_000),
    )
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      expect(await workOf(() => read(text))).toBeLessThan(150 * soon)
    }),
    { numRuns: runs(20), endOnFailure: true },
  )
})

test.each([
  ['*_'.repeat(3_000), 'marks such as *, _ and ]', 'empty lines'],
  ['[a][b] '.repeat(1_100), 'signs such as', 'empty lines'],
  ['a <!--'.repeat(1_100), 'signs such as <!-- and ][', 'empty lines'],
  [`${'> - '.repeat(51)}x`, 'more than 100 quotations or list items', 'nest less'],
  ['- - 1. x\n'.repeat(4_001), 'too many lists within lists', 'nest less'],
  [`${' '.repeat(600)}- x\n`.repeat(30), 'too many lists within lists', 'nest less'],
  ['a\n=\n'.repeat(501), 'lines of = or -', 'begin headings with #'],
])('a paragraph that is too much is named with its line, and what to do', (paragraph, what, advice) => {
  const { talk, problems } = read(`One.\n\n${paragraph}\n`)
  expect(talk).toBeUndefined()
  expect(problems).toMatchObject([{ severity: 'error', file: 'kettles.md' }])
  expect(problems[0]?.message).toContain(what)
  expect(problems[0]?.advice).toContain(advice)
  if (!paragraph.includes('=') && !what.includes('within')) expect(problems[0]?.line).toBe(7)
})

test('what people write is far from the limits', () => {
  const table = '| snake_case_name | **bold** | _note_ |\n'.repeat(400)
  const code = `\`\`\`\n${'self.__init__(*args, **kwargs)\n'.repeat(500)}\`\`\`\n`
  const list = '- **Kettles** whistle; _lids_ rattle.\n'.repeat(500)
  const nested = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}- Tea.\n`)
    .join('')
    .repeat(400)
  const quoted = '> > > > - Kettles whistle.\n'.repeat(5_000)
  const lines = `${'- '.repeat(200)}\n\n${'* '.repeat(200)}\n`.repeat(50)
  for (const body of [table, code, list, nested, quoted, lines]) expect(costlyMarkup(body)).toBeUndefined()
})
