import { expect, test } from 'vitest'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { createIndexReader } from '../../../src/search/index/index-reader.ts'
import { packStatistics, unpackStatistics } from '../../../src/search/opensearch/corpus-statistics.ts'
import { buildTalkDocument, talkHash } from '../../../src/search/opensearch/talk-document.ts'
import { prepareSearch } from '../../../src/search/search-data.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const whole = compileIndex(gardenTalks)
const statistics = await unpackStatistics(
  await packStatistics({ version: 'garden' }, prepareSearch(gardenTalks, whole)),
)

test('an index of all talks, made of their documents, is the one that was compiled, to the last bit', () => {
  const { index } = statistics.readerOf(gardenTalks.map(buildTalkDocument))
  for (const [name, value] of Object.entries(whole)) {
    expect([name, index[name as keyof typeof index]]).toEqual([name, value])
  }
})

test('an index of a few talks weighs and counts their terms as the whole index does', () => {
  const [first, ...others] = gardenTalks
  const reader = statistics.readerOf(others.map(buildTalkDocument))
  const ofAll = createIndexReader(whole)
  expect(reader.index.documentCount).toBe(gardenTalks.length - 1)
  expect(reader.idfOfUnknown).toBe(ofAll.idfOfUnknown)
  for (let term = 0; term < whole.terms.length; term++) {
    const forms = new Set([whole.forms[whole.formStarts[term]!]!])
    expect(reader.documentFrequency(term)).toBe(ofAll.documentFrequency(term))
    expect(reader.documentsWithForms(term, forms)).toBe(ofAll.documentsWithForms(term, forms))
    const weights = ({ index }: typeof reader) =>
      index.postingWeights.slice(index.postingStarts[term], index.postingStarts[term + 1])
    const isOfFirst = whole.postingDocuments[whole.postingStarts[term]!] === gardenTalks.indexOf(first!)
    expect(weights(reader)).toEqual(isOfFirst ? weights(ofAll).slice(1) : weights(ofAll))
  }
})

test('statistics of no talks at all are statistics', async () => {
  const empty = await unpackStatistics(await packStatistics({ version: 'none' }, prepareSearch([])))
  expect(empty).toMatchObject({ corpusVersion: 'none', documentCount: 0, terms: [] })
})

test('what is no statistics is refused', async () => {
  await expect(unpackStatistics(['no base64 of anything'])).rejects.toThrow()
})

test('a document has the hash by which an unchanged talk is known, and any change gives another', () => {
  const talk = makeTalk('kettle', { title: 'Kettles', tags: ['tea'] })
  expect(buildTalkDocument(talk).hash).toBe(talkHash(talk))
  for (const change of [{ title: 'Kettle' }, { tags: [] }, { date: '2020-01-01' }, { file: 'other.md' }])
    expect(talkHash({ ...talk, ...change })).not.toBe(talkHash(talk))
})

test('what phrases are looked for in has stop words, and the parts of compounds with what follows them', () => {
  const { spoken } = buildTalkDocument(makeTalk('path', { title: 'The use of os.path.join in practice' }))
  expect(spoken).toEqual(
    expect.arrayContaining(['the use of os.path.join in practice', 'os path join in practice']),
  )
})
