import { dayNames, monthNames } from '../calendar/day-names.ts'
import { spellingsOfDays } from '../calendar/spelling-list.ts'
import { isEmoji } from '../search/analysis/analyzer.ts'
import type { KnownNames } from '../search/filter/known-names.ts'
import { topicsOf, wordsBesideFields } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import { remembering } from '../text/remembering.ts'
import { maxQuestionLength, type NoAnswerReason } from './answer.ts'
import type { Asking } from './asking.ts'
import { wordsThatListElsewhere } from './listing/list-in-english.ts'
import * as lists from './listing/listing-word-lists.ts'
import { type PhraseAt, phrasesAt } from './listing/phrases-at.ts'
import { dayField } from './programme/find/dates-in-fields.ts'
import { germanWords } from './programme/read/german-in-english.ts'
import * as programme from './programme/read/programme-word-lists.ts'
import { signOfKindOnTopic } from './said-in-words/read-kind-on-topic.ts'
import { signOfLanguageOrLinks } from './said-in-words/read-language-or-links.ts'
import { signOfLeavingOut } from './said-in-words/read-left-out.ts'
import { asSmallTalk } from './small-talk/small-talk.ts'

/**
 * Signs that a question may want something other than what talks say. Most questions have none, and then no reader of lists or
 * programmes looks at them. A sign may mislead, since the readers decide; but every question that a reader takes must have its sign.
 */

/** Whether a question may want what no talk says: a list, a count, links, or something about the notes as a whole. */
export const mayWantCollection = (query: Query): boolean =>
  mayWantList(query) ||
  mayWantLinks(query) ||
  mayAskOfNotes(query) ||
  mayAskOfTalks(query) ||
  mayBeGerman(query) ||
  mayListElsewhere(query)

/** Whether a question may say in words what the query language says with signs. */
export const maySayInWords = ({ text }: Query): boolean =>
  [signOfLanguageOrLinks, signOfKindOnTopic, signOfLeavingOut].some((sign) => sign.test(text))

/** Why a question cannot be asked as it stands. */
export type RefusalReason = Extract<
  NoAnswerReason,
  'too-long' | 'empty' | 'small-talk' | 'only-exclusions' | 'no-words'
>

/** Undefined if it can. A question without words is refused only if it has no filter either. */
export function whyRefused({ question, query, parts }: Asking): RefusalReason | undefined {
  const { text, prefixes, filters, exclusions } = query
  if (question.length > maxQuestionLength) return 'too-long'
  if (text === '') return 'empty'
  const bare = (said: string) => said.toLowerCase().replace(/[\s?!.]+$/, '')
  const isATitle = () => parts.corpus.talks.some(({ title }) => bare(title) === bare(text))
  if (/\p{L}/u.test(text) && asSmallTalk(text) !== undefined && !isATitle()) return 'small-talk'
  if (hasWords(query) || prefixes.length > 0 || filters.some(({ isExcluded }) => !isExcluded))
    return undefined
  return exclusions.length + filters.length > 0 ? 'only-exclusions' : 'no-words'
}

/** Whether it has a word to look for: without one, only a title of small words or an emoji may be meant. */
const hasWords = (query: Query): boolean => topicsOf(query).some(({ folded }) => !isEmoji(folded))

/** Whether a question may want a list or a count: it says what can be listed, or that something is to be listed. */
export function mayWantList(query: Query): boolean {
  const plain = wordsBesideFields(query)
  const says = ({ phrase }: PhraseAt) =>
    lists.thingsByName.has(phrase) || lists.listing.has(phrase) || lists.counting.has(phrase)
  return plain.some(({ folded }, at) => lists.beginnings.has(folded) && phrasesAt(plain, at).some(says))
}

/** Whether a question may want a list or a count in a language that is neither English nor German. */
const mayListElsewhere = ({ words }: Query): boolean =>
  words.some(({ folded }) => wordsThatListElsewhere.has(folded))

/** Whether a question may want nothing but links. */
export function mayWantLinks({ words }: Query): boolean {
  return words.some(({ folded }) => lists.linkWords.has(folded))
}

/** Whether a question may ask about the notes as a whole. */
export function mayAskOfNotes({ words }: Query): boolean {
  return words.length <= maxWordsOfNotes && words.some(({ folded }) => lists.wholeWords.has(folded))
}

/** Whether a question may ask what the notes keep of a talk apart from what it says, or which talk has most of it. */
export function mayAskOfTalks({ words }: Query): boolean {
  return words.length <= maxWordsOfFact && words.some(({ folded }) => signsOfFacts.has(folded))
}

/** Longer than any such question. */
const maxWordsOfFact = 25
const signsOfFacts: ReadonlySet<string> = new Set(
  `tag tags tagged topic topics keyword keywords key speaker speakers presenter presenters takeaway takeaways aways away learnings points
  point follow followup followups action todos dos video videos recording recordings link links url urls longest lengthiest
  longer shorter than over under shortest briefest kind type sort language gave presented held delivered gives presents`.split(
    /\s+/,
  ),
)

/** Longer than any question about the notes as a whole. */
const maxWordsOfNotes = 14

