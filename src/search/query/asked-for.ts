import { analyze } from '../analysis/analyzer.ts'
import { countingWord, numberOfMany, signsOfThings, speakingWordList } from './asked-for-signs.ts'
import type { Query, QueryWord, QuestionPlace } from './query.ts'
import { tellsTopic } from './word-roles.ts'

/** A kind of thing that a question can ask for. */
export type ThingAsked = (typeof signsOfThings)[number]['thing']

/** What a question wants to know, if its words say so. */
export interface AskedFor {
  readonly thing: ThingAsked
  /** What is counted, of “how many users”: users, as typed, and its term. */
  readonly counted?: { readonly text: string; readonly term: string }
  /** The words that say so: of “how big”, both. */
  readonly place: QuestionPlace
}

const signsFor = (thing: ThingAsked) => signsOfThings.find((signs) => signs.thing === thing)!

/** Whether a word of the question is of those that say what is asked for. */
export function asksForIt(
  { thing, place }: Pick<AskedFor, 'thing' | 'place'>,
  { start, end, folded }: QueryWord,
): boolean {
  const isThere = place.start <= start && end <= place.end
  return isThere || signsFor(thing).asksToo?.test(folded) === true
}

/**
 * What a question asks for: the first kind of thing whose words it has.
 * @example askedFor(parseQuery('How many users does it have?')) // => { thing: 'number', counted: { text: 'users', term: 'user' }, … }
 */
export function askedFor(query: AskingParts): AskedFor | undefined {
  const { words } = query
  const text = withoutClauses(query)
  if (!someSign.test(text)) return undefined
  const counting = /\bhow many\b/i.exec(text)
  for (const { thing, asks } of signsOfThings) {
    const found = asks.exec(text)
    // “How many requests does it cost?” asks for no price.
    if (!found || (thing === 'price' && counting)) continue
    // Who spoke is told beside every quotation.
    if (thing === 'person' && (words.some(saysSpeaking) || onPanel.test(text))) return undefined
    const place = { start: found.index, end: found.index + found[0].length }
    const run = counting ? wordsFrom(counting.index + counting[0].length, words) : []
    // What is counted stands in the plural, with what tells which: “third-party apps”.
    const plural = run.findIndex(({ folded }) => aPlural.test(folded))
    const counted = run[Math.max(0, plural)]
    // Any number of people or things will do.
    if (thing !== 'number' || counted === undefined || !tellsTopic(counted)) return { thing, place }
    return { thing, counted: { text: text.slice(run[0]!.start, counted.end), term: counted.term }, place }
  }
  return undefined
}

/** All signs at once: most questions have none. */
const someSign = new RegExp(signsOfThings.map(({ asks }) => asks.source).join('|'), 'iu')

type AskingParts = Pick<Query, 'text' | 'words' | 'filters' | 'exclusions'>

/** The question with its fields and what it leaves out blank, so that places hold: `-cost` and `tag:cost` ask for no price. */
function withoutClauses({ text, filters, exclusions }: AskingParts): string {
  return [...filters, ...exclusions].reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
}

