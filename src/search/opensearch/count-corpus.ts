import { expectRoom, firstMark, markOf, wordKinds, wordMask } from '../index/compiled-index.ts'
import { namingMarks } from '../index/pack-index.ts'
import { type CountedUse, formBits, packWords, sortUses, useOf, type WordUse } from '../index/word-uses.ts'

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
export interface CorpusCounter {
  /**
   * The number that a use of a word has in sequences.
   * @throws RangeError as `expectRoom`
   */
  numberOf(key: WordUse['key']): number
  /** @param sequence a talk's, as in `CompiledIndex.sequence` */
  add(sequence: Uint32Array): void
  read(): CountedCorpus
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
  const numbers = new Map<string, number>()
  const uses: UseCounts[] = []
  const terms = new Map<string, TermCounts>()
  /** How many talks have these forms of a term and no others: the numbers of two uses and more, by term. */
  const together = new Map<TermCounts, Map<string, number>>()
  const lengths = { all: 0, title: 0, transcript: 0 }
  let transcriptCount = 0
  let documentCount = 0

  function register(key: string): number {
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

  return {
    numberOf: (key) => numbers.get(key) ?? register(key),

    add(sequence) {
      documentCount++
      const ofTalk = new Map<TermCounts, number[]>()
      const spokenBefore = lengths.transcript
      let textStart = 0
      for (let at = 0; at < sequence.length; at++) {
        const mark = sequence[at]! & wordMask
        if (mark < firstMark) continue
        const length = at - textStart
        const isNaming = namingMarks.has(mark)
        const bits =
          mark === transcriptMark ? transcriptBit : mark === titleMark ? textBit | titleBit : textBit
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
      if (lengths.transcript > spokenBefore) transcriptCount++
      for (const [of, forms] of ofTalk) {
        of.inAll++
        if (of.bits & textBit) of.inText++
        if (of.bits & titleBit) of.inTitle++
        if (of.bits & transcriptBit) of.inTranscript++
        if (forms.length === 1) uses[forms[0]!]!.alone++
        else countTogether(of, forms.sort((a, b) => a - b).join())
      }
    },

    read() {
      const known = uses.filter(({ count }) => count > 0)
      const sorted = sortUses(known)
      const sortedTerms = [...new Set(known.map(({ of }) => of))].sort((a, b) => (a.term < b.term ? -1 : 1))
      const numberOfTerm = new Map(sortedTerms.map(({ term }, number) => [term, number]))
      const words = packWords(sorted, { of: (term) => numberOfTerm.get(term)!, count: sortedTerms.length })
      const average = (length: number) => length / documentCount
      return {
        documentCount,
        terms: sortedTerms.map(({ term }) => term),
        words: words.words,
        wordTerms: [...words.wordTerms],
        wordKinds: [...words.wordKinds],
        wordCounts: [...words.wordCounts],
        nameTerms: [...sortedTerms.keys()].filter((number) => sortedTerms[number]!.isName),
        inAll: sortedTerms.map((of) => of.inAll),
        inTitle: sortedTerms.map((of) => of.inTitle),
        inText: sortedTerms.map((of) => of.inText),
        inTranscript: sortedTerms.map((of) => of.inTranscript),
        transcriptCount,
        averageLengths: {
          all: average(lengths.all),
          title: average(lengths.title),
          transcript: average(lengths.transcript),
        },
        formSets: readFormSets(sorted, sortedTerms, formBits(words)),
      }
    },
  }

  function countTogether(of: TermCounts, forms: string): void {
    const counts = together.get(of) ?? new Map<string, number>()
    together.set(of, counts)
    counts.set(forms, (counts.get(forms) ?? 0) + 1)
  }

  function readFormSets(
    sorted: readonly CountedUse[],
    sortedTerms: readonly TermCounts[],
    bitsOf: Uint8Array,
  ): number[] {
    const bitsOfUse = new Map(sorted.map((use, word) => [use, bitsOf[word]!]))
    const formsOf = Map.groupBy(sorted as readonly UseCounts[], ({ of }) => of)
    return sortedTerms.flatMap((of, term) => {
      const forms = formsOf.get(of)!
      if (forms.length < 2) return []
      const counts = new Map<number, number>()
      const count = (bits: number, documents: number) => counts.set(bits, (counts.get(bits) ?? 0) + documents)
      for (const use of forms) if (use.alone > 0) count(bitsOfUse.get(use)!, use.alone)
      for (const [set, documents] of together.get(of) ?? [])
        count(
          set.split(',').reduce((bits, number) => bits | bitsOfUse.get(uses[Number(number)]!)!, 0),
          documents,
        )
      return [...counts].flatMap(([bits, documents]) => [term, bits, documents])
    })
  }
}
