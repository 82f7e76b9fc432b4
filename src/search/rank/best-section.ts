import type { QueryTerm } from '../expand/query-terms.ts'
import type { Field } from '../index/talk-texts.ts'

/** What belongs to the talk as a whole; what else is said, is said in one of its sections. */
const wholeFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'event', 'summary'])

/** Keeps apart what the talk as a whole and what each of its sections says: a note of many topics has any two words. */
export function createSectionMatches(queryTerms: readonly QueryTerm[]) {
  const isOfWhole = new Uint8Array(queryTerms.length)
  const sections: Uint8Array[] = []
  let isBegun = false

  return {
    beginSection() {
      isBegun = false
    },
    say(queryTerm: number, field: Field) {
      if (wholeFields.has(field)) {
        isOfWhole[queryTerm] = 1
        return
      }
      if (!isBegun) sections.push(new Uint8Array(queryTerms.length))
      isBegun = true
      sections.at(-1)![queryTerm] = 1
    },
    /** By query term: 1 if the whole or the section that tells most says it. */
    isInOneSection(certainty: Float32Array): Uint8Array {
      const tells = (section: Uint8Array) =>
        queryTerms.reduce(
          (sum, { idf }, queryTerm) => sum + idf * certainty[queryTerm]! * section[queryTerm]!,
          0,
        )
      const together = sections.map((section) =>
        section.map((says, queryTerm) => says | isOfWhole[queryTerm]!),
      )
      return together.reduce((a, b) => (tells(b) > tells(a) ? b : a), isOfWhole)
    },
  }
}
