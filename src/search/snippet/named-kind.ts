import { splitWords } from '../analysis/analyzer.ts'
import { isWrittenAsName } from '../query/parse-query.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { type Sentence, shareIn } from './choose-sentences.ts'
import type { EvidenceSource, WordsInTalk } from './question-in-talk.ts'

/** What is told by its name: “which database?” by “MySQL”. Singulars, collected by hand for this project. */
const namedKindList = `app application book broker browser client company compiler database db distribution distro driver editor engine
  extension firm format framework ide interpreter language libraries library microframework orm os package platform plugin
  product program programme project protocol provider queue runner server service site software tool vendor website`

const namedKinds: ReadonlySet<string> = new Set(
  namedKindList.split(/\s+/).flatMap((kind) => [kind, `${kind}s`]),
)

const beforeKind = /\b(?:which|what)\s+(?:[\p{L}\p{N}.'-]+\s+){0,3}?(?:[\p{L}\p{N}]+-)?$/iu
const auxiliary = 'do|does|did|is|are|was|were|has|have|had|can|could|should|will|would'
/** What asks is the last noun before the verb: “which database schemas can …?” asks for schemas. */
const afterKind = new RegExp(
  String.raw`^\s+(?:${auxiliary}|to|lets?|i|we|you|they|\p{L}+s(?!\s+(?:${auxiliary})\b))(?!\p{L})`,
  'iu',
)

/** The noun of “which database does …?”, if things of that kind are told by their names. */
export function namedKindAsked({ text, words }: Pick<Query, 'text' | 'words'>): QueryWord | undefined {
  return words.find(
    ({ folded, start, end }) =>
      namedKinds.has(folded) && beforeKind.test(text.slice(0, start)) && afterKind.test(text.slice(end)),
  )
}

/**
 * Whether a quoted sentence tells one of that kind by a name that is neither in the question nor the talk's own. It says the kind, too,
 * or all else that the question says beside names: `deploys with Kite`. A summary says much at once, so it has to say the kind.
 */
export function tellsOfKind(
  kind: QueryWord,
  { query, runs, sentences }: Pick<EvidenceSource, 'query' | 'runs' | 'sentences'>,
  { topics, termOf, isInName, isTitled }: Pick<WordsInTalk, 'topics' | 'termOf' | 'isInName' | 'isTitled'>,
): boolean {
  const others = topics.filter(
    (word) => word !== kind && word.role !== 'generic' && !isInName(word) && !isTitled(word),
  )
  const telling = sentences.filter((sentence) => {
    const says = (word: QueryWord) => termOf(word) >= 0 && shareIn(sentence, termOf(word)) > 0
    return says(kind) || (sentence.passage.text.field !== 'summary' && others.every(says))
  })
  if (telling.length === 0) return false
  const textsOf = (wanted: readonly string[]) => runs.filter(({ field }) => wanted.includes(field))
  const known = new Set(query.words.map(({ folded }) => folded))
  for (const { text } of textsOf(['title', 'speakers']))
    for (const word of splitWords(text)) known.add(word.text)
  const tags = new Set(textsOf(['tags']).map(({ text }) => text.toLowerCase()))
  return telling.some((sentence) => hasOtherName(sentence, known, tags))
}

function hasOtherName(
  { passage, range: [from, to] }: Sentence,
  known: ReadonlySet<string>,
  tags: ReadonlySet<string>,
): boolean {
  const sentence = passage.text.text.slice(from, to)
  return splitWords(sentence).some(({ text, start, end, parts }) => {
    const isKnown = [text, ...parts].some((part) => known.has(part))
    const written = sentence.slice(start, end)
    return !isKnown && (tags.has(text) || isWrittenAsName({ text: written, start }, sentence))
  })
}
