import { fold } from '../../text/fold.ts'
import { editDistance } from '../../text/nearest-names.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import {
  type AskedFor,
  asksForIt,
  comparesTwo,
  type ThingAsked,
  type ThingParameters,
} from '../query/asked-for.ts'
import { type NameParameters, namesInQuestion, topicsOf } from '../query/parse-query.ts'
import type { Query, QueryWord, QuestionPlace, QuestionWordRole } from '../query/query.ts'
import { roleOf } from '../query/word-roles.ts'
import { type Sentence, shareIn } from './choose-sentences.ts'
import type { TalkPassages, TermUses } from './talk-passages.ts'
import { type IndexedText, textHasThing } from './talk-to-quote.ts'

export interface EvidenceSource {
  readonly query: Query
  readonly queryTerms: readonly QueryTerm[]
  readonly asked: AskedFor | undefined
  readonly talk: TalkPassages
  /** Whether the question is the talk's title, word for word. */
  readonly isTitle: boolean
  /** The texts of the talk. */
  readonly runs: readonly IndexedText[]
  readonly uses: TermUses
  /** By query term: its idf, and what a sentence gains by it. */
  readonly idfs: Float32Array
  readonly idfOfUnknown: number
  readonly values: Float32Array
  /** What is quoted, best first. */
  readonly sentences: readonly Sentence[]
  readonly isOnlyNamed: boolean
  readonly isByMeaning: boolean
  readonly parameters: EvidenceParameters
}

/** See `RankingParameters.quotation`. */
export interface EvidenceParameters extends NameParameters, ThingParameters {
  readonly minRarityOfSubject: number
  readonly minTitleWords: number
  readonly minShareOfTitle: number
  readonly minShareOfSentence: number
  readonly minShareOfWord: number
  readonly minShareOfUnsaidAct: number
}

/** The words of a question, and what a talk has of them. */
export interface WordsInTalk {
  readonly topics: readonly QueryWord[]
  /** Each as its words. */
  readonly names: readonly (readonly QueryWord[])[]
  readonly isInName: (word: QueryWord) => boolean
  /** The number of its query term; below 0 if it has none. */
  readonly termOf: (word: QueryWord) => number
  /** Whether the talk has it anywhere, or nothing was looked for. */
  readonly hasWord: (word: QueryWord) => boolean
  readonly isTitled: (word: QueryWord) => boolean
  /** Whether it is one of the words that say what is asked for: `how` and `big`. */
  readonly isAsking: (word: QueryWord) => boolean
  readonly isKnownName: (name: readonly QueryWord[]) => boolean
  /** What a word was taken for, if it is a slip. */
  readonly asRead: (word: QueryWord) => string
  /** The role of what it was taken for: a misspelt word that only asks is no topic. */
  readonly roleRead: (word: QueryWord) => QuestionWordRole
  /** Whether that is near to what was typed. If it is farther and the talk lacks it too, it was perhaps not meant. */
  readonly isSlip: (word: QueryWord) => boolean
  /** A word as it is shown to the asker: as read only if that is near. */
  readonly asMeant: (word: QueryWord) => string
}

export function findWords(source: EvidenceSource): WordsInTalk {
  const { query, queryTerms, asked, talk } = source
  const { minShareOfWord } = source.parameters
  const termOf = (word: QueryWord) => queryTerms.findIndex((term) => term.word === word.folded)
  const names = namesInQuestion(query, source.parameters)
  const asRead = (word: QueryWord) => queryTerms[termOf(word)]?.correction?.text ?? word.text
  /** The talk perhaps has another name than the one that was typed. */
  const isOtherName = (word: QueryWord) => queryTerms[termOf(word)]?.isOffered === true
  const isSlip = (word: QueryWord) => editDistance(word.folded, fold(asRead(word)), 1) <= 1
  return {
    topics: topicsOf(query),
    names,
    isInName: (word) => names.some((name) => name.includes(word)),
    termOf,
    hasWord: (word) =>
      termOf(word) < 0 || (talk.anywhere[termOf(word)]! >= minShareOfWord && !isOtherName(word)),
    isTitled: (word) => termOf(word) >= 0 && talk.names[termOf(word)]! > 0 && !isOtherName(word),
    isAsking: (word) => asked !== undefined && asksForIt(asked, word),
    isKnownName: (name) => !name.some(isOtherName) && hasName(name.map(termOf), source),
    asRead,
    roleRead: (word) => (asRead(word) !== word.text && isSlip(word) ? roleOf(fold(asRead(word))) : word.role),
    isSlip,
    asMeant: (word) => (isSlip(word) ? asRead(word) : word.text),
  }
}

