import { splitWords } from '../analysis/analyzer.ts'
import { isWrittenAsName } from '../query/parse-query.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { type Sentence, shareIn } from './choose-sentences.ts'
import { type EvidenceSource, queryTermsIn, type WordsInTalk } from './question-in-talk.ts'
import { wordPlacesOf } from './talk-to-quote.ts'

/** What is told by its name: “which database?” by “MySQL”. Singulars, collected by hand for this project. */
const namedKindList = `app application broker browser client compiler database db distribution distro driver editor engine extension
  framework ide interpreter language libraries library microframework orm os package plugin protocol queue runner software
  tool vendor`

const namedKinds: ReadonlySet<string> = new Set(
  namedKindList.split(/\s+/).flatMap((kind) => [kind, `${kind}s`]),
)

const auxiliary = 'do|does|did|is|are|was|were|has|have|had|can|could|should|will|would'

/**
 * Whether a word is the noun that says what is asked for: `editor` in “which text editor does”, not `text`. What fits anything, as
 * `advantage` does, is told without being called so.
 */
export const isKindAsked = ({ start, end, role }: QueryWord, question: string): boolean =>
  role !== 'generic' && beforeKind.test(question.slice(0, start)) && afterKind.test(question.slice(end))

const beforeKind = /\b(?:which|what)\s+(?:[\p{L}\d-]+\s+)?$/iu
const afterKind = new RegExp(String.raw`^\s+(?:${auxiliary})\b`, 'i')

/** The same of a kind that is told by names, however it is put: “which mind map tool to”, “which micro-framework”. */
const beforeNamedKind = /\b(?:which|what)\s+(?:[\p{L}\p{N}.'-]+\s+){0,3}?(?:[\p{L}\p{N}]+-)?$/iu
/** What asks is the last noun before the verb: “which database schemas can …?” asks for schemas. */
const afterNamedKind = new RegExp(
  String.raw`^\s+(?:${auxiliary}|to|lets?|i|we|you|they|\p{L}+s(?!\s+(?:${auxiliary})\b))(?!\p{L})`,
  'iu',
)

/** The noun of “which database does …?”, if things of that kind are told by their names. */
export function namedKindAsked({ text, words }: Pick<Query, 'text' | 'words'>): QueryWord | undefined {
  return words.find(
    ({ folded, start, end }) =>
      namedKinds.has(folded) &&
      beforeNamedKind.test(text.slice(0, start)) &&
      afterNamedKind.test(text.slice(end)),
  )
}

/**
 * Whether a quoted sentence tells one of that kind: it says the kind and a name that the question does not (`A plain tool called Kite`,
 * `tool: kite`), or all else that is asked, but for what the talk is on (`Kite weighs the butter`). If nothing else is asked than which
 * of the kind (“which weather service?”), it has to name something, or to say with what (`weather from kite`).
 */
export function tellsOfKind(
  kind: QueryWord,
  { query, runs, uses, sentences, parameters }: EvidenceSource,
  { topics, termOf, isInName, isTitled }: Pick<WordsInTalk, 'topics' | 'termOf' | 'isInName' | 'isTitled'>,
): boolean {
  const others = topics.filter(
    (word) => word !== kind && word.role !== 'generic' && !isInName(word) && !isTitled(word),
  )
  const ofSubject = queryTermsIn('summary', { runs, uses })
  const asking = beforeNamedKind.exec(query.text.slice(0, kind.start))?.index ?? kind.start
  const saysWhich = ({ start }: QueryWord) => asking < start && start < kind.start
  const beside = others.filter((word) => saysWhich(word) || !ofSubject.has(termOf(word)))
  const textsOf = (wanted: string) => runs.filter(({ field }) => field === wanted)
  const known = new Set(query.words.map(({ folded }) => folded))
  for (const { text } of textsOf('speakers')) for (const word of splitWords(text)) known.add(word.text)
  const tags = new Set(textsOf('tags').map(({ text }) => text.toLowerCase()))
  const names = (text: string) => hasOtherName(text, known, tags)
  return sentences.some((sentence) => {
    const text = textOf(sentence)
    const says = (word: QueryWord) => termOf(word) >= 0 && shareIn(sentence, termOf(word)) > 0
    if (says(kind)) return isLabelled(text) || names(text)
    if (sentence.passage.text.field === 'summary')
      return (
        others.every(says) && namesBeside(new Set(others.map(termOf)), sentence, { uses, parameters }, names)
      )
    if (!beside.every(says)) return false
    if (beside.every(saysWhich))
      return names(text) || (beside.length > 0 && (isLabelled(text) || saysWithWhat.test(text)))
    return true
  })
}

/** A summary says much at once: a name in it tells what is asked if it stands in a clause that says some of it. */
function namesBeside(
  terms: ReadonlySet<number>,
  sentence: Sentence,
  { uses, parameters: { minShareOfWord } }: Pick<EvidenceSource, 'uses' | 'parameters'>,
  names: (clause: string) => boolean,
): boolean {
  const { text } = sentence.passage
  const places = wordPlacesOf(text)
  const said = Array.from(text.words, (word, at) => ({ word, start: places[2 * at]! })).filter(({ word }) =>
    uses.get(word)?.some(({ queryTerm, share }) => terms.has(queryTerm) && share >= minShareOfWord),
  )
  let end = sentence.range[0]
  return textOf(sentence)
    .split(clauseEnd)
    .some((clause) => {
      const begin = end
      end += clause.length
      return said.some(({ start }) => begin <= start && start < end) && names(clause)
    })
}

/** In brackets, so that what is split keeps it. */
const clauseEnd = /([,;:]|\b(?:and|or)\b)/

/** `mind maps in xmind`, `payments through stripe`, `we use a spreadsheet` */
const saysWithWhat = new RegExp(
  String.raw`(?:\b(?:in|on|with|via|through|by|from|us(?:e|es|ed|ing)(?: an?)?)|->|→|=) (?!(?:${[
    'the|an?|my|our|your|its|their|his|her|this|that|these|those|it|them|one',
    'no|some|any|all|each|every|more|most|many|to|of|for|as|in|on|with|by',
  ].join('|')})\b)\p{L}`,
  'iu',
)

const textOf = ({ passage, range: [from, to] }: Sentence): string => passage.text.text.slice(from, to)

/** `db: postgres`, `queue = redis streams` */
const isLabelled = (sentence: string): boolean => /^[^:=]{1,30}\p{L} ?[:=] ?\S/u.test(sentence)

/** Whether a sentence has a name that is not known: one that is written so, or a tag of the talk. */
function hasOtherName(sentence: string, known: ReadonlySet<string>, tags: ReadonlySet<string>): boolean {
  return splitWords(sentence).some(({ text, start, end, parts }) => {
    const isKnown = [text, ...parts].some((part) => known.has(part))
    const written = sentence.slice(start, end)
    return !isKnown && (tags.has(text) || isWrittenAsName({ text: written, start }, sentence))
  })
}
