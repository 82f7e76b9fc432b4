import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actionIds,
  fullNotesButton,
  moreLikeThisButton,
  moreResultsButton,
  readAskedValue,
  readIdValue,
  readSimilarValue,
  showSimilarButton,
} from '../../../src/slack/blocks/buttons-and-values.ts'
import { queues } from '../../corpora/harbour.ts'

test('a talk comes back from its button', () => {
  expect(readIdValue(fullNotesButton(queues).value)).toBe('harbour-2019/queues')
})

test.each([fullNotesButton, moreLikeThisButton])(
  'the accessible name of a talk’s button begins with its visible words (%o)',
  (newButton) => {
    const { text, accessibility_label } = newButton(queues)
    expect(accessibility_label?.startsWith(text.text)).toBe(true)
    expect(accessibility_label).toContain(queues.title)
  },
)

test('any question comes back from its button, with all that is asked with it', () => {
  const asked = fc.record(
    {
      question: fc.string({ minLength: 1 }),
      offset: fc.nat(999_999),
      corpusVersion: fc.constant('0123456789ab'),
      isExact: fc.constant(true),
      open: fc.oneof(fc.nat(9), fc.constant('more' as const)),
      sharedBy: fc.constant('U012'),
    },
    { requiredKeys: ['question', 'offset'] },
  )
  fc.assert(
    fc.property(asked, (all) => {
      expect(readAskedValue(moreResultsButton(all).value)).toEqual(all)
    }),
  )
})

test('of talks like one, the talk comes back from its buttons, and which of them is opened or closed', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.boolean(), (place, isOpen) => {
      const { value } = showSimilarButton('harbour-2019/a b', { talk: queues, place, isOpen })
      expect(readSimilarValue(value)).toEqual({ talkId: 'harbour-2019/a b', ...(!isOpen && { open: place }) })
    }),
  )
})

test.each([undefined, '', 'v1', 'v1 ', 'v0 harbour-2019/queues', '{"talk":"queues"}', 7, null])(
  'a value that this version does not write, %j, is known as such',
  (value) => {
    expect(readIdValue(value)).toBeUndefined()
    expect(readAskedValue(value)).toBeUndefined()
  },
)

/** Messages stay, and so do their buttons: what stood in them, of each form that a released version has written. */
describe('the buttons of released versions', () => {
  test.each([
    ['0.5.0', 'v1 0 which db', { question: 'which db', offset: 0 }],
    [
      '0.5.0',
      'v1 3@0123456789ab which db',
      { question: 'which db', offset: 3, corpusVersion: '0123456789ab' },
    ],
    ['0.5.0', 'v1 0! quees', { question: 'quees', offset: 0, isExact: true }],
    ['0.6.0', 'v1 0+2 which db', { question: 'which db', offset: 0, open: 2 }],
    [
      '0.6.0',
      'v1 3@0123456789ab!+more~U012 which\ndb',
      {
        ...{ question: 'which\ndb', offset: 3, corpusVersion: '0123456789ab', isExact: true },
        ...{ open: 'more', sharedBy: 'U012' },
      },
    ],
  ])('carry questions: %s, %j', (_version, value, asked) => {
    expect(readAskedValue(value)).toEqual(asked)
  })

  test('carry talks and tips', () => {
    expect(readIdValue('v1 harbour-2019/queues')).toBe('harbour-2019/queues')
    expect(readIdValue('v1 harbour-2019/queues#0a1b2c')).toBe('harbour-2019/queues#0a1b2c')
  })

  test('carry talks like one since 0.6.0', () => {
    expect(readSimilarValue('v1 - harbour-2019/queues')).toEqual({ talkId: 'harbour-2019/queues' })
    expect(readSimilarValue('v1 2 harbour-2019/queues')).toEqual({ talkId: 'harbour-2019/queues', open: 2 })
  })

  test('are found by the ids that they were given', () => {
    expect(Object.values(actionIds)).toEqual(
      expect.arrayContaining([
        ...['full_notes', 'more_like_this', 'more_results', 'share', 'another_tip', 'tip_useful'],
        ...['tip_not_useful', 'tip_settings', 'tip_source', 'ask_'],
        // Since 0.6.0
        ...['open_', 'related_', 'help', 'say_tips_'],
      ]),
    )
  })
})
