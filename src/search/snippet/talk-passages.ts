import type { Range } from '../../text/range.ts'
import type { QueryTerm } from '../expand/query-terms.ts'
import { isMeant } from '../expand/term-forms.ts'
import { type IndexedText, type TalkPassage, type TalkToQuote, wordPlacesOf } from './talk-to-quote.ts'

/** How much of each query term something has, from 0 to 1, by its number. */
export type TermShares = Float32Array<ArrayBuffer>

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
    const places = wordPlacesOf(text)
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
    for (const { terms, forms, weight, share = weight } of variants) {
      for (const ofTerm of forms) {
        const use = { queryTerm, share: share / terms.length }
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
