import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Corpus } from '../../src/notes/corpus.ts'
import type { Talk } from '../../src/notes/talk.ts'
import { narrowQuestion } from '../../src/search/filter/facets.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import type { SearchEngine, SearchResult, SearchResults } from '../../src/search/search-engine.ts'
import { gardenFiles, gardenTalks } from '../corpora/garden.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

type OpenEngine = (corpus: Pick<Corpus, 'talks' | 'version'>) => Promise<SearchEngine>

/** More than are looked at closely, some of them long notes; each with a different mixture of two topics. */
const manyTalks = Array.from({ length: 1300 }, (_, number) => {
  const says = (word: string, times: number) => `${word} filler${number} `.repeat(times)
  const compost = number % 3 === 0 ? 0 : 1 + (number % 7)
  const worms = number % 2 === 0 ? 0 : 1 + (number % 5)
  return makeTalk(`many${String(number).padStart(4, '0')}`, {
    title: `Talk ${number}`,
    kind: number % 4 === 0 ? 'keynote' : 'talk',
    summary: {
      form: 'paragraph',
      text: `${says('compost', compost)}${says('worms', worms)}${'padding '.repeat((number % 10) * 60)}`,
      line: 2,
      depth: 0,
    },
  })
})

/** How hard an engine is tried. */
interface Pace {
  /** Random questions. */
  readonly numRuns: number
  /** The shortest pages that a list of a thousand talks is read by. */
  readonly shortPage: number
}

