import { abbreviationList, numberedAbbreviationList } from './abbreviation-list.ts'
import type { Range } from './range.ts'
import { remembering } from './remembering.ts'

/**
 * The sentences of a text, without the blanks around them. A sentence goes on after an abbreviation, and before a small
 * letter; a line break ends it. If that is not certain (`in C. It is fast.`) two sentences count as one, since half a
 * sentence reads worse than two.
 * @param language BCP 47
 * @example sentencesOf('Ask Dr. Who, e.g. on No. 5. Then go.', 'en').length // => 2
 */
export function sentencesOf(text: string, language: string): readonly Range[] {
  return sentencesIn(language)(text)
}

/** Answers quote the same talks again and again. */
const sentencesIn = remembering((language) => remembering((text) => readSentences(text, language), maxTexts))

/** About a kilobyte each. */
const maxTexts = 5000

function readSentences(text: string, language: string): readonly Range[] {
  const sentences: [start: number, end: number][] = []
  let index = 0
  for (const border of bordersIn(text, language)) {
    const segment = text.slice(index, border)
    const end = index + segment.trimEnd().length
    if (end > index) {
      const last = sentences.at(-1)
      const before = last && text.slice(Math.max(last[0], index - maxLookBack), index)
      if (last && before && goesOn(before, segment, language)) last[1] = end
      else sentences.push([index + segment.search(/\S/u), end])
    }
    index = border
  }
  return sentences
}

/** Where sentences end, abbreviations aside, in order; the end of the text comes last. */
function bordersIn(text: string, language: string): readonly number[] {
  const borders = isPlain(text, language)
    ? Array.from(text.matchAll(sentenceEnd), ({ index, 0: sign }) => index + sign.length)
    : Array.from(segmenterOf(language).segment(text), ({ index, segment }) => index + segment.length)
  return [...borders, text.length]
}

/** In Greek, a semicolon asks. */
function isPlain(text: string, language: string): boolean {
  return plainSigns.test(text) && !language.startsWith('el')
}

/** Longer than any abbreviation. */
const maxLookBack = 40

/** By language: to make one takes longer than to cut a passage with it. */
const segmenterOf = remembering((language) => new Intl.Segmenter(language, { granularity: 'sentence' }))

function goesOn(before: string, next: string, language: string): boolean {
  if (/[\n\u2028\u2029]\s*$/u.test(before)) return false
  if (/^[\s"'“‘„«([]*\p{Ll}/u.test(next)) return true
  const word = /(?<![\p{L}\p{N}])([\p{L}\p{N}.-]+)\.\s*$/u.exec(before)?.[1]?.toLowerCase()
  if (word === undefined) return false
  const isBeforeNumber = /^\p{N}/u.test(next)
  return (
    abbreviations.has(word) ||
    // An initial, or several letters with dots: `J. Smith`, `z. B.`, `e.g.`, `U.S.`
    /^\p{L}(?:\.-?\p{L})*$/u.test(word) ||
    (isBeforeNumber && numbered.has(word)) ||
    // `am 3. Oktober`, whatever the language is said to be
    (/^\p{N}{1,2}$/u.test(word) && (language.startsWith('de') || germanMonth.test(next)))
  )
}

const germanMonth =
  /^\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/

const abbreviations: ReadonlySet<string> = new Set(abbreviationList.split(/\s+/))
const numbered: ReadonlySet<string> = new Set(numberedAbbreviationList.split(' '))

/**
 * What most texts are made of: ASCII, letters of Western Europe, quotation marks and dashes. Of these alone, `sentenceEnd` and
 * `Intl.Segmenter` say the same.
 */
export const plainSigns = /^[\0-\x7f\u00a0À-ÖØ-öø-ÿ«»‘’‚“”„‹›–—…]*$/

const closing = String.raw`["'()[\]{}«»‘’‚“”„‹›]`
const blank = String.raw`[\t\v\f \u00a0]`
const lineBreak = String.raw`(?:\r\n|[\r\n])`
const goingOn = '[-,:;–—.!?]'
const rest = `${closing}*(?!${closing})${blank}*(?!${blank})`

/**
 * Where a sentence may end, with what belongs to its end, as Unicode has it (UAX 29, from SB3 to SB11). Not after the dots of
 * `2.7` and `U.S`, nor after one that a small letter follows. `Intl.Segmenter` knows it of all signs, in ten times the time.
 */
export const sentenceEnd = new RegExp(
  [
    lineBreak,
    `[!?]${rest}(?:${lineBreak}|(?!${goingOn}))`,
    String.raw`\.(?!\d|(?<=\p{L}\.)\p{Lu})${rest}(?:${lineBreak}|(?!${goingOn}|[^\p{L}\r\n.!?]*\p{Ll}))`,
  ].join('|'),
  'gu',
)
