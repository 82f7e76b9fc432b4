import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSpeller } from '../../../src/search/expand/spelling.ts'
import { createSynonyms } from '../../../src/search/expand/synonyms.ts'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { createIndexReader } from '../../../src/search/index/index-reader.ts'
import { isMisspeltQuestionWord, roleOf } from '../../../src/search/query/word-roles.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { fold } from '../../../src/text/fold.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'
import { runs } from '../../helpers/runs.ts'

const { correct } = createSpeller(
  createIndexReader(compileIndex(gardenTalks, defaultParameters.index)),
  defaultParameters.spelling,
)

test.each([
  ['tomatos', 'tomatoes'],
  ['greenhuose', 'greenhouse'],
  ['lavnder', 'lavender'],
  ['copmost', 'compost'],
  ['cpomost', 'compost'],
  ['comopst', 'compost'],
  ['beas', 'bees'],
])('%s is corrected to %s', (typed, meant) => {
  expect(correct(typed)[0]?.word).toBe(meant)
})

test.each([
  ['xqzw', 'nothing is near'],
  ['bes', 'too short'],
  ['wald', 'near "wall" and "wild", which are in no title or tag'],
  ['tree', 'an ordinary word'],
  ['2020x', 'a number'],
])('%s is left alone: %s', (typed) => {
  expect(correct(typed)).toEqual([])
})

test('no known name or word that asks elsewhere is a slip, whatever the notes have', () => {
  const names = 'kafka slack docker terraform postgres'
  const asking = 'comment combien wieso dónde quanto iemand'
  const words = fold(`${names} ${asking}`).split(' ')
  const near = fc.tuple(fc.constantFrom(...words), fc.nat(20), fc.constantFrom(...'aeioulnrst'))
  fc.assert(
    fc.property(near, ([word, at, letter]) => {
      const place = at % word.length
      const other = word.slice(0, place) + letter + word.slice(place + 1)
      const talk = makeTalk('other', { title: `All about ${other}`, tags: [other] })
      const reader = createIndexReader(compileIndex([talk], defaultParameters.index))
      const { correct: correctHere } = createSpeller(reader, defaultParameters.spelling)
      expect([word, correctHere(word)]).toEqual([word, []])
    }),
    { numRuns: runs(100) },
  )
})

test.each([
  ['they', 'grammar'],
  ['shouldnt', 'grammar'],
  ['mentioned', 'request'],
  ['library', 'generic'],
  ['coffee', 'everyday'],
  ['meetings', 'everyday'],
  ['gevent', 'topic'],
])('%s is a word of the kind %s', (word, role) => {
  expect(roleOf(word)).toBe(role)
})

test('knows its own words when they are mistyped, but not other short words', () => {
  expect(['waht', 'abuot', 'somthing'].filter(isMisspeltQuestionWord)).toEqual(['waht', 'abuot', 'somthing'])
  expect(['rust', 'helm', 'terraform'].filter(isMisspeltQuestionWord)).toEqual([])
})

test('a short function word that lost a letter is known, unless what is left is a word', () => {
  const lost = ['abut', 'abot', 'wich', 'whch', 'whre', 'thse', 'coud', 'wat']
  expect(lost.filter((word) => !isMisspeltQuestionWord(word))).toEqual([])
  expect(['util', 'bing', 'blow', 'sine', 'trio', 'cold'].filter(isMisspeltQuestionWord)).toEqual([])
})

test('the same letters in another order are likelier than one letter less', () => {
  const talk = makeTalk('index', { title: 'Uploading to PyPI', tags: ['pypi', 'pip'] })
  const speller = createSpeller(
    createIndexReader(compileIndex([talk, ...gardenTalks], defaultParameters.index)),
    defaultParameters.spelling,
  )
  for (const typed of ['pipy', 'ppyi', 'pyip']) expect(speller.correct(typed)[0]?.word).toBe('pypi')
})

test('synonyms are found by runs of terms, in both directions', () => {
  const { byTerms, maxLength } = createSynonyms([['nlp', 'natural language processing']])
  const phrases = [['nlp'], ['natural', 'language', 'processing']]
  expect(byTerms.get('nlp')).toEqual([{ phrase: phrases[0], phrases }])
  expect(byTerms.get('natur languag process')).toEqual([{ phrase: phrases[1], phrases }])
  expect(byTerms.get('languag')).toBeUndefined()
  expect(maxLength).toBe(3)
})