/** What `SearchEngine` promises, for any implementation. */
export function describeEngine(
  name: string,
  openEngine: OpenEngine,
  { numRuns, shortPage }: Pace = { numRuns: 300, shortPage: 7 },
): void {
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
        { numRuns: runs(numRuns) },
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
        makeTalk(`note${24 - number}`, { title: 'Same title' }),
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

    test('gives ten results unless told otherwise, and the last page beyond the end', async () => {
      const talks = Array.from({ length: 12 }, (_, number) =>
        makeTalk(`note${number}`, { title: `Bees ${number}` }),
      )
      const engine = await openEngine({ talks, version: 'v' })
      expect((await engine.search(parseQuery('bees'))).results).toHaveLength(10)
      const beyond = await engine.search(parseQuery('bees'), { offset: 12, limit: 5 })
      expect(beyond).toMatchObject({ offset: 10, total: 12 })
      expect(beyond.results).toHaveLength(2)
    })

    describe('among many talks of all lengths', () => {
      const many = openEngine({ talks: manyTalks, version: 'many' })
      const find = async (question: string, options = {}) =>
        (await many).search(parseQuery(question), { timeLimit: 60_000, ...options })

      test.each(['compost', 'compost worms', 'how to feed worms with compost', 'compost kind:talk'])(
        'pages of “%s” neither repeat nor miss a talk, whatever their order and length',
        async (question) => {
          for (const options of [{ minShare: 0.4 }, { minShare: 0.4, sort: 'newest' }, {}]) {
            const { total } = await find(question, options)
            expect(total).toBeGreaterThan(300)
            for (const limit of [shortPage, 300]) {
              const paged: string[] = []
              for (let offset = 0; offset < total; offset += limit) {
                const page = await find(question, { ...options, limit, offset })
                expect(page).toMatchObject({ total, offset })
                paged.push(...page.results.map(({ talk }) => talk.id))
              }
              expect(new Set(paged).size).toBe(total)
              expect(paged).toHaveLength(total)
            }
          }
        },
      )

      test('what is counted, sorted and paged through are the same talks', async () => {
        const options = { minShare: 0.4, facets: 10 }
        const { total, facets } = await find('compost worms', options)
        const kinds = facets.find(({ field }) => field === 'kind')?.values ?? []
        expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total)
        for (const { filter, count } of kinds) {
          expect((await find(`compost worms ${filter}`, options)).total).toBe(count)
        }
        expect((await find('compost worms', { ...options, sort: 'oldest' })).total).toBe(total)
      })

      test('what covers far less than the best is left out if that is asked for', async () => {
        const all = await find('compost worms')
        const close = await find('compost worms', { minShare: 0.9 })
        expect(close.total).toBeLessThan(all.total)
        for (const coverage of close.results.map((result) => result.coverage()))
          expect(coverage).toBeGreaterThanOrEqual(0.9 * close.bestCoverage)
      })
    })

    test.each(['what about async programming', 'any library for async?', 'async best example'])(
      'the talk on what “%s” asks about comes before those on words that many talks have',
      async (question) => {
        const common = Array.from({ length: 30 }, (_, number) =>
          makeTalk(`common${number}`, {
            title: `Programming a library, example ${number}`,
            summary: passage('The best example of programming is a library of examples.'),
          }),
        )
        const wanted = makeTalk('wanted', { summary: passage('Rivers are read by asynchronous sensors.') })
        const engine = await openEngine({ talks: [...common, wanted], version: 'common' })
        const { results } = await engine.search(parseQuery(question), { minShare: 0.4 })
        expect(results[0]?.talk.id).toBe(wanted.id)
      },
    )

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
      const [first] = await (await library).similar('loom-1843/engines')
      expect(first).toMatchObject({
        talk: { id: 'loom-1843/looms' },
        shared: { speakers: ['Ada Lovelace'], tags: [], words: expect.arrayContaining(['cards']) },
      })
      const others = await (await library).similar('bell-1959/compilers')
      const looms = others.find(({ talk }) => talk.id === 'loom-1843/looms')
      expect(looms?.shared).toMatchObject({ speakers: [], tags: ['weaving'] })
    })

    test('key terms tell what a talk is about and few others are, as it writes them, without its speakers', async () => {
      const terms = await (await library).keyTerms('bell-1959/compilers', 5)
      expect(terms).toEqual(expect.arrayContaining(['compilers', 'weaving']))
      expect(terms.length).toBeLessThanOrEqual(5)
      expect(terms.join(' ')).not.toMatch(/Grace|Hopper|Bell/i)
      expect(await (await library).keyTerms('bell-1959/compilers', 1)).toEqual(terms.slice(0, 1))
      expect(await (await library).keyTerms('nowhere/nothing', 5)).toEqual([])
    })

    test('no talks at all, and talks of hostile words, can be searched', async () => {
      const empty = await openEngine({ talks: [], version: 'empty' })
      expect((await empty.search(parseQuery('bees'))).total).toBe(0)
      const odd = ['__proto__', 'constructor', 'toString', '', '*', 'all/title', '\ud800'].map(
        (title, number) => makeTalk(`odd${number}`, { title, tags: [title] }),
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
      ['speaker:@grace speaker:kwolek', [], 'two speakers, who must both be there'],
      ['speaker:@grace,kwolek', ['compilers', 'fibres'], 'a list, of which one holds'],
      ['tag:weaving,"machine learning"', ['compilers', 'engines', 'looms'], 'a list with quotes'],
      ['has:slides has:code', ['compilers'], 'two things that a talk must have'],
      ['has:video,code', ['compilers', 'engines'], 'two things of which it must have one'],
      ['kind:keynote kind:lightning', ['engines', 'fibres'], 'two kinds, of which a talk has only one'],
      ['year:1843 year:1959 tag:weaving', ['compilers', 'looms'], 'two years, of which a talk has only one'],
      ['year:1843..1900', ['engines', 'looms'], 'a range of years'],
      ['after:1800 before:1900', ['engines', 'looms'], 'two bounds, which must both hold'],
      ['year:>=1843 until:1958', ['engines', 'looms'], 'bounds of either kind'],
      ['since:1843 -year:1959', ['engines', 'looms'], 'a year that is excluded'],
      ['speaker:love*', ['engines', 'looms'], 'the beginning of a name'],
      ['speaker:"ada love*"', ['engines', 'looms'], 'a word and the beginning of another'],
      ['event:be* -tag:wea*', ['fibres'], 'the beginning of what is excluded'],
      ['tag:learn*', ['engines'], "the beginning of one of a tag's words"],
      ['tag:Machine_Learning', ['engines'], 'a tag written otherwise'],
      ['event:loom year:1843', ['engines', 'looms'], "a part of an event's name, and its year"],
      ['event:bell-1959', ['compilers', 'fibres'], "an event's id"],
      ['before:1900', ['engines', 'looms'], 'years before, the year itself left out'],
      ['after:1843', ['compilers', 'fibres'], 'years after, the year itself left out'],
      ['kind:keynote', ['engines'], 'a kind'],
      ['has:video,followups', ['engines', 'fibres'], 'something that a talk has'],
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
      expect((await find('after:1800')).bestCoverage).toBe(1)
      expect((await find('year:1999')).bestCoverage).toBe(0)
      expect(idsOf(await find('after:1800'))).toEqual(['compilers', 'fibres', 'engines', 'looms'])
      expect(idsOf(await find('after:1800 sort:oldest'))).toEqual(['engines', 'looms', 'compilers', 'fibres'])
      expect(idsOf(await find('punched cards', {}))[0]).toBe('looms')
      expect(idsOf(await find('punched cards kind:keynote'))).toEqual(['engines'])
    })

    test('sorts by date what fits about as well as the best', async () => {
      expect(idsOf(await find('cards', { sort: 'oldest' }))).toEqual(['engines', 'looms', 'compilers'])
      expect(idsOf(await find('cards sort:newest'))).toEqual(['compilers', 'engines', 'looms'])
      expect(idsOf(await find('punched paper cards sort:newest', { minShare: 0.4 }))).toEqual(['looms'])
    })

    test('a phrase is found where its words follow each other in one text, as they are typed', async () => {
      expect(idsOf(await find('"punched cards"'))).toEqual(['looms'])
      for (const otherForm of ['"a punched card"', '"punched card"', '"the punched cards"'])
        expect((await find(otherForm)).notices).toMatchObject([{ kind: 'unknown-phrase' }])
      const otherOrder = await find('"cards punched"')
      expect(otherOrder.notices).toMatchObject([{ kind: 'unknown-phrase' }])
      expect(idsOf(otherOrder)).toEqual(idsOf(await find('cards punched')))
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

    test('a name in quotes is that name alone, if there is one', async () => {
      const named = (id: string, name: string, event: string) =>
        makeTalk(id, {
          id: `odd/${id}`,
          speakers: [{ name }],
          event: { id: event, name: event.replace('-', ' ') },
        })
      const talks = [
        named('one', 'Eric Ma', 'PyData'),
        named('two', 'Eric J. Ma', 'PyData-London'),
        named('three', 'Ma Eric', 'PyData-Oslo'),
      ]
      const engine = await openEngine({ talks, version: 'names' })
      const found = async (question: string) => idsOf(await engine.search(parseQuery(question))).toSorted()
      expect(await found('speaker:"eric ma"')).toEqual(['one'])
      expect(await found('speaker:(eric ma)')).toEqual(['one', 'three', 'two'])
      expect(await found('speaker:"eric j"')).toEqual(['two'])
      expect(await found('event:"PyData"')).toEqual(['one'])
      expect(await found('event:"pydata-oslo"')).toEqual(['three'])
      expect(await found('event:pydata')).toEqual(['one', 'three', 'two'])
      const { facets } = await engine.search(parseQuery('event:pydata'), { facets: 10 })
      const filters = facets.flatMap(({ field, values }) => (field === 'event' ? values : []))
      expect(filters.map(({ filter }) => filter)).toEqual([
        'event:"PyData"',
        'event:"PyData London"',
        'event:"PyData Oslo"',
      ])
      expect((await engine.suggest('pyd', 1))[0]).toMatchObject({ question: 'event:"PyData"', talks: 1 })
    })

    test('events of one name are told apart, and tags that are written otherwise are one', async () => {
      const talks = ['a-1', 'a-2'].flatMap((id) => [
        makeTalk(id, { event: { id, name: 'Meetup' }, tags: ['machine-learning'] }),
        makeTalk(`${id}-b`, {
          event: { id, name: 'Meetup' },
          tags: ['Machine Learning', 'machine learning'],
        }),
        makeTalk(`${id}-c`, { event: { id, name: 'Meetup' }, tags: ['machine learning', '🎉', '"'] }),
      ])
      const engine = await openEngine({ talks, version: 'same' })
      const question = 'event:meetup'
      const { facets } = await engine.search(parseQuery(question), { facets: 10 })
      expect(facets.find(({ field }) => field === 'tag')?.values.slice(0, 1)).toEqual([
        { value: 'machine learning', count: 6, filter: 'tag:"machine learning"' },
      ])
      for (const { field, values } of facets) {
        for (const { filter, count } of values) {
          const { total } = await engine.search(parseQuery(narrowQuestion(question, field, filter)))
          if (filter !== 'tag:""') expect([filter, total]).toEqual([filter, count])
        }
      }
    })

    test('all values of a field come if no number of them is too many', async () => {
      const talks = Array.from({ length: 70 }, (_, number) =>
        makeTalk(`t${number}`, { tags: [`tag ${number}`] }),
      )
      const engine = await openEngine({ talks, version: 'tags' })
      const { facets } = await engine.search(parseQuery('kind:talk'), {
        facets: Number.MAX_SAFE_INTEGER,
        facetFields: ['tag'],
      })
      expect(facets.map(({ values }) => values.length)).toEqual([70])
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
      ['what did ada love', ['what did speaker:"Ada Lovelace"'], 'the last words, if a name has all of them'],
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
        makeTalk('a', { title: 'Making looms', tags: ['looming'] }),
        makeTalk('b', { title: 'Looming large', tags: ['looming'] }),
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
      expect(idsOf(await find('cards -compil*')).toSorted()).toEqual(['engines', 'looms'])
      expect(idsOf(await find('cards -(compilers punched)'))).toEqual(['engines'])
      expect(idsOf(await find('cards NOT compilers –paper'))).toEqual(['engines'])
      expect(idsOf(await search('tomatoes OR compost -C++'))).not.toContain('compost')
      expect(idsOf(await search('tomatoes OR compost -node.js'))).not.toContain('compost')
    })

    test.each(['bees -dance', 'bees -"how they dance"', 'bees -danc*', 'bees -honey', 'bees -tag:honey'])(
      'in “%s”, what is excluded does not come for its name either',
      async (question) => {
        const talks = [
          makeTalk('dance', { title: 'Bees: how they dance', tags: ['honey'] }),
          makeTalk('hives', { title: 'Wooden hives for bees', tags: ['wood'] }),
        ]
        const engine = await openEngine({ talks, version: 'bees' })
        expect(idsOf(await engine.search(parseQuery('bees')))).toEqual(['dance', 'hives'])
        const { results, total } = await engine.search(parseQuery(question))
        expect({ ids: results.map(({ talk }) => talk.id.split('/').at(-1)), total }).toEqual({
          ids: ['hives'],
          total: 1,
        })
      },
    )

    test('a prefix stands for the words that begin so', async () => {
      expect(idsOf(await find('compil*'))).toEqual(['compilers'])
      expect(idsOf(await find('zz*'))).toEqual([])
    })

    test.each([
      ['speaker:lovelase', 'speaker:"Ada Lovelace"', 'unknown-value', 'lovelase'],
      ['speaker:"Ada Lovelase" cards', 'speaker:"Ada Lovelace" cards', 'unknown-value', 'Ada Lovelase'],
      ['tag:weavng', 'tag:weaving', 'unknown-value', 'weavng'],
      ['speeker:lovelace', 'speaker:lovelace', 'misspelt-field', 'speeker'],
      ["speaker:'ada lovelase'", "speaker:'Ada Lovelace'", 'unknown-value', 'ada lovelase'],
      ['speaker:"ada lovelase', 'speaker:"Ada Lovelace', 'unknown-value', 'ada lovelase'],
      ['speaker:(ada lovelase)', 'speaker:(Ada Lovelace)', 'unknown-value', 'ada lovelase'],
      ['tag:weaving,machinelearnin', 'tag:weaving,"machine learning"', 'unknown-value', 'machinelearnin'],
      ['lang:frensh', 'lang:fr', 'unknown-value', 'frensh'],
      ['cards sort:newset', 'cards sort:newest', 'bad-value', 'newset'],
      ['langauge:fr', 'lang:fr', 'misspelt-field', 'langauge'],
      ['"punchd cards"', '"punched cards"', 'unknown-phrase', 'punchd cards'],
      ['kind:keynot engine', 'kind:keynote engine', 'bad-value', 'keynot'],
    ])('%s probably means %s', async (question, meant, kind, place) => {
      const { didYouMean, notices, isCorrected } = await find(question)
      expect(didYouMean).toBe(meant)
      expect(isCorrected).toBe(false)
      expect(notices.map((notice) => notice.kind)).toEqual([kind])
      expect(question.slice(notices[0]?.start, notices[0]?.end)).toBe(place)
    })

    test.each([
      ['year:1999', 'No talk is of the year 1999.', '1999'],
      ['cards year:1990..1999', 'No talk is of 1990 to 1999.', '1990..1999'],
      ['year:1843,1999', 'No talk is of the year 1999.', '1999'],
      ['before:1800', 'No talk is of 1799 or earlier.', '1800'],
      ['since:2000', 'No talk is of 2000 or later.', '2000'],
      ['speaker:zz*', 'No talk has the speaker “zz…”.', 'zz'],
    ])('%s: %s', async (question, message, place) => {
      const { notices, didYouMean } = await find(question)
      expect(notices).toEqual([expect.objectContaining({ kind: 'unknown-value', message })])
      expect(question.slice(notices[0]?.start, notices[0]?.end)).toBe(place)
      expect(didYouMean).toBeUndefined()
    })

    test('what is misspelt in a closed list counts as meant, and is no word that the notes lack', async () => {
      expect(idsOf(await find('cards sort:newst'))).toEqual(['compilers', 'engines', 'looms'])
      const { results, bestCoverage } = await find('cards kind:keynot')
      expect(results.map(({ talk }) => talk.title)).toEqual(['engines'])
      expect(bestCoverage).toBeGreaterThan(0.9)
      expect((await find('speeker:lovelace')).bestCoverage).toBeGreaterThan(0.9)
    })

    test('of several values the nearest word is offered, that of most talks first', async () => {
      const talks = [
        ...['EuroPython 2011', 'EuroPython 2012', 'PyCon 2012'].map((name, number) =>
          makeTalk(`e${number}`, {
            event: { id: `e${number}`, name },
            speakers: [{ name: `David ${number}x` }],
          }),
        ),
        makeTalk('dave', { speakers: [{ name: 'Dave Sawyer' }, { name: 'Alex Martelli' }] }),
      ]
      const engine = await openEngine({ talks, version: 'near' })
      const meant = async (question: string) => (await engine.search(parseQuery(question))).didYouMean
      expect(await meant('event:europyton')).toBe('event:europython')
      expect(await meant('event:"europyton 2012"')).toBe('event:"EuroPython 2012"')
      expect(await meant('event:pycn')).toBe('event:"PyCon 2012"')
      expect(await meant('speaker:davd')).toBe('speaker:david')
      expect(await meant('speaker:"alex martely"')).toBe('speaker:"Alex Martelli"')
      expect(await meant('speaker:sawyr')).toBe('speaker:"Dave Sawyer"')
    })

    test('a word before a colon is never put right into a field', async () => {
      const engine = await openEngine({
        talks: [makeTalk('x', { title: 'The kinds of cards' })],
        version: 'x',
      })
      const { didYouMean } = await engine.search(parseQuery('kindz:x crads'))
      expect(didYouMean).toBe('kindz:x cards')
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
      for (const { field, values } of facets) {
        expect(values.length).toBeLessThanOrEqual(2)
        for (const { filter, count } of values) {
          const narrowed = narrowQuestion('cards before:1900', field, filter)
          expect([narrowed, (await find(narrowed)).total]).toEqual([narrowed, count])
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
    links: [
      { title: 'Slides', url: 'https://example.org/slides', kind: 'slides' },
      { title: 'Code', url: 'https://example.org/code', kind: 'code' },
    ],
  }),
  libraryTalk('fibres', 1959, 'Stephanie Kwolek', 'Fibres that are stronger than steel', {
    kind: 'lightning',
    followUps: [{ text: 'Read about aramid' }],
  }),
]

function libraryTalk(id: string, year: number, name: string, text: string, parts: Partial<Talk>): Talk {
  const event = year < 1900 ? { id: 'loom-1843', name: 'Loom Days' } : { id: 'bell-1959', name: 'Bell Talks' }
  return makeTalk(id, {
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

function expectWellFormedResult({ coverage, quote }: SearchResult): void {
  const passage = quote(400)
  expect(coverage()).toBeGreaterThanOrEqual(0)
  expect(coverage()).toBeLessThanOrEqual(1.000001)
  const lines = gardenFiles[passage.file]?.split('\n') ?? []
  const plain = (text: string) => text.replace(/[`*_]/g, '')
  expect(passage.pieces.map(({ range }) => passage.text.slice(...range)).join('\n')).toBe(passage.text)
  for (const { range, line } of passage.pieces) {
    const said = plain(lines.slice(line - 1).join('\n'))
    expect(said).toContain(plain(passage.text.slice(...range)).slice(0, 20))
  }
  expect(passage.pieces.map(({ line }) => line)).toContain(passage.line)
  let last = 0
  for (const [start, end] of passage.highlights) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(passage.text.length)
}
