import type { Concept } from '../expand/query-terms.ts'
import type { Field } from '../index/talk-texts.ts'

/** What belongs to the talk as a whole; what else is said, is said in one of its sections. */
const wholeFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'event', 'summary'])

/** Keeps apart what the talk as a whole and what each of its sections says: a note of many topics has any two words. */
export function createSaidWhere(concepts: readonly Concept[]) {
  const isOfWhole = new Uint8Array(concepts.length)
  const sections: Uint8Array[] = []
  let isBegun = false

  return {
    beginSection() {
      isBegun = false
    },
    say(concept: number, field: Field) {
      if (wholeFields.has(field)) {
        isOfWhole[concept] = 1
        return
      }
      if (!isBegun) sections.push(new Uint8Array(concepts.length))
      isBegun = true
      sections.at(-1)![concept] = 1
    },
    /** By concept: 1 where the whole or the section that tells most says it. */
    inOnePlace(certainty: Float32Array): Uint8Array {
      const tells = (section: Uint8Array) =>
        concepts.reduce(
          (sum, { information }, concept) => sum + information * certainty[concept]! * section[concept]!,
          0,
        )
      const together = sections.map((section) => section.map((says, concept) => says | isOfWhole[concept]!))
      return together.reduce((a, b) => (tells(b) > tells(a) ? b : a), isOfWhole)
    },
  }
}
