import { fold } from '../../text/fold.ts'
import { editDistance } from '../../text/nearest-names.ts'
import { remembering, rememberingOf } from '../../text/remembering.ts'
import { isDocumentStopWord, isEmoji, isNameInCapitals, splitWords, type Word } from '../analysis/analyzer.ts'
import { languageCodeOf, stem, stopWordsOf } from '../analysis/stem.ts'
import { askingWordLists } from './asking-word-lists.ts'
import { everydayWordLists } from './everyday-word-lists.ts'
import type { Query, QueryPart, QueryWord, QuestionPlace, QuestionWordRole } from './query.ts'
import {
  adjectiveList,
  genericWordLists,
  grammarWordLists,
  oftenMistypedList,
  requestWordLists,
} from './question-word-lists.ts'

/** Role of a folded word (without apostrophes: `dont`). */
export const roleOf = remembering((word): QuestionWordRole => {
  if (isGrammar(word)) return 'grammar'
  if (hasAnyForm(word, request)) return 'request'
  if (generic.has(word)) return 'generic'
  // Most emoji only say how something is meant.
  if (isEmoji(word)) return 'generic'
  return isEverydayWord(word) ? 'everyday' : 'topic'
})

/** Whether a folded word only holds a sentence together. */
export function isGrammar(word: string): boolean {
  return hasAnyForm(word, grammar)
}

/** But `III` is no `i`. */
function hasAnyForm(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || withoutStretching(word).some((form) => form.length > 1 && words.has(form))
}

/** `help` and `heelp` for `heeelp`: what may be meant by a letter that is typed three times or more; nothing if there is none. */
export function withoutStretching(word: string): readonly string[] {
  return stretched.test(word) ? [word.replace(allStretched, '$1'), word.replace(allStretched, '$1$1')] : []
}

const stretched = /(\p{L})\1\1/u
const allStretched = /(\p{L})\1{2,}/gu

/** Whether a folded word is an adjective and nothing else, as far as we know. */
export function isAdjective(word: string): boolean {
  return adjectives.has(word)
}

/** Whether it is a misspelt word of grammar or request: `waht`, `abuot`, `somthing`. */
export const isMisspeltQuestionWord = remembering((word): boolean => {
  if (word.length > maxQuestionWordLength) return false
  if (shortQuestionWordMeant(word) !== undefined) return true
  return word.length >= minMisspeltLength && longWords.some((known) => editDistance(word, known, 1) === 1)
})

const maxQuestionWordLength = 14
/** Shorter words have too many neighbours: `rust` is not `must`. */
const minMisspeltLength = 6

/**
 * The word of grammar or request that has two letters swapped in another (`abuot`), or has lost one (`abut`, `wich`); undefined if
 * there is none.
 */
export function shortQuestionWordMeant(word: string): string | undefined {
  if (word.length > maxQuestionWordLength || grammar.has(word)) return undefined
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (swapped !== word && (grammar.has(swapped) || request.has(swapped))) return swapped
  }
  return lettersLost.get(word)
}

/** Whether a word only asks in one of some languages, or holds a question together: `comment`, `wieso`. */
export function asksIn(word: string, languages: readonly string[]): boolean {
  return askingWordsOf(languages).has(word)
}

/**
 * Words of everyday life. Any long note has some of them in passing ("the joke answer is …"), so that a talk has such a
 * word only counts in full if it is part of a title or a tag; and none of them is a misspelling of something else.
 */
function isEverydayWord(word: string): boolean {
  return isFormOf(word, everydayWords)
}

/** Whether a word or what it may be a form of is one of these. */
export function isFormOf(word: string, words: ReadonlySet<string>): boolean {
  return words.has(word) || (hasEnding.test(word) && withoutEnding(word).some((form) => words.has(form)))
}

/**
 * What the word may be a form of: plural, past or gerund. Stems would not do: `container` and `dependency` have those of
 * `contain` and `depend`.
 */
function withoutEnding(word: string): readonly string[] {
  return endings.map(([ending, rest]) => word.replace(ending, rest))
}

/** What ends in none of these is no form of another word, as most words are none. */
const hasEnding = /(?:s|ed|ing)$/
const endings: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/(?<![sxzo]|[cs]h)s$/, ''],
  [/(?<=[sxzo]|[cs]h)es$/, ''],
  [/ies$/, 'y'],
  [/(?<=e)d$/, ''],
  [/ed$/, ''],
  [/(.)\1ed$/, '$1'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1ing$/, '$1'],
]

