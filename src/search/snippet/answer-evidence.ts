import { fold } from '../../text/fold.ts'
import { editDistance } from '../../text/nearest-names.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import type { TextRun } from '../index/index-reader.ts'
import {
  type AskedFor,
  asksForIt,
  comparesTwo,
  type NameParameters,
  namesInQuestion,
  saysSpeaking,
  type ThingAsked,
  type ThingParameters,
} from '../query/parse-query.ts'
import type { Query, QueryWord, QuestionPlace, QuestionWordRole } from '../query/query.ts'
import { isAdjective, roleOf, tellsTopic } from '../query/question-words.ts'
import type { Sentence } from './choose-sentences.ts'
import { type TalkPassages, type TermUses, textHasThing } from './talk-passages.ts'

/** How well what is quoted of a talk bears out an answer to the question. */
export interface AnswerEvidence {
  /**
   * From 0 to 1: how much the best sentence has of what the question says beyond the talk's own name and subject, of the words
   * that the notes know. A question that only names the talk is borne out by its summary: 1.
   */
  readonly share: number
  /** How many topics of the question the best sentence has, together with what it is said under. */
  readonly topicsSaid: number
  /** How many words the question has that may be looked for; less its names, which tell what it is about and not what it asks. */
  readonly questionLength: number
  /** What the question asks for, if that is not in the quotation. */
  readonly lackingThing?: Pick<AskedFor, 'thing' | 'counted'> & {
    /** Whether no passage of the talk has such a thing. */
    readonly isNowhere: boolean
  }
  /** What the question asks for, if the quotation has it. */
  readonly toldThing: ThingAsked | undefined
  /** The first name of the question that the talk does not have, as typed. */
  readonly lackingName?: string
  /** Whether the talk has nothing of what the question asks about a name: of the words beside it. */
  readonly isOnlyAbout: boolean
  /** The weightiest words of the question, as typed or, of a slip, as read, that the talk has nowhere in any form. */
  readonly missing: readonly string[]
  /** Those of them that the question asks about expressly: names, and what follows “how many”, “which” or “about”. */
  readonly missingObjects: readonly string[]
  /** Whether the last of the question's words is one of them, and no note has it: what is asked about stands last. */
  readonly endsUnknown: boolean
  /** Whether some word of the question was taken for one that is not so near, and that the talk does not have either. */
  readonly missesCorrection: boolean
  /** What of the question the talk is on: names that it has and words of its title, as typed, or as a slip was read. */
  readonly subjects: readonly string[]
  /** Whether the question is hardly more than the talk's title, names and tags of it. */
  readonly isNamed: boolean
  /** Whether it is quoted for its similarity in meaning, since the talk has hardly a word of the question. */
  readonly isByMeaning: boolean
}

export interface EvidenceSource {
  readonly query: Query
  readonly queryTerms: readonly QueryTerm[]
  readonly asked: AskedFor | undefined
  readonly talk: TalkPassages
  /** Whether the question is the talk's title, word for word. */
  readonly isTitle: boolean
  readonly runs: readonly TextRun[]
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
}

export function readEvidence(whole: EvidenceSource): AnswerEvidence {
  const source = ofWhatAsks(whole)
  const words = findWords(source)
  const ofThing = readThing(source, words)
  const { topics, names, hasWord, isKnownName, asMeant } = words
  const { text } = source.query
  const lacked = topics.filter(
    (word) => !hasWord(word) && !ofThing.isForThing(word) && !saysSpeaking(word) && !isLeftOut(word, text),
  )
  const lackingName = names.find((name) => !isKnownName(name))
  return {
    ...readShares(whole, source, words),
    ...ofThing.told,
    ...(lackingName && { lackingName: lackingName.map(asMeant).join(' ') }),
    isOnlyAbout: hasNothingBesideNames(source.query, words) && (!source.asked || ofThing.isLacking),
    ...readMissing(source, words, lacked),
    subjects: subjectsOf(source, words),
    isNamed:
      !lacked.some((word) => tellsTopic({ role: words.roleRead(word) })) &&
      onlyNamesTalk(source, words, ofThing),
    isByMeaning: source.isByMeaning,
  }
}

/** Who asks for something without another thing does not miss that. */
const isLeftOut = ({ start }: QueryWord, question: string): boolean =>
  beforeLeftOut.test(question.slice(0, start))
