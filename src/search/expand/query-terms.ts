import { fold } from '../../text/fold.ts'
import { isEmoji } from '../analysis/analyzer.ts'
import { numbersOfRange } from '../index/index-reader.ts'
import { topicsOf } from '../query/parse-query.ts'
import type { Query, QueryPart, QueryWord, QuestionWordRole, Replacement } from '../query/query.ts'
import { overlapsAny, wordsBeforeTopic } from '../query/question-words.ts'
import {
  askedLanguages,
  isMisspeltQuestionWord,
  roleOf,
  shortQuestionWordMeant,
  tellsTopic,
  wordsThatOnlyAsk,
} from '../query/word-roles.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import {
  type Correction,
  isNoSpeaker,
  isOtherName,
  isWorthOffering,
  noCorrections,
  type Speller,
  type SpellingParameters,
} from './spelling.ts'
import { askForSame, isMeant, type TermForm } from './term-forms.ts'
import {
  correctionVariant,
  createJoiner,
  findVariants,
  formsOfWord,
  type QuestionSource,
  type TermVariant,
  type VariantSource,
  type Vocabulary,
  variantsOfWord,
} from './term-variants.ts'
import { capVariants, weighVariants } from './weigh-variants.ts'

/** A term that the question is about, with all its variants. */
export interface QueryTerm {
  /** Folded, as typed. */
  readonly word: string
  readonly role: QuestionWordRole
  /** How much it counts in ranking: how often the question names it, where a compound counts as much as its parts. */
  readonly count: number
  /** Inverse document frequency; less for a generic word, 0 for one that only asks. A word that no talk has counts most. */
  readonly idf: number
  readonly variants: readonly TermVariant[]
  /** Whether the notes have no more of it than words that are near in meaning. */
  readonly isOnlyRelated?: boolean
  /** The first sentence of the question that says it, among those that ask if there are any: see `QueryWord`. */
  readonly sentence: number
  readonly isContext: boolean
  /** The word of the notes that it was taken for, if the notes do not have the word itself. */
  readonly correction?: Replacement
  /** Its place in the question, if the notes have nothing for it. */
  readonly unknown?: QueryPart
  /** A word that was perhaps meant instead; not taken for it, since the notes have the word itself, or this may be another name
   * (`isOtherName`). */
  readonly offer?: Replacement
  /** Whether it has only the variants of the offer: these support what other words find, and find nothing by themselves. */
  readonly isOffered?: boolean
}

/** The query terms of a query, in the order of its words; those of prefixes come last. */
export function expandQuery(query: Query, expansion: Expansion): QueryTerm[] {
  const { reader } = expansion.vocabulary
  const ofQuestion = { ...expansion, joinedOf: createJoiner(query, expansion) }
  const queryTerms: QueryTerm[] = []
  // Words of one term are asked for once, unless they are strangers to each other: "new news".
  const places = new Map<string, number[]>()
  for (const asked of askedWords(query, expansion.vocabulary)) {
    const ofTerm = places.get(asked.term) ?? []
    const seen = ofTerm.find((place) => askForSame(asked, { folded: queryTerms[place]!.word }, reader))
    if (seen !== undefined) {
      const before = queryTerms[seen]!
      const asking = before.isContext && !asked.isContext ? asked : before
      const { sentence, isContext } = asking
      queryTerms[seen] = { ...before, count: before.count + 1, sentence, isContext }
      continue
    }
    const queryTerm = expandWord(asked, query, ofQuestion)
    if (queryTerm) places.set(asked.term, [...ofTerm, queryTerms.push(queryTerm) - 1])
  }
  return [...queryTerms, ...query.prefixes.map(({ text }) => prefixTerm(fold(text), expansion))]
}

/** Whether talks are only listed, because nothing but filters is asked for. */
export function listsTalks({ filters }: Query, queryTerms: readonly QueryTerm[]): boolean {
  return queryTerms.length === 0 && filters.some(({ isExcluded }) => !isExcluded)
}

/** What queries are expanded with. */
export interface Expansion extends VariantSource {
  readonly terms: TermParameters
  readonly spelling: SpellingParameters
}

/**
 * With what a question is expanded: as it was typed if nothing is to be put right, and in phrases in any case.
 * @param isLate once it is, no further word is looked up
 */
export function expansionsOf(
  { phrases }: Query,
  {
    vocabulary,
    parameters,
  }: { readonly vocabulary: Vocabulary; readonly parameters: Omit<Expansion, 'vocabulary' | 'isAsTyped'> },
  { spelling, isLate }: { readonly spelling: boolean; readonly isLate: () => boolean },
): Readonly<Record<'byWords' | 'byPhrases', Expansion>> {
  const speller = spelling ? unlessLate(vocabulary.speller, isLate) : noCorrections
  const common = { vocabulary: { ...vocabulary, speller }, ...parameters }
  return {
    byWords: { ...common, isAsTyped: () => !spelling },
    byPhrases: { ...common, isAsTyped: (word) => !spelling || overlapsAny(word, phrases) },
  }
}

