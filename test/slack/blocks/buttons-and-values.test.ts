import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
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