const grammar = setOf(grammarWordLists)
const request = setOf(requestWordLists)
const generic = setOf(genericWordLists)
const adjectives = setOf([adjectiveList])
const everydayWords = setOf(everydayWordLists)
/** By what is left of it: a word of those that questions are made of. Of other short words, what is left is often another word. */
const lettersLost: ReadonlyMap<string, string> = new Map(
  oftenMistypedList
    .split(/\s+/)
    .flatMap((word) =>
      Array.from({ length: word.length - 2 }, (_, at): [string, string] => [
        word.slice(0, at + 1) + word.slice(at + 2),
        word,
      ]).filter(([left]) => ![grammar, request, generic, everydayWords].some((known) => known.has(left))),
    ),
)
const longWords = [...grammar, ...request].filter((word) => word.length >= minMisspeltLength)

function setOf(lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').trim().split(/\s+/))
}

/** The parts of a question whose words are not plain ones. */
interface ClauseParts extends Pick<Query, 'phrases' | 'prefixes' | 'filters'> {
  /** All places that are no plain words, phrases among them. */
  readonly taken: readonly QuestionPlace[]
}

/** The words of a question, each with its role and use. Words that only ask are topics if nothing else would remain. */
export function readWords(text: string, { taken, phrases, prefixes, filters }: ClauseParts): QueryWord[] {
  const words = splitWords(text).map(({ text: folded, start, end, parts }): WordInRole => {
    const { text: same, role, term } = knownWord(folded)
    return { text: same, role, term, start, end, parts }
  })
  const plain = words.filter((word) => !overlapsAny(word, taken))
  const isAboutMore = phrases.length + prefixes.length + filters.length > 0
  const topics = new Set([
    ...plainTopics(plain, text, isAboutMore),
    ...phrases.flatMap((phrase) => phraseTopics(words, phrase, text)),
  ])
  const inPlain = new Set(plain)
  const { sentenceAt, asks } = readSentences(text)
  // “Should we use one?” asks for what was spoken of before.
  const asking = new Set(
    [...topics]
      .filter(tellsTopic)
      .map(({ start }) => sentenceAt(start))
      .filter(asks),
  )
  return words.map((word) => ({
    text: text.slice(word.start, word.end),
    start: word.start,
    end: word.end,
    folded: word.text,
    term: word.term,
    parts: word.parts,
    role: word.role,
    use: topics.has(word) ? 'topic' : inPlain.has(word) ? 'asking' : 'clause',
    sentence: sentenceAt(word.start),
    isContext: asking.size > 0 && !asking.has(sentenceAt(word.start)),
  }))
}

/** A word of a question, with what it does there. */
interface WordInRole extends Word {
  readonly role: QuestionWordRole
  readonly term: string
}

/** What is known of a folded word wherever it stands. Its text is always the same string: these are compared fastest. */
const knownWord = remembering((folded): Pick<WordInRole, 'text' | 'role' | 'term'> => {
  return { text: folded, role: roleOf(folded), term: stem(folded) }
})

interface Sentences {
  readonly sentenceAt: (place: number) => number
  readonly asks: (sentence: number) => boolean
}

/**
 * Which sentence a place stands in, and which ask. People leave capitals out in a chat, so that a sign and a blank have to do.
 * What tells how a question came up often ends with less: with a colon, a dash or a comma.
 */
function readSentences(text: string): Sentences {
  const starts = [0]
  for (const { index, 0: sign } of text.matchAll(border)) {
    const before = text.slice(starts.at(-1), index)
    const start = index + sign.length
    if (isSentenceEnd(sign, before, text.slice(start, start + maxOpening))) starts.push(start)
  }
  const asks = starts.map((start, nth) => {
    const sentence = text.slice(start, starts[nth + 1])
    return opening.test(sentence) || sentence.trimEnd().endsWith('?')
  })
  return {
    sentenceAt: (place) => starts.findLastIndex((start) => start <= place),
    asks: (sentence) => asks[sentence] === true,
  }
}

const border = /[.?!…]+(?=\s)|[:;,](?=\s)|(?<=\s)[–—-]+(?=\s)/gu
/** UTF-16 units within which a question's first word stands. */
const maxOpening = 40
const opening = new RegExp(
  [
    String.raw`^[^\p{L}]*(?:(?:and|but|so|or|also|still|then|now|well|ok|okay|hi|hey|hello|please)[\s,]+){0,3}(?:what|`,
    'which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|should|would|will|has|have|',
    String.raw`any|anyone|anybody)\b`,
  ].join(''),
  'iu',
)

