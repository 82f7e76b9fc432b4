import type { QueryTerm } from '../expand/query-terms.ts'
import { saysSpeaking } from '../query/asked-for.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { isAdjective, tellsTopic } from '../query/word-roles.ts'
import { type Sentence, shareIn, shareSaid } from './choose-sentences.ts'
import { isKindAsked } from './kind-asked.ts'
import {
  type EvidenceSource,
  findWords,
  readThing,
  type ThingInTalk,
  type ToldThing,
  type WordsInTalk,
} from './question-in-talk.ts'
import { readUntold, type Untold } from './untold.ts'

/** How well what is quoted of a talk bears out an answer to the question. */
export interface AnswerEvidence extends ToldThing, Untold {
  /**
   * From 0 to 1: how much the best sentence has of what the question says beyond the talk's own name and subject, of the words
   * that the notes know. A question that only names the talk is borne out by its summary: 1.
   */
  readonly share: number
  /** How many topics of the question the best sentence has, together with what it is said under. */
  readonly topicsSaid: number
  /** How many words of the question may be looked for; without its names, which tell what it is about and not what it asks. */
  readonly questionLength: number
  /** The first name of the question that the talk does not have, as typed. */
  readonly lackingName?: string
  /** Whether the question asks something about a name, and the talk has none of those other words. */
  readonly isOnlyAbout: boolean
  /** The weightiest words of the question that the talk does not have in any form: as typed, or as read if they are misspelt. */
  readonly missing: readonly string[]
  /** Those of them that the question asks about explicitly: names, and what follows “how many”, “which” or “about”. */
  readonly missingObjects: readonly string[]
  /** Whether one of them is what the question asks about, and no note has it: its last word, or `editor` in “which editor does”. */
  readonly asksUnknown: boolean
  /** Whether some word of the question was taken for one that is not very near, and that the talk does not have either. */
  readonly missesCorrection: boolean
  /** The part of the question that the talk is on: names that it has and words of its title, as typed, or as read if misspelt. */
  readonly subjects: readonly string[]
  /** Whether the question is hardly more than the talk's title, names and tags of it. */
  readonly isNamed: boolean
  /** Whether it is quoted for its similarity in meaning, since the talk has hardly a word of the question. */
  readonly isByMeaning: boolean
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
  const shares = readShares(whole, source, words)
  const subjects = subjectsOf(source, words)
  return {
    ...shares,
    ...ofThing.told,
    ...readUntold(source, words, { lacked, isNamed: subjects.length > 0, share: shares.share }),
    ...(lackingName && { lackingName: lackingName.map(asMeant).join(' ') }),
    isOnlyAbout: hasNothingBesideNames(source.query, words) && (!source.asked || ofThing.isLacking),
    ...readMissing(source, words, lacked),
    subjects,
    isNamed:
      !lacked.some((word) => tellsTopic({ role: words.roleRead(word) })) &&
      onlyNamesTalk(source, words, ofThing),
    isByMeaning: source.isByMeaning,
  }
}

/** If a question asks for something without another thing, the other thing is not missing. */
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
    share: source.isOnlyNamed ? 1 : Math.max(shareSaid(source), whole === source ? 0 : shareSaid(whole)),
    topicsSaid: topics.filter((word) => isSaidBy(source.sentences[0], termOf(word))).length,
    questionLength: lengthWithoutNames(source, whole, names.length),
  }
}

