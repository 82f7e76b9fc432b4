import type { Range } from '../../text/range.ts'
import { remembering } from '../../text/remembering.ts'
import { abbreviationList, numberedAbbreviationList } from '../analysis/abbreviation-list.ts'
import { plainSigns, sentenceEnd } from './sentence-end-pattern.ts'

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

/** Where sentences end, abbreviations aside, in order; the end of the text at last. */
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
    // `am 3. Oktober`
    (language.startsWith('de') && /^\p{N}{1,2}$/u.test(word))
  )
}

const abbreviations: ReadonlySet<string> = new Set(abbreviationList.split(/\s+/))
const numbered: ReadonlySet<string> = new Set(numberedAbbreviationList.split(' '))