/** `who is in the panel`, `who sat on the testing panel`: those who speak. */
const onPanel =
  /\bwho(?:['’]?s| is| are| was| were| sits?| sat)(?: all)? (?:in|on) (?:[\p{L}\p{N}-]+ ){0,4}panel\b/iu

/** The first words from a place on that are no grammar. */
function wordsFrom(place: number, words: readonly QueryWord[]): readonly QueryWord[] {
  const isGrammar = ({ role }: QueryWord) => role === 'grammar'
  const first = words.findIndex((word) => word.start >= place && !isGrammar(word))
  if (first === -1) return []
  const end = words.findIndex((word, at) => at > first && isGrammar(word))
  return words.slice(first, end === -1 ? undefined : end)
}

const aPlural = /[^su]s$|^(?:people|persons|men|women|children)$/

/** Whether the relation of two things is asked for. */
export const comparesTwo = (asked: Pick<AskedFor, 'thing'> | undefined): boolean =>
  asked?.thing === 'comparison' || asked?.thing === 'contrast'

/** Whether a word says that somebody speaks, which is told beside every quotation. */
export const saysSpeaking = ({ folded }: Pick<QueryWord, 'folded'>): boolean => speaking.has(folded)

const speaking: ReadonlySet<string> = new Set(speakingWordList.split(/\s+/))

/** See `RankingParameters.quotation`. */
export interface ThingParameters {
  readonly maxWordsToCounted: number
}

/** Whether a text has such a thing, by its form: a number, a person, a reason; if something is counted, a number of that. */
export function hasThing(
  text: string,
  { thing, counted }: Pick<AskedFor, 'thing' | 'counted'>,
  { maxWordsToCounted }: ThingParameters,
): boolean {
  if (!signsFor(thing).tells.test(text)) return false
  if (counted === undefined) return true
  return (
    hasNumberOf(counted.term, text, maxWordsToCounted) ||
    isNumberUnder(counted.term, text) ||
    isInColumn(counted.term, text)
  )
}

/** A table's column that says what is counted, with nothing but a number in a row of it. */
function isInColumn(counted: string, text: string): boolean {
  const [heads = [], ...rows] = text.split('\n').map((row) => row.split(' | '))
  if (heads.length < 2) return false
  return heads.some(
    (head, column) =>
      analyze(head).some(({ term }) => term === counted) &&
      rows.some((cells) => numberAlone.test(cells[column]?.trim() ?? '')),
  )
}

const numberAlone = /^[~≈<>]? ?\p{N}[\p{N}.,]*(?: \p{N}{3})*[kM]?$/u

/** `Messages: 165 thousand a second`, `Workers in all (2012): about 20`, `The sacks are twenty.`, `Alerts fell from 31 to 9.` */
function isNumberUnder(counted: string, text: string): boolean {
  return numbersOfLabels.some((pattern) =>
    Array.from(text.matchAll(pattern)).some(({ groups }) =>
      groups!.label!.split(' ').some((word) => analyze(word)[0]?.term === counted),
    ),
  )
}

const label = String.raw`(?<label>[\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,5}?)(?: \([^()]{0,40}\))?`
const figure = [
  '(?:(?:about|around|some|over|nearly|almost|up to|more than|etwa|rund) |~ ?)?',
  String.raw`(?:\p{N}[\p{N}.,]*[kM]?|${countingWord})(?: (?:hundred|thousand|million|billion)s?)?(?![\p{L}\p{N}])`,
].join('')
/** The number is the whole of what is said: “Sails: two colours” counts no sails. */
const asItIs = String.raw`(?=\s*(?:$|[.,;)])|\s+(?:a|an|per|each|every|in|at|on|since|by|for|after|within|when|once|pro|in|nach)\b)`
const change = `(?: down| up)?(?: from ${figure})? to|(?: von ${figure})? auf`

const numbersOfLabels = [
  String.raw`${label}(?: ?[:=]| (?:is|are|was|were)\b) ?`,
  // Not “fell by 30”.
  `${label} (?:(?:has|have|had|is|are|was|were|been|got) )*(?:${[
    'fell|fallen|dropped|went|gone|came|come|rose|risen|grew|grown|climbed|jumped|shrank|shrunk|sank|sunk|decreased|increased|',
    'reduced|cut|brought|down|up|fiel|fielen|sank|sanken|stieg|stiegen|wuchs|wuchsen',
  ].join('')})(?:${change}) `,
  `${label} (?:averaged?|reached|hit|total(?:l?ed)?|number(?:ed)?|amount(?:ed)? to|stands? at|stood at) `,
  String.raw`\b(?:cut|reduced|brought|lowered|raised|increased|decreased|took|got) ${label}(?:${change}) `,
].map((said) => new RegExp(`${said}${figure}${asItIs}`, 'giu'))

/** `2600 apps`, `some 30 of the small tools`; not `2 seconds for each app`, `60% on all apps`, nor `the most useful apps`. */
function hasNumberOf(counted: string, text: string, maxWordsToCounted: number): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,_-]*%?/gu) ?? []
  const isCounted = (word: string) => analyze(word)[0]?.term === counted
  return words.some((word, place) => {
    const before = words[place - 1] ?? ''
    // “One” mostly says which: it counts what stands right behind it.
    if (/^one$/i.test(word))
      return !saysWhich.test(before) && words.slice(place + 1, place + 3).some(isCounted)
    if (!aNumber.test(word) || (/^the$/i.test(before) && /^most$/i.test(word))) return false
    const [next = '', ...others] = words.slice(place + 1, place + 1 + maxWordsToCounted)
    const isOfElse = unit.test(next) || (word.endsWith('%') && !/^of$/i.test(next))
    return isCounted(next) || (!isOfElse && others.some(isCounted))
  })
}

const saysWhich = /^(?:the|this|that|which|no|each|every|any|another)$/i

/** What a number before it measures, and does not count. */
const unit =
  /^(?:times|(?:m|milli)?s(?:ec(?:ond)?s?)?|minutes?|hours?|days?|weeks?|months?|years?|[kMGT]i?B|(?:kilo|mega|giga|tera)?bytes?)$/i

const aNumber = new RegExp(`^(\\p{N}.*|${numberOfMany})$`, 'iu')
