import { splitWords } from '../analysis/analyzer.ts'
import { isWrittenAsName } from '../query/parse-query.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { type Sentence, shareIn } from './choose-sentences.ts'
import type { EvidenceSource, WordsInTalk } from './question-in-talk.ts'

/** What a question asks in words that show, by what the talk lacks, that the talk does not tell it. */
export interface Untold {
  readonly isUntold: boolean
  /** The kind of thing whose name is asked for (`database`), if the quotation names none: as typed, or as read if it is misspelt. */
  readonly lackingKind?: string
}

/**
 * @param lacked the words of the question that the talk does not have
 * @param isNamed whether the question names what the talk is on
 * @param share how much the quotation has of the question, see `AnswerEvidence`
 */
export function readUntold(
  source: EvidenceSource,
  words: WordsInTalk,
  { lacked, isNamed, share }: { lacked: readonly QueryWord[]; isNamed: boolean; share: number },
): Untold {
  const { query, asked, isTitle, parameters } = source
  const kind = asked || isTitle ? undefined : namedKindAsked(query)
  const lackingKind = kind && !tellsOfKind(kind, source, words) ? words.asMeant(kind) : undefined
  const saysLittle = isNamed && share < parameters.minShareOfUnsaidAct
  const act = saysLittle ? lacked.find((word) => isAct(word, query.text)) : undefined
  const isUntoldAct = act !== undefined && !words.topics.every((word) => word === act || words.isTitled(word))
  return {
    isUntold: lackingKind !== undefined || isUntoldAct || lacksPartner(source, words, lacked),
    ...(lackingKind !== undefined && { lackingKind }),
  }
}

/** Whether it is asked if something goes with another thing that the talk has no word of: `mysql` in “does X work with mysql?”. */
function lacksPartner(
  { query: { text } }: EvidenceSource,
  { topics }: WordsInTalk,
  lacked: readonly QueryWord[],
): boolean {
  const asking = asksForPartner.exec(text)
  if (asking === null) return false
  const partner = topics.filter(({ start }) => start >= asking.index + asking[0].length)
  return (
    partner.length > 0 && partner.length <= maxWordsOfName && partner.every((word) => lacked.includes(word))
  )
}

const asksForPartner =
  /\b(?:do|does|did|is|are|will|can|could)\b.*\b(?:supports?|supported by|(?:works?|runs?|integrates?|compatible|tested) (?:with|on|under|against))(?=\s)/iu
const maxWordsOfName = 3

/** Whether it is asked how to do it: `migrate` in “how do I migrate X?”. */
const isAct = ({ start, role }: QueryWord, question: string): boolean =>
  role !== 'generic' && beforeAct.test(question.slice(0, start))

const beforeAct = /\bhow (?:(?:do|can|could|should|would) (?:i|we|you|one|people)|to)\s+$/i

/** What is told by its name: “which database?” by “MySQL”. Singulars, collected by hand for this project. */
const namedKindList = `app application broker browser client compiler database db distribution distro driver editor engine extension
  framework ide interpreter language libraries library microframework orm os package plugin protocol queue runner software tool vendor`

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
function namedKindAsked({ text, words }: Pick<Query, 'text' | 'words'>): QueryWord | undefined {
  return words.find(
    ({ folded, start, end }) =>
      namedKinds.has(folded) &&
      beforeNamedKind.test(text.slice(0, start)) &&
      afterNamedKind.test(text.slice(end)),
  )
}

/**
 * Whether a quoted sentence tells one of that kind: it says the kind and a name that the question does not (`A plain tool called Kite`,
 * `tool: kite`), or all else that is asked (`Kite weighs the butter`); if nothing else is, a name. A summary says much at once: it has to
 * have a name, and more than that.
 */
function tellsOfKind(
  kind: QueryWord,
  { query, runs, sentences }: Pick<EvidenceSource, 'query' | 'runs' | 'sentences'>,
  { topics, termOf, isInName, isTitled }: Pick<WordsInTalk, 'topics' | 'termOf' | 'isInName' | 'isTitled'>,
): boolean {
  const others = topics.filter(
    (word) => word !== kind && word.role !== 'generic' && !isInName(word) && !isTitled(word),
  )
  const textsOf = (wanted: string) => runs.filter(({ field }) => field === wanted)
  const known = new Set(query.words.map(({ folded }) => folded))
  for (const { text } of textsOf('speakers')) for (const word of splitWords(text)) known.add(word.text)
  const tags = new Set(textsOf('tags').map(({ text }) => text.toLowerCase()))
  return sentences.some((sentence) => {
    const says = (word: QueryWord) => termOf(word) >= 0 && shareIn(sentence, termOf(word)) > 0
    if (says(kind)) return isLabelled(textOf(sentence)) || hasOtherName(textOf(sentence), known, tags)
    const isSummary = sentence.passage.text.field === 'summary'
    if (!others.every(says) || (isSummary && others.length === 0)) return false
    return (others.length > 0 && !isSummary) || hasOtherName(textOf(sentence), known, tags)
  })
}

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
