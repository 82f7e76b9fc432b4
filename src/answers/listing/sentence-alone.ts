import type { Listing } from './listing.ts'

/** An answer that lists nothing. */
export const sentenceAlone = (
  question: string,
  explanation: string,
  { corpusVersion }: Pick<Listing, 'corpusVersion'>,
): Listing => ({
  kind: 'listing',
  question,
  of: 'talk',
  explanation,
  results: [],
  values: [],
  offset: 0,
  total: 0,
  suggestions: [],
  notices: [],
  isStartedAgain: false,
  corpusVersion,
})
