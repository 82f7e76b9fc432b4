import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCorpus } from '../../../src/notes/read-corpus.ts'
import { sectionOf } from '../../../src/notes/section.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createTalkAnalyzer } from '../../../src/search/index/analyze-talks.ts'
import { buildIndex } from '../../../src/search/index/build-index.ts'
import { compileIndex } from '../../../src/search/index/compile-index.ts'
import { updateIndex } from '../../../src/search/index/update-index.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import { gardenTalks } from '../../corpora/garden.ts'
import { passage } from '../../helpers/make-talk.ts'

/** Updates an index of the first talks to one of the others; the same object is the same talk. */
function updated(before: readonly Talk[], after: readonly Talk[]) {
  const numbers = new Map(before.map((talk, number) => [talk, number]))
  const documents = after.map((talk) => numbers.get(talk) ?? talk)
  return updateIndex(compileIndex(before, defaultParameters.index), documents, defaultParameters.index)
}

test('an updated index is the one that lunr builds of the same talks', () => {
  const word = fc.constantFrom(
    'bees',
    'bee',
    'honey',
    'node.js',
    'C++',
    'the',
    'Zürich',
    '_index',
    '__proto__',
  )
  const talk = fc
    .record({
      title: fc.array(word, { maxLength: 3 }),
      summary: fc.array(word, { maxLength: 8 }),
      transcript: fc.array(word, { maxLength: 8 }),
      language: fc.constantFrom('en', 'de', 'it'),
    })
    .map(({ title, summary, transcript, language }): Talk => {
      const [garden] = gardenTalks
      return {
        ...garden!,
        language,
        title: title.join(' '),
        summary: { ...garden!.summary, text: summary.join(' ') },
        sections: [...garden!.sections, sectionOf('Transcript', 9, [passage(transcript.join(' '))])],
      }
    })
  const talks = fc.array(talk, { maxLength: 6 })
  fc.assert(
    fc.property(talks, talks, talks, (gone, kept, added) => {
      const after = [...added.slice(0, 2), ...kept, ...added.slice(2)]
      expect(updated([...gone, ...kept], after)).toEqual(compileIndex(after, defaultParameters.index))
    }),
  )
})

test('an updated index has the parameters that it is given, as one of lunr has', () => {
  const parameters = { k1: 0.9, b: 0.5, titleBoost: 2, transcriptBoost: 0.7 }
  const index = compileIndex(gardenTalks.slice(1), parameters)
  const documents = [gardenTalks[0]!, ...gardenTalks.slice(1).keys()]
  expect(updateIndex(index, documents, parameters)).toEqual(compileIndex(gardenTalks, parameters))
})

test("an updated index of the project's own notes is the one that lunr builds", async () => {
  const { talks } = await readCorpus('corpus')
  const renamed = { ...talks[20]!, title: 'Beekeeping with descriptors' }
  const after = [...talks.slice(3, 20), renamed, ...talks.slice(21), gardenTalks[0]!]
  expect(updated(talks, after)).toEqual(compileIndex(after, defaultParameters.index))
})

test('the index of many talks, of which lunr builds a part, is the one that lunr builds of all', () => {
  const talks = Array.from(
    { length: 1100 },
    (_, number): Talk => ({
      ...gardenTalks[number % gardenTalks.length]!,
      id: `garden/${number}`,
      title: `Row ${number % 37} of ${number % 11} bees`,
    }),
  )
  const heard: number[] = []
  expect(buildIndex(talks, defaultParameters.index, { onProgress: (done) => heard.push(done) })).toEqual(
    compileIndex(talks, defaultParameters.index),
  )
  expect(heard).toEqual([1000])
})

test('talks that were analysed before, in another order and beside others, give the same index', () => {
  const [first, ...others] = gardenTalks
  const renamed = { ...first!, title: 'Beekeeping with descriptors' }
  const analyze = createTalkAnalyzer()
  for (const talk of [first!, ...others.toReversed()]) analyze(talk)
  const talks = [renamed, ...others]
  expect(buildIndex(talks, defaultParameters.index, { analyze })).toEqual(
    compileIndex(talks, defaultParameters.index),
  )
})
