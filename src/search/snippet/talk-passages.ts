import type { Talk } from '../../notes/talk.ts'
import type { Range } from '../../text/range.ts'
import { remembering } from '../../text/remembering.ts'
import { tokenPlaces } from '../analysis/analyzer.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'
import type { CompiledIndex } from '../index/compiled-index.ts'
import { type TextRun, textRunsOf } from '../index/index-reader.ts'
import { sentencesOf } from '../index/sentences.ts'
import { holdsWords, type TalkText, textsOf } from '../index/talk-texts.ts'

/** How much of each query term something has, from 0 to 1, by its number. */
export type TermShares = Float32Array<ArrayBuffer>

/** A passage of a talk and what stands around it, in the order of the notes. */
export interface TalkPassage {
  readonly text: TalkText
  /** The words that the index has of it. */
  readonly words: Uint32Array
  readonly has: TermShares
  /** What it is said under: its heading, and the lead-in and the items above it. */
  readonly heading: TermShares
  readonly above: TermShares
  /** The lead-in of its list, or the item that it belongs to. */
  readonly leadIn: TalkPassage | undefined
  /** The passage before and after it in the same section. */
  readonly before: TalkPassage | undefined
  after: TalkPassage | undefined
}

/** What of a question the texts of a talk have. */
export interface TalkPassages {
  readonly passages: readonly TalkPassage[]
  /** What its title and its speakers' names have. */
  readonly names: TermShares
  readonly tags: TermShares
  /** What it has anywhere. */
  readonly anywhere: TermShares
}

/** A talk's texts, and of each the words that the index has of it. */
export interface TalkTexts {
  readonly texts: readonly (TalkText & {
    /** Whether it can be quoted: an address leads somewhere, and says nothing. */
    readonly isQuotable: boolean
    /** Which part of the talk it is in: a section with its heading, or a field. */
    readonly part: string
  })[]
  readonly runs: readonly TextRun[]
}

/** Reads the texts of one talk after another. Those of the last ones are remembered, since answers quote the same talks again. */
export function createTalkTextReader(index: CompiledIndex): (talk: Talk, document: number) => TalkTexts {
  const known = new Map<number, TalkTexts>()
  return (talk, document) => {
    const found = known.get(document)
    if (found !== undefined) return found
    const texts = textsOf(talk).map((text) => ({
      ...text,
      isQuotable: text.passage !== undefined && holdsWords(text.text),
      part: partOf(text),
    }))
    const read = { texts, runs: textRunsOf(index, document) }
    if (known.size >= maxTalks) known.clear()
    known.set(document, read)
    return read
  }
}

/** About ten kilobytes each. */
const maxTalks = 2000

function partOf({ field, text, section }: TalkText): string {
  if (field === 'heading') return `section ${text}`
  return field === 'section' ? `section ${section}` : field
}

export function readTalkPassages(
  { texts, runs }: TalkTexts,
  uses: TermUses,
  termCount: number,
): TalkPassages {
  const nothing = new Float32Array(termCount)
  const names = new Float32Array(termCount)
  const tags = new Float32Array(termCount)
  const anywhere = new Float32Array(termCount)
  const passages: TalkPassage[] = []
  let heading = nothing
  let section: string | undefined
  let before: TalkPassage | undefined
  let leadIn: TalkPassage | undefined
  let items: TalkPassage[] = []
  texts.forEach((text, place) => {
    const { field, passage, isQuotable, part } = text
    const { words } = runs[place]!
    const has = sharesIn(words, uses, nothing)
    if (has !== nothing) {
      raise(anywhere, has)
      if (field === 'title' || field === 'speakers') raise(names, has)
      if (field === 'tags') raise(tags, has)
    }
    if (field === 'heading' || part !== section) {
      heading = field === 'heading' ? has : field === 'section' ? heading : nothing
      section = part
      before = leadIn = undefined
      items = []
    }
    if (!passage || !isQuotable) return
    const isItem = passage.form === 'bullet'
    items = isItem ? items.slice(0, passage.depth) : []
    const parent = items.at(-1) ?? (isItem || passage.form === 'code' ? leadIn : undefined)
    const above = parent ? union(parent.has, parent.above) : nothing
    const read: TalkPassage = { text, words, has, heading, above, leadIn: parent, before, after: undefined }
    if (before) before.after = read
    if (isItem) items[passage.depth] = read
    else if (passage.form === 'paragraph') leadIn = text.text.trimEnd().endsWith(':') ? read : undefined
    passages.push(read)
    before = read
  })
  return { passages, names, tags, anywhere }
}

/** What a run of words has of each query term: parts of a compound add up. The given empty one if that is nothing. */
function sharesIn(words: Uint32Array, uses: TermUses, nothing: TermShares): TermShares {
  let found: Set<TermUse> | undefined
  for (const word of words) {
    const ofWord = uses.get(word)
    if (!ofWord) continue
    found ??= new Set()
    for (const use of ofWord) found.add(use)
  }
  if (!found) return nothing
  const shares = new Float32Array(nothing.length)
  for (const { queryTerm, share } of found) shares[queryTerm] = Math.min(1, shares[queryTerm]! + share)
  return shares
}

function union(a: TermShares, b: TermShares): TermShares {
  const both = Float32Array.from(a)
  raise(both, b)
  return both
}

function raise(shares: TermShares, by: TermShares): void {
  for (let place = 0; place < shares.length; place++)
    if (by[place]! > shares[place]!) shares[place] = by[place]!
}

/** A text of a talk, as it stands and as the words that the index has of it. */
interface IndexedText {
  readonly text: string
  readonly words: Uint32Array
  readonly isCode: boolean
}

/** A text taken apart. */
export interface PassageText {
  /** Code is one. */
  readonly sentences: readonly Range[]
  /** Its words that stand for a query term, in order; none else, though it may have the same stem. */
  readonly marks: readonly Mark[]
}

interface Mark {
  readonly range: Range
  readonly uses: readonly TermUse[]
}

/** Takes the texts of one talk apart, each once. */
export type ReadPassageText = (text: IndexedText) => PassageText

/**
 * Takes texts apart by the words that the index has of them: nothing is stemmed again. What does not depend on the question
 * is remembered, since answers quote the same talks again and again.
 */
export function createPassageReader(): (uses: TermUses, language: string) => ReadPassageText {
  /** The words of the index are in the same order. */
  const placesIn = remembering(tokenPlaces, maxTexts)

  return (uses, language) => {
    const known = new Map<string, PassageText>()
    return (indexed) => {
      const read = known.get(indexed.text) ?? readPassage(indexed, uses, language)
      known.set(indexed.text, read)
      return read
    }
  }

  function readPassage({ text, words, isCode }: IndexedText, uses: TermUses, language: string): PassageText {
    const sentences: readonly Range[] = isCode ? [[0, text.length]] : sentencesOf(text, language)
    const marks: Mark[] = []
    let places: readonly number[] | undefined
    for (let place = 0; place < words.length; place++) {
      const ofWord = uses.get(words[place]!)
      if (!ofWord) continue
      places ??= placesIn(text)
      marks.push({ range: [places[2 * place]!, places[2 * place + 1]!], uses: ofWord })
    }
    return { sentences, marks }
  }
}

/** About two kilobytes each. */
const maxTexts = 5000

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
