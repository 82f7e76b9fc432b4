import { type CompiledIndex, wordMask } from '../index/compiled-index.ts'

/** Where words of one question after another stand in the talks: few of the thousands that are looked at for each question. */
export interface AskedWords {
  /** Looks for these from now on, by their numbers. */
  askFor(words: Iterable<number>): void
  /** The first place of the sequence from `at` on that has one of them; `end` if there is none before it. */
  next(at: number, end: number): number
}

/** A bit a word says whether it is asked for, so that what is read for each word of a talk stays close to the processor. */
export function createAskedWords({ sequence, words }: Pick<CompiledIndex, 'sequence' | 'words'>): AskedWords {
  const bits = new Uint32Array((words.length >>> 5) + 1)
  let asked: readonly number[] = []

  return {
    askFor(wanted) {
      for (const word of asked) bits[word >>> 5] = 0
      asked = [...wanted]
      for (const word of asked) bits[word >>> 5]! |= 1 << word
    },
    next(at, end) {
      for (let place = at; place < end; place++) {
        const word = sequence[place]! & wordMask
        if (((bits[word >>> 5]! >>> word) & 1) === 1) return place
      }
      return end
    },
  }
}
