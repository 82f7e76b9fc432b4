import type { KnownNames } from '../search/filter/known-names.ts'
import { isOfWordsAlone, parseQuery } from '../search/query/parse-query.ts'
import { bareQuestion } from '../text/as-question.ts'
import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'
import { isTitle } from './programme/find/is-title.ts'
import { isOfKind } from './programme/session-kinds.ts'

/** A sign that the keynote of an event may be meant. */
export const signOfKeynote = /(?<!\p{L})keynote(?!\p{L})/iu

/**
 * Answers a question about the keynote of an event as one about the talk that was it, which need not say that word. If there are
 * several, or none, their list answers what asks no more than who gave it, when, or what it was about. Undefined for any other question.
 */
export async function answerKeynote({
  question,
  query,
  parts: { engine },
  answerAnew,
}: Asking): Promise<Answer | undefined> {
  if (!isOfWordsAlone(query) || query.text.length > maxLength) return undefined
  const meant = readKeynote(bareQuestion(query.text), await engine.names())
  if (meant === undefined || (await isTitle(query.text, engine))) return undefined
  const found = await engine.search(parseQuery(meant.clause), { limit: maxTalks, spelling: false })
  const noted = found.results.filter(({ talk }) => talk.kind === 'keynote')
  const keynotes = noted.length > 0 ? noted : found.results.filter(({ talk }) => isOfKind(talk, 'keynote'))
  const one = keynotes.length === 1 && !meant.isOneOfSome ? keynotes[0] : undefined
  const asked = one ? withTitle(meant, one.talk.title) : listed(meant)
  return asked === undefined ? undefined : { ...(await answerAnew(asked)), question, notices: query.notices }
}

/** Longer than any such question. */
const maxLength = 160
/** No event has more. */
const maxTalks = 5000

/** A keynote that a question names by its event. */
interface KeynoteMeant {
  /** What stands before and after. */
  readonly before: string
  readonly after: string
  /** As typed, and as the query language says it. */
  readonly event: string
  readonly clause: string
  /** Whether its speaker is asked for. */
  readonly isOfSpeaker: boolean
  /** Whether it is said which of several is meant: `the closing keynote`. */
  readonly isOneOfSome: boolean
}

/** readKeynote('who gave the keynote at GardenConf?', names) // => { before: 'who gave', event: 'GardenConf', … } */
function readKeynote(text: string, names: KnownNames): KeynoteMeant | undefined {
  const words = text.split(' ')
  const at = words.findIndex((word) => signOfKeynote.test(word))
  const said = (place: number) => words[place]?.toLowerCase() ?? ''
  let next = at + 1
  if (otherNouns.has(said(next))) next++
  const isOfSpeaker = said(next) === 'speaker'
  if (isOfSpeaker) next++
  const isLed = leadingToEvent.has(said(next))
  if (isLed) next++
  if (isLed && articles.has(said(next))) next++
  const behind = longestName(words.slice(next), isLed, names)
  const ahead = behind ?? longestName(words.slice(0, at), false, names, true)
  if (ahead === undefined) return undefined
  const before = words.slice(0, behind ? at : at - ahead.length)
  if (anyOne.test(before.join(' '))) return undefined
  if (articles.has(before.at(-1)?.toLowerCase() ?? '')) before.pop()
  const isOneOfSome = whichOne.test(before.at(-1) ?? '')
  if (isOneOfSome) before.pop()
  if (articles.has(before.at(-1)?.toLowerCase() ?? '')) before.pop()
  return {
    before: before.join(' '),
    after: words.slice(behind ? next + behind.length : isLed ? next - 1 : next).join(' '),
    event: ahead.name,
    clause: ahead.clause,
    isOfSpeaker,
    isOneOfSome,
  }
}

const otherNouns: ReadonlySet<string> = new Set(['talk', 'speech', 'address', 'session'])
const leadingToEvent: ReadonlySet<string> = new Set('at of from in for during von bei auf'.split(' '))
const articles: ReadonlySet<string> = new Set('the a an die der dem'.split(' '))
/** `any keynote`, but not `is there a keynote?` */
const anyOne = /^(?!(?:is|was) there (?:an?|any)$)(?:.* )?(?:an?|any|some|every|each|which|what|no)$/i
const whichOne = /^(?:opening|closing|first|second|third|last|final)$/i

/**
 * The longest run of words that names an event, or is a year.
 * @param isPart whether a part of its name will do
 * @param isAtEnd whether they are the last words instead of the first
 */
function longestName(words: readonly string[], isPart: boolean, names: KnownNames, isAtEnd = false) {
  for (let length = Math.min(words.length, maxNameWords); length > 0; length--) {
    const run = isAtEnd ? words.slice(-length) : words.slice(0, length)
    const name = run.join(' ').replace(/['’]s$/, '')
    const clause = names.clauseFor('year', name) ?? names.clauseFor('event', name, isPart)
    if (clause !== undefined) return { name, clause, length }
  }
  return undefined
}

const maxNameWords = 8

/** The question with the title of the talk. */
function withTitle({ before, after, isOfSpeaker }: KeynoteMeant, title: string): string {
  const name = `“${title}”`
  if (after === '' && (isOfSpeaker || gave.test(before))) return `speakers of ${name}`
  return [before, name, after].filter((part) => part !== '').join(' ')
}

/** A question for several keynotes; undefined if more is asked of them. */
function listed({ before, after, event, clause, isOfSpeaker }: KeynoteMeant): string | undefined {
  const isShort =
    isOfSpeaker || before === '' || gave.test(before) || whenOrAbout.test(`${before} … ${after}`)
  const place = clause.startsWith('year:') ? 'of' : 'at'
  return isShort && (after === '' || after === 'about') ? `keynotes ${place} ${event}` : undefined
}

const gave =
  /^(?:who|wer)(?:['’]?s)?(?: (?:gave|gives|held|holds|did|does|presented|presents|delivered|is|was|hielt|hält|ist|war))*$/i
const whenOrAbout = /^(?:when|where|what(?: time)?|wann|wo|was)(?:['’]?s| is| was| war| ist)? … (?:about)?$/i