/** Which words of the question the talk does not have. */
function readMissing(
  { query, queryTerms }: EvidenceSource,
  { topics, isInName, termOf, roleRead, isSlip, asMeant }: WordsInTalk,
  lacked: readonly QueryWord[],
): Pick<AnswerEvidence, 'missing' | 'missingObjects' | 'asksUnknown' | 'missesCorrection'> {
  // “3” alone says little.
  const missing = weightiest(
    lacked.every(isNumber) ? lacked : lacked.filter((word) => !isNumber(word)),
    roleRead,
  )
  return {
    missing: missing.map(asMeant),
    missingObjects: missing.filter((word) => isInName(word) || isObject(word, query.text)).map(asMeant),
    asksUnknown: missing.some(
      (word) =>
        (word === topics.at(-1) || isKindAsked(word, query.text)) &&
        queryTerms[termOf(word)]?.variants.length === 0,
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
  { topics, isInName, isTitled, hasWord }: WordsInTalk,
): boolean {
  const isOneSentence = words.every(({ sentence }) => sentence === words[0]!.sentence)
  const beside = topics.filter(
    (word) => isOneSentence && word.role !== 'generic' && !isInName(word) && !isTitled(word),
  )
  return beside.length > 0 && !beside.some(hasWord)
}

/**
 * The question without the words that only tell how it came up: of several sentences, only the one that asks, if the talk has
 * a greater share of it than of the whole.
 */
function ofWhatAsks(source: EvidenceSource): EvidenceSource {
  const { query, queryTerms, talk, idfs, values } = source
  if (queryTerms.every(({ sentence }) => sentence === queryTerms[0]!.sentence)) return source
  const ofSentences = Map.groupBy(queryTerms, ({ sentence }) => sentence)
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

/** Whether all that the question is about stands in the title, the speakers' names and the tags, except what asks (`how big`). */
function isAllInNames(
  { queryTerms, talk: { names, tags } }: EvidenceSource,
  asking: readonly QueryWord[],
): boolean {
  const isTopic = ({ idf, word }: QueryTerm) => idf !== 0 && !asking.some(({ folded }) => folded === word)
  return (
    queryTerms.some(isTopic) &&
    queryTerms.every((queryTerm, term) => !isTopic(queryTerm) || names[term]! > 0 || tags[term]! > 0)
  )
}

/** Whether the question says most of the title, and the title most of the question. */
function saysTitle({ talk, runs, uses, idfs, parameters }: EvidenceSource): boolean {
  const { minShareOfTitle, minTitleWords } = parameters
  const title = runs.find(({ field }) => field === 'title')?.words ?? new Uint32Array()
  if (title.length < minTitleWords) return false
  const said = title.reduce((sum, word) => sum + Number(uses.has(word)), 0) / title.length
  let all = 0
  let named = 0
  idfs.forEach((idf, term) => {
    all += idf
    if (talk.names[term]! > 0) named += idf
  })
  return said >= minShareOfTitle && named >= minShareOfTitle * all
}

const isNumber = ({ folded }: QueryWord) => /^\d+$/.test(folded)

/** The names that the talk has; if there are none, the rare words of its title, or else the tags of several words. */
function subjectsOf(
  { runs, uses, queryTerms, idfs, idfOfUnknown, parameters }: EvidenceSource,
  { topics, names, termOf, isKnownName, isTitled, asRead }: WordsInTalk,
): string[] {
  const isRare = (word: QueryWord) => idfs[termOf(word)]! >= parameters.minRarityOfSubject * idfOfUnknown
  /** Not if they only have words near to it in meaning: notes on notebooks are none on computing. */
  const isInNotes = (word: QueryWord) => queryTerms[termOf(word)]?.isOnlyRelated !== true
  const isSubject = (word: QueryWord) =>
    word.role === 'topic' && isTitled(word) && isInNotes(word) && isRare(word) && !isNumber(word)
  const tagged = () =>
    runs
      .filter(({ field, words }) => field === 'tags' && words.length > 1)
      .map(({ words: tag }) => wordsOfTag(tag, { topics, uses, termOf }))
      .filter((tag) => tag.length > 0 && tag.every(isInNotes))
  const titled = () => topics.filter(isSubject).map((word) => [word])
  let subjects: readonly (readonly QueryWord[])[] = names.filter(
    (name) => isKnownName(name) && name.every(isInNotes),
  )
  if (subjects.length === 0) subjects = titled()
  if (subjects.length === 0) subjects = tagged()
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
