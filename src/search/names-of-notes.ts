import type { DocValueDictionaries } from './filter/doc-values.ts'
import { createKnownNames } from './filter/known-names.ts'
import type { SearchEngine, Topic } from './search-engine.ts'

/** What every engine tells of the notes as a whole. */
export function namesOfNotes(docValues: DocValueDictionaries): Pick<SearchEngine, 'topics' | 'names'> {
  const { values: tags, talks } = docValues.tag
  const topics = tags.map((tag, number): Topic => ({ tag, talks: talks[number]! }))
  const knownNames = createKnownNames(docValues)
  return { topics: async () => topics, names: async () => knownNames }
}