const unlessLate = (speller: Speller, isLate: () => boolean): Speller => ({
  correct: (word, maxEdits) => (isLate() ? [] : speller.correct(word, maxEdits)),
  oneEditFrom: (word) => (isLate() ? undefined : speller.oneEditFrom(word)),
})

/** See `RankingParameters.terms`. */
interface TermParameters {
  readonly genericShare: number
  readonly genericWeight: number
  readonly nearWeight: number
  readonly everydayWords: boolean
  readonly requestWeight: number
  readonly maxDocumentsOfSlip: number
  readonly minFrequencyRatioOfOffer: number
  readonly maxPrefixTerms: number
}

/** The topics, without what only asks in another language, unless nothing else would remain. */
function askedWords(query: Query, { allLanguages, reader }: Vocabulary): readonly QueryWord[] {
  const topics = topicsOf(query)
  const inNotesLanguage = wordsThatOnlyAsk(query.words, allLanguages)
  const asking = inNotesLanguage.size > 0 ? inNotesLanguage : wordsThatAskElsewhere()
  const asked = topics.filter((word) => !asking.has(word.folded))
  const wanted = new Set(asked.length > 0 ? asked : topics)
  // `I want to learn about tides`: what stands before the subject is no topic. But `how to learn on the job` is how to learn.
  const first = asked[0]?.start ?? 0
  const asksHow = query.words.some(({ folded }) => folded === 'how')
  const subjectAt = asksHow
    ? -1
    : (query.words.findLast(({ folded, start }) => beforeSubject.has(folded) && start < first)?.start ?? -1)
  return query.words.filter(
    (word) =>
      wanted.has(word) ||
      (word.use === 'asking' &&
        word.role === 'request' &&
        !asking.has(word.folded) &&
        (word.start > subjectAt || isOfTalks.test(word.folded))),
  )

  /**
   * A question may be in a language that no note says it is in: words that the notes lack tell which, though they may have a short one
   * (`es`), and so do two that are no English ones either. `AI in production` has one.
   */
  function wordsThatAskElsewhere(): ReadonlySet<string> {
    const askingElsewhere = wordsThatOnlyAsk(query.words, askedLanguages)
    const foreign = [...askingElsewhere].filter(
      (word) => word.length > 1 && tellsTopic({ role: roleOf(word) }),
    )
    const isLacking = foreign.some((word) => !reader.hasWord(word))
    return isLacking || foreign.length > 1 ? askingElsewhere : inNotesLanguage
  }
}

/** Behind “for” stands a subject too, as in `something for beginners`, though `love for tides` leads to none. */
const beforeSubject: ReadonlySet<string> = new Set([...wordsBeforeTopic, 'for'])
/** Titles and texts have these of talks too: `lightning talk`. */
const isOfTalks = /^talks?$/

/** The words of the notes that the question has in some form, including those that only ask: names are compared with these. */
export const wordsOfQuestion = ({ words }: Query, expansion: Expansion): number[] =>
  words
    .flatMap((asked) => formsOfWord(asked, expansion).flatMap(({ forms }) => forms))
    .filter(isMeant)
    .map(({ word }) => word)

/** A word about asking, talks or notes may still be the topic ("spoken languages"): it counts in ranking, but not in the decision. */
function weakTerm(asked: QueryWord, expansion: Expansion): QueryTerm | undefined {
  const { vocabulary, terms } = expansion
  const { reader } = vocabulary
  const itself = variantsOfWord(asked, expansion)
  if (itself.length === 0 || terms.requestWeight === 0) return undefined
  const documents = documentsOf(itself, expansion.vocabulary)
  return {
    word: asked.folded,
    role: asked.role,
    sentence: asked.sentence,
    isContext: asked.isContext,
    count: terms.requestWeight,
    idf: 0,
    variants: capVariants(itself, reader.idfOfFrequency(documents), reader),
  }
}

/** Undefined for a misspelt word that only asks, and for an emoji that the notes lack, if there are words beside it. */
function expandWord(
  asked: QueryWord,
  query: Query,
  expansion: Expansion & QuestionSource,
): QueryTerm | undefined {
  if (asked.use === 'asking') return weakTerm(asked, expansion)
  const { vocabulary, terms: parameters } = expansion
  const { reader } = vocabulary
  const { folded: word, parts } = asked
  const { itself, joined, nearlyJoined, synonyms, apart, related } = findVariants(asked, query, expansion)
  const documents = documentsOf(itself, vocabulary)
  const hasItself = itself.length > 0
  const isKnown = itself.length + joined.length + synonyms.length + related.length + apart.length > 0
  if (!isKnown && nearlyJoined.length === 0 && (onlyAsks(word) || isEmoji(word))) return undefined
  const { corrections, ...others } = readSpelling(asked, query, { documents, hasItself, isKnown }, expansion)
  const idf = hasItself ? reader.idfOfFrequency(documents) : reader.idfOfUnknown
  const meant = [
    ...itself,
    ...joined,
    ...nearlyJoined,
    ...synonyms,
    ...apart,
    ...corrections.map((correction, place) => correctionVariant(correction, place, expansion)),
  ]
  const variants = weighVariants(
    { meant, related, nearWeight: parameters.nearWeight },
    hasItself ? idf : undefined,
    reader,
  )
  // A quoted word is meant as it stands. A word with synonyms is a topic: somebody wrote the group for it.
  const isTopic = isAlone(asked, query) || synonyms.length > 0 || overlapsAny(asked, query.phrases)
  const role = isTopic || (asked.role === 'everyday' && !parameters.everydayWords) ? 'topic' : asked.role
  return {
    word,
    role,
    sentence: asked.sentence,
    isContext: asked.isContext,
    count: Math.max(1, parts.length) * (role === 'generic' ? parameters.genericWeight : 1),
    idf: idf * (role === 'generic' ? parameters.genericShare : 1),
    variants,
    ...(meant.length === 0 && related.length > 0 && { isOnlyRelated: true }),
    ...((variants.length === 0 || others.isOffered) && { unknown: partOf(asked) }),
    ...others,
  }
}

