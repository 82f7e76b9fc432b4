import { type AskedFor, comparesTwo, type ThingAsked } from '../query/parse-query.ts'
import type { QueryWord, QuestionPlace } from '../query/query.ts'
import type { EvidenceSource } from './evidence-source.ts'
import { textHasThing } from './talk-passages.ts'
import { shareIn, type WordsInTalk } from './words-in-talk.ts'

/** The thing that a question asks for, as far as the quotation tells it. */
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

/** No note need speak of a difference to tell one, nor of a year, an age or an address. */
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

/** Whether a quoted sentence has a thing of the kind asked for, and is on what the question asks it of. */
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

/** Of these a talk tells many, each of something else: what is asked of the talk's own thing stands beside its name. */
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
  { topics, inNames, termOf, isTitled }: WordsInTalk,
): boolean {
  const from = place.end + (doer.exec(query.text.slice(place.end))?.[0].length ?? 0)
  const [act, object] = topics.filter(({ start }) => start >= from)
  if (thing !== 'way' || act?.start !== from || act.role !== 'topic' || isTitled(act)) return false
  const isCompound = query.text[object?.end ?? 0] === '-'
  const isNamed = object && (inNames.has(object) || isTitled(object) || isCompound)
  if (!isNamed || !beforeName.test(query.text.slice(act.end, object.start))) return false
  return !sentences.some((sentence) => shareIn(sentence, termOf(act)) >= parameters.minShareOfWord)
}

const doer = /^\s+(?:(?:i|we|you|one|people)\s+)?/i
const beforeName = /^\s+(?:(?:the|an?|my|our)\s+)?$/i

/** Whether people or things are counted, for which any number would do, and the talk has no word for them. */
function lacksCounted(
  { thing, counted, place }: AskedFor,
  { query }: EvidenceSource,
  { topics, hasWord }: WordsInTalk,
): boolean {
  if (thing !== 'number' || counted !== undefined) return false
  const word = topics.find(({ start }) => start > place.end)
  return word !== undefined && query.text.slice(place.end, word.start).trim() === '' && !hasWord(word)
}

/** Whether nobody is asked for but who speaks: the talk tells it by its name. */
function isSpeaker(
  { thing }: AskedFor,
  { runs, uses }: EvidenceSource,
  { topics, termOf }: WordsInTalk,
): boolean {
  if (thing !== 'person') return false
  const terms = new Set(
    runs
      .filter(({ field }) => field === 'speakers')
      .flatMap(({ words }) => [...words].flatMap((word) => uses.get(word) ?? []))
      .map(({ queryTerm }) => queryTerm),
  )
  return topics.length > 0 && topics.every((word) => terms.has(termOf(word)))
}
