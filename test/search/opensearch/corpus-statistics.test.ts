import { expect, test } from 'vitest'
import { sectionOf } from '../../../src/notes/section.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createDocValueCounter } from '../../../src/search/filter/read-doc-values.ts'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { createIndexReader } from '../../../src/search/index/index-reader.ts'
import {
  type CorpusStatistics,
  packStatistics,
  unpackStatistics,
} from '../../../src/search/opensearch/corpus-statistics.ts'
import {
  type CountedCorpus,
  countIndex,
  createCorpusCounter,
} from '../../../src/search/opensearch/count-corpus.ts'
import { buildTalkDocument, decodeSequence, talkHash } from '../../../src/search/opensearch/talk-document.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { prepareSearch, type SearchData } from '../../../src/search/search-data.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { makeTalk, passage } from '../../helpers/make-talk.ts'

const whole = compileIndex(gardenTalks, defaultParameters.index)
const statistics = await unpackStatistics(
  await packedOf('garden', prepareSearch(gardenTalks, whole)),
  defaultParameters.index,
)

test('an index of all talks, made of their documents, is the one that was compiled, to the last bit', () => {
  const { index } = readerOf(statistics, gardenTalks)
  for (const [name, value] of Object.entries(whole)) {
    expect([name, index[name as keyof typeof index]]).toEqual([name, value])
  }
})

test('so is the index of talks of which some have transcripts', async () => {
  const spoken = sectionOf('Transcript', 9, [passage('so um bees and kettles and zithers')])
  const talks = [...gardenTalks, makeTalk('spoken', { title: 'Kettles', sections: [spoken] })]
  const compiled = compileIndex(talks, defaultParameters.index)
  const packed = await packedOf('spoken', prepareSearch(talks, compiled))
  const { index } = readerOf(await unpackStatistics(packed, defaultParameters.index), talks)
  expect(index.postingWeights).toEqual(compiled.postingWeights)
})

test('an index of a few talks weighs and counts their terms as the whole index does', () => {
  const [first, ...others] = gardenTalks
  const reader = readerOf(statistics, others)
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
  const empty = await unpackStatistics(await packedOf('none', prepareSearch([])), defaultParameters.index)
  expect(empty).toMatchObject({ corpusVersion: 'none', documentCount: 0, terms: [] })
})

test('what is no statistics is refused', async () => {
  await expect(unpackStatistics(['no base64 of anything'], defaultParameters.index)).rejects.toThrow()
})

test('a document has the hash by which an unchanged talk is known, and any change gives another', () => {
  const talk = makeTalk('kettle', { title: 'Kettles', tags: ['tea'] })
  expect(buildTalkDocument(talk).hash).toBe(talkHash(talk))
  const changes: readonly Partial<Talk>[] = [
    { title: 'Kettle' },
    { tags: [] },
    { date: '2020-01-01' },
    { starts: '10:30' },
    { ends: '11:00' },
    { room: 'Pantry' },
    { again: [{ date: '2020-01-02' }] },
    { file: 'other.md' },
  ]
  for (const change of changes) expect(talkHash({ ...talk, ...change })).not.toBe(talkHash(talk))
})

test('what phrases are looked for in has stop words, and the parts of compounds with what follows them', () => {
  const { spoken } = buildTalkDocument(makeTalk('path', { title: 'The use of os.path.join in practice' }))
  expect(spoken).toEqual(
    expect.arrayContaining(['the use of os.path.join in practice', 'os path join in practice']),
  )
})

function readerOf({ readerOf, weighTalks }: CorpusStatistics, talks: readonly Talk[]) {
  return readerOf(weighTalks(talks.map(buildTalkDocument)))
}

async function packedOf(version: string, { index, docValues }: SearchData): Promise<readonly string[]> {
  return packStatistics({ version }, await countIndex(index), docValues)
}

test('counted as talks pass, in any order, they are those of the index', async () => {
  const spoken = sectionOf('Transcript', 9, [passage('so um bees and kettles and Zithers')])
  const talks = [...gardenTalks, makeTalk('spoken', { title: 'Kettles by PyPI', sections: [spoken] })]
  const counter = createCorpusCounter()
  const values = createDocValueCounter()
  for (const talk of talks.toReversed()) {
    const { uses, sequence } = buildTalkDocument(talk)
    counter.add(decodeSequence(sequence, Uint32Array.from(uses, counter.numberOf)))
    values.add(talk)
  }
  const [counted, ofIndex] = [counter.read(), await countIndex(compileIndex(talks, defaultParameters.index))]
  expect({ ...counted, formSets: setsOf(counted) }).toEqual({ ...ofIndex, formSets: setsOf(ofIndex) })
  const { docValues } = prepareSearch(talks)
  for (const [field, { ownKeys, talks: counts }] of Object.entries(values.dictionaries())) {
    const { ownKeys: wanted, talks: wantedCounts } = docValues[field as keyof typeof docValues]
    expect(new Map(ownKeys.map((key, number) => [key, counts[number]]))).toEqual(
      new Map(wanted.map((key, number) => [key, wantedCounts[number]])),
    )
  }
})

/** Each set of forms as one text: their order tells nothing. */
function setsOf({ formSets }: CountedCorpus): string[] {
  return Array.from({ length: formSets.length / 3 }, (_, set) =>
    formSets.slice(3 * set, 3 * set + 3).join(' '),
  ).sort()
}
