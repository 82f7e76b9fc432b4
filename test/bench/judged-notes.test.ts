import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readQuestionFiles } from '../../bench/search/subjects/judged-notes.ts'
import { notesSubject } from '../../bench/search/subjects/subject.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { gardenTalks } from '../corpora/garden.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

const read = (text: string) => readQuestionFiles([writeFolder({ 'tea.tsv': text })])[0]!.questions

it('reads questions with and without a pattern, skipping comments and empty lines', () => {
  const text = '# style\tquestion\tids\nfact\thow hot?\tgreen|white\t9\\d °C\n\nnone\tis there coffee?\t-\r\n'
  expect(read(text)).toEqual([
    { style: 'fact', question: 'how hot?', expected: ['green', 'white'], key: /9\d °C/iu },
    { style: 'none', question: 'is there coffee?', expected: [] },
  ])
})

it.each(['how hot?', 'fact\thow hot?', 'fact\thow hot?\tgreen\t9\tmore'])(
  'names file and line of %j',
  (line) => {
    expect(() => read(`\n${line}`)).toThrow('tea.tsv:2')
  },
)

it('reads files, and all .tsv of a folder in order of name', () => {
  const question = 'fact\thot?\tgreen\n'
  const folder = writeFolder({ 'b.tsv': question, 'a.tsv': question, 'c.txt': question })
  expect(readQuestionFiles([folder]).map(({ name }) => name)).toEqual(['a', 'b'])
  expect(readQuestionFiles([join(folder, 'c.txt')]).map(({ name }) => name)).toEqual(['c'])
})

it('measures first, found, quoted and not found on the questions that each is about', async () => {
  const talk = gardenTalks.find(({ language }) => language === 'en')!
  const talks = gardenTalks.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const corpus = { folder: '', events: [], talks, problems: [], version: 'garden' }
  const questions = [
    { style: 'title', question: talk.title, expected: [talk.id.replace(/^.*\//, '')], key: /./ },
    { style: 'title', question: talk.title, expected: ['another'], key: /nobody says this/ },
    { style: 'none', question: 'zymurgy of xylophones', expected: [] },
  ]
  const figures = await notesSubject(corpus, { name: 'garden', questions })({
    parameters: defaultParameters,
    spelling: true,
  })
  expect(figures).toEqual([
    { name: 'garden: first', values: [[1, 0]] },
    { name: 'garden: found', values: [[1, 1]] },
    { name: 'garden: quoted', values: [[1, 0]] },
    { name: 'garden: not found', values: [[1]] },
  ])
})
