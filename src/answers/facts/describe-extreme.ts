import { describeMinutes } from '../../calendar/describe-minutes.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { amountOf } from '../../text/amount-of.ts'
import { nounsOfKind } from '../listing/kind-nouns.ts'
import type { ExtremeRequest } from './read-extreme-request.ts'
import type { TalkPartKind } from './talk-parts.ts'

export interface Measured {
  readonly result: SearchResult
  /** How many of a part it has, or minutes. */
  readonly amount: number
}

/** The talks among which it was looked for. */
interface Looked {
  readonly request: ExtremeRequest
  /** What the talks are narrowed to, in words, with a blank before; may be empty. */
  readonly place: string
  /** How many such talks there are. */
  readonly total: number
  /** How many of them were looked at, the newest ones. */
  readonly looked: number
  /** For how many of these it is known. */
  readonly measured: number
}

/** Which talks have most or least of it, or that none has any. @param first all that have as much */
export function describeExtreme(first: readonly Measured[], of: Looked): string {
  const { request, place, total, measured } = of
  const noun = nounFor(request)
  const [one] = first
  if (total === 0) return `The notes have no ${noun}${place}.`
  if (request.than !== undefined && measured > 0)
    return sentences(describeAllBeyond(first.length, request.than, of), lengthsKnown(of), partLooked(of))
  if (request.by === 'length')
    return one === undefined
      ? describeNoLength(of)
      : sentences(describeLongest(first, one, of), lengthsKnown(of), partLooked(of))
  return one === undefined
    ? `None of ${theseTalks(of)} has any ${request.by.name}s.`
    : sentences(describeAmount(first, one, request.by, of), partLooked(of))
}

const sentences = (...said: readonly string[]) => said.filter((one) => one !== '').join(' ')

const nounFor = ({ kind }: ExtremeRequest): string => (kind === undefined ? 'talk' : nounsOfKind[kind][0])

const allTalks = ({ request, place, total }: Looked) => `${amountOf(total, nounFor(request))}${place}`

/** `the 12 talks at GardenConf`, `the newest 1000 of 1,200 talks` */
const theseTalks = (of: Looked) =>
  of.looked < of.total ? `the newest ${of.looked} of ${allTalks(of)}` : `the ${allTalks(of)}`

/** Says that some were not looked at; empty if all were. */
const partLooked = (of: Looked) =>
  of.looked < of.total ? `Only the newest ${of.looked} of ${allTalks(of)} were looked at.` : ''

/** Says for how many talks a length is known; empty if for all. */
const lengthsKnown = (of: Looked) =>
  of.measured < of.looked
    ? `The notes say how long ${of.measured} of ${theseTalks(of)} ${of.measured === 1 ? 'takes' : 'take'}.`
    : ''

/** `3 talks take more than 1 hour.` */
function describeAllBeyond(count: number, than: number, { request, place }: Looked): string {
  const noun = nounFor(request)
  const subject =
    count === 0
      ? `No ${noun}${place} takes`
      : `${amountOf(count, noun)}${place} ${count === 1 ? 'takes' : 'take'}`
  return `${subject} ${request.bound === 'most' ? 'more' : 'less'} than ${describeMinutes(than)}.`
}

function describeNoLength(of: Looked): string {
  const any = of.total > 1 ? `any of ${theseTalks(of)}` : `the only ${nounFor(of.request)}${of.place}`
  return `The notes do not say how long ${any} takes.`
}

/** `“Compost at scale” is the longest talk at GardenConf, at 45 minutes.` */
function describeLongest(first: readonly Measured[], one: Measured, { request, place }: Looked): string {
  const isOne = first.length === 1
  const which = request.bound === 'most' ? 'longest' : 'shortest'
  const of = place !== '' && isOne ? ` ${nounFor(request)}${place}` : place
  const be = isOne ? 'is' : 'are'
  return `${subjectOf(first, one, request)} ${be} the ${which}${of}, at ${describeMinutes(one.amount)}${isOne ? '' : ' each'}.`
}

/** `2 talks have the most links of all, 3 each.` */
function describeAmount(
  first: readonly Measured[],
  one: Measured,
  { name }: TalkPartKind,
  { request, place }: Looked,
): string {
  const isOne = first.length === 1
  const amount = one.amount === 0 ? 'none' : one.amount.toLocaleString('en')
  const most = `the ${request.bound === 'most' ? 'most' : 'fewest'} ${name}s`
  const of = place === '' ? '' : ` of all${place}`
  const have = isOne ? 'has' : 'have'
  return `${subjectOf(first, one, request)} ${have} ${most}${of}, ${amount}${isOne ? '' : ' each'}.`
}

const subjectOf = (first: readonly Measured[], one: Measured, request: ExtremeRequest) =>
  first.length === 1 ? `“${one.result.talk.title}”` : amountOf(first.length, nounFor(request))
