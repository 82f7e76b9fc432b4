import { splitWords, type Word } from './analyzer.ts'
import { fold } from './fold.ts'
import type { Lookup } from './lookup.ts'
import type { Query, QueryPart } from './query.ts'
import { wordsThatOnlyAsk } from './question-language.ts'
import { isMisspeltQuestionWord, type QuestionWordRole, roleOf } from './question-words.ts'
import type { Correction, Speller } from './spelling.ts'
import { stem, stemsOf } from './stem.ts'
import { isDocumentStopWord, isFindable } from './stop-words.ts'
import type { Synonyms } from './synonyms.ts'
import type { Replacement } from './write-query.ts'

/** One thing that the question is about, with all the ways in which a talk can be about it. */
export interface Concept {
  /** Folded, as typed. */
  readonly word: string
  readonly role: QuestionWordRole
  /** How much the ranking makes of it: how often the question names it, a compound counting as much as its parts. */
  readonly count: number
  /** What it tells that a talk is about this. A word that no talk has tells most. */
  readonly information: number
  readonly alternatives: readonly Alternative[]
  /** The word of the notes that it was taken for, where they do not have the word itself. */
  readonly correction?: Replacement
  /** Its place in the question, where the notes have nothing for it. */
  readonly unknown?: QueryPart
  /** The word that was probably meant instead, although the notes have the word itself. */
  readonly offer?: Replacement
}

/** Terms that a talk must all have in one place to be about the concept in this way. */
export interface Alternative {
  readonly terms: readonly number[]
  /** How much it counts in ranking; 1 for the word itself. */
  readonly weight: number
  /** How surely it means the concept; 1 for the word itself. */
  readonly certainty: number
}