const beforeLeftOut =
  /\b(?:without|not|instead of|rather than|other than|ohne|statt)\s+(?:(?:the|an?|any|using|having|eine?n?)\s+)*$/i

/** How much of the question is said, and how much there is of it. */
function readShares(
  whole: EvidenceSource,
  source: EvidenceSource,
  { topics, names, termOf }: WordsInTalk,
): Pick<AnswerEvidence, 'share' | 'topicsSaid' | 'questionLength'> {
  return {
    share: source.isOnlyNamed ? 1 : Math.max(shareSaid(whole), shareSaid(source)),
    topicsSaid: topics.filter((word) => isSaidBy(source.sentences[0], termOf(word))).length,
    questionLength: lengthWithoutNames(source, whole, names.length),
  }
}

/** What is known of the thing that the question asks for. */
interface ThingInTalk {
  readonly isLacking: boolean
  readonly told: Pick<AnswerEvidence, 'toldThing' | 'lackingThing'>
  /** Whether a word only asks for the thing, and need not be in the talk. */
  readonly isForThing: (word: QueryWord) => boolean
}

/** Whether the thing that the question asks for is in the quotation: a number for “how many”. */
function readThing(source: EvidenceSource, words: WordsInTalk): ThingInTalk {
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

/** Which words of the question the talk does not have. */
function readMissing(
  { query, queryTerms }: EvidenceSource,
  { topics, inNames, termOf, roleRead, isSlip, asMeant }: WordsInTalk,
  lacked: readonly QueryWord[],
): Pick<AnswerEvidence, 'missing' | 'missingObjects' | 'endsUnknown' | 'missesCorrection'> {
  // “3” alone says little.
  const missing = weightiest(
    lacked.every(isNumber) ? lacked : lacked.filter((word) => !isNumber(word)),
    roleRead,
  )
  return {
    missing: missing.map(asMeant),
    missingObjects: missing.filter((word) => inNames.has(word) || isObject(word, query.text)).map(asMeant),
    endsUnknown: missing.some(
      (word) => word === topics.at(-1) && queryTerms[termOf(word)]?.variants.length === 0,
    ),
    missesCorrection: lacked.some((word) => !isSlip(word)),
  }
}

/** Whether the question is hardly more than what names the talk. */
function onlyNamesTalk(
  source: EvidenceSource,
  { topics }: WordsInTalk,
  { isForThing }: ThingInTalk,
): boolean {
  const { thing } = source.asked ?? {}
  const asking = thing === 'number' || thing === 'size' || thing === 'speed' ? topics.filter(isForThing) : []
  return source.isTitle || source.isOnlyNamed || isAllInNames(source, asking) || saysTitle(source)
}

const isSaidBy = (sentence: Sentence | undefined, term: number): boolean =>
  sentence !== undefined && term >= 0 && shareIn(sentence, term) >= minShareOfTopic

/** A synonym or a slip counts less. */
const minShareOfTopic = 0.5

/** The words of a question, and what a talk has of them. */
interface WordsInTalk {
  readonly topics: readonly QueryWord[]
  /** Each as its words. */
  readonly names: readonly (readonly QueryWord[])[]
  readonly inNames: ReadonlySet<QueryWord>
  /** The number of its query term; below 0 if it has none. */
  readonly termOf: (word: QueryWord) => number
  /** Whether the talk has it anywhere, or nothing was looked for. */
  readonly hasWord: (word: QueryWord) => boolean
  readonly isTitled: (word: QueryWord) => boolean
  /** Whether it is of those that say what is asked for: of “how big”. */
  readonly isAsking: (word: QueryWord) => boolean
  readonly isKnownName: (name: readonly QueryWord[]) => boolean
  /** What a word was taken for, if it is a slip. */
  readonly asRead: (word: QueryWord) => string
  /** The role of that: a slip of a word that only asks is no topic. */
  readonly roleRead: (word: QueryWord) => QuestionWordRole
  /** Whether that is near to what was typed. What is further, and not there either, nobody need have meant. */
  readonly isSlip: (word: QueryWord) => boolean
  /** A word as it is told to whoever asked: as read only if that is near. */
  readonly asMeant: (word: QueryWord) => string
}

function findWords(source: EvidenceSource): WordsInTalk {
  const { query, queryTerms, asked, talk } = source
  const { minShareOfWord } = source.parameters
  const termOf = (word: QueryWord) => queryTerms.findIndex((term) => term.word === word.folded)
  const names = namesInQuestion(query, source.parameters)
  const asRead = (word: QueryWord) => queryTerms[termOf(word)]?.correction?.text ?? word.text
  /** What the talk has is perhaps another name than the one that was typed. */
  const isOtherName = (word: QueryWord) => queryTerms[termOf(word)]?.isOffered === true
  const isSlip = (word: QueryWord) => editDistance(word.folded, fold(asRead(word)), 1) <= 1
  return {
    topics: query.words.filter(({ use }) => use === 'topic'),
    names,
    inNames: new Set(names.flat()),
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

const doer = /^\s+(?:(?:i|we|you|one|people)\s+)?/i
const beforeName = /^\s+(?:(?:the|an?|my|our)\s+)?$/i

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

/** What tells how a question came up counts if it is of the talk. */
function lengthWithoutNames(
  { queryTerms, idfs, talk }: EvidenceSource,
  whole: EvidenceSource,
  nameCount: number,
): number {
  const counted = queryTerms.filter((_, term) => idfs[term] === whole.idfs[term] || talk.anywhere[term]! > 0)
  return Math.max(0, counted.length - nameCount)
}

/** Whether the talk has no word of what the question asks about a name. */
function hasNothingBesideNames(
  { words }: Query,
  { topics, inNames, isTitled, hasWord }: WordsInTalk,
): boolean {
  const isOneSentence = words.every(({ sentence }) => sentence === words[0]!.sentence)
  const beside = topics.filter(
    (word) => isOneSentence && word.role !== 'generic' && !inNames.has(word) && !isTitled(word),
  )
  return beside.length > 0 && !beside.some(hasWord)
}

/**
 * The question without the words that only tell how it came up: of several sentences, that one alone which asks and of which
 * the talk has a greater share than of the whole.
 */
function ofWhatAsks(source: EvidenceSource): EvidenceSource {
  const { query, queryTerms, talk, idfs, values } = source
  const ofSentences = Map.groupBy(queryTerms, ({ sentence }) => sentence)
  if (ofSentences.size <= 1) return source
  const { minShareOfSentence } = source.parameters
  const shareOf = (terms: readonly QueryTerm[]) => {
    const all = terms.reduce((sum, { idf }) => sum + idf, 0)
    const had = terms.reduce((sum, term) => sum + term.idf * talk.anywhere[queryTerms.indexOf(term)]!, 0)
    return { all, share: all === 0 ? 0 : had / all }
  }
  const whole = shareOf(queryTerms)
  const [best] = Array.from(ofSentences.values(), (terms) => ({ terms, ...shareOf(terms) }))
    .filter(
      ({ terms, all, share }) =>
        !terms[0]!.isContext && all >= minShareOfSentence * whole.all && share > whole.share,
    )
    .sort((a, b) => b.share - a.share)
  if (!best) return source
  const isAsked = ({ sentence }: Pick<QueryWord, 'sentence'>) => sentence === best.terms[0]!.sentence
  const ofAsked = (numbers: Float32Array) =>
    numbers.map((number, term) => (isAsked(queryTerms[term]!) ? number : 0))
  return {
    ...source,
    query: { ...query, words: query.words.filter(isAsked) },
    queryTerms: queryTerms.map((term) => (isAsked(term) ? term : { ...term, idf: 0 })),
    idfs: ofAsked(idfs),
    values: ofAsked(values),
  }
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

/** Whether all that the question is about stands in the title, the speakers' names and the tags, but for what asks (`how big`). */
function isAllInNames(
  { queryTerms, talk: { names, tags } }: EvidenceSource,
  asking: readonly QueryWord[],
): boolean {
  const asks = new Set(asking.map(({ folded }) => folded))
  const topics = queryTerms.flatMap(({ idf, word }, term) => (idf === 0 || asks.has(word) ? [] : [term]))
  return topics.length > 0 && topics.every((term) => names[term]! > 0 || tags[term]! > 0)
}

/** Whether the question says most of the title, and the title most of the question. */
function saysTitle({ talk, runs, uses, idfs, parameters }: EvidenceSource): boolean {
  const { minShareOfTitle, minTitleWords } = parameters
  const title = runs.find(({ field }) => field === 'title')?.words ?? new Uint32Array()
  if (title.length < minTitleWords) return false
  const said = title.filter((word) => uses.has(word)).length / title.length
  let all = 0
  let named = 0
  idfs.forEach((idf, term) => {
    all += idf
    if (talk.names[term]! > 0) named += idf
  })
  return said >= minShareOfTitle && named >= minShareOfTitle * all
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

const isNumber = ({ folded }: QueryWord) => /^\d+$/.test(folded)

/**
 * How much of the values the best sentence has, together with what it is said under; or another one that is quoted of its passage, to
 * which it may point back.
 */
export function shareSaid({
  queryTerms,
  values,
  sentences,
}: Pick<EvidenceSource, 'queryTerms' | 'values' | 'sentences'>): number {
  const [best] = sentences
  if (!best) return 0
  const beside = sentences.filter(({ passage }) => passage === best.passage)
  const known = queryTerms.map(({ variants }, term) => (variants.length === 0 ? 0 : values[term]!))
  const all = known.reduce((sum, value) => sum + value, 0)
  const saidBy = (sentence: Sentence) =>
    known.reduce((sum, value, term) => sum + value * shareIn(sentence, term), 0)
  return all === 0 ? 1 : Math.max(...beside.map(saidBy)) / all
}

/** How much of a query term a sentence says, together with what it is said under. */
function shareIn({ has, passage: { heading, above } }: Sentence, term: number): number {
  return Math.max(has[term]!, heading[term]!, above[term]!)
}

/** The names that the talk has; if there are none, the rare words of its title, or else the tags of several words. */
function subjectsOf(
  { runs, uses, idfs, idfOfUnknown, parameters }: EvidenceSource,
  { topics, names, termOf, isKnownName, isTitled, asRead }: WordsInTalk,
): string[] {
  const isRare = (word: QueryWord) => idfs[termOf(word)]! >= parameters.minRarityOfSubject * idfOfUnknown
  const isSubject = (word: QueryWord) =>
    word.role === 'topic' && isTitled(word) && isRare(word) && !isNumber(word)
  const tagged = () =>
    runs
      .filter(({ field, words }) => field === 'tags' && words.length > 1)
      .map(({ words: tag }) => wordsOfTag(tag, { topics, uses, termOf }))
      .filter((tag) => tag.length > 0)
  const known = names.filter(isKnownName)
  const titled = topics.filter(isSubject).map((word) => [word])
  const subjects = [known, titled].find((of) => of.length > 0) ?? tagged()
  return subjects.map((name) => name.map(asRead).join(' '))
}

/** The words of the question that say a tag, side by side and in its order; none if they do not say all of it. */
function wordsOfTag(
  tag: Uint32Array,
  { topics, uses, termOf }: Pick<WordsInTalk, 'topics' | 'termOf'> & Pick<EvidenceSource, 'uses'>,
): readonly QueryWord[] {
  const says = (word: QueryWord | undefined, number: number) =>
    word !== undefined && (uses.get(number)?.some(({ queryTerm }) => queryTerm === termOf(word)) ?? false)
  const start = topics.findIndex((_, at) => tag.every((number, place) => says(topics[at + place], number)))
  return start < 0 ? [] : topics.slice(start, start + tag.length)
}

function isObject({ start }: QueryWord, question: string): boolean {
  return beforeObject.test(question.slice(0, start))
}

const beforeObject =
  /\b(how many|how much|which|what|whose|about|of|for|with|without|on|supports?|uses?|than|and|or|is the|are the)\s+(the\s+|an?\s+)?$/i

/** Those that are topics; if there are none, those of everyday life; else all that are no mere adjectives (`good`). */
function weightiest(words: readonly QueryWord[], roleRead: WordsInTalk['roleRead']): readonly QueryWord[] {
  for (const role of ['topic', 'everyday'] as const) {
    const ofRole = words.filter((word) => roleRead(word) === role)
    if (ofRole.length > 0) return ofRole
  }
  return words.filter(({ folded }) => !isAdjective(folded))
}
