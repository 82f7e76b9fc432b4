import type { Talk } from '../../notes/talk.ts'
import { fold } from '../../text/fold.ts'
import { rememberingOf } from '../../text/remembering.ts'
import { isDocumentStopWord, isFindable, splitWords } from '../analysis/analyzer.ts'
import { type DocValueColumn, namesInKey } from '../filter/doc-values.ts'
import { type CompiledIndex, hasStopWords, markOf, wordKinds, wordMask } from '../index/compiled-index.ts'
import { firstFrom, type IndexReader } from '../index/index-reader.ts'
import { topicsOf } from '../query/parse-query.ts'
import type { Query, QueryWord } from '../query/query.ts'
import { partWordList } from '../query/question-word-lists.ts'

/**
 * The documents whose title is the question, word for word, whatever the words are ("Who is who") and whatever stands
 * between them: a question that is a title asks for its talk.
 */
export function titledTalks(query: Query, { reader, talks }: TitleSource): readonly number[] {
  return meantByTitle(talksTitled(query, reader), (document) => talks[document]!.title, query)
}

/**
 * Of talks whose title has the words of the question, those that are meant. Signs that would exclude words must stand in the title
 * too ("Plone -the CMS"). If titles differ only in capitals and signs, and one is the question to the letter, it is that one.
 */
export function meantByTitle<Titled>(
  titled: readonly Titled[],
  titleOf: (talk: Titled) => string,
  { text, exclusions }: Pick<Query, 'text' | 'exclusions'>,
): readonly Titled[] {
  const meant = titled.filter((talk) => exclusions.length === 0 || isWritten(titleOf(talk), text))
  const asWritten = meant.filter((talk) => titleOf(talk) === text)
  return asWritten.length > 0 ? asWritten : meant
}