export interface Vocabulary {
  readonly lookup: Lookup
  readonly speller: Speller
  readonly synonyms: Synonyms
  /** What the notes are written in besides English, where words have other stems: see `stemmedLanguages`. */
  readonly languages: readonly string[]
  /** All that the notes are written in, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
}

/** The concepts of a query, in the order of its words; those of prefixes come last. */
export function conceptsOf(query: Query, vocabulary: Vocabulary): Concept[] {
  const question = readWords(query, vocabulary)
  const concepts = new Map<string, Concept>()
  for (const word of question.asked) {
    const seen = concepts.get(word.term)
    const concept = seen ? { ...seen, count: seen.count + 1 } : conceptOf(word, question, vocabulary)
    if (concept) concepts.set(word.term, concept)
  }
  return [...concepts.values(), ...query.prefixes.map(({ text }) => prefixConcept(fold(text), vocabulary))]
}

/** All terms that the question says, of words that only ask too: what a name is compared with. */
export function termsSaid({ text }: Query, { lookup, languages }: Vocabulary): number[] {
  return splitWords(text).flatMap((word) =>
    stemsOf(word.text, languages).flatMap((term) => lookup.termNumber(term) ?? []),
  )
}

/** A word of the question with its place there and its term, known to the notes or not. */
interface AskedWord extends Word {
  readonly term: string
}

/** The words of a question: those that only ask belong to what is written apart, and to phrases with synonyms. */
interface Question {
  readonly text: string
  /** What is searched for. */
  readonly asked: readonly AskedWord[]
  /** All that stands in the question. */
  readonly all: readonly AskedWord[]
}

function readWords({ text, words }: Query, { allLanguages }: Vocabulary): Question {
  const all = splitWords(text).map((word) => ({ ...word, term: stem(word.text) }))
  const wanted = all.filter((word) => words.some(({ start, end }) => start <= word.start && word.end <= end))
  const asking = wordsThatOnlyAsk(
    all.map((word) => word.text),
    allLanguages,
  )
  const topics = wanted.filter((word) => !asking.has(word.text))
  return { text, asked: topics.length > 0 ? topics : wanted, all }
}

/** How much of the word itself each other way to say it counts, and how surely it means the same. */
const trust = {
  itself: { weight: 1, certainty: 1 },
  /** `code base` for `codebase`, and the other way round. */
  joined: { weight: 0.9, certainty: 0.95 },
  apart: { weight: 0.8, certainty: 0.9 },
  /** `os` and `path` for `os.path`. */
  parts: { weight: 0.7, certainty: 0.85 },
  synonym: { weight: 0.4, certainty: 0.85 },
  correction: { weight: 0.8, certainty: 0.8 },
  /** So far from what was typed that something else may be meant: too little for an answer that is sure of itself. */
  doubtfulCorrection: { weight: 0.6, certainty: 0.5 },
  secondCorrection: { weight: 0.25, certainty: 0.25 },
} as const

/** The share of its information that a generic word is taken for. */
const genericShare = 0.3
/** A word that no more talks have may be a slip that somebody made in a note, or one of several ways to write it. */
const fewTalks = 10
/** What is written so many times as often is probably what was meant. */
const farMoreFrequent = 50

/** Undefined for a word that only asks, but is mistyped. */
function conceptOf(asked: AskedWord, question: Question, vocabulary: Vocabulary): Concept | undefined {
  const { lookup, languages, speller } = vocabulary
  const { text: word, parts } = asked
  const itself = stemsOf(word, languages).flatMap((stemmed) => alternative([stemmed], trust.itself, lookup))
  const documents = itself.reduce((sum, { terms }) => sum + lookup.documentFrequency(terms[0]!), 0)
  const synonyms = synonymsAt(asked, question, vocabulary)
  const others = [
    ...compoundParts(asked, vocabulary),
    ...(itself.length === 0 ? takenApart(word, lookup) : []),
  ]
  const joined = joinedWithNeighbour(asked, question, vocabulary)
  const isKnown = itself.length + others.length + synonyms.length + joined.known.length > 0
  const near = documents <= fewTalks && (!isKnown || itself.length > 0) ? speller.correct(word) : []
  if (!isKnown && joined.near.length === 0 && isMisspeltQuestionWord(word)) return undefined
  const corrections = isKnown ? [] : near
  const [nearest] = near
  const isProbablyMeant =
    isKnown && nearest?.isLikely && lookup.documentFrequency(nearest.term) >= farMoreFrequent * documents
  const information =
    itself.length > 0 ? lookup.informationOfFrequency(documents) : lookup.informationOfUnknown
  // Who writes a group of synonyms down takes its words for topics.
  const isTopic = question.all.length === 1 || synonyms.length > 0
  const role = isTopic ? 'topic' : roleOf(word)
  const alternatives = [...itself, ...joined.known, ...joined.near, ...synonyms, ...others]
  const ways = [...alternatives, ...corrections.map(asAlternative)]
  return {
    word,
    role,
    count: Math.max(1, parts.length),
    information: information * (role === 'generic' ? genericShare : 1),
    alternatives: asOneTerm(ways, itself.length > 0 ? information : undefined, lookup),
    ...(ways.length === 0 && { unknown: partOf(question.text, asked) }),
    ...(corrections[0] && { correction: replacement(asked, corrections[0]) }),
    ...(isProbablyMeant && { offer: replacement(asked, nearest) }),
  }
}

function partOf(text: string, { start, end }: AskedWord): QueryPart {
  return { text: text.slice(start, end), start, end }
}

function replacement({ start, end }: AskedWord, { word }: Correction): Replacement {
  return { start, end, text: word }
}

/**
 * Ways to say one thing, each counting at most what the thing itself counts: else the rarest, such as a stem of another
 * language, would count most just for being rare.
 * @param information of the word itself; where the notes do not have it, the first way stands for it
 */
function asOneTerm(
  alternatives: readonly Alternative[],
  information: number | undefined,
  lookup: Lookup,
): Alternative[] {
  const tells = ({ terms }: Alternative) =>
    terms.reduce((sum, term) => sum + lookup.information(term), 0) / terms.length
  const [first] = alternatives
  const most = information ?? (first ? tells(first) : 0)
  // The surest way comes first: another one with the same terms says nothing more.
  const byTerms = new Map(alternatives.toReversed().map((one) => [one.terms.join(), one]))
  return [...byTerms.values()].reverse().map((alternative) => {
    return { ...alternative, weight: alternative.weight * Math.min(1, most / tells(alternative)) }
  })
}

/** So many words of the notes a prefix stands for at most, the most frequent first. */
const prefixWords = 40

function prefixConcept(prefix: string, { lookup }: Vocabulary): Concept {
  const terms = lookup.termsWithPrefix(prefix).slice(0, prefixWords)
  const documents = terms.reduce((sum, term) => sum + lookup.documentFrequency(term), 0)
  return {
    word: prefix,
    role: 'topic',
    count: 1,
    information: terms.length === 0 ? lookup.informationOfUnknown : lookup.informationOfFrequency(documents),
    alternatives: terms.map((term) => ({ terms: [term], ...trust.itself })),
  }
}

type Trust = Pick<Alternative, 'weight' | 'certainty'>

/** One alternative, or none where the notes lack one of its terms. */
function alternative(terms: readonly string[], { weight, certainty }: Trust, lookup: Lookup): Alternative[] {
  const numbers = terms.map((term) => lookup.termNumber(term))
  return numbers.every((number) => number !== undefined) ? [{ terms: numbers, weight, certainty }] : []
}

/** The word written together with the one before or after it, as the notes have it or nearly so. */
function joinedWithNeighbour(
  asked: AskedWord,
  { text, all }: Question,
  vocabulary: Vocabulary,
): { readonly known: Alternative[]; readonly near: Alternative[] } {
  const { lookup, speller } = vocabulary
  const known: Alternative[] = []
  const near: Alternative[] = []
  const place = all.indexOf(asked)
  for (const left of [place - 1, place]) {
    const [first, second] = [all[left], all[left + 1]]
    // What a word of grammar begins is no word: `log in` is `login`, but `in form` is not `inform`.
    if (!first || !second || isDocumentStopWord(first.text)) continue
    if (!/^[\s\-‐–]*$/.test(text.slice(first.end, second.start))) continue
    const joined = first.text + second.text
    const found = inAnyLanguage([joined], trust.joined, vocabulary)
    known.push(...found)
    if (found.length > 0 || (lookup.hasWord(first.text) && lookup.hasWord(second.text))) continue
    const [nearest] = speller.correct(joined)
    if (nearest?.distance === 1) near.push({ terms: [nearest.term], ...trust.correction })
  }
  return { known, near }
}

/** Ways to say what the word is, or is a part of. */
function synonymsAt(asked: AskedWord, { text, all }: Question, vocabulary: Vocabulary): Alternative[] {
  const { synonyms } = vocabulary
  const words = all.filter((word) => isFindable(word, text))
  return runsAround(words, words.indexOf(asked), synonyms.longest).flatMap((run) =>
    synonyms
      .of(run.map(({ term }) => term))
      .flatMap((synonym) => inAnyLanguage(synonym, trust.synonym, vocabulary)),
  )
}

function compoundParts({ parts }: Word, vocabulary: Vocabulary): Alternative[] {
  if (parts.length === 0) return []
  return [
    ...inAnyLanguage([parts.join('')], trust.joined, vocabulary),
    ...inAnyLanguage(parts, trust.parts, vocabulary),
  ]
}

/** The words in each language of the notes that has them all. */
function inAnyLanguage(
  words: readonly string[],
  how: Trust,
  { lookup, languages }: Vocabulary,
): Alternative[] {
  return ['en', ...languages].flatMap((language) =>
    alternative(
      words.map((word) => stem(word, language)),
      how,
      lookup,
    ),
  )
}

const longestCompound = 40

/** A word as two that stand side by side somewhere in the notes: `codebase`, `python3`. */
function takenApart(word: string, lookup: Lookup): Alternative[] {
  const found: Alternative[] = []
  if (word.length > longestCompound) return found
  for (let at = 1; at < word.length; at++) {
    const halves = [word.slice(0, at), word.slice(at)]
    const isBorder = /\p{L}$/u.test(halves[0]!) !== /^\p{L}/u.test(halves[1]!)
    if (!isBorder && halves.some((half) => half.length < 2)) continue
    const [apart] = alternative(
      halves.map((half) => stem(half)),
      trust.apart,
      lookup,
    )
    if (apart && lookup.areNeighbours(apart.terms[0]!, apart.terms[1]!)) found.push(apart)
  }
  return found
}

function asAlternative({ term, isLikely }: Correction, rank: number): Alternative {
  const nearest = isLikely ? trust.correction : trust.doubtfulCorrection
  return { terms: [term], ...(rank > 0 ? trust.secondCorrection : nearest) }
}

/** All runs of at most `longest` items that the one at `place` is part of. */
function runsAround<Item>(items: readonly Item[], place: number, longest: number): Item[][] {
  const runs: Item[][] = []
  for (let start = Math.max(0, place - longest + 1); start <= place; start++) {
    for (let end = place + 1; end <= Math.min(items.length, start + longest); end++)
      runs.push(items.slice(start, end))
  }
  return runs
}
