import { setImmediate } from 'node:timers/promises'
import {
  type CompiledIndex,
  expectRoom,
  firstMark,
  markOf,
  wordKinds,
  wordMask,
} from '../index/compiled-index.ts'
import { namingMarks } from '../index/pack-index.ts'
import { formBits, packWords, sortUses, useOf, type WordUse } from '../index/word-uses.ts'

/** What is counted of all talks' words. Terms and words are sorted and numbered as in a `CompiledIndex` of these talks. */
export interface CountedCorpus {
  readonly documentCount: number
  readonly terms: readonly string[]
  readonly words: readonly string[]
  readonly wordTerms: readonly number[]
  readonly wordKinds: readonly number[]
  readonly wordCounts: readonly number[]
  /** The terms of some talk's title, speakers or tags. */
  readonly nameTerms: readonly number[]
  /** By term: how many talks have it anywhere, and how many in their titles. */
  readonly inAll: readonly number[]
  readonly inTitle: readonly number[]
  /** Outside of transcripts, and in them. */
  readonly inText: readonly number[]
  readonly inTranscript: readonly number[]
  /** How many talks have a transcript. */
  readonly transcriptCount: number
  readonly averageLengths: { readonly all: number; readonly title: number; readonly transcript: number }
  /** Of terms with several forms: term, bits of the forms, how many talks have these. */
  readonly formSets: readonly number[]
}

/** Counts the words of talks as they come, so that only words and numbers are in memory. */
interface CorpusCounter {
  /**
   * The number that a use of a word has in sequences.
   * @throws RangeError as `expectRoom`
   */
  numberOf(key: WordUse['key']): number
  /** @param sequence a talk's, as in `CompiledIndex.sequence` */
  add(sequence: Uint32Array): void
  read(): CountedCorpus
}

/** The words of all talks, counted from their index. */
export async function countIndex(index: CompiledIndex): Promise<CountedCorpus> {
  const { words, wordTerms, wordKinds: kinds, terms, sequence, sequenceStarts, documentCount } = index
  const counter = createCorpusCounter()
  words.forEach((word, number) => {
    const use = useOf({ word, term: terms[wordTerms[number]!]! }, wordKinds[kinds[number]!]!)
    counter.numberOf(use.key)
  })
  for (let document = 0; document < documentCount; document++) {
    counter.add(sequence.subarray(sequenceStarts[document], sequenceStarts[document + 1]))
    if (document % 200 === 199) await setImmediate()
  }
  return counter.read()
}

interface TermCounts {
  readonly term: string
  inAll: number
  inTitle: number
  inTranscript: number
  /** Talks that have it outside of transcripts. */
  inText: number
  isName: boolean
  /** The talk that was counted last, by its number, and in which of these it had the term. */
  last: number
  bits: number
}

interface UseCounts {
  readonly use: WordUse
  readonly of: TermCounts
  /** How often it stands in talks. */
  count: number
  /** How many talks have no other form of its term. */
  alone: number
  last: number
}

const [textBit, titleBit, transcriptBit] = [1, 2, 4]
const [titleMark, transcriptMark] = [markOf('title'), markOf('transcript')]

export function createCorpusCounter(): CorpusCounter {
  const known: KnownWords = { numbers: new Map(), uses: [], terms: new Map() }
  /** How many talks have these forms of a term and no others: the numbers of two uses and more, by term. */
  const together: FormsTogether = new Map()
  const lengths = { all: 0, title: 0, transcript: 0 }
  let transcriptCount = 0
  let documentCount = 0

  return {
    numberOf: (key) => known.numbers.get(key) ?? register(key, known),

    add(sequence) {
      documentCount++
      const spokenBefore = lengths.transcript
      const ofTalk = countSequence(sequence, { documentCount, lengths, uses: known.uses })
      if (lengths.transcript > spokenBefore) transcriptCount++
      for (const [of, forms] of ofTalk) {
        of.inAll++
        if (of.bits & textBit) of.inText++
        if (of.bits & titleBit) of.inTitle++
        if (of.bits & transcriptBit) of.inTranscript++
        if (forms.length === 1) known.uses[forms[0]!]!.alone++
        else countTogether(together, of, forms.sort((a, b) => a - b).join())
      }
    },

    read() {
      const counted = known.uses.filter(({ count }) => count > 0)
      const sorted = sortUses(counted)
      const terms = [...new Set(counted.map(({ of }) => of))].sort((a, b) => (a.term < b.term ? -1 : 1))
      const numberOfTerm = new Map(terms.map(({ term }, number) => [term, number]))
      const words = packWords(sorted, { of: (term) => numberOfTerm.get(term)!, count: terms.length })
      const bitsOf = formBits(words)
      const bits = new Map(sorted.map((use, word) => [use, bitsOf[word]!]))
      return {
        documentCount,
        terms: terms.map(({ term }) => term),
        words: words.words,
        wordTerms: [...words.wordTerms],
        wordKinds: [...words.wordKinds],
        wordCounts: [...words.wordCounts],
        nameTerms: [...terms.keys()].filter((number) => terms[number]!.isName),
        inAll: terms.map((of) => of.inAll),
        inTitle: terms.map((of) => of.inTitle),
        inText: terms.map((of) => of.inText),
        inTranscript: terms.map((of) => of.inTranscript),
        transcriptCount,
        averageLengths: {
          all: lengths.all / documentCount,
          title: lengths.title / documentCount,
          transcript: lengths.transcript / documentCount,
        },
        formSets: readFormSets(terms, { bits, uses: known.uses, together }),
      }
    },
  }
}

