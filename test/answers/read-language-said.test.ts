import { expect, test } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'

const about = (id: string, language: string, text: string, tags: readonly string[] = []) =>
  makeTalk(id, {
    title: text,
    language,
    tags,
    summary: { form: 'paragraph', text: `${text}.`, line: 5, depth: 0 },
  })
const corpus = makeCorpus(
  about('knots', 'en', 'Testing knots'),
  about('knoten', 'de', 'Knoten und Seile', ['testing']),
  about('nodi', 'it', 'Nodi e corde', ['testing']),
  about('plain', 'en', 'Rules in German law'),
)
const answers = createAnswers(corpus, createLunrEngine(corpus), { examples: [] })

async function ask(question: string) {
  const { kind, results, notices, explanation } = await answers.answerQuestion(question)
  return {
    kind,
    titles: results.map(({ talk }) => talk.id),
    read: notices.map(({ message }) => message),
    explanation,
  }
}

test.each([
  ['talks in german about testing', ['knoten'], 'in german'],
  ['German talks on testing', ['knoten'], 'German'],
  ['is there anything about testing in Italian?', ['nodi'], 'in Italian'],
  ['is there a talk in German?', ['knoten'], 'in German'],
  ['gibt es deutsche Vorträge über Seile?', ['knoten'], 'deutsche'],
  ['Vorträge auf Deutsch über Knoten', ['knoten'], 'auf Deutsch'],
  ['english talk on testing?', ['knots'], 'english'],
])('“%s” is answered from notes in that language alone, and says so', async (question, titles, said) => {
  expect(await ask(question)).toMatchObject({
    kind: 'found',
    titles: titles.map((id) => expect.stringContaining(id)),
    read: [`“${said}” is read as the language of the notes.`],
  })
})

test('that no talk in the language fits is said', async () => {
  expect(await ask('talks in Italian about law')).toMatchObject({
    kind: 'none',
    explanation: 'No talk in Italian fits.',
  })
})

test.each(['Rules in German law', 'how do I test in german?', 'talks in French about testing'])(
  '“%s” names no language of talks that there are',
  async (question) => {
    expect((await ask(question)).read).toEqual([])
  },
)
