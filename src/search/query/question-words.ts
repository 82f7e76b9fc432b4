import { remembering } from '../../text/remembering.ts'
import { isDocumentStopWord, isNameInCapitals, splitWords, type Word } from '../analysis/analyzer.ts'
import { stem } from '../analysis/stem.ts'
import type { Query, QueryPart, QueryWord, QuestionPlace, QuestionWordRole } from './query.ts'
import { roleOf, tellsTopic } from './word-roles.ts'

/** The parts of a question whose words are not plain ones. */
interface ClauseParts extends Pick<Query, 'phrases' | 'prefixes' | 'filters'> {
  /** All places that are no plain words, phrases among them. */
  readonly taken: readonly QuestionPlace[]
}

/** The words of a question, each with its role and use. Words that only ask are topics if nothing else would remain. */
export function readWords(text: string, { taken, phrases, prefixes, filters }: ClauseParts): QueryWord[] {
  const words = splitWords(text).map(({ text: folded, start, end, parts }): WordInRole => {
    const { text: same, role, term } = knownWord(folded)
    const isName = innerCapital.test(text.slice(start, end))
    return { text: same, role: isName ? 'topic' : role, term, start, end, parts }
  })
  const plain = words.filter((word) => !overlapsAny(word, taken))
  const isAboutMore = phrases.length + prefixes.length + filters.length > 0
  const topics = new Set([
    ...plainTopics(plain, text, isAboutMore),
    ...phrases.flatMap((phrase) => phraseTopics(words, phrase, text)),
  ])
  const inPlain = new Set(plain)
  const { sentenceAt, asks } = readSentences(text)
  // “Should we use one?” refers to something said before.
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

/** `ChAP` is a name, and no chap; but `WHat` is a slip. */
const innerCapital = /^\p{Lu}\p{Ll}+\p{Lu}/u

/** A word of a question, with what it does there. */
interface WordInRole extends Word {
  readonly role: QuestionWordRole
  readonly term: string
}

/** What is known of a folded word wherever it stands. Its text is always the same string, which is fastest to compare. */
const knownWord = remembering((folded): Pick<WordInRole, 'text' | 'role' | 'term'> => {
  return { text: folded, role: roleOf(folded), term: stem(folded) }
})

interface Sentences {
  readonly sentenceAt: (place: number) => number
  readonly asks: (sentence: number) => boolean
}

/**
 * Which sentence a place stands in, and which ask. People leave capitals out in a chat, so a sign and a blank have to be enough.
 * What tells how a question came up may also end with a colon, a dash or a comma.
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
  const start = addressee.exec(question)?.[0].length ?? 0
  const topics = plain.filter(
    (word) =>
      word.start >= start &&
      ((carriesTopic(word) && !onlyAsks(word, plain)) || isNameHere(word, plain, question)),
  )
  const asked =
    isAboutMore || topics.length > 0
      ? topics
      : plain.filter((word) => plain.length === 1 || word.role !== 'grammar')
  return asked.filter((word) => isSearched(word, plain, question))
}

/** `Hey Hallway, …`, which names whom it asks. */
const addressee =
  /^[^\p{L}]*(?:(?:hi|hey|hello|hallo|moin|ok|okay|dear|yo)[\s,]+)?(?:hallway|bot)\s*[,:!](?=\s*\S)/iu

function phraseTopics(words: readonly WordInRole[], phrase: QueryPart, question: string): WordInRole[] {
  const inPhrase = words.filter((word) => overlapsAny(word, [phrase]))
  return inPhrase.filter((word) => isSearched(word, inPhrase, question))
}

/** Whether a word that would tell a topic elsewhere only asks where it stands. */
function onlyAsks(word: WordInRole, words: readonly WordInRole[]): boolean {
  return (
    isCommand(word, words) ||
    isOrder(word, words) ||
    isLeadIn(word, words) ||
    isPraise(word, words) ||
    isAmountWanted(word, words) ||
    isMeaning(word, words) ||
    isAnybody(word, words) ||
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

/** `this year`, `last week`: by the asker's clock, so that no note need say it. */
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

/** `teach me tides`, `can you fill me in on tides`: something is to be told. In `call me maybe`, nothing is. */
function isOrder(word: WordInRole, words: readonly WordInRole[]): boolean {
  const at = words.indexOf(word)
  return (
    verbsOfTelling.has(word.text) && words[at + 1]?.text === 'me' && !words.slice(0, at).some(carriesTopic)
  )
}

const verbsOfTelling: ReadonlySet<string> = new Set('teach fill point walk brief bring send'.split(' '))

/**
 * `any pointers on tides`, `I’d love to hear about tides`, `a colleague asked me about tides`: what is asked follows, after an “about”,
 * and nothing of it stands before. These words are hardly ever what is asked, and only `pointers` is without another word of asking.
 */
function isLeadIn(word: WordInRole, words: readonly WordInRole[]): boolean {
  if (!leadIns.has(word.text)) return false
  const at = words.indexOf(word)
  const after = words.slice(at + 1)
  const between = after.slice(0, Math.max(0, after.findIndex(carriesTopic)))
  const isAsked = between.some(({ role }) => role === 'request')
  const isGiven = isPointers(word) && quantities.has(words[at - 1]?.text ?? '')
  const leads = between.some(({ text }) => wordsBeforeTopic.has(text))
  return leads && (isAsked || isGiven) && !words.slice(0, at).some(carriesTopic)
}

const isPointers = ({ text }: Word) => text === 'pointer' || text === 'pointers'
const quantities: ReadonlySet<string> = new Set('any some few me'.split(' '))
const leadIns: ReadonlySet<string> = new Set(
  'pointer pointers love loved keen eager happy glad colleague colleagues coworker coworkers teammate teammates'.split(
    ' ',
  ),
)

/** After these stands what is asked about. */
export const wordsBeforeTopic: ReadonlySet<string> = new Set('about on regarding concerning'.split(' '))

/** `the best talk about tides`: everyone who asks for talks wants good ones. */
function isPraise(word: WordInRole, words: readonly WordInRole[]): boolean {
  const next = words[words.indexOf(word) + 1]
  return praises.has(word.text) && (next?.role === 'request' || isAmountWanted(next, words))
}

/** `top 3 talks on tides`, `give me 3 takeaways`: no talk says how many are wanted. In `Python 3 talks`, the number is a version. */
function isAmountWanted(word: WordInRole | undefined, words: readonly WordInRole[]): boolean {
  if (word === undefined || !amount.test(word.text)) return false
  const at = words.indexOf(word)
  const before = words[at - 1]
  const isOfBefore = before?.role === 'topic' && !praises.has(before.text)
  return !isOfBefore && severalNouns.has(words[at + 1]?.text ?? '')
}

const amount = /^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)$/
const severalNouns: ReadonlySet<string> = new Set(
  'talks sessions lectures presentations takeaways things points tips lessons learnings'.split(' '),
)

/** `what does GIL stand for?` */
function isMeaning(word: WordInRole, words: readonly WordInRole[]): boolean {
  return word.text === 'stand' && words[0]?.text === 'what' && words[words.indexOf(word) + 1]?.text === 'for'
}

/** `what do people like about tides`: whoever they are, as with “you” and “they”. */
function isAnybody(word: WordInRole, words: readonly WordInRole[]): boolean {
  return word.text === 'people' && auxiliaries.has(words[words.indexOf(word) - 1]?.text ?? '')
}

const auxiliaries: ReadonlySet<string> = new Set('do does did can could should would will'.split(' '))

const praises: ReadonlySet<string> = new Set(
  'top best good great nice cool interesting favourite favorite recommended brief'.split(' '),
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

/** "Is Go fast?": a capital in the middle of a sentence, if most other words have none. */
function isCapitalised({ role, start }: WordInRole, words: readonly WordInRole[], question: string): boolean {
  if (role !== 'request' || !/^\p{Lu}\p{Ll}/u.test(question.slice(start, start + 4))) return false
  if (!/[\p{L}\p{N},]\s+$/u.test(question.slice(Math.max(0, start - 10), start))) return false
  const others = words.slice(1)
  const small = others.filter((other) => /^\p{Ll}/u.test(question.slice(other.start, other.start + 2)))
  return small.length > (others.length - 1) / 2
}

/** Whether something stands in one of the places, all of it. */
export function isInAny(one: QuestionPlace, places: readonly QuestionPlace[]): boolean {
  return places.some(({ start, end }) => start <= one.start && one.end <= end)
}

/** The same, be it in part. */
export function overlapsAny(one: QuestionPlace, places: readonly QuestionPlace[]): boolean {
  return places.some(({ start, end }) => start < one.end && one.start < end)
}
