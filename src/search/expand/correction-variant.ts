import type { Correction } from './spelling.ts'
import type { TermVariant, VariantSource } from './term-variant.ts'

/**
 * The variant of a correction: a word that the notes have in place of one that they do not have.
 * @param place among the corrections, the likeliest at 0
 */
export function correctionVariant(
  { word, term, isLikely }: Correction,
  place: number,
  { vocabulary, variants }: VariantSource,
): TermVariant {
  const { correction, doubtfulCorrection, secondCorrection } = variants
  const nearest = isLikely ? correction : doubtfulCorrection
  return {
    terms: [term],
    forms: [vocabulary.forms.ofTerm({ folded: word }, term)],
    ...(place > 0 ? secondCorrection : nearest),
  }
}
