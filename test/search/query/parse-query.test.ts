import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery, topicsOf, withPhrasesMeant } from '../../../src/search/query/parse-query.ts'
import type { FilterValue } from '../../../src/search/query/query.ts'
import { runs } from '../../helpers/runs.ts'

const wordsOf = (question: string) => topicsOf(parseQuery(question)).map(({ text }) => text)

test.each([
  ['What did they say about Flask?', ['Flask']],
  ['any talks on continuous integration?', ['continuous', 'integration']],
  ['is there anything on search engines', ['search', 'engines']],
  ['hey, can you tell me which talk covers C++?', ['C++']],
  ["why shouldn't I use assert?", ['assert']],
  ['django.db.backends and __get__', ['django.db.backends', '__get__']],
  ['who innovated in the US Navy', ['innovated', 'US', 'Navy']],
  ['who works in IT?', ['works', 'IT']],
  ['the best OR mapper', ['best', 'OR', 'mapper']],
  ['flask OR django AND NOT celery', ['flask', 'django']],
  ['IT', ['IT']],
  ['do NOT use threads, THE worst', ['threads', 'worst']],
  ['WHAT IS IT ABOUT FLASK', ['FLASK']],
  ['Is Go fast?', ['Go', 'fast']],
  ['talks about Go', ['Go']],
  ['how does Go compare, and what is Make?', ['Go', 'Make']],
  ['where do I go with flask', ['flask']],
  ['Go to flask', ['flask']],
  ['Hi. Tell me about flask', ['flask']],
  ['Any Talks On Flask And Django', ['Flask', 'Django']],
  ['python --help', ['python', '--help']],
  ['-flask --no-cache-dir', ['--no-cache-dir']],
])('%s is about %j', (question, words) => {
  expect(wordsOf(question)).toEqual(words)
})

test('words about asking are the topic if there is no other', () => {
  expect(wordsOf('notes')).toEqual(['notes'])
  expect(wordsOf('What is it?')).toEqual([])
})

test('keeps the text as typed, but trimmed', () => {
  expect(parseQuery('  Flask?\n').text).toBe('Flask?')
})

test('never throws, and every word is a piece of the question', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (question) => {
      const { text, words } = parseQuery(question)
      for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text)
    }),
  )
})

function shownValue(value: FilterValue): string {
  switch (value.form) {
    case 'choice':
      return value.choice
    case 'years':
      return value.from === value.to ? `${value.from}` : `${value.from ?? ''}..${value.to ?? ''}`
    case 'beginning':
      return `${value.text}*`
    case 'whole':
      return `"${value.text}"`
    default:
      return value.text
  }
}

const readable = (question: string) => {
  const query = parseQuery(question)
  const { phrases, prefixes, exclusions, filters, sort } = query
  const texts = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text)
  const shown = {
    words: texts(topicsOf(query)),
    phrases: texts(phrases),
    prefixes: texts(prefixes),
    not: exclusions.map(({ text, form }) => (form === 'beginning' ? `${text}*` : text)),
    filters: filters.map(({ field, anyOf, isExcluded }) => {
      return `${isExcluded ? '-' : ''}${field}:${anyOf.map(shownValue).join(',')}`
    }),
    sort,
  }
  return Object.fromEntries(
    Object.entries(shown).filter(([, value]) => value !== undefined && value.length > 0),
  )
}

