import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Corpus } from '../../src/notes/corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { parseQuery } from '../../src/search/parse-query.ts'
import type { SearchEngine, SearchResult, SearchResults } from '../../src/search/search-engine.ts'
import { gardenFiles, gardenTalks, talkOf } from './garden-corpus.ts'

type OpenEngine = (corpus: Pick<Corpus, 'talks' | 'version'>) => Promise<SearchEngine>

/** What `SearchEngine` promises, for any implementation. */
export function describeEngine(name: string, openEngine: OpenEngine): void {
  describe(`${name} keeps the contract of a search engine`, () => {
    const library = openEngine({ talks: libraryTalks, version: 'library' })
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
      expect(await search('')).toMatchObject({ results: [], total: 0, corpusVersion: 'garden' })
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
      const results = await (await garden).similar('garden-2020/tomatoes')
      expect(results.map(({ talk }) => talk.id)).not.toContain('garden-2020/tomatoes')
      expect(results[0]?.talk.id).toBe('garden-2020/rain')
      const page = await (await garden).similar('garden-2020/tomatoes', { limit: 1, offset: 1 })
      expect(page.map(({ talk }) => talk.id)).toEqual(results.slice(1, 2).map(({ talk }) => talk.id))
      page.forEach(expectWellFormedResult)
      expect(await (await garden).similar('nowhere/nothing')).toEqual([])
    })

    test('a similar talk comes with what the two share', async () => {
      const [first] = await (await library).similar('odd/engines')
      expect(first).toMatchObject({
        talk: { id: 'odd/looms' },
        shared: { speakers: ['Ada Lovelace'], tags: [], words: expect.arrayContaining(['cards']) },
      })
      const others = await (await library).similar('odd/compilers')
      const looms = others.find(({ talk }) => talk.id === 'odd/looms')
      expect(looms?.shared).toMatchObject({ speakers: [], tags: ['weaving'] })
    })

    test('key terms tell what a talk is about and few others are, as it writes them, without its speakers', async () => {
      const terms = await (await library).keyTerms('odd/compilers', 5)
      expect(terms).toEqual(expect.arrayContaining(['compilers', 'weaving']))
      expect(terms.length).toBeLessThanOrEqual(5)
      expect(terms.join(' ')).not.toMatch(/Grace|Hopper|Bell/i)
      expect(await (await library).keyTerms('odd/compilers', 1)).toEqual(terms.slice(0, 1))
      expect(await (await library).keyTerms('nowhere/nothing', 5)).toEqual([])
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

    const idsOf = ({ results }: SearchResults) => results.map(({ talk }) => talk.id.replace(/^.*\//, ''))
    const find = async (question: string, options = {}) =>
      (await library).search(parseQuery(question), options)

    test.each([
      ['speaker:lovelace', ['engines', 'looms'], 'a part of a name'],
      ['speaker:"Ada Lovelace" tag:weaving', ['looms'], 'two fields that both hold'],
      [
        'speaker:@grace speaker:kwolek',
        ['compilers', 'fibres'],
        'two values of one field, of which one holds',
      ],
      ['event:loom year:1843', ['engines', 'looms'], "a part of an event's name, and its year"],
      ['event:bell-1959', ['compilers', 'fibres'], "an event's id"],
      ['before:1900', ['engines', 'looms'], 'years before, the year itself left out'],
      ['after:1843', ['compilers', 'fibres'], 'years after, the year itself left out'],
      ['kind:keynote', ['engines'], 'a kind'],
      ['has:video has:followups', ['engines', 'fibres'], 'something that a talk has'],
      ['lang:fr', ['looms'], 'a language'],
      ['lang:french', ['looms'], "a language's name"],
      ['tag:machine-learning', ['engines'], 'a tag of two words'],
      ['after:1800 -tag:weaving', ['engines', 'fibres'], 'a filter that excludes'],
      ['year:1999', [], 'a year that no talk has'],
    ])('%s finds %j (%s)', async (question, expected) => {
      const { results, total } = await find(question)
      expect(results.map(({ talk }) => talk.id.replace(/^.*\//, '')).toSorted()).toEqual(expected)
      expect(total).toBe(expected.length)
    })

    test('filters alone list the talks by date and title, and words with filters rank what the filters leave', async () => {
      expect(idsOf(await find('after:1800'))).toEqual(['compilers', 'fibres', 'engines', 'looms'])
      expect(idsOf(await find('after:1800 sort:oldest'))).toEqual(['engines', 'looms', 'compilers', 'fibres'])
      expect(idsOf(await find('punched cards', {}))[0]).toBe('looms')
      expect(idsOf(await find('punched cards kind:keynote'))).toEqual(['engines'])
    })

    test('sorts by date what fits about as well as the best', async () => {
      expect(idsOf(await find('cards', { sort: 'oldest' }))).toEqual(['engines', 'looms', 'compilers'])
      expect(idsOf(await find('cards sort:newest'))).toEqual(['compilers', 'engines', 'looms'])
      expect(idsOf(await find('punched paper cards sort:newest'))).toEqual(['looms'])
    })

    test('a phrase is found where its words follow each other in one text, in any forms', async () => {
      expect(idsOf(await find('"punched cards"'))).toEqual(['looms'])
      expect(idsOf(await find('"a punched card"'))).toEqual(['looms'])
      expect(idsOf(await find('"cards punched"'))).toEqual([])
      expect(idsOf(await find('cards -"punched cards"')).toSorted()).toEqual(['compilers', 'engines'])
    })

    test('suggests what begins as typed: the names of most talks first, titles last', async () => {
      const suggested = async (typed: string) =>
        (await (await library).suggest(typed, 3)).map(({ kind, question, talks }) => [kind, question, talks])
      expect(await suggested('love')).toEqual([['speaker', 'speaker:"Ada Lovelace"', 2]])
      expect((await suggested('Ada L'))[0]).toEqual(['speaker', 'speaker:"Ada Lovelace"', 2])
      expect(await suggested('we')).toEqual([['tag', 'tag:weaving', 2]])
      expect(await suggested('fib')).toEqual([['talk', 'fibres', 1]])
      expect(await suggested('bell')).toEqual([['event', 'event:"Bell Talks"', 2]])
      expect(await suggested('zz')).toEqual([])
      expect(await suggested('w')).toEqual([['tag', 'tag:weaving', 2]])
      expect(await suggested(' "')).toEqual([])
    })

    test.each([
      ['speaker:love', ['speaker:"Ada Lovelace"'], 'a field, of which only values come'],
      ['tag:love', [], 'a field that has no such value'],
      ['event:b', ['event:"Bell Talks"'], 'an event'],
      ['cards tag:we', ['cards tag:weaving'], 'a field after words'],
      ['cards -speaker:love', ['cards -speaker:"Ada Lovelace"'], 'a field that excludes'],
      ['speaker:"ada lo', ['speaker:"Ada Lovelace"'], 'quotation marks that are open yet'],
      ['speeker:love', ['speaker:"Ada Lovelace"'], 'a misspelt field'],
      ['tag:', ['tag:weaving', 'tag:"machine learning"'], 'a field without a value'],
      ['kind:k', ['kind:keynote'], 'a kind'],
      ['lang:fre', ['lang:fr'], "a language's name"],
      ['after:18', ['after:1843'], 'a year'],
      ['what did love', ['what did speaker:"Ada Lovelace"'], 'the last word'],
      [
        'what did ada love',
        ['what did speaker:"Ada Lovelace"'],
        'the last words, where a name has all of them',
      ],
      ['tag:weaving ada love', ['tag:weaving speaker:"Ada Lovelace"'], 'words after a field'],
      ['-love', ['-speaker:"Ada Lovelace"'], 'a word that excludes'],
      ['(love', ['(speaker:"Ada Lovelace"'], 'a bracket'],
      ['"ada love', ['speaker:"Ada Lovelace"'], 'a phrase that is open yet'],
      ['tag:weaving ', [], 'nothing after a field'],
    ])('%s is completed to %j (%s)', async (typed, expected) => {
      const suggestions = await (await library).suggest(typed, 2)
      expect(suggestions.map(({ question }) => question)).toEqual(expected)
    })

    test('what begins with the whole text comes before what only goes on from its end', async () => {
      const talks = [
        talkOf('a', { title: 'Making looms', tags: ['looming'] }),
        talkOf('b', { title: 'Looming large', tags: ['looming'] }),
      ]
      const suggestions = await (await openEngine({ talks, version: 'v' })).suggest('making loom', 5)
      expect(suggestions.map(({ question }) => question)).toEqual(['"Making looms"', 'making tag:looming'])
    })

    test('any text can be completed, and what completes it can be asked', async () => {
      const pieces = fc.constantFrom(
        'ada',
        'speaker:',
        'tag:"',
        '-',
        '"',
        'love',
        '“',
        ' ',
        'x:',
        ':',
        'we',
        'cards',
      )
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.string(),
            fc.array(pieces).map((list) => list.join('')),
          ),
          async (typed) => {
            for (const { question } of await (await library).suggest(typed, 3)) {
              expectWellFormedQuestion(question)
            }
          },
        ),
      )
    })

    test('what is excluded never comes', async () => {
      expect(idsOf(await find('cards -compiler')).toSorted()).toEqual(['engines', 'looms'])
      expect(idsOf(await find('-cards'))).toEqual([])
    })

    test('a prefix stands for the words that begin so', async () => {
      expect(idsOf(await find('compil*'))).toEqual(['compilers'])
      expect(idsOf(await find('zz*'))).toEqual([])
    })

    test.each([
      ['speaker:lovelase', 'speaker:"Ada Lovelace"', 'unknown-value', 'lovelase'],
      ['speaker:"Ada Lovelase" cards', 'speaker:"Ada Lovelace" cards', 'unknown-value', 'Ada Lovelase'],
      ['tag:weavng', 'tag:weaving', 'unknown-value', 'weavng'],
      ['speeker:lovelace', 'speaker:lovelace', 'misspelt-field', 'speeker'],
      ['kind:keynot engine', 'kind:keynote engine', 'bad-value', 'keynot'],
    ])('%s probably means %s', async (question, meant, kind, place) => {
      const { didYouMean, notices, isCorrected } = await find(question)
      expect(didYouMean).toBe(meant)
      expect(isCorrected).toBe(false)
      expect(notices.map((notice) => notice.kind)).toEqual([kind])
      expect(question.slice(notices[0]?.start, notices[0]?.end)).toBe(place)
    })

    test('an unknown word is taken for the nearest one, unless the spelling is to be left', async () => {
      const corrected = await find('which compilres?')
      expect(corrected).toMatchObject({ didYouMean: 'which compilers?', isCorrected: true })
      expect(idsOf(corrected)).toEqual(['compilers'])
      const exact = await find('which compilres?', { spelling: false })
      expect(exact).toMatchObject({ results: [], isCorrected: false })
      expect(exact).not.toHaveProperty('didYouMean')
    })

    test('counts how the talks that match divide, under the filters, with what narrows to each', async () => {
      const { facets } = await find('cards before:1900', { facets: 2 })
      expect(facets.find(({ field }) => field === 'speaker')?.values).toEqual([
        { value: 'Ada Lovelace', count: 2, filter: 'speaker:"Ada Lovelace"' },
      ])
      expect(facets.find(({ field }) => field === 'kind')?.values).toEqual([
        { value: 'keynote', count: 1, filter: 'kind:keynote' },
        { value: 'talk', count: 1, filter: 'kind:talk' },
      ])
      for (const { values } of facets) {
        expect(values.length).toBeLessThanOrEqual(2)
        for (const { filter, count } of values) {
          expect((await find(`cards before:1900 ${filter}`)).total).toBe(count)
        }
      }
      expect((await find('cards')).facets).toEqual([])
    })
  })
}

const libraryTalks: readonly Talk[] = [
  libraryTalk('engines', 1843, 'Ada Lovelace', 'The analytical engine reads cards and learns', {
    kind: 'keynote',
    tags: ['machine learning'],
    links: [{ title: 'Video', url: 'https://example.org/engine', kind: 'video' }],
  }),
  libraryTalk('looms', 1843, 'Ada Lovelace', 'Looms are driven by punched cards of paper', {
    tags: ['weaving'],
    language: 'fr',
  }),
  libraryTalk('compilers', 1959, 'Grace Hopper', 'Compilers turn sentences on cards into numbers', {
    speakers: [{ name: 'Grace Hopper', handle: '@grace' }],
    tags: ['weaving'],
  }),
  libraryTalk('fibres', 1959, 'Stephanie Kwolek', 'Fibres that are stronger than steel', {
    followUps: [{ text: 'Read about aramid' }],
  }),
]

function libraryTalk(id: string, year: number, name: string, text: string, parts: Partial<Talk>): Talk {
  const event = year < 1900 ? { id: 'loom-1843', name: 'Loom Days' } : { id: 'bell-1959', name: 'Bell Talks' }
  return talkOf(id, {
    event: { ...event, year },
    speakers: [{ name }],
    summary: { form: 'paragraph', text, line: 1, depth: 0 },
    ...parts,
  })
}

function expectWellFormed({ results, total }: SearchResults): void {
  expect(total).toBeGreaterThanOrEqual(results.length)
  expect(new Set(results.map(({ talk }) => talk.id)).size).toBe(results.length)
  expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).sort((a, b) => b - a))
  results.forEach(expectWellFormedResult)
}

function expectWellFormedQuestion(question: string): void {
  expect(question.trim()).not.toBe('')
  const { notices } = parseQuery(question)
  expect(notices.filter(({ kind }) => kind === 'bad-value')).toEqual([])
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
