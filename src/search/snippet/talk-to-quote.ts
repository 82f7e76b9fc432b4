import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { rememberingOf } from '../../text/remembering.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { tokenPlaces } from '../analysis/analyzer.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'
import { type TextRun, textRunsOf } from '../index/index-reader.ts'
import { holdsWords, type TalkText, textsOf } from '../index/talk-texts.ts'
import { type AskedFor, hasThing, type ThingAsked, type ThingParameters } from '../query/asked-for.ts'

/** A passage of a talk and what stands around it, in the order of the notes. */
export interface TalkPassage {
  readonly text: IndexedText
  /** The heading of its section. */
  readonly heading: IndexedText | undefined
  /** The lead-in of its list, or the item that it belongs to. */
  readonly leadIn: TalkPassage | undefined
  /** The passage before and after it in the same section. */
  readonly before: TalkPassage | undefined
  after: TalkPassage | undefined
}

/** A talk as it is quoted, whatever is asked. */
export interface TalkToQuote {
  readonly texts: readonly IndexedText[]
  readonly passages: readonly TalkPassage[]
  /** Of all texts, one after the other, as the index has them: what stands between two texts is no word. */
  readonly words: Uint32Array
}

/** A text of a talk, as it stands and as the words that the index has of it. */
export interface IndexedText extends TalkText {
  /** Among those of its talk. */
  readonly place: number
  /** As numbers, in their order. */
  readonly words: Uint32Array
  /** Where they end among those of the talk. */
  readonly end: number
  readonly language: string
  /** Whether it can be quoted: an address alone says nothing. */
  readonly isQuotable: boolean
  /** Which part of the talk it is in: a section with its heading, or a field. */
  readonly part: string
  /** What has been worked out so far, whatever is asked. */
  readonly made: MadeOfText
}

interface MadeOfText {
  sentences?: readonly Range[]
  /** By sentence. */
  wordSets?: (ReadonlySet<string> | undefined)[]
  places?: readonly number[]
  /** By kind of thing asked for: whether it has one. */
  readonly things: Partial<Record<ThingAsked, boolean>>
  /** The same by sentence. */
  readonly thingsInSentences: Partial<Record<ThingAsked, (boolean | undefined)[]>>
}

/** Reads the talks of an index, each by its document. They are remembered, since answers quote the same talks again. */
export const createPassageReader = (index: CompiledIndex) =>
  rememberingOf((talk: Talk, document: number) => readTalk(talk, textRunsOf(index, document)))

function readTalk(talk: Talk, runs: readonly TextRun[]): TalkToQuote {
  const { language } = talk
  // The runs are views of one copy of all the talk's words: their buffer is that copy, and their offsets are places in it.
  const words = new Uint32Array(runs[0]?.words.buffer ?? new ArrayBuffer())
  const texts = textsOf(talk).map((text, place): IndexedText => {
    const run = runs[place]!.words
    return {
      ...text,
      place,
      words: run,
      end: run.byteOffset / run.BYTES_PER_ELEMENT + run.length,
      language,
      isQuotable: text.passage !== undefined && holdsWords(text.text),
      part: partOf(text),
      made: { things: {}, thingsInSentences: {} },
    }
  })
  return { texts, passages: passagesOf(texts), words }
}

/** Code is one sentence. */
export function sentencesOfText({ text, passage, language, made }: IndexedText): readonly Range[] {
  made.sentences ??= passage?.form === 'code' ? [[0, text.length]] : sentencesOf(text, language)
  return made.sentences
}

/** The words of a sentence of four letters and more. */
export function longWordsOf(text: IndexedText, sentence: number): ReadonlySet<string> {
  text.made.wordSets ??= []
  text.made.wordSets[sentence] ??= new Set(
    text.text
      .slice(...sentencesOfText(text)[sentence]!)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu),
  )
  return text.made.wordSets[sentence]
}

/** As `hasThing`. */
export function textHasThing(
  { text, made: { things } }: IndexedText,
  asked: AskedFor,
  parameters: ThingParameters,
): boolean {
  things[asked.thing] ??= hasThing(text, { thing: asked.thing }, parameters)
  return things[asked.thing]! && (asked.counted === undefined || hasThing(text, asked, parameters))
}

/** As `hasThing`, of one sentence of a text. */
export function sentenceHasThing(
  text: IndexedText,
  sentence: number,
  asked: AskedFor,
  parameters: ThingParameters,
): boolean {
  const [start, end] = sentencesOfText(text)[sentence]!
  const said = (of: Pick<AskedFor, 'thing' | 'counted'>) =>
    hasThing(text.text.slice(start, end), of, parameters)
  const { thing, counted } = asked
  text.made.thingsInSentences[thing] ??= []
  const known = text.made.thingsInSentences[thing]
  known[sentence] ??= said({ thing })
  return known[sentence] && (counted === undefined || said(asked))
}

/** Where the words of a text stand that the index has: the beginning and the end of each in turn. */
export function wordPlacesOf({ text, made }: IndexedText): readonly number[] {
  made.places ??= tokenPlaces(text)
  return made.places
}

function partOf({ field, text, section }: TalkText): string {
  if (field === 'heading') return `section ${text}`
  return field === 'section' ? `section ${section}` : field
}

function passagesOf(texts: readonly IndexedText[]): readonly TalkPassage[] {
  const passages: TalkPassage[] = []
  let heading: IndexedText | undefined
  let section: string | undefined
  let before: TalkPassage | undefined
  let leadIn: TalkPassage | undefined
  let items: TalkPassage[] = []
  for (const text of texts) {
    const { field, passage, isQuotable, part } = text
    if (field === 'heading' || part !== section) {
      heading = field === 'heading' ? text : field === 'section' ? heading : undefined
      section = part
      before = leadIn = undefined
      items = []
    }
    if (!passage || !isQuotable) continue
    const isItem = passage.form === 'bullet'
    items = isItem ? items.slice(0, passage.depth) : []
    const parent = items.at(-1) ?? (isItem || passage.form === 'code' ? leadIn : undefined)
    const read: TalkPassage = { text, heading, leadIn: parent, before, after: undefined }
    if (before) before.after = read
    if (isItem) items[passage.depth] = read
    else if (passage.form === 'paragraph') leadIn = text.text.trimEnd().endsWith(':') ? read : undefined
    passages.push(read)
    before = read
  }
  return passages
}