/** Whether some text of the talk has the terms side by side. */
function hasName(terms: readonly number[], { runs, uses }: EvidenceSource): boolean {
  const wanted = terms.filter((term) => term >= 0)
  if (wanted.length === 0) return true
  const isOf = (number: number | undefined, term: number) =>
    number !== undefined && (uses.get(number)?.some(({ queryTerm }) => queryTerm === term) ?? false)
  return runs.some(({ words: run }) => {
    for (let at = 0; at < run.length; at++)
      if (wanted.every((term, place) => isOf(run[at + place], term))) return true
    return false
  })
}

/** The thing that a question asks for, and whether the quotation tells it. */
export interface ToldThing {
  /** What the question asks for, if that is not in the quotation. */
  readonly lackingThing?: Pick<AskedFor, 'thing' | 'counted'> & {
    /** Whether no passage of the talk has such a thing. */
    readonly isNowhere: boolean
  }
  /** What the question asks for, if the quotation has it. */
  readonly toldThing: ThingAsked | undefined
}

/** What is known of the thing that the question asks for. */
export interface ThingInTalk {
  readonly isLacking: boolean
  readonly told: ToldThing
  /** Whether a word only asks for the thing, and need not be in the talk. */
  readonly isForThing: (word: QueryWord) => boolean
}

/** Whether the thing that the question asks for is in the quotation: a number for “how many”. */
export function readThing(source: EvidenceSource, words: WordsInTalk): ThingInTalk {
  const { asked, talk, isTitle, parameters } = source
  const isLacking =
    asked !== undefined &&
    !isTitle &&
    !isSpeaker(asked, source, words) &&
    (!saysThing(asked, source, words) || lacksAct(asked, source, words) || lacksCounted(asked, source, words))
  const isForThing = (word: QueryWord) =>
    words.isAsking(word) && (!isLacking || toldUnnamed.has(asked?.thing))
  if (!isLacking) return { isLacking, told: { toldThing: asked?.thing }, isForThing }
  const isNowhere = !talk.passages.some(({ text }) => textHasThing(text, asked, parameters))
  return { isLacking, told: { toldThing: undefined, lackingThing: { ...asked, isNowhere } }, isForThing }
}

/** Things that a note can tell without naming them: a difference, a year, an age, an address. */
const toldUnnamed: ReadonlySet<ThingAsked | undefined> = new Set<ThingAsked>([
  'name',
  'comparison',
  'contrast',
  'expansion',
  'number',
  'size',
  'speed',
  'duration',
  'frequency',
  'percentage',
  'age',
  'year',
  'date',
  'place',
  'email',
  'programming language',
])

/** Whether a quoted sentence has a thing of the kind asked for, and is about what the question asks about. */
function saysThing(asked: AskedFor, { sentences }: EvidenceSource, words: WordsInTalk): boolean {
  const { topics, termOf, hasWord, isTitled, isAsking } = words
  const companions = companionsOf(
    asked,
    topics.filter((word) => hasWord(word) && !isAsking(word)),
    isTitled,
  )
  if (comparesTwo(asked) && lacksOneOfTwo(asked, words)) return false
  return sentences.some((sentence) => {
    const says = (word: QueryWord) => termOf(word) >= 0 && shareIn(sentence, termOf(word)) > 0
    return sentence.hasThing === true && companions.every((ofOne) => ofOne.some(says))
  })
}

/**
 * What stands beside a thing if it is the one that is asked for: of each of these a word, in the same sentence or over it. A
 * number, a date or a command is of something in the talk, an address of somebody, and a comparison of two.
 * @param known the words of the question that the talk has, but for those that ask
 * @param isName whether a word only tells which talk is meant
 */