/** Without regard to capitals and the kind of dash. */
function isWritten(title: string, text: string): boolean {
  const plain = (written: string) =>
    fold(written)
      .replace(/[-‐–—−]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
  return plain(title) === plain(text)
}

/**
 * The talk that is called by what the question is about and by nothing else, before a colon or a dash: “PyPy” of “PyPy: status and
 * future”; or by its whole title. A question that says the name asks for that talk before others that have it. None if several talks have that name.
 * @param mask which documents may be found, as 1; all if undefined
 */
export function talkCalled(
  query: Query,
  { reader, talks }: TitleSource,
  mask: Uint8Array | undefined,
): readonly number[] {
  const name = topicsOf(query)
    .filter((word) => !asksForPart(word, query))
    .map(({ folded }) => folded)
  const words = name.map(reader.usesOf)
  if (words.length === 0 || words.some(([from, to]) => from === to)) return []
  // A stop word may be no name where it stands in a title.
  const beginning = words.filter((_, place) => place === 0 || !isDocumentStopWord(name[place]!))
  const called: Record<'whole' | 'head', number[]> = { whole: [], head: [] }
  for (const document of documentsBeginningWith(words[0]!, reader.index)) {
    if (mask?.[document] === 0 || !placesInTitle(beginning, document, reader.index)) continue
    const part = partCalled(talks[document]!.title, name)
    if (part) called[part].push(document)
  }
  const those = called.whole.length > 0 ? called.whole : called.head
  return those.length === 1 ? those : []
}

/** `slides of PyPy`, `PyPy slides`: what is asked of a talk stands last, or before a word that leads to its name. */
function asksForPart({ folded, start }: QueryWord, { words }: Query): boolean {
  const next = words.find((word) => word.start > start)
  return partWords.has(folded) && (next === undefined || next.role === 'grammar')
}

const partWords: ReadonlySet<string> = new Set(partWordList.split(/\s+/))

/** Whether a name is the whole of a title, or what stands before its colon or dash; undefined if it is neither. */
function partCalled(title: string, name: readonly string[]): 'whole' | 'head' | undefined {
  const isName = (text: string) => {
    const words = splitWords(text)
    return words.length === name.length && words.every((word, place) => word.text === name[place])
  }
  if (isName(title)) return 'whole'
  const end = title.search(endOfHead)
  return end > 0 && isName(title.slice(0, end)) ? 'head' : undefined
}

const endOfHead = /[:：]\s|\s[-–—|]+\s|\s[(（]/

interface TitleSource {
  readonly reader: IndexReader
  /** By document. */
  readonly talks: readonly Pick<Talk, 'title'>[]
}

function talksTitled({ text, words }: Query, reader: IndexReader): number[] {
  if (words.length === 0) return []
  const title: TitleWord[] = []
  let stopWords: string[] = []
  for (const { folded, start, end } of words) {
    if (!isFindable({ text: folded, start, end }, text)) {
      stopWords.push(folded)
      continue
    }
    const uses = reader.usesOf(folded)
    if (uses[0] === uses[1]) return []
    if (title.length === 0 && documentsBeginningWith(uses, reader.index).length === 0) return []
    title.push({ uses, stopWords })
    stopWords = []
  }
  const isTitled = (document: number) => hasTitle(title, stopWords, document, reader.index)
  return documentsBeginningWith(title[0]?.uses ?? endOfTitle, reader.index).filter(isTitled)
}

/** The numbers of a word in the index, as a half-open range. */
type WordUses = readonly [from: number, to: number]

interface TitleWord {
  readonly uses: WordUses
  /** Those before it. */
  readonly stopWords: readonly string[]
}

/** The documents whose title begins with a word. */
function documentsBeginningWith([from, to]: WordUses, index: CompiledIndex): number[] {
  const beginnings = beginningsOf(index)
  const { documentCount } = index
  const found: number[] = []
  let place = firstFrom(beginnings, from * documentCount)
  for (; beginnings[place]! < to * documentCount; place++) found.push(beginnings[place]! % documentCount)
  return found
}

/** Sorted: the first word of each document, times how many these are, and the document. */
const beginningsOf = rememberingOf(({ sequence, sequenceStarts, documentCount }: CompiledIndex) =>
  Float64Array.from({ length: documentCount }, (_, document) => {
    return (sequence[sequenceStarts[document]!]! & wordMask) * documentCount + document
  }).sort(),
)

/** The title is the first text of a document. Its words tell nearly all titles apart, so its stop words are read last. */
function hasTitle(
  title: readonly TitleWord[],
  rest: readonly string[],
  document: number,
  index: CompiledIndex,
): boolean {
  const { sequence } = index
  const uses = title.map((word) => word.uses)
  const places = placesInTitle([...uses, endOfTitle], document, index)
  const stopWords = [...title.map((word) => word.stopWords), rest]
  return places?.every((place, nth) => hasStopWords(sequence[place]!, stopWords[nth]!)) ?? false
}

/** The place after the words that a document's title begins with; undefined if it does not. */
function placesInTitle(
  words: readonly WordUses[],
  document: number,
  { sequence, sequenceStarts, wordKinds: kinds }: CompiledIndex,
): number[] | undefined {
  const places: number[] = []
  let at = sequenceStarts[document]!
  for (const [from, to] of words) {
    while (places.length > 0 && wordKinds[kinds[sequence[at]! & wordMask]!] === 'part') at++
    const word = sequence[at]! & wordMask
    if (word < from || word >= to) return undefined
    places.push(at++)
  }
  return places
}

const endOfTitle: WordUses = [markOf('title'), markOf('title') + 1]

/** The documents of the events that a question names, as 1; undefined if it names none. */
type NamedEvents = (query: Pick<Query, 'words'>) => Uint8Array | undefined

type EventColumn = Pick<DocValueColumn, 'keys' | 'starts' | 'numbers'>

/** One word alone may be anything: `python`. */
const minNameWords = 2

/** An event is named by its whole name, or its id, word for word: "pandas at PyData London 2014". */
export function createNamedEvents({ keys, starts, numbers }: EventColumn): NamedEvents {
  const eventsByName = new Map<string, number[]>()
  keys.forEach((key, event) => {
    for (const name of namesInKey(key)) {
      if (name.split(' ').length < minNameWords) continue
      eventsByName.set(name, [...(eventsByName.get(name) ?? []), event])
    }
  })
  const maxWords = Math.max(0, ...eventsByName.keys().map((name) => name.split(' ').length))
  const firstWords = new Set(eventsByName.keys().map((name) => name.split(' ', 1)[0]!))

  return (query) => {
    const words = query.words.map(({ folded }) => folded)
    const named = new Set<number>()
    for (let start = 0; start < words.length; start++) {
      if (!firstWords.has(words[start]!)) continue
      for (let end = start + minNameWords; end <= Math.min(words.length, start + maxWords); end++) {
        for (const event of eventsByName.get(words.slice(start, end).join(' ')) ?? []) named.add(event)
      }
    }
    if (named.size === 0) return undefined
    // Every document has one event.
    return Uint8Array.from({ length: starts.length - 1 }, (_, document) =>
      Number(named.has(numbers[starts[document]!]!)),
    )
  }
}