test.each([
  ['"search engines" whoosh', { phrases: ['search engines'], words: ['search', 'engines', 'whoosh'] }],
  ['“search engines”', { phrases: ['search engines'], words: ['search', 'engines'] }],
  ['flask -django -"app engine"', { words: ['flask'], not: ['django', 'app engine'] }],
  ['speaker:cramer', { filters: ['speaker:cramer'] }],
  ['what did speaker:cramer say?', { filters: ['speaker:cramer'] }],
  ['Speaker:"Alex Martelli" patterns', { filters: ['speaker:"Alex Martelli"'], words: ['patterns'] }],
  ['tag:flask -tag:django', { filters: ['tag:flask', '-tag:django'] }],
  ['tags:flask conference:europython', { filters: ['tag:flask', 'event:europython'] }],
  ['event:europython-2012 kind:lightning', { filters: ['event:europython-2012', 'kind:lightning'] }],
  ['kind:Keynotes has:follow-ups', { filters: ['kind:keynote', 'has:followups'] }],
  ['year:2012 before:2015 after:2010', { filters: ['year:2012', 'year:..2014', 'year:2011..'] }],
  ['lang:it has:video sort:newest', { filters: ['lang:it', 'has:video'], sort: 'newest' }],
  ['djan* cms', { prefixes: ['djan'], words: ['cms'] }],
  ['(tag:flask)', { filters: ['tag:flask'] }],
  ['php: 10:30 http://x.y std::vector', { words: ['php', '10', '30', 'x.y', 'std', 'vector'] }],
  ['python -O and a - b', { words: ['python', '-O', 'b'] }],
  ['*bold* **kwargs a* 5*', { words: ['bold', 'kwargs', '5'] }],
  ['command-line "unclosed', { words: ['command', 'line', 'unclosed'] }],
  ['speaker: cramer', { words: ['cramer'] }],
  ['-flask', { not: ['flask'] }],
  ['"to be or not to be"', {}],
  // Lists, of which one must hold.
  ['tag:flask,django', { filters: ['tag:flask,django'] }],
  ['tag:flask,"machine learning",web', { filters: ['tag:flask,"machine learning",web'] }],
  ['year:2012,2014 kind:talk,keynotes', { filters: ['year:2012,2014', 'kind:talk,keynote'] }],
  ['tag:flask, django', { filters: ['tag:flask'], words: ['django'] }],
  ['speaker:alex,tag:flask,-tag:django', { filters: ['speaker:alex', 'tag:flask', '-tag:django'] }],
  ['-flask,-django', { not: ['flask', 'django'] }],
  ['flask,django', { words: ['flask', 'django'] }],
  // Beginnings.
  ['speaker:mart* tag:"web frame*"', { filters: ['speaker:mart*', 'tag:web frame*'] }],
  ['-tag:djan* -flas*', { filters: ['-tag:djan*'], not: ['flas*'] }],
  // Exclusions.
  ['web -C++ -.NET -C# -node.js', { words: ['web'], not: ['C++', '.NET', 'C#', 'node.js'] }],
  ['web –django —"app engine" −flask', { words: ['web'], not: ['django', 'app engine', 'flask'] }],
  ['web -(django "app engine")', { words: ['web'], not: ['django', 'app engine'] }],
  ['web -(tag:django, flask', { words: ['web'], filters: ['-tag:django'], not: ['flask'] }],
  ['web NOT django NOT tag:flask', { words: ['web'], not: ['django'], filters: ['-tag:flask'] }],
  ['why you should NOT use pickle', { words: ['pickle'] }],
  ['DO NOT PANIC', { words: ['PANIC'] }],
  ['django NOT', { words: ['django'] }],
  ['python – a tour — of it', { words: ['python', 'tour'] }],
  ['sed -x and 2010–2012', { words: ['sed', '-x', '2010', '2012'] }],
  ['flask :-( -', { words: ['flask'] }],
  // Values in all that may stand around them.
  ["speaker:'Alex Martelli' tag:‘web’", { filters: ['speaker:"Alex Martelli"', 'tag:"web"'] }],
  ["speaker:'Fiona O'Reilly'", { filters: ['speaker:"Fiona O\'Reilly"'] }],
  ["speaker:O'Reilly", { filters: ["speaker:O'Reilly"] }],
  ['speaker：＂Alex Martelli＂', { filters: ['speaker:"Alex Martelli"'] }],
  ['patterns speaker:"Alex Martelli', { filters: ['speaker:Alex Martelli'], words: ['patterns'] }],
  ['speaker:(alex martelli) patterns', { filters: ['speaker:alex martelli'], words: ['patterns'] }],
  ['[speaker:cramer]', { filters: ['speaker:cramer'] }],
  ['`speaker:cramer` *tag:flask* _kind:talk_', { filters: ['speaker:cramer', 'tag:flask', 'kind:talk'] }],
  ['*speaker:mart** *-tag:"web"*?', { filters: ['speaker:mart*', '-tag:"web"'] }],
  ['\u200bspeaker:cramer\u200e kind:\u200bkeynote', { filters: ['speaker:cramer', 'kind:keynote'] }],
  // What is guessed.
  ['by:cramer author:martelli topic:web', { filters: ['speaker:cramer', 'speaker:martelli', 'tag:web'] }],
  ['conf:euro type:talk language:it', { filters: ['event:euro', 'kind:talk', 'lang:it'] }],
  ['since:2012 until:2014', { filters: ['year:2012..', 'year:..2014'] }],
  ['year:2012..2014 year:2014-2012', { filters: ['year:2012..2014', 'year:2012..2014'] }],
  [
    'year:>=2012 year:>2012 year:<2012 year:<=2012',
    { filters: ['year:2012..', 'year:2013..', 'year:..2011', 'year:..2012'] },
  ],
  ['year:=2012 year:=>2012 year:2012+', { filters: ['year:2012', 'year:2012..', 'year:2012..'] }],
  ['kind:"lightning talk" LANG:PT-br', { filters: ['kind:lightning', 'lang:PT-br'] }],
  ['sort:new', { sort: 'newest' }],
  ['sort:Latest', { sort: 'newest' }],
  ['sort:date', { sort: 'newest' }],
  ['sort:old', { sort: 'oldest' }],
  ['type: hints', { words: ['type', 'hints'] }],
  // What can only mean one thing.
  ['flask sort:newst', { words: ['flask'], sort: 'newest' }],
  ['kind:lightening flask -has:vidoe', { words: ['flask'], filters: ['kind:lightning', '-has:video'] }],
  ['port:8080 hash:md5', { words: ['port', '8080', 'hash', 'md5'] }],
])('%s is read as %j', (question, expected) => {
  expect(readable(question)).toEqual(expected)
})

