import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatProblem } from '../../../src/notes/format-problem.ts'
import { parseSynonyms } from '../../../src/notes/ours/parse-synonyms.ts'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const file = 'corpus/synonyms.yml'

test('reads groups of phrases, and abbreviations with one or more long forms', () => {
  const text = `groups:
  - [real time, realtime]
abbreviations:
  nlp: natural language processing
  ci: [continuous integration, build server]
`
  expect(parseSynonyms(text, file)).toEqual({
    groups: [
      ['real time', 'realtime'],
      ['nlp', 'natural language processing'],
      ['ci', 'continuous integration', 'build server'],
    ],
    problems: [],
  })
})

test.each([
  ['group:\n  - [a, b]', '1:1 error: unknown key `group`', 'groups'],
  ['groups:\n  - [a]', '2:5 error', 'two phrases'],
  ['groups: real time', '1:9 error', 'a list of groups'],
  ['groups:\n  - real time', '2:5 error', 'two phrases'],
  ['abbreviations:\n  nlp: [[]]', '2:9 error', 'natural language processing'],
  ['abbreviations:\n  nlp: 7', '2:8 error', 'natural language processing'],
  [`groups:\n  - [${'a, '.repeat(100)}b]`, '2:5 error', '100 phrases at most'],
  [`groups:\n  - [a, ${'b '.repeat(60)}]`, '2:9 error', 'shorten the phrase'],
  [`abbreviations:\n  a: ${'b '.repeat(60)}`, '2:6 error', 'shorten the phrase'],
  ['groups: [a', '1:11 error: bad YAML', 'close every quote'],
])('%j is a problem with its place and what to do', (text, message, advice) => {
  const { groups, problems } = parseSynonyms(text, file)
  expect(groups).toEqual([])
  const [line = ''] = problems.map(formatProblem)
  expect(line).toContain(`${file}:${message}`)
  expect(line).toContain(advice)
})

test('never throws, whatever stands in the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseSynonyms(text, file).groups)),
  )
})

test("a corpus has its team's synonyms, and another version with them", async () => {
  const folder = temporaryFolder()
  const without = await readCorpus(folder)
  await writeFile(join(folder, 'synonyms.yml'), 'groups: [[kite, dragon]]\n')
  const { synonyms, version } = await readCorpus(folder)
  expect(without.synonyms).toEqual([])
  expect(synonyms).toEqual([['kite', 'dragon']])
  expect(version).not.toBe(without.version)
  await writeFile(join(folder, 'synonyms.yml'), 'groups: [[kite]]\n')
  expect((await readCorpus(folder)).problems.map(formatProblem).join()).toContain('synonyms.yml:1:10 error')
})
