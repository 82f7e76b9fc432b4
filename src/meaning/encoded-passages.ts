import type { Talk } from '../notes/talk.ts'
import { type TalkText, textsOf } from '../search/index/talk-texts.ts'
import { sentencesOf } from '../text/sentences.ts'

/** What of a talk becomes one vector. */
export interface EncodedPassage {
  /** Which of the talk's passages it is, in the order of `textsOf`; undefined for the talk as a whole. */
  readonly passage: number | undefined
  /** What is encoded of it, one text or two: the vector is the mean of theirs. */
  readonly texts: readonly string[]
}

/** UTF-16 units of the talk as a whole: more than models read. */
const maxWholeLength = 2000
/** A longer passage is encoded in parts of whole sentences, of about this length each: encoders blur what is long. */
const maxPassageLength = 900
const partLength = 600

/**
 * What of a talk is encoded: the talk as a whole (title, tags and the beginning of its note), then each of its passages. A
 * passage is encoded alone and below its title and heading. Alone, a bullet may not say what it speaks of; below a title, each
 * of a talk's passages resembles the title first of all. Of a talk with one short passage that is the whole.
 */
export function encodedPassages(talk: Talk): EncodedPassage[] {
  const passages = textsOf(talk).filter(({ passage }) => passage)
  const parts = [talk.title, talk.tags.join(', '), ...passages.map(({ text }) => text)]
  const whole = parts
    .filter((part) => part !== '')
    .join('. ')
    .slice(0, maxWholeLength)
  if (passages.length <= 1 && (passages[0]?.text ?? '').length <= maxPassageLength)
    return [{ passage: passages.length === 0 ? undefined : 0, texts: [whole] }]
  return [
    { passage: undefined, texts: [whole] },
    ...passages.flatMap((passage, number) =>
      partsOf(passage.text, talk.language).map((part) => ({
        passage: number,
        texts: [part, [talk.title, ...headingOf(passage), part].join('. ')],
      })),
    ),
  ]
}

/** What stands above it; nothing for the summary and takeaways. */
const headingOf = ({ field, section }: TalkText): string[] =>
  field === 'section' && section !== '' ? [section] : []

function partsOf(text: string, language: string): string[] {
  if (text.length <= maxPassageLength) return [text]
  const parts: string[] = []
  let from = 0
  for (const [start, end] of sentencesOf(text, language)) {
    if (start > from && end - from > partLength) {
      parts.push(text.slice(from, start).trim())
      from = start
    }
  }
  return [...parts, text.slice(from).trim()]
}
