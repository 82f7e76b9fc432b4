import type { Now } from '../../calendar/now.ts'
import { slotsOf } from '../../notes/slots.ts'
import type { Talk } from '../../notes/talk.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { describeSlot } from '../describe-slot.ts'
import type { Listing } from '../listing/listing.ts'
import { zoneSentence } from './answer-programme.ts'
import { describeDays } from './describe-programme.ts'
import { inOrder } from './pick-sessions.ts'

const asked = String.raw`(?:(?:at|in|on)\s+)?(?:when|where|(?:what|which)\s+(?:time|day|date|room|hall|stage))`
const whenWhere = new RegExp(
  String.raw`^\W*(${asked}(?:\s*(?:and|or|,|&|/)\s*${asked})*)\s+(?:is|are|was|were|will|does|do|did|can|could)\s+(.+?)[\s?!.]*$`,
  'i',
)
const contracted = /\b(when|where)['’]s\b/gi
const things = '(?:talk|session|keynote|lecture|workshop|tutorial|presentation)'
const ofTalk = new RegExp(
  String.raw`^(?:the\s+|a\s+|an\s+)?(.*?)\b${things}s?\b(?:\s+(?:that\s+is\s+)?(?:on|about|of|by|with|called|titled|named|regarding|covering|from)\b)?\s*(.*?)$`,
  'i',
)
const bySpeaker =
  /^(.+?)\s+(?:speak|speaking|talk|talking|present|presenting|give\s+(?:a|the|his|her|their)\s+talk|on\s+stage)(?:\s+(?:on|about)\s+(.+))?$/i
const happens =
  /\s+(?:be\s+)?(?:held|given|scheduled|planned|taking\s+place|take\s+place|happening|happen|starting|start|begin|on|again)$/i

/**
 * What a question for the time or the room of a talk names the talk by; undefined for any other question.
 *
 * talkAskedWhen('when and where is the talk on knots?') // => 'knots'
 */
export function talkAskedWhen(question: string): string | undefined {
  const [, lead = '', said] = whenWhere.exec(question.replace(contracted, '$1 is')) ?? []
  const rest = said?.replace(happens, '').replace(/\s+(?:in|at)$/i, '')
  if (rest === undefined) return undefined
  if (/^(?:the\s+)?keynotes?$/i.test(rest)) return 'kind:keynote'
  const title = /^["“”„«](.+)["“”»]$/.exec(rest)?.[1]
  if (title !== undefined) return title
  const [, who, what = ''] = bySpeaker.exec(rest) ?? []
  if (who !== undefined && !/^(?:the|a|an)$/i.test(who)) return `${who} ${what}`.trim()
  const [, before = '', after = ''] = ofTalk.exec(rest) ?? []
  const named = `${before.trim()} ${after.trim()}`.trim()
  if (named !== '') return named
  // Only talks have a room: which one it is of need not be said to be a talk.
  return /\b(?:room|hall|stage)\b/i.test(lead) ? rest : undefined
}

/** When and where the talks are that were found for it, each at all its times. */
export function answerWhen(
  question: string,
  results: readonly SearchResult[],
  { now, corpusVersion }: { readonly now: Now; readonly corpusVersion: string },
): Listing {
  const sessions = results.flatMap((given) => slotsOf(given.talk).map((slot) => ({ given, slot })))
  const known = inOrder(sessions.filter(({ slot }) => describeSlot(slot) !== ''))
  const [only] = results
  const explanation =
    known.length === 0
      ? [...new Set(results.map(({ talk }) => unknownTime(talk, results.length > 1)))].join(' ')
      : results.length === 1 && only
        ? `“${only.talk.title}”: ${known.map(({ slot }) => describeSlot(slot)).join('; ')}.`
        : `${results.length} talks.`
  return {
    kind: 'listing',
    question,
    of: 'talk',
    explanation: [explanation, ...zoneSentence(known, now)].join(' '),
    results: known.length === 0 ? results : known.map(({ given }) => given),
    slots: known.map(({ slot }) => slot),
    values: [],
    offset: 0,
    total: known.length || results.length,
    suggestions: [],
    notices: [],
    isStartedAgain: false,
    corpusVersion,
  }
}

/** Of several talks it says what their event tells of each, and so the same of all. */
function unknownTime({ title, event }: Talk, isOneOfMany: boolean): string {
  const { name, starts, ends, place, year } = event
  const began = starts && `which began ${describeDays({ first: starts, last: starts })}`
  const when =
    starts && ends ? describeDays({ first: starts, last: ends }) : (began ?? (year && `in ${year}`))
  const where = [when, place && `in ${place}`].filter(Boolean).join(', ')
  const isSaid = where === '' || name.includes(where.replace(/^in /, ''))
  if (isOneOfMany) return `The notes on ${name}${isSaid ? '' : `, ${where},`} do not say when these are.`
  return `The notes do not say when “${title}” is. It is of ${name}${isSaid ? '' : `, ${where}`}.`
}
