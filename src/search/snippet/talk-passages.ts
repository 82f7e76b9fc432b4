import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { tokenPlaces } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'
import { type TextRun, textRunsOf } from '../index/index-reader.ts'
import { holdsWords, sentencesOf, type TalkText, textsOf } from '../index/talk-texts.ts'
import { type AskedFor, hasThing, type ThingAsked, type ThingParameters } from '../query/parse-query.ts'

/** How much of each query term something has, from 0 to 1, by its number. */
export type TermShares = Float32Array<ArrayBuffer>

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

/** Which parts of a question the texts of a talk have. */
export interface TalkPassages {
  readonly passages: readonly TalkPassage[]
  /** By place of the text: what it has, which is mostly `nothing`. */
  readonly shares: readonly TermShares[]
  readonly nothing: TermShares
  /** By query term: how many passages have it. */
  readonly frequencies: Uint32Array
  /** What its title and its speakers' names have. */
  readonly names: TermShares
  readonly tags: TermShares
  /** What it has anywhere. */
  readonly anywhere: TermShares
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

/** Reads one talk after another. The last ones are remembered, since answers quote the same talks again. */
export function createPassageReader(index: CompiledIndex): (talk: Talk, document: number) => TalkToQuote {
  const known = new Map<number, TalkToQuote>()
  return (talk, document) => {
    const found = known.get(document)
    if (found !== undefined) return found
    const read = readTalk(talk, textRunsOf(index, document))
    if (known.size >= maxTalks) known.clear()
    known.set(document, read)
    return read
  }
}

/** @param runs views of one copy of the talk's words */
function readTalk(talk: Talk, runs: readonly TextRun[]): TalkToQuote {
  const { language } = talk
  const texts = textsOf(talk).map((text, place): IndexedText => {
    const { words } = runs[place]!
    return {
      ...text,
      place,
      words,
      end: words.byteOffset / words.BYTES_PER_ELEMENT + words.length,
      language,
      isQuotable: text.passage !== undefined && holdsWords(text.text),
      part: partOf(text),
      made: { things: {}, thingsInSentences: {} },
    }
  })
  return {
    texts,
    passages: passagesOf(texts),
    words: new Uint32Array(runs[0]?.words.buffer ?? new ArrayBuffer()),
  }
}

/** About ten kilobytes each. */
const maxTalks = 2000

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
function placesOf({ text, made }: IndexedText): readonly number[] {
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

export function readTalkPassages(
  { texts, passages, words }: TalkToQuote,
  uses: TermUses,
  termCount: number,
): TalkPassages {
  const nothing = new Float32Array(termCount)
  const names = new Float32Array(termCount)
  const tags = new Float32Array(termCount)
  const anywhere = new Float32Array(termCount)
  const frequencies = new Uint32Array(termCount)
  const shares = new Array<TermShares>(texts.length).fill(nothing)
  let place = 0
  // Few words of a talk are asked for, so that most of its texts are not looked at.
  for (let at = 0; at < words.length; at++) {
    if (!uses.has(words[at]!)) continue
    while (texts[place]!.end <= at) place++
    const { field, isQuotable, end, words: ofText } = texts[place]!
    const has = sharesIn(ofText, uses, termCount)
    shares[place] = has
    raise(anywhere, has)
    if (field === 'title' || field === 'speakers') raise(names, has)
    if (field === 'tags') raise(tags, has)
    for (let term = 0; isQuotable && term < termCount; term++) if (has[term]! > 0) frequencies[term]!++
    at = end
  }
  return { passages, shares, nothing, frequencies, names, tags, anywhere }
}

/** What a passage is said under: its heading, and the lead-in and the items above it. */
export function sharesAbove({ heading, leadIn }: TalkPassage, { shares, nothing }: TalkPassages): TermShares {
  let above = heading ? shares[heading.place]! : nothing
  for (let up = leadIn; up !== undefined; up = up.leadIn) {
    const has = shares[up.text.place]!
    if (has !== nothing) above = above === nothing ? has : union(above, has)
  }
  return above
}

/** What a run of words has of each query term: parts of a compound add up. */
function sharesIn(words: Uint32Array, uses: TermUses, termCount: number): TermShares {
  const found = new Set<TermUse>()
  for (let place = 0; place < words.length; place++)
    for (const use of uses.get(words[place]!) ?? noUses) found.add(use)
  const shares = new Float32Array(termCount)
  for (const { queryTerm, share } of found) shares[queryTerm] = Math.min(1, shares[queryTerm]! + share)
  return shares
}

const noUses: readonly TermUse[] = []

function union(a: TermShares, b: TermShares): TermShares {
  const both = Float32Array.from(a)
  raise(both, b)
  return both
}

function raise(shares: TermShares, by: TermShares): void {
  for (let place = 0; place < shares.length; place++)
    if (by[place]! > shares[place]!) shares[place] = by[place]!
}

/** A word of a passage that stands for a query term. */
interface Mark {
  readonly range: Range
  readonly uses: readonly TermUse[]
}

/** The marks of a passage, in order: by the words that the index has of it, so that nothing is stemmed again. */
export type MarksOf = (passage: TalkPassage) => readonly Mark[]

/** Finds what one question marks in the passages of talks, in each passage once. */
export function createMarker(uses: TermUses): MarksOf {
  const known = new Map<TalkPassage, readonly Mark[]>()
  return (passage) => {
    const marks = known.get(passage) ?? marksIn(passage.text, uses)
    known.set(passage, marks)
    return marks
  }
}

function marksIn(text: IndexedText, uses: TermUses): readonly Mark[] {
  const { words } = text
  const marks: Mark[] = []
  for (let place = 0; place < words.length; place++) {
    const ofWord = uses.get(words[place]!)
    if (!ofWord) continue
    const places = placesOf(text)
    marks.push({ range: [places[2 * place]!, places[2 * place + 1]!], uses: ofWord })
  }
  return marks
}

/** By word of the index: the query terms that it stands for, and how much of each it is. Forms of one term share their use. */
export type TermUses = Pick<ReadonlyMap<number, readonly TermUse[]>, 'get' | 'has'>

interface TermUse {
  readonly queryTerm: number
  readonly share: number
}

export function termUsesOf(queryTerms: readonly QueryTerm[]): TermUses {
  const uses = new Map<number, TermUse[]>()
  queryTerms.forEach(({ variants }, queryTerm) => {
    for (const { terms, forms, weight } of variants) {
      for (const ofTerm of forms) {
        const use = { queryTerm, share: weight / terms.length }
        for (const form of ofTerm) {
          if (!isMeant(form)) continue
          const ofWord = uses.get(form.word)
          if (ofWord) ofWord.push(use)
          else uses.set(form.word, [use])
        }
      }
    }
  })
  return seldomFound(uses)
}

/** As the map, but faster for words that it does not have, as most words of talks are. */
function seldomFound<Value>(
  map: ReadonlyMap<number, Value>,
): Pick<ReadonlyMap<number, Value>, 'get' | 'has'> {
  const bits = new Uint32Array(bitCount / 32)
  const wordOf = (key: number) => (key & (bitCount - 1)) >>> 5
  for (const key of map.keys()) bits[wordOf(key)]! |= 1 << key
  const mayHave = (key: number) => ((bits[wordOf(key)]! >>> key) & 1) === 1
  return {
    get: (key) => (mayHave(key) ? map.get(key) : undefined),
    has: (key) => mayHave(key) && map.has(key),
  }
}

/** A question has some dozens of words, with all their forms. */
const bitCount = 1024
