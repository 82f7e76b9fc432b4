import { dateIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import type { Talk } from '../../../notes/talk.ts'
import { keyOfName } from '../../../search/filter/doc-values.ts'
import { parseQuery } from '../../../search/query/parse-query.ts'
import type { QueryWord } from '../../../search/query/query.ts'
import type { SearchEngine, SearchResult } from '../../../search/search-engine.ts'
import { remembering } from '../../../text/remembering.ts'
import { type Answer, maxQuestionLength } from '../../answer.ts'
import { describeSlot } from '../../describe-slot.ts'
import { readSessionKind } from '../session-kinds.ts'
import type { WhenRequest } from '../when-request.ts'
import { sessionsOf, talkFinder } from './find-sessions.ts'
import { eventsOf, isAround, presentEvent } from './present-event.ts'

/** More talks than anybody gives at one event. */
const maxTalksOfSpeaker = 20
/** More talks than a few words of a title name. */
const maxTalksNamed = 5
const maxTitlesRead = 50

interface Ways {
  readonly engine: SearchEngine
  readonly now: Now
  /** Answers a question on a topic. */
  readonly ask: (question: string) => Promise<Answer>
}

/** Talks that were named, and by what. */
interface NamedTalks {
  readonly results: readonly SearchResult[]
  /** As typed, or as read if it was misspelt. */
  readonly named: string
}

/** The talks that a name is of: a kind of session, a speaker, words of a title, or the topic of what is said to be a talk. */
export async function findNamedTalks(request: WhenRequest, ways: Ways): Promise<NamedTalks> {
  const { named, isTalk } = request
  const called = await findCalledSo(request, ways)
  if (called.results.length > 0 || !isTalk || namesNothing(named)) return called
  const answer = await ways.ask(named)
  const about = answer.kind === 'found' ? answer.results.slice(0, Math.max(1, answer.shape.shown)) : []
  const meant = answer.kind === 'found' && answer.didYouMean?.isAnswered ? answer.didYouMean.question : named
  const placed = Map.groupBy(about, ({ talk }) => placeOfName(talk, meant))
  return { results: placed.get('title') ?? placed.get('tag') ?? about, named: meant }
}

async function findCalledSo({ named }: WhenRequest, { engine, now }: Ways): Promise<NamedTalks> {
  const words = named.trim().split(/\s+/)
  const read = readSessionKind(words, 0)
  const kind = read?.end === words.length ? read.kind : undefined
  if (kind !== undefined) {
    const { results } = await talkFinder(engine, { rooms: [], narrowings: [], kind })([])
    return { results: ofPresentEvent(results, now, 'or-last'), named }
  }
  if (namesNothing(named)) return ofTitle(named, engine)
  const bySpeaker = await ofSpeaker(named, false, engine)
  if (bySpeaker.length > 0) return { results: ofPresentEvent(bySpeaker, now), named }
  const titled = await ofTitle(named, engine)
  const isExact = titled.results.some(({ talk }) => isSame(talk.title, named))
  const few = isExact ? titled.results : ofPresentEvent(titled.results, now)
  if (few.length > 0 && few.length <= maxTalksNamed) return { ...titled, results: few }
  const byPart = await ofSpeaker(named, true, engine)
  return { results: byPart.length > 0 ? ofPresentEvent(byPart, now) : [], named }
}

/** “You” may be a name, but is none in a question. */
const namesNothing = (named: string) => parseQuery(named).words.every(({ role }) => role === 'grammar')

/** Where a talk has all words of a name, in any form: in its title and speakers, or with its tags included. */
export function placeOfName({ title, tags, speakers }: Talk, named: string): 'title' | 'tag' | 'text' {
  const said = parseQuery(named).words.filter(({ role }) => role !== 'grammar')
  const isIn = (texts: readonly string[]) => hasAllWords(texts.flatMap(wordsOfName), said)
  const names = [title, ...speakers.map(({ name }) => name)]
  return isIn(names) ? 'title' : isIn([...names, ...tags]) ? 'tag' : 'text'
}

/** Talks whose title has the name: as the whole title, as its part before a colon or a dash, or else as words of it. */
export async function findTitledSo(named: string, engine: SearchEngine) {
  const { corpusVersion } = await engine.search(parseQuery(named), { limit: 1 })
  const { results } = await ofTitle(named, engine)
  const headed = results.filter(({ talk }) => isSame(talk.title.split(endOfHead)[0]!, named))
  return { results: headed.length === 1 ? headed : results, corpusVersion }
}

const endOfHead = /:\s|\s[-–—|]+\s|\s\(/

async function ofSpeaker(named: string, isPart: boolean, engine: SearchEngine) {
  const clause = (await engine.names()).clauseFor('speaker', named, isPart)
  if (clause === undefined) return []
  return (await engine.search(parseQuery(clause), { limit: maxTalksOfSpeaker })).results
}

/** Talks whose title has all words of the name, in any form of them; if a title is the name, that alone. */
async function ofTitle(named: string, engine: SearchEngine): Promise<NamedTalks> {
  const query = parseQuery(named)
  if (query.filters.length + query.exclusions.length > 0) return { results: [], named }
  const { results, didYouMean, isCorrected } = await engine.search(query, { limit: maxTitlesRead })
  const exact = results.filter(({ talk }) => isSame(talk.title, named))
  const meant = isCorrected && didYouMean !== undefined ? didYouMean : named
  const { words } = parseQuery(meant)
  // A request is any, and no talk of it; and words that only hold a sentence together name nothing.
  const isAny = /^an?$/.test(words[0]?.folded ?? '') || words.every(({ role }) => role === 'grammar')
  if (exact.length > 0 || isAny) return { results: exact, named }
  const titled = results.filter(({ talk }) => hasAllWords(wordsOfName(talk.title), words))
  return { results: titled, named: meant }
}

/** Whether a text has all words of another, in any form of them. */
const hasAllWords = (own: readonly QueryWord[], said: readonly QueryWord[]): boolean =>
  said.every(({ folded, term }) => own.some((word) => word.folded === folded || word.term === term))

/** For one question, the names of many talks are read. What stands beyond a question's length, no question names. */
const wordsOfName = remembering((name) => parseQuery(name.slice(0, maxQuestionLength)).words, 1000)

const isSame = (title: string, named: string) => keyOfName(title) === keyOfName(named)

/**
 * If there are many talks: those of the event that is on, or else of the next one, and of those beside it; if all are over, all, or those
 * of the last one.
 */
function ofPresentEvent(
  results: readonly SearchResult[],
  now: Now,
  ifOver: 'all' | 'or-last' = 'all',
): readonly SearchResult[] {
  if (new Set(results.map(({ talk }) => talk.event.id)).size < 2) return results
  const events = eventsOf(results.map(({ talk }) => talk))
  const present = presentEvent(events, now)
  if (present === undefined) return results
  const [first, last] = [present.days[0]!, present.days.at(-1)!]
  if (last < dateIn(now.zone, now.at) && ifOver === 'all') return results
  const beside = events.filter(({ days }) => days[0]! <= last && first <= days.at(-1)!)
  const ids = new Set(beside.map(({ event }) => event.id))
  return results.filter(({ talk }) => ids.has(talk.event.id))
}

/**
 * Whether anything is known of when, or where, they are. Of a talk that is named by its title, it is said if it is not. What is
 * beside a talk that is not is asked while its event is on: “after Python 3” may mean anything else.
 */
export function hasKnownTime(
  results: readonly SearchResult[],
  { asks, named }: WhenRequest,
  now: Now,
): boolean {
  const slots = results.flatMap((result) => sessionsOf(result, now)).map(({ slot }) => slot)
  const isTitle = results.some(({ talk }) => isSame(talk.title, named))
  if (asks === 'after' || asks === 'before' || asks === 'meanwhile') {
    const today = dateIn(now.zone, now.at)
    return slots.some(({ date = '', starts }) => starts !== undefined && (isTitle || isAround(date, today)))
  }
  if (isTitle) return slots.some((slot) => describeSlot(slot) !== '')
  // A few words of a title may name something else that took time, such as an outage; a keynote is always a talk, and who speaks gives one.
  const { words } = parseQuery(named)
  const isSpeaker = ({ talk }: SearchResult) =>
    talk.speakers.some(({ name }) => hasAllWords(wordsOfName(name), words))
  const isDayEnough = readSessionKind(named.split(' '), 0) !== undefined || results.every(isSpeaker)
  return slots.some((slot) =>
    asks === 'where'
      ? slot.room !== undefined
      : slot.starts !== undefined || (isDayEnough && slot.date !== undefined),
  )
}
