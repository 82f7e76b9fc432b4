import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Listed } from '../../../src/answers/listing/listing.ts'
import { listedThings } from '../../../src/answers/listing/listing-word-lists.ts'
import { readListRequest } from '../../../src/answers/listing/read-list-request.ts'
import { mayWantList } from '../../../src/answers/request-signs.ts'
import { createKnownNames } from '../../../src/search/filter/known-names.ts'
import { readSpelledValues } from '../../../src/search/filter/read-doc-values.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const talks = [
  makeTalk('kettles', {
    event: { id: 'teacon-2019', name: 'TeaCon 2019', year: 2019 },
    speakers: [{ name: 'Ada Pier' }],
    tags: ['testing', 'boiling water'],
  }),
  makeTalk('teapots', {
    event: { id: 'teacon-2020', name: 'TeaCon 2020', year: 2020 },
    speakers: [{ name: 'Bo Quay' }],
    tags: ['testing', 'c++'],
    language: 'it',
  }),
]
const names = createKnownNames(readSpelledValues(talks).docValues)
function read(question: string) {
  const query = parseQuery(question)
  const request = readListRequest(query, names)
  // Only what has a sign is read at all.
  if (request !== undefined) expect([question, mayWantList(query)]).toEqual([question, true])
  return request
}
const short = (question: string) => {
  const request = read(question)
  if (request === undefined) return undefined
  const { of, isCount, narrowings } = request
  return [isCount ? 'count' : 'list', of, ...narrowings.map(({ clause }) => clause)].join(' ')
}

