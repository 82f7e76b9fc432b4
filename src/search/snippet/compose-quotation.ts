import type { Range } from '../../text/range.ts'
import type { Sentence } from './choose-sentences.ts'
import { sentencesOfText, type TalkPassage } from './talk-to-quote.ts'

/** Sentences of one passage, side by side. */
export interface QuotedRange {
  readonly passage: TalkPassage
  readonly range: Range
}

/** See `RankingParameters.quotation`. */
export interface ComposeParameters {
  readonly maxWholeItem: number
  readonly maxLeadIn: number
}

/**
 * What to quote: the sentences, best first, each with what it needs to be understood as far as there is room: the lead-in of
 * its list, the sentence that it points back to, what comes after a colon or a question.
 * @param maxLength in UTF-16 units; the first sentence is quoted whole however long it is
 */
export function composeQuotation(
  sentences: readonly Sentence[],
  { maxLength, maxWholeItem, maxLeadIn }: ComposeParameters & { readonly maxLength: number },
): QuotedRange[] {
  let quoted: QuotedRange[] = []
  const leadIns: QuotedRange[] = []
  const add: Add = (added, beside) => {
    const more = merge(quoted, added, beside)
    if (quoted.length > 0 && lengthOf(more) > maxLength) return false
    quoted = more
    return true
  }
  for (const sentence of sentences) {
    const { passage } = sentence
    const core = { passage, range: wholeItem(sentence, maxWholeItem) ?? sentence.range }
    if (!add(core)) continue
    const { leadIn } = passage
    const lastOfLeadIn = leadIn && sentencesOfText(leadIn.text).at(-1)
    if (lastOfLeadIn && lastOfLeadIn[1] - lastOfLeadIn[0] <= maxLeadIn)
      add({ passage: leadIn, range: lastOfLeadIn }, { before: passage })
    const before = pointsBack.test(textOf(core)) ? previous(core) : undefined
    if (before) add(before, { before: passage })
    if (isLeadIn(core)) leadIns.push(core)
    else if (goesOn.test(textOf(core))) addFollowing(core)
  }
  // What a colon leads to may be long: it must not push out another sentence that answers.
  for (const leadIn of leadIns) {
    addFollowing(leadIn)
    addItems(leadIn, add)
  }
  return quoted

  function addFollowing(core: QuotedRange): void {
    for (let end: QuotedRange | undefined = core; end && goesOn.test(textOf(end)); ) {
      const next = following(end)
      end = next && add(next, { after: end.passage }) ? next : undefined
    }
  }
}

/** Adds to the quotation if there is room: beside what is there of a passage, or at its end. */
type Add = (added: QuotedRange, beside?: Beside) => boolean

type Beside = { readonly before: TalkPassage } | { readonly after: TalkPassage }

/** `This`, `No,`, `So`: what it is about stands before it. */
const pointsBack = new RegExp(
  [
    String.raw`^(?:no(?=\s*(?:[,.;:!–—]|$))|(?:this|that|these|those|it|its|they|them|their|he|she|his|her|both|neither|such|so|then|`,
    'there|here|yes|but|and|also|instead|otherwise|therefore|hence|however|',
    String.raw`the (?:former|latter|same|other|others|second|rest))\b)`,
  ].join(''),
  'i',
)

/** A lead-in or a question, which means little without what follows. */
const goesOn = /[:?]\s*$/

function isLeadIn(quoted: QuotedRange): boolean {
  return textOf(quoted).trimEnd().endsWith(':')
}

/** A list's further items, as long as there is room. */
function addItems(core: QuotedRange, add: Add): void {
  const depth = core.passage.text.passage!.form === 'bullet' ? core.passage.text.passage!.depth + 1 : 0
  let item = core.passage.after
  while (item && item.text.passage!.form === 'bullet' && item.text.passage!.depth >= depth) {
    const ranges = sentencesOfText(item.text)
    const range: Range = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0]
    if (!add({ passage: item, range }, { after: item.before! })) return
    item = item.after
  }
}

/** An item of a list says one thing: it is quoted whole if it is short. */
function wholeItem({ passage, ranges }: Sentence, maxLength: number): Range | undefined {
  const { passage: source } = passage.text
  const whole: Range = [ranges[0]![0], ranges.at(-1)![1]]
  return source!.form === 'bullet' && whole[1] - whole[0] <= maxLength ? whole : undefined
}

function previous({ passage, range }: QuotedRange): QuotedRange | undefined {
  const within = sentencesOfText(passage.text).findLast(([, end]) => end <= range[0])
  if (within) return { passage, range: within }
  const { before } = passage
  if (!before || before.text.passage!.form === 'code' || standsAlone(passage, before)) return undefined
  const last = sentencesOfText(before.text).at(-1)
  return last && { passage: before, range: last }
}

/** Whether an item of a list says nothing of the one before, as notes do in few words; lists of whole sentences run on. */
function standsAlone({ text: { text, passage } }: TalkPassage, before: TalkPassage): boolean {
  const { form, depth } = before.text.passage!
  const isBesideOrBelow = form === 'bullet' && passage!.form === 'bullet' && depth >= passage!.depth
  return isBesideOrBelow && !(/[.!]\s*$/.test(before.text.text) && /^\p{Lu}/u.test(text))
}

function following({ passage, range }: QuotedRange): QuotedRange | undefined {
  const within = sentencesOfText(passage.text).find(([start]) => start >= range[1])
  if (within) return { passage, range: within }
  const first = passage.after && sentencesOfText(passage.after.text)[0]
  return first && { passage: passage.after!, range: first }
}

/** Sentences of one passage that touch become one, which stands where the best of them did. */
function merge(quoted: readonly QuotedRange[], added: QuotedRange, beside?: Beside): QuotedRange[] {
  const { passage } = added
  // Two, if it closes the gap between them.
  const touching = quoted.filter((one) => one.passage === passage && touches(one, added))
  if (touching.length > 0) {
    const ranges = [added, ...touching].map(({ range }) => range)
    const range: Range = [Math.min(...ranges.map(([from]) => from)), Math.max(...ranges.map(([, to]) => to))]
    return quoted.flatMap((one) =>
      one === touching[0] ? { passage, range } : touching.includes(one) ? [] : one,
    )
  }
  if (!beside) return [...quoted, added]
  const isBefore = 'before' in beside
  const place = quoted.findIndex((one) => one.passage === (isBefore ? beside.before : beside.after))
  return quoted.toSpliced(isBefore ? place : place + 1, 0, added)
}

/** Whether nothing but blanks stands between them. */
function touches({ passage, range }: QuotedRange, added: QuotedRange): boolean {
  const [first, second] = range[0] <= added.range[0] ? [range, added.range] : [added.range, range]
  return passage.text.text.slice(first[1], second[0]).trim() === ''
}

function lengthOf(quoted: readonly QuotedRange[]): number {
  return quoted.reduce((sum, { range }) => sum + range[1] - range[0] + 1, -1)
}

function textOf({ passage, range }: QuotedRange): string {
  return passage.text.text.slice(...range)
}
