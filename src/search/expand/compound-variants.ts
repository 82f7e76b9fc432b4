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

/** Words written together, as the notes have them or nearly so. */
export interface Joined {
  readonly known: readonly TermVariant[]
  readonly near: readonly TermVariant[]
}

/** What finds a word of the question written together with the one before or after it. Each pair is looked up once. */
export function createJoiner(query: Query, source: VariantSource): (asked: QueryWord) => Joined {
  const { words } = query
  const pairs = new Map<number, Joined>()
  const pairAt = (left: number) => {
    const pair = pairs.get(left) ?? joinedAt(left, query, source)
    pairs.set(left, pair)
    return pair
  }
  return (asked) => {
    const place = words.indexOf(asked)
    const [before, after] = [pairAt(place - 1), pairAt(place)]
    if (before === nothing) return after
    return { known: [...before.known, ...after.known], near: [...before.near, ...after.near] }
  }
}

const nothing: Joined = { known: [], near: [] }

/** @param left the place of the first of the two words */
function joinedAt(left: number, { text, words }: Query, source: VariantSource): Joined {
  const { vocabulary, variants } = source
  const { reader, speller } = vocabulary
  const [first, second] = [words[left], words[left + 1]]
  // What a word of grammar begins is no word: `log in` is `login`, but `in form` is not `inform`.
  if (!first || !second || isDocumentStopWord(first.folded)) return nothing
  if (!/^[\s\-‐–]*$/.test(text.slice(first.end, second.start))) return nothing
  const joined = first.folded + second.folded
  const known = inAnyLanguage([joined], variants.joined, source)
  if (known.length > 0) return { known, near: [] }
  // Nobody who mistypes one word also leaves out a blank before a word of grammar.
  const areKnown = [first, second].every(({ folded }) => reader.hasWord(folded))
  if (isDocumentStopWord(second.folded) || areKnown) return nothing
  const [nearest] = speller.correct(joined)
  if (nearest?.distance !== 1) return nothing
  return { known, near: [correctionVariant({ ...nearest, isLikely: true }, 0, source)] }
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