test.each([
  ['list speakers', 'list speaker'],
  ['list all talks not about testing', 'list talk -tag:testing'],
  ['talks not about testing', 'list talk -tag:testing'],
  ['talks except testing', 'list talk -tag:testing'],
  ['how many talks are not about testing?', 'count talk -tag:testing'],
  ['list talks except keynotes', 'list talk -kind:keynote'],
  ['talks without video except lightning talks', 'list talk -has:video -kind:lightning'],
  ['talks not about testing or c++', 'list talk -tag:testing -tag:c++'],
  ['talks not tagged testing, not tagged c++', 'list talk -tag:testing -tag:c++'],
  ['talks by neither Ada Pier nor Bo Quay', 'list talk -speaker:"Ada Pier" -speaker:"Bo Quay"'],
  [
    'list talks except keynotes, lightning talks and testing',
    'list talk -kind:keynote -kind:lightning -tag:testing',
  ],
  ['talks tagged testing', 'list talk tag:testing'],
  ['in which languages are talks about testing?', 'list lang tag:testing'],
  ['list the languages of talks about testing', 'list lang tag:testing'],
  ['which languages do talks about testing have', 'list lang tag:testing'],
  ['which languages are the testing talks in?', 'list lang tag:testing'],
  ['which languages are the notes on testing in?', 'list lang tag:testing'],
  ['talks tagged testing or c++', 'list talk tag:testing,c++'],
  ['testing or c++ talks', 'list talk tag:testing,c++'],
  ['how many testing or c++ talks are there?', 'count talk tag:testing,c++'],
  ['talks tagged testing and c++', 'list talk tag:testing tag:c++'],
  ['talks by Ada Pier and Bo Quay', 'list talk speaker:"Ada Pier","Bo Quay"'],
  ['how many talks in 2019, 2020 or 2021?', 'count talk year:2019,2020,2021'],
  ['keynotes and lightning talks', 'list talk kind:keynote,lightning'],
  ['which talks are keynotes or lightning talks?', 'list talk kind:keynote,lightning'],
  ['who gave keynotes and lightning talks?', 'list speaker kind:keynote,lightning'],
  ['everything from 2019 except keynotes', 'list talk year:2019 -kind:keynote'],
  ['what happened in 2019?', 'list talk year:2019'],
  ['speaker with most talks', 'list speaker'],
  ['most common tag', 'list tag'],
  ['most popular tag in 2019', 'list tag year:2019'],
  ['which year had the fewest talks?', 'list year'],
  ['rarest topic', 'list tag'],
  ['what was the first talk of the conference?', 'list talk'],
  ['the last talk', 'list talk'],
  ['List all the speakers, please!', 'list speaker'],
  ['speakers?', 'list speaker'],
  ['who are the speakers?', 'list speaker'],
  ['who spoke?', 'list speaker'],
  ['who spoke at TeaCon 2019?', 'list speaker event:"TeaCon 2019"'],
  ['who spoke twice?', 'list speaker'],
  ['speakers with two talks', 'list speaker'],
  ['who was at TeaCon 2019?', 'list speaker event:"TeaCon 2019"'],
  ['what was said at TeaCon 2019?', 'list talk event:"TeaCon 2019"'],
  ['who gave keynotes?', 'list speaker kind:keynote'],
  ['how many people spoke in 2019?', 'count speaker year:2019'],
  ['which speakers talked about testing?', 'list speaker tag:testing'],
  ['top 10 speakers', 'list speaker'],
  ['list speekers', 'list speaker'],
  ['how many talks abut testing?', 'count talk tag:testing'],
  ['wich speakers talked abuot testing?', 'list speaker tag:testing'],
  ['what tags are there?', 'list tag'],
  ['What topics do you cover?', 'list tag'],
  ['which tags do the talks have?', 'list tag'],
  ['what are the most common tags?', 'list tag'],
  ['what are the talks about?', 'list tag'],
  ['what’s in the notes?', 'list tag'],
  ['what do you know about?', 'list tag'],
  ['which events do you know?', 'list event'],
  ['conferences', 'list event'],
  ['which years do the notes cover?', 'list year'],
  ['talks by year', 'list year'],
  ['how many talks per year?', 'list year'],
  ['number of talks per speaker', 'list speaker'],
  ['kinds of talks', 'list kind'],
  ['what languages are the notes in?', 'list lang'],
  ['talks', 'list talk'],
  ['list every talk', 'list talk'],
  ['how many talks are there?', 'count talk'],
  ['how many talks do the notes have?', 'count talk'],
  ['total number of talks', 'count talk'],
  ['count the talks', 'count talk'],
  ['all talks of 2019', 'list talk year:2019'],
  ['2019 keynotes', 'list talk kind:keynote year:2019'],
  ['talks before 2020', 'list talk before:2020'],
  ['talks with slides', 'list talk has:slides'],
  ['talks that have a video', 'list talk has:video'],
  ['talks without video', 'list talk -has:video'],
  ['which talks have no speaker?', 'list talk -has:speaker'],
  ['talks with speakers and followups', 'list talk has:speaker has:followups'],
  ['which talks do not have slides?', 'list talk -has:slides'],
  ['which talks have no recording?', 'list talk -has:video'],
  ['talks with slides and code', 'list talk has:slides has:code'],
  ['how many talks have slides and no video?', 'count talk has:slides -has:video'],
  ['talks with neither slides nor video', 'list talk -has:slides -has:video'],
  ['talks with slides or a video', 'list talk has:slides,video'],
  ['talks without slides or video', 'list talk -has:slides -has:video'],
  ['the oldest talk', 'list talk'],
  ['events', 'list event'],
  ['how many conferences did we attend?', 'count event'],
  ['which events have we been to in 2019?', 'list event year:2019'],
  ['talks that don’t mention testing', 'list talk -testing'],
  ['which talks do not use boiling kettles?', 'list talk -"boiling kettles"'],
  ['how many talks are not about kombucha', 'count talk -kombucha'],
  ['talks without kombucha', 'list talk -kombucha'],
  ['talks not about kombucha, tea or testing', 'list talk -kombucha -tea -tag:testing'],
  ['list all talks except kombucha', 'list talk -kombucha'],
  ['keynotes of 2019 not about kombucha', 'list talk kind:keynote year:2019 -kombucha'],
  ['what is the latest talk on testing?', 'list talk tag:testing'],
  ['who is the most frequent speaker?', 'list speaker'],
  ['what is the most common tag?', 'list tag'],
  ['which tags are there for testing?', 'list tag tag:testing'],
  ['which tracks are there?', 'list tag'],
  ['how many talks since 2019?', 'count talk since:2019'],
  ['list all keynotes', 'list talk kind:keynote'],
  ['lightning talks at TeaCon', 'list talk kind:lightning event:"TeaCon"'],
  ['can you show me the lightning talks of TeaCon 2020?', 'list talk kind:lightning event:"TeaCon 2020"'],
  ['how many talks on testing?', 'count talk tag:testing'],
  ['list talks about boiling water', 'list talk tag:"boiling water"'],
  ['all c++ talks', 'list talk tag:c++'],
  ['which talks did Ada Pier give?', 'list talk speaker:"Ada Pier"'],
  ['how many talks by Quay', 'count talk speaker:"Quay"'],
  ['talks in Italian, please list them', 'list talk lang:it'],
  ['which talks have slides?', 'list talk has:slides'],
  ['how many talks mention celery?', 'count talk "celery"'],
  ['how many talks are there about boiling kettles in the notes?', 'count talk "boiling kettles"'],
  ['how many talks on kubernetes at TeaCon 2019?', 'count talk "kubernetes" event:"TeaCon 2019"'],
  ['who spoke at NoCon 2013?', 'list speaker event:"NoCon 2013"'],
  ['which talks did Linus Torvalds give?', 'list talk speaker:"Linus Torvalds"'],
  ['list speakers tag:testing', 'list speaker tag:testing'],
  ['how many talks event:"TeaCon 2019" year:2019', 'count talk event:"TeaCon 2019" year:2019'],
])('%j wants %s', (question, wanted) => {
  expect(short(question)).toBe(wanted)
})

