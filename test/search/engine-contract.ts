import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Corpus } from '../../src/notes/corpus.ts'
import { parseQuery } from '../../src/search/parse-query.ts'
import type { SearchEngine, SearchResult, SearchResults } from '../../src/search/search-engine.ts'
import { gardenFiles, gardenTalks, talkOf } from './garden-corpus.ts'

type OpenEngine = (corpus: Pick<Corpus, 'talks' | 'version'>) => Promise<SearchEngine>

/** What `SearchEngine` promises, for any implementation. */
export function describeEngine(name: string, openEngine: OpenEngine): void {
  describe(`${name} keeps the contract of a search engine`, () => {
    const garden = openEngine({ talks: gardenTalks, version: 'garden' })
    const search = async (question: string, options = {}) =>
      (await garden).search(parseQuery(question), options)

    test('any question is answered, and what is quoted stands in the file, with highlights inside of it', async () => {
      const words = fc.constantFrom(
        'compost',
        'tomatoes',
        'Müller',
        'C++',
        '庭園',
        'helm',
        '-',
        '"',
        '~',
        '^',
        ':',
        '*',
      )
      const question = fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.array(words).map((list) => list.join(' ')),
      )
      await fc.assert(
        fc.asyncProperty(question, async (text) => {
          expectWellFormed(await search(text))
        }),
        { numRuns: 300 },
      )
    })

    test.each(['', '   ', '+-~^:*"', '🎉', '-compost~1 +', 'compost^ title:x'])(
      '%j never matches everything',
      async (text) => {
        const { total } = await search(text)
        expect(total).toBeLessThan(gardenTalks.length)
      },
    )

    test('a query without words matches nothing', async () => {
      expect(await (await garden).search({ text: '', words: [] })).toEqual({
        results: [],
        total: 0,
        corpusVersion: 'garden',
      })
    })

    test('words of tens of thousands of letters, and thousands of words, are answered', async () => {
      expectWellFormed(await search('x'.repeat(50_000)))
      expectWellFormed(await search(Array.from({ length: 2000 }, (_, number) => `word${number}`).join(' ')))
    })

    test('equal talks come in order of id, and pages neither repeat nor miss a talk', async () => {
      const talks = Array.from({ length: 25 }, (_, number) =>
        talkOf(`note${24 - number}`, { title: 'Same title' }),
      )
      const engine = await openEngine({ talks, version: 'same' })
      const paged: string[] = []
      for (let offset = 0; offset < 25; offset += 4) {
        const { results, total } = await engine.search(parseQuery('title'), { limit: 4, offset })
        expect(total).toBe(25)
        paged.push(...results.map(({ talk }) => talk.id))
      }
      expect(paged).toEqual(talks.map(({ id }) => id).sort())
    })

    test('gives ten results unless told otherwise, and none beyond the end', async () => {
      const talks = Array.from({ length: 12 }, (_, number) =>
        talkOf(`note${number}`, { title: `Bees ${number}` }),
      )
      const engine = await openEngine({ talks, version: 'v' })
      expect((await engine.search(parseQuery('bees'))).results).toHaveLength(10)
      expect((await engine.search(parseQuery('bees'), { offset: 12 })).results).toEqual([])
    })

    test('answers say which corpus version they come from', async () => {
      expect((await search('bees')).corpusVersion).toBe('garden')
    })

    test('a talk is not similar to itself, and an unknown id has no similar talks', async () => {
      const { results } = await (await garden).similar('garden-2020/tomatoes')
      expect(results.map(({ talk }) => talk.id)).not.toContain('garden-2020/tomatoes')
      expect(results[0]?.talk.id).toBe('garden-2020/rain')
      expectWellFormed(await (await garden).similar('garden-2020/tomatoes', { limit: 1, offset: 1 }))
      expect((await (await garden).similar('nowhere/nothing')).results).toEqual([])
    })

    test('no talks at all, and talks of hostile words, can be searched', async () => {
      const empty = await openEngine({ talks: [], version: 'empty' })
      expect((await empty.search(parseQuery('bees'))).total).toBe(0)
      const odd = ['__proto__', 'constructor', 'toString', '', '*', 'all/title', '\ud800'].map(
        (title, number) => talkOf(`odd${number}`, { title, tags: [title] }),
      )
      const engine = await openEngine({ talks: odd, version: 'odd' })
      expect((await engine.search(parseQuery('constructor'))).results[0]?.talk.title).toBe('constructor')
      expect((await engine.search(parseQuery('__proto__'))).results[0]?.talk.title).toBe('__proto__')
    })
  })
}

function expectWellFormed({ results, total }: SearchResults): void {
  expect(total).toBeGreaterThanOrEqual(results.length)
  expect(new Set(results.map(({ talk }) => talk.id)).size).toBe(results.length)
  expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).sort((a, b) => b - a))
  results.forEach(expectWellFormedResult)
}

function expectWellFormedResult({ coverage, passage }: SearchResult): void {
  expect(coverage).toBeGreaterThanOrEqual(0)
  expect(coverage).toBeLessThanOrEqual(1.000001)
  const lines = gardenFiles[passage.file]?.split('\n') ?? []
  const plain = (text: string) => text.replace(/[`*_]/g, '')
  expect(plain(lines[passage.line - 1] ?? '')).toContain(plain(passage.text).slice(0, 20))
  let last = 0
  for (const [start, end] of passage.highlights) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(passage.text.length)
}
