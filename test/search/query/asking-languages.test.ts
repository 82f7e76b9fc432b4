import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { wordsThatOnlyAsk } from '../../../src/search/query/word-roles.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'

const noteIn = (language: string, title: string, text: string) =>
  makeTalk(language, {
    ...{ language, title, speakers: [{ name: 'Ruth Quern' }] },
    summary: { form: 'paragraph', text, line: 2, depth: 0 },
  })

const corpus = makeCorpus(
  noteIn('de', 'Datenbanken im Alltag', 'Datenbanken speichern Daten in Tabellen.'),
  noteIn('en', 'Letters', 'Let us write a letter about the weather.'),
  noteIn('es', 'Programación funcional', 'La programación funcional usa funciones.'),
  noteIn('fr', "L'apprentissage automatique", 'Des machines qui apprennent.'),
  noteIn('it', 'Django in produzione', "L'ottimizzazione di un sito."),
  noteIn('pt', 'Testes automatizados', 'Escrever testes automatizados.'),
  noteIn('ru', 'Тестирование', 'Тестирование приложений.'),
  noteIn('zh', '数据库入门', '数据库很重要。'),
)

test.each([
  ['Wer hat über Datenbanken gesprochen?', 'de'],
  ['¿Hay alguna charla sobre programación?', 'es'],
  ['qui a parlé de l’apprentissage automatique ?', 'fr'],
  ["quelqu'un a parlé de l'apprentissage ?", 'fr'],
  ['cosa hanno detto su django?', 'it'],
  ['quem falou sobre testes automatizados?', 'pt'],
  ['кто рассказывал о тестировании?', 'ru'],
  ['谁讲了数据库？', 'zh'],
  ['what did they say about a letter?', 'en'],
])('“%s” is answered in the language of the note', async (question, language) => {
  const answers = answersOf(corpus)
  const answer = await answers.answerQuestion(question)
  expect(answer.kind).toBe('found')
  expect(answer.results[0]?.talk.id).toBe(`odd/${language}`)
})

test.each([
  ['a question in English keeps what are stop words elsewhere', 'what did they say about die casting'],
  ['a single such word is no question in that language', 'die casting'],
])('%s', (_, question) => {
  expect(wordsThatOnlyAsk(parseQuery(question).words, ['en', 'de'])).toEqual(new Set())
})

test('only the languages of the notes count', () => {
  const { words } = parseQuery('wer hat über django gesprochen')
  expect(wordsThatOnlyAsk(words, ['en', 'it']).size).toBe(0)
})

test.each([
  ['wer hat über django gesprochen', 'wer hat ueber django gesprochen'],
  ['gibt es Vorträge für django', 'gibt es Vortraege fuer django'],
  ['könnte man django nutzen', 'koennte man django nutzen'],
])('“%s” is the same if it is typed without umlauts', (question, typed) => {
  const rest = (text: string) => {
    const { words } = parseQuery(text)
    const asking = wordsThatOnlyAsk(words, ['en', 'de'])
    return words.map(({ folded }) => folded).filter((word) => !asking.has(word))
  }
  expect(rest(typed)).toEqual(rest(question))
  expect(rest(typed)).toContain('django')
})

test('a word that is no German one keeps its letters', () => {
  const { words } = parseQuery('wer hat ueber queues und bluetooth geredet')
  expect(wordsThatOnlyAsk(words, ['en', 'de'])).not.toContain('queues')
})

test('“finde” is asked for where something is looked for', () => {
  const { words } = parseQuery('wie finde ich Fehler in django')
  expect(wordsThatOnlyAsk(words, ['en', 'de'])).not.toContain('finde')
})