/** All uses of words so far, by number, and by their keys; and their terms. */
interface KnownWords {
  readonly numbers: Map<string, number>
  readonly uses: UseCounts[]
  readonly terms: Map<string, TermCounts>
}

function register(key: string, { numbers, uses, terms }: KnownWords): number {
  expectRoom(uses.length + 1)
  const [word = '', text = '', kind] = key.split('\n')
  const of = terms.get(text) ?? {
    ...{ term: text, inAll: 0, inTitle: 0, inTranscript: 0, inText: 0 },
    ...{ isName: false, last: 0, bits: 0 },
  }
  terms.set(text, of)
  numbers.set(key, uses.length)
  const use = useOf({ word, term: text }, wordKinds[Number(kind)]!)
  return uses.push({ use, of, count: 0, alone: 0, last: 0 }) - 1
}

interface Counting {
  /** How many talks there are with this one: its number. */
  readonly documentCount: number
  readonly lengths: { all: number; title: number; transcript: number }
  readonly uses: readonly UseCounts[]
}

/** Counts a talk's words and lengths. Returns its terms, each with the numbers of those of its uses that the talk has. */
function countSequence(
  sequence: Uint32Array,
  { documentCount, lengths, uses }: Counting,
): ReadonlyMap<TermCounts, number[]> {
  const ofTalk = new Map<TermCounts, number[]>()
  let textStart = 0
  for (let at = 0; at < sequence.length; at++) {
    const mark = sequence[at]! & wordMask
    if (mark < firstMark) continue
    const length = at - textStart
    const isNaming = namingMarks.has(mark)
    const bits = mark === transcriptMark ? transcriptBit : mark === titleMark ? textBit | titleBit : textBit
    if (mark === transcriptMark) lengths.transcript += length
    else lengths.all += length
    if (mark === titleMark) lengths.title += length
    for (let place = textStart; place < at; place++) {
      const number = sequence[place]! & wordMask
      const use = uses[number]!
      const { of } = use
      use.count++
      of.bits = of.last === documentCount ? of.bits | bits : bits
      of.last = documentCount
      if (isNaming) of.isName = true
      if (use.last === documentCount) continue
      use.last = documentCount
      const forms = ofTalk.get(of)
      if (forms) forms.push(number)
      else ofTalk.set(of, [number])
    }
    textStart = at + 1
  }
  return ofTalk
}

type FormsTogether = Map<TermCounts, Map<string, number>>

function countTogether(together: FormsTogether, of: TermCounts, forms: string): void {
  const counts = together.get(of) ?? new Map<string, number>()
  together.set(of, counts)
  counts.set(forms, (counts.get(forms) ?? 0) + 1)
}

/** `CountedCorpus.formSets`. @param bits of each use that was counted, among the forms of its term */
function readFormSets(
  terms: readonly TermCounts[],
  {
    bits,
    uses,
    together,
  }: {
    readonly bits: ReadonlyMap<UseCounts, number>
    readonly uses: readonly UseCounts[]
    readonly together: FormsTogether
  },
): number[] {
  const formsOf = Map.groupBy(bits.keys(), ({ of }) => of)
  return terms.flatMap((of, term) => {
    const forms = formsOf.get(of)!
    if (forms.length < 2) return []
    const counts = new Map<number, number>()
    const count = (set: number, documents: number) => counts.set(set, (counts.get(set) ?? 0) + documents)
    for (const use of forms) if (use.alone > 0) count(bits.get(use)!, use.alone)
    for (const [numbers, documents] of together.get(of) ?? [])
      count(
        numbers.split(',').reduce((set, number) => set | bits.get(uses[Number(number)]!)!, 0),
        documents,
      )
    return [...counts].flatMap(([set, documents]) => [term, set, documents])
  })
}