/** Whether it is a slip of a word that only asks: `abuot`, or `form`, but not `cooking`, though `looking` is one. */
const onlyAsks = (word: string): boolean =>
  isMisspeltQuestionWord(word) && (shortQuestionWordMeant(word) !== undefined || !isOrdinaryWord(word))

/** What the notes have of a word. */
interface WordInNotes {
  /** How many have the word itself. */
  readonly documents: number
  readonly hasItself: boolean
  /** Whether they have it, or what surely means the same. */
  readonly isKnown: boolean
}

/** The words of the notes that a word may be a slip of, and what the query term says of the nearest. */
interface SpellingRead extends Pick<QueryTerm, 'correction' | 'offer' | 'isOffered'> {
  readonly corrections: readonly Correction[]
}

function readSpelling(
  asked: QueryWord,
  query: Query,
  { documents, hasItself, isKnown }: WordInNotes,
  { vocabulary: { reader, speller }, terms: parameters, spelling }: Expansion,
): SpellingRead {
  const minFrequency = parameters.minFrequencyRatioOfOffer * documents
  // Among few notes, no word is that much more frequent.
  const isRare = documents <= parameters.maxDocumentsOfSlip && minFrequency <= reader.index.documentCount
  if (!isRare || hasItself !== isKnown || !isWorthOffering(asked, query, isKnown, spelling))
    return { corrections: [] }
  // A word that the notes have may be a slip of one edit; nothing farther is offered.
  const near = speller
    .correct(asked.folded, isKnown ? 1 : undefined)
    .filter((one) => !isNoSpeaker(asked, one, { query, reader }))
  if (isKnown) {
    const offer = near.find(
      ({ isLikely, term }) => isLikely && reader.documentFrequency(term) >= minFrequency,
    )
    return { corrections: [], ...(offer && { offer: replacement(asked, offer) }) }
  }
  const [nearest] = near
  if (nearest === undefined) return { corrections: [] }
  const meant = replacement(asked, nearest)
  return isOtherName(asked, nearest, { query, reader, spelling })
    ? { corrections: near, offer: meant, isOffered: true }
    : { corrections: near, correction: meant }
}

/** `invoices`, `anything on invoices?`: a question about one word means that word. */
function isAlone(asked: QueryWord, { text, words }: Query): boolean {
  if (words.length === 1) return true
  const isOnlyTopic = words.every((word) => word === asked || word.use !== 'topic')
  return isOnlyTopic && asked.role === 'everyday' && beforeTopic.test(text.slice(0, asked.start))
}

const beforeTopic = /\b(?:about|on|covering|regarding|über|sobre|sur)\s+$/iu

function partOf({ text, start, end }: QueryWord): QueryPart {
  return { text, start, end }
}

function replacement({ start, end }: QueryWord, { word }: Correction): Replacement {
  return { start, end, text: word }
}

function prefixTerm(
  prefix: string,
  { vocabulary, terms: { maxPrefixTerms }, variants }: Expansion,
): QueryTerm {
  const { reader } = vocabulary
  const { wordTerms } = reader.index
  const begun = Map.groupBy(numbersOfRange(reader.wordsWithPrefix(prefix)), (word) => wordTerms[word]!)
  const byFrequency = [...begun.keys()].sort(
    (a, b) => reader.documentFrequency(b) - reader.documentFrequency(a),
  )
  const found = byFrequency.slice(0, maxPrefixTerms).map((term): TermVariant => {
    // The term has other words too, which do not begin so.
    const forms = begun.get(term)!.map((word): TermForm => ({ word, weight: 1, certainty: 1 }))
    return { terms: [term], forms: [forms], ...variants.itself }
  })
  const documents = documentsOf(found, vocabulary)
  return {
    word: prefix,
    role: 'topic',
    sentence: 0,
    isContext: false,
    count: 1,
    idf: found.length === 0 ? reader.idfOfUnknown : reader.idfOfFrequency(documents),
    variants: found,
  }
}

/** How many documents have variants of one term, in the forms that mean the same: those of each variant are counted. */
function documentsOf(variants: readonly TermVariant[], { forms: finder }: Vocabulary): number {
  return variants.reduce(
    (sum, { terms: [term], forms: [forms] }) => sum + finder.documentsWith(forms!, term!),
    0,
  )
}