test.each([
  ['speeker:cramer', 'misspelt-field', 'speeker', 'speaker'],
  ['speecker:cramer', 'misspelt-field', 'speecker', 'speaker'],
  ['-tga:flask', 'misspelt-field', 'tga', 'tag'],
  ['taag:flask', 'misspelt-field', 'taag', 'tag'],
  ['langauge:it', 'misspelt-field', 'langauge', 'lang'],
  ['confernce:pycon', 'misspelt-field', 'confernce', 'event'],
  ['snice:2012', 'misspelt-field', 'snice', 'since'],
  ['flask -tag:', 'empty-field', 'tag', undefined],
  ['speaker: cramer', 'empty-field', 'speaker', undefined],
  ['speaker:""', 'empty-field', 'speaker', undefined],
  ['tag:* x', 'empty-field', 'tag', undefined],
  ['year:2012,abc', 'bad-value', 'abc', undefined],
  ['evnt:europython', 'misspelt-field', 'evnt', 'event'],
  ['year:abc', 'bad-value', 'abc', undefined],
  ['flask year:12', 'bad-value', '12', undefined],
  ['kind:lightening', 'bad-value', 'lightening', 'lightning'],
  ['has:vidoes', 'bad-value', 'vidoes', 'video'],
  ['sort:"newset"', 'bad-value', 'newset', 'newest'],
  ['flask "to be"', 'empty-phrase', 'to be', undefined],
])('in %s something is noticed (%s) at its place', (question, kind, place, suggestion) => {
  const [notice, ...others] = parseQuery(question).notices
  expect(others).toEqual([])
  expect(notice).toMatchObject({ kind, message: expect.stringMatching(/^[“T].*[.?]$/) })
  expect(question.slice(notice?.start, notice?.end)).toBe(place)
  expect(notice?.suggestion).toBe(suggestion)
})

test('what cannot be read is answered as words', () => {
  expect(wordsOf('year:abc speeker:cramer')).toEqual(['abc', 'cramer'])
  expect(wordsOf('flask -tag:')).toEqual(['flask'])
  expect(parseQuery('flask langauge:it').filters).toEqual([])
})

test('any mixture of signs and fields is read, and every place is that of the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['speaker:', 'tag:', 'year:', 'kind:', 'sort:', 'since:', 'by：', 'speeker:', 'tga:', 'lang:'],
      ...['"', "'", '“', '”', '＂', '‘', '’', '(', ')', '[', ']', '`', '*', '_', '~', ',', ':', ' '],
      ...['-', '–', '—', '−', 'NOT ', '\u200b', '..', '>=', '<'],
      ...['flask', '2012', 'newst', 'lightening', 'C++', '.NET', 'use', 'x'],
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text, words, phrases, prefixes, exclusions, filters, notices } = parseQuery(pieces.join(''))
      for (const part of [...words, ...phrases, ...prefixes, ...exclusions])
        expect(text.slice(part.start, part.end)).toBe(part.text)
      for (const { start, end, anyOf } of filters) {
        for (const value of anyOf) {
          expect(text.slice(value.start, value.end)).toBe(value.text)
          expect(value.start).toBeGreaterThan(start)
          expect(value.end).toBeLessThanOrEqual(end)
        }
      }
      for (const { start, end } of notices) expect(text.slice(start, end)).not.toBe('')
    }),
    { numRuns: runs(1000) },
  )
})

test('in a long text quotation marks only quote', () => {
  const text = `the "best of breed" ${Array.from({ length: 19 }, (_, number) => `topic${number}`).join(' ')}`
  const phrasesOf = (topics: number) =>
    withPhrasesMeant(parseQuery(text), { maxTopicsOfPhrases: topics }).phrases.map((phrase) => phrase.text)
  expect(phrasesOf(21)).toEqual(['best of breed'])
  expect(phrasesOf(20)).toEqual([])
  expect(wordsOf(text)).toContain('breed')
})

test.each([
  ['what did we learn about tides this year?', ['tides']],
  ['anything on knots last week', ['knots']],
  ['what was new in sails in the past months?', ['new', 'sails']],
  ['tides of the year', ['tides', 'year']],
  ['last year', ['last', 'year']],
])('the time of asking in “%s” is no topic', (question, topics) => {
  expect(topicsOf(parseQuery(question)).map(({ text }) => text)).toEqual(topics)
})

test.each([
  ['what do people like about tides', ['tides']],
  ['why should people fear tides?', ['fear', 'tides']],
  ['how many people were at the tides?', ['people', 'tides']],
  ['who are the people behind tides', ['people', 'tides']],
  ['do people?', ['people']],
])('“people” is a topic of “%s” only if it is no mere “they”', (question, topics) => {
  expect(wordsOf(question)).toEqual(topics)
})

test.each([
  ['top 3 talks on tides', ['tides']],
  ['the best five sessions about tides', ['tides']],
  ['give me 2 talks on tides', ['tides']],
  ['Python 3 talks', ['Python', '3']],
  ['3 tides', ['3', 'tides']],
])('how many talks are wanted is no topic of “%s”', (question, topics) => {
  expect(wordsOf(question)).toEqual(topics)
})