/** Whether a question has a word that no English question has. */
export function mayBeGerman({ text }: Query): boolean {
  return (text.toLowerCase().match(lettersAndDigits) ?? []).some((word) => germanWords.has(word))
}

/** Whether a question may ask about a day, a time, a room or a programme. */
export function mayGoByClock(question: string, names: Pick<KnownNames, 'rooms' | 'hasWord'>): boolean {
  if (question.search(dayField) >= 0) return true
  const words = question.split(/[\s,]+/)
  if (words.length > maxWords) return false
  if (clockPhrases.some((phrase) => question.search(phrase) >= 0)) return true
  const runs = question.toLowerCase().match(lettersAndDigits) ?? []
  if (runs.some(isClockWord)) return true
  return names.rooms.length > 0 && words.some((word) => names.hasWord('room', word))
}

/** Longer than any question that goes by the clock. */
const maxWords = 31

const lettersAndDigits = /[\p{L}\p{M}\p{N}]+/gu

const clockPhrases: readonly RegExp[] = [
  new RegExp(
    [
      String.raw`(?:\b(?:at|around|after|from|since|before|until|till|between|am|um)\s+|@\s*)(?:\d|(?:one|two|three|four|`,
      String.raw`five|six|seven|eight|nine|ten|eleven|twelve)\b)`,
    ].join(''),
    'i',
  ),
  // `10:30`, `10h30`, `3pm`, `9-11`, `30 min`, `the 5th`
  new RegExp(
    [
      String.raw`\d[:h]\d|\d\s*[ap]\.?m\b|\d\s*[-–]\s*\d|(?:\d|\b(?:an?|half|one|two|three|four|five|six|seven|eight|nine|`,
      String.raw`ten)\b)\s*(?:h|m)\b|\d\s*(?:hrs?|mins?)\b|\d(?:st|nd|rd|th)\b`,
    ].join(''),
    'i',
  ),
  // `24/12`, `5.1.`, and nothing but a year
  /(?<![\d./])\d{1,2}\/\d{1,2}(?![\d])|(?<![\d.])\d{1,2}\.(?:0?[1-9]|1[0-2])(?![\d])|^\W*\d{4}\W*$/,
  // Who asks for a time begins or ends with it.
  /^\W*(?:\S+\s+){0,8}(?:when|where|time|late|early)(?:['’]?s)?\b|\b(?:when|where|time)\W*$/i,
  /\b(?:what|wat|who|any(?:thing|one|body)|some(?:thing|one|body))(?:['’]?s)?\s+(?:(?:is|was|will\s+be|r)\s+)?(?:still\s+)?(?:on|up)\b/i,
  /\b(?:is|are|was|were|has|have)\s.*\b(?:over|done|finished|ended|started|begun|running|still)\b/i,
  /\b(?:has|have|did)\s.*\b(?:spoken|speak|talked|presented)(?:\s+(?:yet|now|already))?\W*$/i,
  /\b(?:first|last|final)\s+(?:talk|session|speaker|presentation|lecture|workshop|tutorial|keynote|thing)/i,
  /\b(?:on|up|goes|comes|speaks|starts)\s+first\b|\bgoing\s+on\b|\bline-up\b/i,
  /\b(?:still|yet)\s+(?:to\s+come|catch|see|attend|make|visit|hear|join|coming|ahead)\b/i,
  /\bhow\s+(?:much\s+)?long|\brest\s+of\b|\bsame\s+time\b|\b(?:clash|collid|overlap|conflict)/i,
]

/** Of weekdays and months, as people shorten them. */
const beginningsOfDays = [...dayNames, ...monthNames].flatMap((name) =>
  Array.from({ length: name.length - 2 }, (_, at) => name.slice(0, at + 3).toLowerCase()),
)

const clockWords: ReadonlySet<string> = new Set([
  ...beginningsOfDays,
  ...spellingsOfDays.keys(),
  ...germanWords,
  ...programme.programmeWords,
  ...programme.roomWords,
  ...programme.roomsWords,
  ...programme.busyWords,
  ...programme.misspellable,
  ...`today day days week weeks weekend fortnight month months year years date noon midday midnight night hour
  hours hr minute minutes min present moment now next later afterwards remainder left remaining after before
  since until till during following while parallel alongside opposite follows lunch lunchtime lunchbreak break breaks length
  duration slot place city town country venue location miss missed happened panels`.split(/\s+/),
])

/** Also with a slip in it. */
const isClockWord = remembering((word) => clockWords.has(word) || mayBeSlip(word))

/** Whether a word has all letters but two of a known word: a misspelt one has. */
function mayBeSlip(word: string): boolean {
  return programme.misspellable.some(
    (known) =>
      known[0] === word[0] &&
      Math.abs(known.length - word.length) <= maxSlips &&
      lettersLacking(known, word) <= maxSlips &&
      lettersLacking(word, known) <= maxSlips,
  )
}

const maxSlips = 2

/** How many letters of one word another lacks. */
function lettersLacking(word: string, other: string): number {
  let rest = other
  let lacking = 0
  for (const letter of word) {
    if (rest.includes(letter)) rest = rest.replace(letter, '')
    else lacking++
  }
  return lacking
}
