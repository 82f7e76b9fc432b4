import { remembering } from '../../text/remembering.ts'
import { isDocumentStopWord } from '../analysis/stop-words.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { correctionVariant } from './correction-variant.ts'
import { isMeant } from './term-forms.ts'
import {
  inAnyLanguage,
  type TermVariant,
  type VariantSource,
  type VariantWeights,
  type Vocabulary,
  variantOf,
} from './term-variant.ts'

/** The word written together with the one before or after it, as the notes have it or nearly so. */
export function joinedWithNeighbour(
  asked: QueryWord,
  { text, words }: Query,
  source: VariantSource,
): { readonly known: TermVariant[]; readonly near: TermVariant[] } {
  const { vocabulary, variants } = source
  const { reader, speller } = vocabulary
  const known: TermVariant[] = []
  const near: TermVariant[] = []
  const place = words.indexOf(asked)
  for (const left of [place - 1, place]) {
    const [first, second] = [words[left], words[left + 1]]
    // What a word of grammar begins is no word: `log in` is `login`, but `in form` is not `inform`.
    if (!first || !second || isDocumentStopWord(first.folded)) continue
    if (!/^[\s\-‐–]*$/.test(text.slice(first.end, second.start))) continue
    const joined = first.folded + second.folded
    const found = inAnyLanguage([joined], variants.joined, source)
    known.push(...found)
    // Nobody who mistypes one word also leaves out a blank before a word of grammar.
    const isMistyped = !isDocumentStopWord(second.folded) && !areKnown(first, second)
    if (found.length > 0 || !isMistyped) continue
    const [nearest] = speller.correct(joined)
    if (nearest?.distance === 1) near.push(correctionVariant({ ...nearest, isLikely: true }, 0, source))
  }
  return { known, near }

  function areKnown(...both: readonly QueryWord[]): boolean {
    return both.every(({ folded }) => reader.hasWord(folded))
  }
}

/** The parts of a compound, such as `os` and `path` of `os.path`. */
export function compoundParts({ parts }: QueryWord, source: VariantSource): TermVariant[] {
  const { variants } = source
  if (parts.length === 0) return []
  const together = [
    ...inAnyLanguage([parts.join('')], variants.joined, source),
    ...inAnyLanguage(parts, variants.parts, source),
  ]
  // What the notes lack as a whole is searched for by each part that they have; none of these is surely what is meant.
  const { weight, certainty } = variants.parts
  const share = { weight, certainty: certainty / parts.length }
  return together.length > 0 ? together : parts.flatMap((part) => inAnyLanguage([part], share, source))
}

const maxCompoundLength = 40

/** What finds a word as two that stand side by side somewhere in the notes: `codebase`, `python3`. */
export function createTakeApart(
  notes: Pick<Vocabulary, 'reader' | 'forms'>,
  weights: VariantWeights,
): Vocabulary['takenApart'] {
  return remembering((word) => takenApart(word, notes, weights))
}

function takenApart(
  word: string,
  notes: Pick<Vocabulary, 'reader' | 'forms'>,
  weights: VariantWeights,
): TermVariant[] {
  const found: TermVariant[] = []
  if (word.length > maxCompoundLength) return found
  for (let at = 1; at < word.length; at++) {
    const halves = [word.slice(0, at), word.slice(at)]
    const isBorder = /\p{L}$/u.test(halves[0]!) !== /^\p{L}/u.test(halves[1]!)
    if (!isBorder && halves.some((half) => half.length < 2)) continue
    const [apart] = variantOf(
      halves.map((folded) => ({ folded })),
      weights,
      notes,
    )
    if (apart && areNeighbours(apart)) found.push(apart)
  }
  return found

  function areNeighbours({ terms, forms }: TermVariant): boolean {
    const [left, right] = terms.map((term, place) => ({
      term,
      words: new Set(forms[place]!.filter(isMeant).map(({ word }) => word)),
    }))
    return notes.reader.areNeighbours(left!, right!)
  }
}
