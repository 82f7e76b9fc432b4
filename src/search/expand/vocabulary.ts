import { stemmedLanguages } from '../analysis/stem.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { builtInSynonyms } from './built-in-synonyms.ts'
import { relatedWords } from './related-words.ts'
import { createSpeller, type SpellingParameters } from './spelling.ts'
import { createSynonyms } from './synonyms.ts'
import { createFormFinder, type FormParameters } from './term-forms.ts'
import { takenApart, type VariantParameters, type Vocabulary } from './term-variants.ts'

interface VocabularyOptions {
  /** What the notes are written in, as in `Talk.language`. */
  readonly allLanguages: readonly string[]
  /** The team's own; the built-in ones come with them. */
  readonly synonyms?: readonly (readonly string[])[] | undefined
  readonly forms: FormParameters
  readonly variants: VariantParameters
  readonly spelling: SpellingParameters
}

/** What questions are expanded with: the words of the notes, and how they belong together. */
export function createVocabulary(
  reader: IndexReader,
  { allLanguages, synonyms = [], forms: ofForms, variants, spelling }: VocabularyOptions,
): Vocabulary {
  const languages = stemmedLanguages(allLanguages)
  const forms = createFormFinder({ reader, languages }, ofForms)
  return {
    reader,
    speller: createSpeller(reader, spelling),
    synonyms: createSynonyms([...builtInSynonyms, ...synonyms]),
    related: relatedWords,
    forms,
    takenApart: (word) => takenApart(word, { reader, forms }, variants.apart),
    languages,
    allLanguages,
  }
}
