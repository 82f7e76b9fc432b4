import { remembering, rememberingOf } from '../../text/remembering.ts'
import { relationOf, stemsOf, type WordRelation } from '../analysis/stem.ts'
import { wordKinds } from '../index/compiled-index.ts'
import type { IndexReader } from '../index/index-reader.ts'
import { isAdjective, isGrammar } from '../query/word-roles.ts'

/** A word of the notes with the stem of a word that is asked for. */
export interface TermForm {
  readonly word: number
  /** How much it counts in ranking; the word as typed counts 1. */
  readonly weight: number
  /** How surely it means the same; 0 if it does not. */
  readonly certainty: number
}

/** By the relation of a word of the notes to the word that is asked for: see `RankingParameters.forms`. */
export type FormParameters = Readonly<
  Record<FormRelation, { readonly weight: number; readonly certainty: number }>
>

export interface AskedWord {
  readonly folded: string
  /** Whether its last letter is a capital, so that no ending can be cut off: `iOS`. */
  readonly endsInCapital?: boolean
}

/** The relation of a word of the notes to one that is asked for and has the same stem. */
export type FormRelation = WordRelation | 'part'

/** Finds forms of words, and remembers them: questions repeat their words, and the index stays as it is. */
export interface FormFinder {
  /** The forms of a term, for one word that is asked for. A form that neither counts nor means the same is left out. */
  ofTerm(asked: AskedWord, term: number): readonly TermForm[]
  /** Those of the word's terms, in all languages of the notes, that have a form which means the same. */
  ofWord(asked: AskedWord): readonly FormsOfTerm[]
  /** How many documents have one of the forms of a term that mean the same. */
  documentsWith(forms: readonly TermForm[], term: number): number
}

export interface FormsOfTerm {
  readonly term: number
  readonly forms: readonly TermForm[]
}

/** Of as many words as are remembered, in both ways of writing. */
export const maxForms = 20_000

export function createFormFinder(
  { reader, languages }: { readonly reader: IndexReader; readonly languages: readonly string[] },
  parameters: FormParameters,
): FormFinder {
  const ofTerm = (asked: AskedWord, term: number) => formsFor(asked, term, reader, parameters)
  const ofWords = (endsInCapital: boolean) =>
    remembering((folded): readonly FormsOfTerm[] => {
      const terms = stemsOf(folded, languages).flatMap((stem) => reader.termNumber(stem) ?? [])
      return terms
        .map((term) => ({ term, forms: ofTerm({ folded, endsInCapital }, term) }))
        .filter(({ forms }) => forms.some(isMeant))
    })
  const ofPlain = ofWords(false)
  const ofNames = ofWords(true)
  return {
    ofTerm,
    ofWord: ({ folded, endsInCapital }) => (endsInCapital ? ofNames : ofPlain)(folded),
    documentsWith: rememberingOf((forms, term) => {
      const meant = new Set(forms.filter(isMeant).map(({ word }) => word))
      return reader.documentsWithForms(term, meant)
    }, maxForms),
  }
}

function formsFor(
  asked: AskedWord,
  term: number,
  reader: IndexReader,
  parameters: FormParameters,
): TermForm[] {
  const forms: TermForm[] = []
  for (const word of reader.formsOf(term)) {
    const { weight, certainty } = parameters[relationIn(asked, word, reader)]
    if (weight > 0 || certainty > 0) forms.push({ word, weight, certainty })
  }
  return forms
}

/** @param word of the notes, by number */
export function relationIn(asked: AskedWord, word: number, reader: IndexReader): FormRelation {
  const { words, wordTerms, wordKinds: kinds, terms } = reader.index
  const form = words[word]!
  if (form === asked.folded) return wordKinds[kinds[word]!] === 'part' ? 'part' : 'itself'
  if (areApart(asked, form, reader)) return 'stranger'
  return isEnglish(asked.folded) && isEnglish(terms[wordTerms[word]!]!)
    ? relationOf(asked.folded, form)
    : 'inflection'
}

export function isMeant({ certainty }: TermForm): boolean {
  return certainty > 0
}

/** Stems of other languages carry a mark. What another language's stemmer takes for one word is one: no rules are here for it. */
function isEnglish(word: string): boolean {
  return /^[a-z]+$/.test(word)
}

/** Whether two words of a question, of the same term, ask for the same. */
export function askForSame(asked: AskedWord, other: AskedWord, reader: IndexReader): boolean {
  const isApart = asked.folded !== other.folded && areApart(asked, other.folded, reader)
  return !isApart && relationOf(asked.folded, other.folded) !== 'stranger'
}

/** Whether two words that look like forms of one word certainly are not. */
function areApart(asked: AskedWord, form: string, reader: IndexReader): boolean {
  const { folded: word } = asked
  // A word of grammar is no form of another: "past" is not what was pasted.
  if (isGrammar(word) !== isGrammar(form)) return true
  // Adjectives have no plural: what looks like one is another word, as news is.
  if ([word, form].some((one) => one.endsWith('s') && isAdjective(one.slice(0, -1)))) return true
  if (isSpeaker(word, reader) || isSpeaker(form, reader)) return true
  const isName = (one: string) =>
    (one === word && asked.endsInCapital === true) || isWrittenAs('name', one, reader)
  return isName(word.length > form.length ? word : form)
}

function isSpeaker(word: string, reader: IndexReader): boolean {
  return isWrittenAs('speaker', word, reader)
}

/** Whether the notes write a word in this way at least as often as in others. */
function isWrittenAs(kind: 'name' | 'speaker', word: string, { index, usesOf }: IndexReader): boolean {
  let so = 0
  let otherwise = 0
  const [from, to] = usesOf(word)
  for (let use = from; use < to; use++) {
    const count = index.wordCounts[use]!
    const written = wordKinds[index.wordKinds[use]!]
    if (written === kind) so += count
    else if (written !== 'part') otherwise += count
  }
  return so > 0 && so >= otherwise
}
