import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.ts'

const wordsOf = (question: string) => parseQuery(question).words.map(({ text }) => text)

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
  ['flask OR django AND NOT celery', ['flask', 'django', 'celery']],
  ['IT', ['IT']],
  ['do NOT use threads, THE worst', ['threads', 'worst']],
  ['WHAT IS IT ABOUT FLASK', ['FLASK']],
  ['Is Go fast?', ['Go', 'fast']],
  ['talks about Go', ['Go']],
  ['how does Go compare, and what is Make?', ['Go', 'compare', 'Make']],
  ['where do I go with flask', ['flask']],
  ['Go to flask', ['flask']],
  ['Hi. Tell me about flask', ['flask']],
  ['Any Talks On Flask And Django', ['Flask', 'Django']],
  ['python --help', ['python', '--help']],
  ['-flask --no-cache-dir', ['--no-cache-dir']],
])('%s is about %j', (question, words) => {
  expect(wordsOf(question)).toEqual(words)
})

test('words about asking are the topic where there is no other', () => {
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

const readable = (question: string) => {
  const { words, phrases, prefixes, exclusions, filters, sort } = parseQuery(question)
  const texts = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text)
  const shown = {
    words: texts(words),
    phrases: texts(phrases),
    prefixes: texts(prefixes),
    not: texts(exclusions),
    filters: filters.map(({ field, value, isExcluded }) => `${isExcluded ? '-' : ''}${field}:${value}`),
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
  ['Speaker:"Alex Martelli" patterns', { filters: ['speaker:Alex Martelli'], words: ['patterns'] }],
  ['tag:flask -tag:django', { filters: ['tag:flask', '-tag:django'] }],
  ['tags:flask conference:europython', { filters: ['tag:flask', 'event:europython'] }],
  ['event:europython-2012 kind:lightning', { filters: ['event:europython-2012', 'kind:lightning'] }],
  ['kind:Keynotes has:follow-ups', { filters: ['kind:keynote', 'has:followups'] }],
  ['year:2012 before:2015 after:2010', { filters: ['year:2012', 'before:2015', 'after:2010'] }],
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
])('%s is read as %j', (question, expected) => {
  expect(readable(question)).toEqual(expected)
})

test.each([
  ['speeker:cramer', 'misspelt-field', 'speeker', 'speaker'],
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
  expect(wordsOf('year:abc speeker:cramer')).toEqual(['abc', 'speeker', 'cramer'])
})

test('in a long text quotation marks only quote', () => {
  const text = `the "best of breed" ${Array.from({ length: 20 }, (_, number) => `topic${number}`).join(' ')}`
  expect(parseQuery(text).phrases).toEqual([])
  expect(wordsOf(text)).toContain('breed')
})

test('any mixture of signs and fields is read, and every place is that of the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'speaker:',
      'tag:',
      'year:',
      '"',
      '-',
      '*',
      ':',
      ' ',
      '“',
      '”',
      '(',
      'kind:',
      'sort:',
      'flask',
      '2012',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text, words, phrases, prefixes, exclusions, filters, notices } = parseQuery(pieces.join(''))
      for (const part of [...words, ...phrases, ...prefixes, ...exclusions])
        expect(text.slice(part.start, part.end)).toBe(part.text)
      for (const { field, value, start, end } of filters)
        if (field === 'speaker' || field === 'tag') expect(text.slice(start, end).trim()).toBe(value)
      for (const { start, end } of notices) expect(text.slice(start, end)).not.toBe('')
    }),
    { numRuns: 1000 },
  )
})
