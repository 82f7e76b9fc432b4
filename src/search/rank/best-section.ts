import type { QueryTerm } from '../expand/query-terms.ts'
import type { Field } from '../index/talk-texts.ts'

/** What belongs to the talk as a whole; all other fields belong to one of its sections. */
const wholeFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'event', 'summary'])

/** Which query terms one talk has together: a note of many topics has any two words somewhere, but not in one section. */
export function createBestSection(queryTerms: readonly QueryTerm[]) {
  const isInWhole = new Uint8Array(queryTerms.length)
  const sections: Uint8Array[] = []
  let isBegun = false

  return {
    begin() {
      isBegun = false
    },
    add(queryTerm: number, field: Field) {
      if (wholeFields.has(field)) {
        isInWhole[queryTerm] = 1
        return
      }
      if (!isBegun) sections.push(new Uint8Array(queryTerms.length))
      isBegun = true
      sections.at(-1)![queryTerm] = 1
    },
    /** By query term: 1 if the talk as a whole has it, or the section that covers most together with the whole. */
    find(certainty: Float32Array): Uint8Array {
      const covered = (section: Uint8Array) =>
        queryTerms.reduce(
          (sum, { idf }, queryTerm) => sum + idf * certainty[queryTerm]! * section[queryTerm]!,
          0,
        )
      const together = sections.map((section) =>
        section.map((isInSection, queryTerm) => isInSection | isInWhole[queryTerm]!),
      )
      return together.reduce((a, b) => (covered(b) > covered(a) ? b : a), isInWhole)
    },
  }
}
