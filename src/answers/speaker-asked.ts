import { hasThing } from '../search/query/parse-query.ts'
import type { SearchResult } from '../search/search-engine.ts'

const askingForSpeaker = new RegExp(
  [
    String.raw`\b(?:who|wer) (?:gave|presented|held|delivered|gives|presents|spoke|speaks|talked|talks|hielt|sprach|spricht|präsentierte)\b`,
    String.raw`\bwho(?:['’]s| is| was| were| are)? the (?:speakers?|presenters?)\b`,
    String.raw`\b(?:which|what) (?:speakers?|presenters?)\b`,
  ].join('|'),
  'iu',
)

/** In UTF-16 units: a note that has no field for its speaker may name one in its first sentences. */
const maxQuoted = 400

/** If it is asked who gave a talk, and the notes name nobody: that, as it goes on after `The notes`. */
export function lackingSpeaker(question: string, { talk, quote }: SearchResult): string | undefined {
  if (talk.speakers.length > 0 || !askingForSpeaker.test(question)) return undefined
  const isNamed = hasThing(quote(maxQuoted).text, { thing: 'person' }, { maxWordsToCounted: 0 })
  return isNamed ? undefined : 'name no speaker'
}
