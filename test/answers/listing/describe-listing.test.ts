import { expect, test } from 'vitest'
import { describeListing } from '../../../src/answers/listing/describe-listing.ts'
import type { Narrowing } from '../../../src/answers/listing/read-narrowings.ts'

const narrowed = (field: Narrowing['field'], clause: string, name: string): Narrowing => ({
  field,
  clause,
  name,
})
const tagged = narrowed('tag', 'tag:rigging', 'rigging')
const saying = narrowed('words', '"winch"', '“winch”')

test.each([
  [{ of: 'talk', narrowings: [saying] }, 1, 'The notes have 1 talk that mentions “winch”.'],
  [{ of: 'talk', narrowings: [saying] }, 2, 'The notes have 2 talks that mention “winch”.'],
  [{ of: 'speaker', narrowings: [saying] }, 1, 'The notes name 1 speaker of talks that mention “winch”.'],
  [{ of: 'lang', narrowings: [] }, 2, 'The notes are in 2 languages.'],
  [{ of: 'lang', narrowings: [tagged] }, 1, 'The notes of talks tagged rigging are in 1 language.'],
  [
    { of: 'lang', narrowings: [tagged, saying] },
    1,
    'The notes of talks tagged rigging that mention “winch” are in 1 language.',
  ],
] as const)('%j with a total of %d reads well', (of, total, said) => {
  expect(describeListing(of, total)).toBe(said)
})