/** A title may have a colon, and a topic a comma after it: few words before these are no sentence. */
function isSentenceEnd(sign: string, before: string, after: string): boolean {
  if (/[.?!…]/.test(sign)) return true
  const isLong = before.trim().split(/\s+/).length >= minWordsBefore
  if (sign !== ',') return isLong || opening.test(after)
  return opening.test(after) && (isLong || /^\s+(?:but|so)\s/i.test(after))
}

const minWordsBefore = 6

/** @param isAboutMore whether a phrase, prefix or filter has a topic too */
function plainTopics(plain: readonly WordInRole[], question: string, isAboutMore: boolean): WordInRole[] {
  const topics = plain.filter(
    (word) => (carriesTopic(word) && !onlyAsks(word, plain)) || isNameHere(word, plain, question),
  )
  const asked =
    isAboutMore || topics.length > 0
      ? topics
      : plain.filter((word) => plain.length === 1 || word.role !== 'grammar')
  return asked.filter((word) => isSearched(word, plain, question))
}

function phraseTopics(words: readonly WordInRole[], phrase: QueryPart, question: string): WordInRole[] {
  const inPhrase = words.filter((word) => overlapsAny(word, [phrase]))
  return inPhrase.filter((word) => isSearched(word, inPhrase, question))
}

/** Whether a word that would tell a topic elsewhere only asks where it stands. */
function onlyAsks(word: WordInRole, words: readonly WordInRole[]): boolean {
  return (
    isCommand(word, words) ||
    isPraise(word, words) ||
    isAmountWanted(word, words) ||
    isMeaning(word, words) ||
    isTimeOfAsking(word, words)
  )
}

/** Whether texts are found by the word: not by a stop word, unless it is a name. */
function isSearched(word: WordInRole, words: readonly WordInRole[], question: string): boolean {
  return !isDocumentStopWord(word.text) || isCapitalName(word, words, question)
}

function carriesTopic({ role }: WordInRole): boolean {
  return role !== 'grammar' && role !== 'request'
}

/** `this year`, `last week`: by the clock of whoever asks, so that no note need say it. */
function isTimeOfAsking(word: Word, words: readonly Word[]): boolean {
  const at = words.indexOf(word)
  const [before, after] = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
  return periods.has(word.text)
    ? leadsToPeriod.has(before)
    : leadsToPeriod.has(word.text) && periods.has(after)
}

const periods: ReadonlySet<string> = new Set('week weeks weekend month months year years'.split(' '))
const leadsToPeriod: ReadonlySet<string> = new Set('this last past previous'.split(' '))

/** `list talks about tides`, `can you recommend something`: before a word that only asks, and after no other, it tells what to do. */
function isCommand(word: WordInRole, words: readonly WordInRole[]): boolean {
  const commands = words[0] === word ? firstCommands : laterCommands
  if (!commands.has(word.text)) return false
  const at = words.indexOf(word)
  const next = words[at + 1]
  return next !== undefined && !carriesTopic(next) && !words.slice(0, at).some(carriesTopic)
}

const laterCommands: ReadonlySet<string> = new Set(['recommend', 'suggest'])
const firstCommands: ReadonlySet<string> = new Set([...laterCommands, 'list', 'count', 'enumerate'])

/** `the best talk about tides`: whoever asks for talks wants good ones. */
function isPraise(word: WordInRole, words: readonly WordInRole[]): boolean {
  const next = words[words.indexOf(word) + 1]
  return praises.has(word.text) && (next?.role === 'request' || isAmountWanted(next, words))
}

/** `top 3 talks on tides`: how many talks somebody wants, no talk says. Of `Python 3 talks`, it is a version. */
function isAmountWanted(word: WordInRole | undefined, words: readonly WordInRole[]): boolean {
  if (word === undefined || !amount.test(word.text)) return false
  const at = words.indexOf(word)
  const before = words[at - 1]
  const isOfBefore = before?.role === 'topic' && !praises.has(before.text)
  return !isOfBefore && severalNouns.has(words[at + 1]?.text ?? '')
}

const amount = /^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)$/
const severalNouns: ReadonlySet<string> = new Set('talks sessions lectures presentations'.split(' '))