function companionsOf(
  asked: AskedFor,
  known: readonly QueryWord[],
  isName: (word: QueryWord) => boolean,
): readonly (readonly QueryWord[])[] {
  const { thing, place } = asked
  if (comparesTwo(asked)) {
    const { compared, sides } = comparedIn(known, place)
    return sides ?? compared.slice(0, 2).map((word) => [word])
  }
  // An address is somebody's only if it is told with them.
  const names = known.filter(isName)
  if (thing === 'email') return names.length > 0 ? [names] : []
  const told = known.filter((word) => !isName(word))
  if (ofNamed.has(thing) && told.length === 0 && names.length > 0) return [names]
  return ofSomething.has(thing) && told.length > 0 ? [told] : []
}

/** A talk has many of these, each about something else: the one about the talk's own subject stands beside its name. */
const ofNamed: ReadonlySet<ThingAsked> = new Set<ThingAsked>(['place', 'speed', 'programming language'])

const ofSomething: ReadonlySet<ThingAsked> = new Set<ThingAsked>([
  'number',
  'size',
  'speed',
  'percentage',
  'age',
  'year',
  'date',
  'duration',
  'price',
  'frequency',
  'version',
  'place',
  'code',
  'programming language',
  'name',
])

/** Whether a talk has at most one of two things that are compared: whatever it says, it compares it with something else. */
function lacksOneOfTwo({ place }: AskedFor, { topics, hasWord, isAsking }: WordsInTalk): boolean {
  const { compared, sides } = comparedIn(
    topics.filter((word) => !isAsking(word)),
    place,
  )
  return sides
    ? sides.some((words) => !words.some(hasWord))
    : compared.length > 1 && compared.filter(hasWord).length < 2
}

/** The words of what is compared, and those before and after the word that asks for it, if something is on both of its sides. */
function comparedIn(words: readonly QueryWord[], { start }: QuestionPlace) {
  const compared = words.filter(({ folded }) => !comparative.test(folded))
  const sides = [true, false].map((isLeft) => compared.filter(({ end }) => end <= start === isLeft))
  return { compared, sides: sides.every((side) => side.length > 0) ? sides : undefined }
}

const comparative = /^(?:more|less|\p{L}{2,}er)$/u

/** Whether it is asked how to do something with a thing by its name, and the quotation does something else with it: `how do I install X?`. */
function lacksAct(
  { thing, place }: AskedFor,
  { query, sentences, parameters }: EvidenceSource,
  { topics, isInName, termOf, isTitled }: WordsInTalk,
): boolean {
  const from = place.end + (doer.exec(query.text.slice(place.end))?.[0].length ?? 0)
  const [act, object] = topics.filter(({ start }) => start >= from)
  if (thing !== 'way' || act?.start !== from || act.role !== 'topic' || isTitled(act)) return false
  const isCompound = query.text[object?.end ?? 0] === '-'
  const isNamed = object && (isInName(object) || isTitled(object) || isCompound)
  if (!isNamed || !beforeName.test(query.text.slice(act.end, object.start))) return false
  return !sentences.some((sentence) => shareIn(sentence, termOf(act)) >= parameters.minShareOfWord)
}

const doer = /^\s+(?:(?:i|we|you|one|people)\s+)?/i
const beforeName = /^\s+(?:(?:the|an?|my|our)\s+)?$/i

/** Whether the question counts people or things that the talk has no word for, so that any number would do. */
function lacksCounted(
  { thing, counted, place }: AskedFor,
  { query }: EvidenceSource,
  { topics, hasWord }: WordsInTalk,
): boolean {
  if (thing !== 'number' || counted !== undefined) return false
  const word = topics.find(({ start }) => start > place.end)
  return word !== undefined && query.text.slice(place.end, word.start).trim() === '' && !hasWord(word)
}

/** Whether a person is asked for, and the question names nothing but a speaker of the talk. */
function isSpeaker(
  { thing }: AskedFor,
  { runs, uses }: EvidenceSource,
  { topics, termOf }: WordsInTalk,
): boolean {
  if (thing !== 'person') return false
  const terms = queryTermsIn('speakers', { runs, uses })
  return topics.length > 0 && topics.every((word) => terms.has(termOf(word)))
}

/** The query terms that the texts of one field have. */
export const queryTermsIn = (
  wanted: IndexedText['field'],
  { runs, uses }: Pick<EvidenceSource, 'runs' | 'uses'>,
): ReadonlySet<number> =>
  new Set(
    runs
      .filter(({ field }) => field === wanted)
      .flatMap(({ words }) => [...words].flatMap((word) => uses.get(word) ?? []))
      .map(({ queryTerm }) => queryTerm),
  )
