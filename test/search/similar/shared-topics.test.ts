import { describe, expect, test } from 'vitest'
import type { Passage } from '../../../src/notes/talk.ts'
import { sharedTopics, topicsAsWritten } from '../../../src/search/similar/shared-topics.ts'
import { isTopicWord } from '../../../src/search/similar/topic-word.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

const says = (text: string): Passage => ({ form: 'paragraph', text, line: 1, depth: 0 })

describe('the words that stand for terms', () => {
  const written = (text: string, terms: readonly string[], parts = {}) =>
    topicsAsWritten(terms, makeTalk('note', { title: '', summary: says(text), ...parts }))

  test('are those of the talk, each once, whatever case and ending', () => {
    expect(written('Queues and the Redis queue', ['redi', 'queue'])).toEqual(['Redis', 'Queues'])
    expect(
      written('Freeze it in requirements.txt with pip', ['requir', 'requirements.txt', 'txt', 'pip']),
    ).toEqual(['requirements.txt', 'pip'])
  })

  test('are one of those that only an ending or a way of spelling tells apart', () => {
    const text = 'Scalability, or how to scale; organising is organizing; compilers compile'
    const terms = ['scalabl', 'scale', 'organis', 'organ', 'organiz', 'compil']
    expect(written(text, terms)).toEqual(['Scalability', 'organising', 'compilers'])
  })

  test('hold no sentence together, in the language of the talk', () => {
    const parts = { language: 'fr' }
    expect(
      written(
        'Vous gagnez avec les retards',
        ['vous', 'gagn', 'avec', 'retard'].map((stem) => `${stem}~fr`),
        parts,
      ),
    ).toEqual(['gagnez', 'retards'])
  })

  test('are none that say nothing of their own', () => {
    const text = "I'll say we’ve run R and 3.5 on the 20th: a Description of celery"
    const terms = ['ill', 'weve', 'r', '3.5', '20th', 'descript', 'celeri']
    expect(written(text, terms)).toEqual(['celery'])
  })

  test('are no names of the speakers or the event, unless the event is named for a tag', () => {
    const parts = {
      event: { id: 'x', name: 'Flask Days' },
      speakers: [{ name: 'Ada Pier', handle: '@adap' }],
    }
    const text = 'Ada (@adap) of Flask Days compared Flask with Bottle'
    const terms = ['ada', 'adap', 'flask', 'dai', 'bottl', 'compar']
    expect(written(text, terms, parts)).not.toContain('Flask')
    expect(written(text, terms, { ...parts, tags: ['flask'] })).toContain('flask')
    expect(written(text, terms, parts).join(' ')).not.toMatch(/ada|days/i)
  })

  test('are no names of the speakers in another language either', () => {
    const parts = { language: 'it', speakers: [{ name: 'Rubens Souza' }] }
    expect(written('Rubens Souza con Ansible', ['rubens~it', 'souz~it', 'ansibl~it'], parts)).toEqual([
      'Ansible',
    ])
  })

  test('are not read from addresses', () => {
    expect(
      written('See https://blog.example.org/gevent for more on gevent', ['gevent', 'exampl', 'blog']),
    ).toEqual(['gevent'])
  })
})

test('two talks share tags and words once, whatever case and ending', () => {
  const talk = makeTalk('one', { tags: ['Unit testing', 'retries'] })
  const other = makeTalk('two', {
    tags: ['unit tests', 'Unit test', 'Retry'],
    summary: says('Retries and Celery'),
  })
  expect(sharedTopics(talk, other, ['retri', 'celeri'])).toEqual({
    speakers: [],
    tags: ['unit tests', 'Retry'],
    words: ['Celery'],
  })
})

test.each([
  ['celery', true],
  ["O'Reilly", true],
  ['3D', true],
  ['C++', true],
  ["don't", false],
  ['they’re', false],
  ['2012', false],
  ['90s', false],
  ['x', false],
  ['lightning', false],
  ['coffee', false],
])('%s tells a topic: %s', (word, tells) => {
  expect(isTopicWord(word)).toBe(tells)
})