/** `what does GIL stand for?` */
function isMeaning(word: WordInRole, words: readonly WordInRole[]): boolean {
  return word.text === 'stand' && words[0]?.text === 'what' && words[words.indexOf(word) + 1]?.text === 'for'
}

const praises: ReadonlySet<string> = new Set(
  'top best good great nice cool interesting favourite favorite recommended'.split(' '),
)

/** Whether a word that would only hold the question together, or ask, is a name in it. */
function isNameHere(word: WordInRole, words: readonly WordInRole[], question: string): boolean {
  return isCapitalName(word, words, question) || isCapitalised(word, words, question)
}

/**
 * "US" and "IT"; but longer stop words in capitals ("do NOT use threads") are only stressed, and the OR between two topics
 * is what other search engines ask for.
 */
function isCapitalName(word: WordInRole, words: readonly WordInRole[], question: string): boolean {
  const { text, start, end } = word
  const written = question.slice(start, end)
  if (written === text || !isNameInCapitals(written, question)) return false
  if (!isDocumentStopWord(text)) return true
  return text.length === 2 && !(text === 'or' && isBetweenTopics(words.indexOf(word), words))
}

function isBetweenTopics(place: number, words: readonly WordInRole[]): boolean {
  return [words[place - 1], words[place + 1]].every((word) => word !== undefined && tellsTopic(word))
}

/** Whether a word says what it is about, rather than only how or what is asked of it. */
export function tellsTopic({ role }: Pick<WordInRole, 'role'>): boolean {
  return role === 'topic' || role === 'everyday'
}

/** "Is Go fast?": a capital in the middle of a sentence, if most other words have none. */
function isCapitalised({ role, start }: WordInRole, words: readonly WordInRole[], question: string): boolean {
  if (role !== 'request' || !/^\p{Lu}\p{Ll}/u.test(question.slice(start, start + 4))) return false
  if (!/[\p{L}\p{N},]\s+$/u.test(question.slice(Math.max(0, start - 10), start))) return false
  const others = words.slice(1)
  const small = others.filter((other) => /^\p{Ll}/u.test(question.slice(other.start, other.start + 2)))
  return small.length > (others.length - 1) / 2
}

/**
 * Which words of a question only hold it together, or only ask, in the language that it is asked in: English ones are
 * known to `roleOf`, so this is about the other languages of the notes.
 * @param words of the question
 * @param languages of the notes
 * @returns them folded
 * @example wordsThatOnlyAsk(parseQuery('Chi ha parlato di asyncio?').words, ['en', 'it']) // => all but asyncio
 */
export function wordsThatOnlyAsk(
  words: readonly Pick<QueryWord, 'folded' | 'role'>[],
  languages: readonly string[],
): ReadonlySet<string> {
  const asking = askingWordsOf(languages)
  const counts = new Map<string, number>()
  for (const { folded } of words)
    for (const code of asking.get(folded) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  if (most < minAskingWords || most <= words.filter(asksInEnglish).length) return none
  const asked = codesOf(languages).find((code) => counts.get(code) === most)!
  return new Set(words.map(({ folded }) => folded).filter((word) => asking.get(word)?.includes(asked)))
}

const none: ReadonlySet<string> = new Set()

function asksInEnglish({ role }: Pick<QueryWord, 'role'>): boolean {
  return role === 'grammar' || role === 'request'
}

/** In which questions are asked of English notes, too: of all that is known how to ask in, those that are written like English. */
export const askedLanguages: readonly string[] = ['de', 'es', 'fr', 'it', 'nl', 'pt']

/** A single one may be a word of another language: `die` is German, and English. */
const minAskingWords = 2

const codesOf = rememberingOf((languages: readonly string[]) => [...new Set(languages.map(languageCodeOf))])

/** By word that only asks in some of these languages: in which. */
const askingWordsOf = rememberingOf(
  (languages: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const asking = new Map<string, string[]>()
    for (const code of codesOf(languages))
      for (const word of new Set([...stopWordsOf(code), ...(alsoAsking.get(code) ?? [])]))
        asking.set(word, [...(asking.get(word) ?? []), code])
    return asking
  },
)

const alsoAsking: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(askingWordLists).map(([code, words]) => [code, words.split(/\s+/).map(fold)]),
)

/** Whether something stands in one of the places, be it in part. */
export function overlapsAny(one: QuestionPlace, places: readonly QuestionPlace[]): boolean {
  return places.some(({ start, end }) => start < one.end && one.start < end)
}
