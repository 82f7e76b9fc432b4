import { expect, test } from 'vitest'
import { listInEnglish } from '../../../src/answers/listing/list-in-english.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { answersOf } from '../../helpers/answers-of.ts'
import { makeCorpus } from '../../helpers/make-talk.ts'

const garden = makeCorpus(...gardenTalks)
const answers = answersOf(garden)
const said = async (question: string) => {
  const { kind, explanation } = await answers.answerQuestion(question)
  return { kind, explanation }
}

test.each([
  [
    'how many talks are there?',
    `combien de conférences ?|Combien de talks y a-t-il ?|¿cuántas charlas hay?|cuantas charlas hay|quanti interventi ci sono?|quanti talk ci sono?
    |quantas palestras há?|hoeveel lezingen zijn er?|hoeveel talks zijn er`,
  ],
  [
    'list all speakers',
    'liste des intervenants|liste de tous les orateurs|lista de todos los ponentes|elenco dei relatori|lista dos palestrantes|lijst van alle sprekers',
  ],
  [
    'which topics are there?',
    'quels sont les sujets ?|¿cuáles son los temas?|quais são os temas?|welke onderwerpen zijn er?',
  ],
  [
    'how many talks are without a video?',
    'combien de conférences sans vidéo ?|¿cuántas charlas hay sin video?|hoeveel lezingen zonder video?',
  ],
])('“%s” is answered alike in other languages', async (english, others) => {
  const { kind, explanation } = await said(english)
  expect(kind).toBe('listing')
  for (const question of others.split('|').map((one) => one.trim()))
    expect([question, await said(question)]).toEqual([question, { kind, explanation: expect.any(String) }])
  const counts = await Promise.all(
    others.split('|').map(async (one) => (await said(one.trim())).explanation.match(/\d+/)?.[0]),
  )
  expect(new Set(counts)).toEqual(new Set([explanation.match(/\d+/)?.[0]]))
})

test.each(['what is Whoosh?', 'talk about anything', 'qui a dit cela ?', ''])(
  'what counts and lists nothing is not put into other words: %s',
  (question) => {
    expect(listInEnglish(question)).toBeUndefined()
  },
)

test('a list that is asked for with a topic stays a question on that topic', async () => {
  expect((await said('charlas sobre compost')).kind).toBe('found')
})

test.each([
  ...['labels', 'which labels on pods?', 'which presentations do I need?', 'conferences by train'],
  ...[
    'charlas sobre Python -Django',
    'palestras lang:de',
    'charlas "de vida"',
    'cuántas charlas hay tag:kites',
  ],
])('“%s” stays as it is typed', (question) => {
  expect(listInEnglish(question)).toBeUndefined()
})
