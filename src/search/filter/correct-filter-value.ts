import { nearestNames } from '../../text/nearest-names.ts'
import type { FilterField, FilterValue } from '../query/query.ts'
import { quoteValue } from '../query/write-query.ts'
import { compactKeyOf, type DocValueDictionary, keyOfName, namesInKey, wordsInKey } from './doc-values.ts'

/** What was probably meant by a value that no talk has. */
interface CorrectedValue {
  /** As people read it. */
  readonly shown: string
  /** As the query language takes it. */
  readonly suggestion: string
}

/**
 * The name, or the word of names, that is spelled most like what was typed; of equally near ones, the one that most talks have. A
 * word that only one name has stands for the name.
 */
export function correctFilterValue(
  field: FilterField,
  { form, text }: FilterValue,
  column: DocValueDictionary,
): CorrectedValue | undefined {
  if (form !== 'words' && form !== 'whole') return undefined
  const wanted = (field === 'tag' ? compactKeyOf(text) : keyOfName(text)).trim()
  // A name of several words, and a tag, is compared as a whole.
  const isName = field === 'tag' || wanted.includes(' ')
  const [nearest] = candidatesNear(wanted, column, isName ? namesInKey : wordsInKey).sort(
    (a, b) => a.distance - b.distance || b.talks - a.talks,
  )
  if (nearest === undefined) return undefined
  const [value, ...others] = nearest.values
  const shown = others.length === 0 ? column.values[value!]! : nearest.spelling
  return { shown, suggestion: quoteValue(shown) }
}

interface SpellingCandidate {
  readonly spelling: string
  readonly distance: number
  /** The numbers of the values that have it. */
  readonly values: readonly number[]
  readonly talks: number
}

function candidatesNear(
  wanted: string,
  column: DocValueDictionary,
  spellingsIn: (key: string) => string[],
): SpellingCandidate[] {
  // Three letters are rather another name than a misspelt one: `tag:git` does not mean `gist`.
  if (wanted.length < 4) return []
  const valuesOf = new Map<string, Set<number>>()
  column.keys.forEach((key, value) => {
    for (const spelling of spellingsIn(key)) {
      const values = valuesOf.get(spelling)
      if (values) values.add(value)
      else valuesOf.set(spelling, new Set([value]))
    }
  })
  // Spellings are folded already.
  const near = nearestNames(wanted, [...valuesOf.keys()], { tolerance: 'narrow', keyOf: (key) => key })
  return near.map(({ name: spelling, distance }) => {
    const values = [...valuesOf.get(spelling)!]
    return { spelling, distance, values, talks: values.reduce((sum, value) => sum + column.talks[value]!, 0) }
  })
}
