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
      let best: Uint8Array = isInWhole
      let highest = covered(isInWhole, certainty)
      for (const section of sections) {
        for (let queryTerm = 0; queryTerm < section.length; queryTerm++)
          section[queryTerm]! |= isInWhole[queryTerm]!
        const coverage = covered(section, certainty)
        if (coverage <= highest) continue
        best = section
        highest = coverage
      }
      return best
    },
  }

  function covered(section: Uint8Array, certainty: Float32Array): number {
    let sum = 0
    for (let queryTerm = 0; queryTerm < section.length; queryTerm++)
      sum += queryTerms[queryTerm]!.idf * certainty[queryTerm]! * section[queryTerm]!
    return sum
  }
}