test.each(
  `list comprehensions in Python|what tags does Django have for templates?|event loop|events in asyncio|domain events|sessions
years|languages|how many events does Kafka handle?|how many speakers does a stereo have?|show me how to tag releases
which topics does Kafka use|all talks should be recorded|speaker recognition|list speaker recognition libraries|tags in git
HTML tags|template tags|git tags per branch|list all files in a directory|how many years of Python|count events per second
who spoke about testing?|who talked about testing?|what does the keynote say about testing?|keynote about Python 3
what was said in the keynotes?|talk by Ada Pier|what did Ada Pier say?|show me talks about testing|any talks on testing?
talks about testing|testing talks|which talks are about testing?|what do speakers say about testing?|list of lists
what did the speakers think of testing?|should talks have slides?|are talks recorded?|how do talks work?|do I need tags?
list sections|list agents|list talks that mention celery
how many users does Fitocracy have?|which languages does juju support?|which testing languages are mentioned?|which testing languages are mentioned in talks?|list indexing|all about testing
how do I list all users in Django?|how do I count talks in SQL?|number of requests per second|best talks on testing
most popular talks|which speaker works at Disqus?|which talk has the most slides?|who gave the keynote?|kinds of databases
types of tests|talk to computers|list append vs extend|how many people attended TeaCon?|how many people attended?|topics in Kafka|list talks*
list talks -testing|why do talks not mention kombucha?|talks without tags|talks without Quay|talks without takeaways|talks not in Swahili|speakers without kombucha
talks without the fear of failing|who spoke at lunch?|list talks by popularity|how many talks on the testing of APIs did people like?|why are there speakers?|what do you know about testing?
what do people like about testing?|what is it about testing that people like?|why do people want tags?|conference organisation|list|all|how many?|which ones?|?|`.split(
    /[|\n]/,
  ),
)('%j is a question', async (question) => {
  expect(short(question)).toBeUndefined()
})

const of = fc.constantFrom<readonly [string, Listed]>(
  ['speakers', 'speaker'],
  ['tags', 'tag'],
  ['topics', 'tag'],
  ['conferences', 'event'],
  ['events', 'event'],
  ['talks', 'talk'],
  ['presentations', 'talk'],
)
const wish = fc.constantFrom(
  'list',
  'list all',
  'show me all the',
  'please give me a list of the',
  'how many',
  'what is the number of',
  'can you list the',
)
const narrowing = fc.constantFrom(
  '',
  'of 2019',
  'at TeaCon',
  'at TeaCon 2020',
  'on testing',
  'about boiling water',
)
const ending = fc.constantFrom(
  '',
  '?',
  ' please',
  ', thanks!',
  ' in the notes?',
  ' are there?',
  ' do you know of?',
)
const lists = fc.tuple(wish, of, narrowing, ending)

test('a list of anything is understood however it is wished for and narrowed', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ([want, [name, listed], narrowed, end]) => {
      const request = read(`${want} ${name} ${narrowed}${end}`)
      expect(request).toMatchObject({ of: listed, isCount: /many|number/.test(want) })
      expect(request?.narrowings).toHaveLength(narrowed === '' ? 0 : 1)
    }),
  )
})

test('one word that says nothing about lists makes a question of it', async () => {
  const word = fc.constantFrom(
    'kombucha',
    'fast',
    'django',
    'not',
    'say',
    'decorators',
    'work',
    'why',
    'best',
  )
  await fc.assert(
    fc.asyncProperty(lists, word, fc.nat(20), async ([want, [name, listed], narrowed, end], other, place) => {
      // What talks mention is counted, whatever it is.
      fc.pre(listed !== 'talk' || !/many|number/.test(want))
      const words = `${want} ${name} ${narrowed}${end}`.split(' ')
      const at = place % (words.length + 1)
      expect(read([...words.slice(0, at), other, ...words.slice(at)].join(' '))).toBeUndefined()
    }),
  )
})

test('what was tried is not tried again: many words that only hold a question together end', async () => {
  expect(read(`${'of the do you have '.repeat(3)}the talks of kombucha`)).toBeUndefined()
})

test.each(listedThings.filter(({ alone }) => alone === 'sure'))(
  '$of by any of its names',
  ({ of, names }) => {
    for (const name of names) expect([name, read(name)?.of]).toEqual([name, of])
  },
)

test('who spoke several times, however that is put', () => {
  const said = fc.record({
    who: fc.constantFrom('who', 'which speakers', 'speakers who', 'are there speakers that', 'which people'),
    verb: fc.constantFrom('gave', 'had', 'held', 'have', 'has given', 'did'),
    many: fc.constantFrom('two talks', 'more than one talk', 'several talks'),
  })
  fc.assert(
    fc.property(said, ({ who, verb, many }) => {
      expect(read(`${who} ${verb} ${many}?`)).toMatchObject({ of: 'speaker', isOfMost: true })
      expect(read(`how many speakers ${verb} ${many}?`)).toBeUndefined()
    }),
  )
})
