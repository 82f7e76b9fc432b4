import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForeignNote } from '../../../../src/notes/foreign/read-foreign-note.ts'
import { formatProblem } from '../../../../src/notes/format-problem.ts'
import { readCorpus } from '../../../../src/notes/read-corpus.ts'
import { runs } from '../../../helpers/runs.ts'
import { writeFolder } from '../../../helpers/temporary-folder.ts'

const rest = 'Of knots, and how they hold.\n'

async function served(frontMatter: string) {
  const folder = writeFolder({ 'oar-days/by-its-name.md': `${frontMatter}\n${rest}` })
  const { talks, problems } = await readCorpus(folder)
  const lines = problems.filter(({ isStyle }) => !isStyle).map(formatProblem)
  return { talk: talks[0]!, lines: lines.map((line) => line.replace(/^.*by-its-name\.md:/, '')) }
}

const fenced = (fields: string) => `---\n${fields}\n---\n`
const toml = (fields: string) => `+++\n${fields}\n+++\n`

describe('a broken field is left out and named with its line, and all others are read', () => {
  test.each<readonly [string, string, object, string]>([
    [
      'a quote that is not closed',
      fenced('title: "Knots\ntags: [a, b]'),
      { title: 'By its name', tags: ['a', 'b'] },
      '2 warning: `title` cannot be read and is left out: "\\"Knots" (close its quotation marks)',
    ],
    [
      'a single one',
      fenced("tags: [a, b]\ntitle: 'Knots"),
      { title: 'By its name', tags: ['a', 'b'] },
      '3 warning: `title` cannot be read',
    ],
    [
      'a quote that is not opened',
      fenced('title: Knots and ropes"\ntags: [a]'),
      { title: 'By its name', tags: ['a'] },
      '2 warning: `title` cannot be read',
    ],
    [
      'a bracket that is not closed',
      fenced('title: Knots\ntags: [a, b\nspeaker: Ada Kettle'),
      { title: 'Knots', tags: [], speakers: [{ name: 'Ada Kettle' }] },
      '3 warning: `tags` cannot be read and is left out: "[a, b" (close its bracket',
    ],
    [
      'a bracket that is not opened',
      fenced('title: Knots\ntags: a, b]'),
      { title: 'Knots', tags: [] },
      '3 warning: `tags` cannot be read',
    ],
    [
      'a brace that is not closed',
      fenced('title: Knots\nspeakers: [{ name: Ada Kettle ]\ntags: [a]'),
      { title: 'Knots', speakers: [], tags: ['a'] },
      '3 warning: `speakers` cannot be read',
    ],
    [
      'a comment that swallows a bracket',
      fenced('title: Knots\ntags: [a, #b]'),
      { title: 'Knots', tags: [] },
      'put what begins with # in quotes',
    ],
    [
      'an item of a list',
      fenced('title: Knots\ntags:\n- a\n - b\n- "c'),
      { title: 'Knots', tags: ['a', 'b'] },
      '6 warning: `tags` cannot be read and is left out: "\\"c"',
    ],
    [
      'a quote in TOML',
      toml('title = "Knots\ntags = ["a", "b"]\ndate = 2024-05-01'),
      { title: 'By its name', tags: ['a', 'b'], date: '2024-05-01' },
      '2 warning: `title` cannot be read',
    ],
    [
      'a bracket in TOML',
      toml('title = "Knots"\ntags = ["a", "b"'),
      { title: 'Knots', tags: [] },
      '3 warning: `tags` cannot be read',
    ],
    [
      'a day that there is not, in TOML',
      toml('title = "Knots"\ndate = 2024-02-31'),
      { title: 'Knots' },
      '3 warning: `date` cannot be read and is left out: "2024-02-31"',
    ],
    [
      'half front matter',
      'title: "Knots\ntags: [a, b]\n---\n',
      { title: 'By its name', tags: ['a', 'b'] },
      '1 warning: `title` cannot be read',
    ],
    [
      'half front matter in TOML',
      'title = "Knots\ntags = ["a", "b"]\n+++\n',
      { title: 'By its name', tags: ['a', 'b'] },
      '1 warning: `title` cannot be read',
    ],
    [
      'lines without a fence',
      'Title: Knots\nTags: [a, b\nSpeaker: Ada Kettle\n',
      { title: 'Knots', tags: [], speakers: [{ name: 'Ada Kettle' }] },
      '2 warning: `Tags` cannot be read',
    ],
    [
      'a key that comes twice',
      fenced('title: Knots\ntags: [a]\ntitle: Ropes'),
      { title: 'Ropes', tags: ['a'] },
      '4 warning: `title` comes twice, and the last one counts: "Ropes" (keep one of them)',
    ],
    [
      'a key that comes twice, in TOML',
      toml('title = "Knots"\ntitle = "Ropes"'),
      { title: 'Ropes' },
      '3 warning: `title` comes twice',
    ],
    [
      'a list in the place of text',
      fenced('title: [Knots, Ropes]\ntags: [a]'),
      { title: 'Knots', tags: ['a'] },
      '2 warning: `title` is a list, of which the first counts',
    ],
  ])('%s', async (_, frontMatter, talk, line) => {
    const { talk: read, lines } = await served(frontMatter)
    expect(read).toMatchObject({ ...talk, summary: { text: rest.trim() } })
    const warnings = lines.filter((one) => / warning: /.test(one))
    expect(warnings.join('\n')).toContain(line)
    expect(warnings).toHaveLength(1)
    // If it is broken as a whole, that is said once.
    const errors = lines.filter((one) => !warnings.includes(one))
    for (const error of errors) expect(error).toMatch(/ error: bad .*; it is served by what its lines say \(/)
    expect(errors.length).toBeLessThanOrEqual(1)
  })
})

describe('what lacks only its quotation marks is read as it stands, and told', () => {
  test.each<readonly [string, string, object, string]>([
    [
      'a colon',
      fenced('title: Knots: a study\ntags: [a, b]'),
      { title: 'Knots: a study', tags: ['a', 'b'] },
      '2:8 error: bad YAML',
    ],
    [
      'a sign',
      fenced('title: Knots\ntags: [a]\nroom: @home'),
      { title: 'Knots', tags: ['a'], room: '@home' },
      '4:7 error: bad YAML',
    ],
    [
      'stars',
      fenced('title: *Knots* and ropes\ntags: [a]'),
      { title: '*Knots* and ropes', tags: ['a'] },
      '2:16 error: bad YAML',
    ],
    [
      'text behind a quotation',
      fenced('title: "Knots" and ropes\ntags: [a]'),
      { title: '"Knots" and ropes', tags: ['a'] },
      '2:16 error: bad YAML',
    ],
    [
      'tabs',
      fenced('title: Knots\ntags:\n\t- a\n\t- b'),
      { title: 'Knots', tags: ['a', 'b'] },
      '4:1 error: bad YAML: tabs',
    ],
    [
      'a key that is indented',
      fenced('title: Knots\n  tags: [a]'),
      { title: 'Knots', tags: ['a'] },
      '2:8 error: bad YAML',
    ],
    [
      'no blank behind a colon',
      fenced('title:Knots\ntags: [a]'),
      { title: 'Knots', tags: ['a'] },
      '2:1 error: bad YAML',
    ],
    [
      'no end',
      '---\ntitle: Knots\ntags: [a]\n',
      { title: 'Knots', tags: ['a'] },
      '1:1 error: the front matter has no end',
    ],
    [
      'no quotes in TOML',
      toml('title = Knots and ropes\ntags = ["a"]'),
      { title: 'Knots and ropes', tags: ['a'] },
      '2 error: bad TOML',
    ],
  ])('%s', async (_, frontMatter, talk, line) => {
    const { talk: read, lines } = await served(frontMatter)
    expect(read).toMatchObject({ ...talk, summary: { text: rest.trim() } })
    expect(lines.join('\n')).toContain(line)
    expect(lines).toHaveLength(1)
  })

  test('marks of YAML that people write for themselves are text', async () => {
    expect((await served(fenced('title: !important Knots'))).talk.title).toBe('!important Knots')
    expect((await served(fenced('title: &Knots ropes'))).talk.title).toBe('&Knots ropes')
  })
})

test('whatever slips into front matter or out of it, no half of a bracket or quotation is served as a tag or before a title', () => {
  const sound =
    'title: "Knots, and more"\ntags: [one, "two three"]\nspeakers:\n  - { name: Ada Kettle }\ndate: 2024-05-01\n'
  const slip = fc.record({
    at: fc.nat({ max: sound.length }),
    cut: fc.nat({ max: 3 }),
    put: fc.constantFrom('', '"', "'", '[', ']', '{', '}', ':', '\t', '#', '\n', '- ', ', '),
  })
  fc.assert(
    fc.property(
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('yaml', 'toml'),
      (slips, form) => {
        let fields = form === 'yaml' ? sound : sound.replaceAll(/^(title|tags|date):/gm, '$1 =')
        for (const { at, cut, put } of slips) fields = fields.slice(0, at) + put + fields.slice(at + cut)
        const fence = form === 'yaml' ? '---' : '+++'
        const { talks } = readForeignNote(`${fence}\n${fields}${fence}\n\n${rest}`, { stem: 'by-its-name' })
        for (const { title, tags } of talks) {
          expect(title).not.toMatch(/^"[^"]*$/)
          for (const tag of tags) expect(tag).not.toMatch(/^[^[\]]*[[\]][^[\]]*$|^[^"]*"[^"]*$/)
        }
      },
    ),
    { numRuns: runs(3_000) },
  )
})

test('a title with a colon above a line of dashes is no front matter', () => {
  for (const title of ['Panel: Teaching', 'Keynote: Tides'])
    expect(readForeignNote(`${title}\n---\n\n- They turn.\n`, { stem: 'adamof' }).talks[0]?.title).toBe(title)
  expect(
    readForeignNote('Note: a draft\n---\n\n# Tides\n\nThey turn.\n', { stem: 'adamof' }).talks[0]?.title,
  ).toBe('Tides')
  expect(readForeignNote('title: Tides\n---\n\n- They turn.\n', { stem: 'adamof' }).talks[0]?.title).toBe(
    'Tides',
  )
})
