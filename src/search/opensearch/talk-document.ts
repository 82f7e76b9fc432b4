import { createHash } from 'node:crypto'
import type { Talk } from '../../notes/talk.ts'
import { wholeTalk } from '../../notes/whole-talk.ts'
import { fold } from '../../text/fold.ts'
import { splitWords } from '../analysis/analyzer.ts'
import { sortableDate } from '../filter/date-order.ts'
import type { DocValueField } from '../filter/doc-values.ts'
import { docValueKeysOf } from '../filter/read-doc-values.ts'
import { createTalkAnalyzer } from '../index/analyze-talks.ts'
import { firstMark, withNumber, wordMask } from '../index/compiled-index.ts'
import { sequenceLength, writeSequence } from '../index/pack-index.ts'
import { textsOf } from '../index/talk-texts.ts'

/** What a search returns of a talk: enough to rank it and to quote it. */
export interface IndexedTalk {
  readonly id: string
  readonly title: string
  /** Its event's id. */
  readonly event: string
  /** The different uses of words that it has, by their keys: `CompiledIndex.sequence` counts them from 0 here. */
  readonly uses: readonly string[]
  /** Its sequence of words: 32-bit numbers, the lowest byte first, as base64. */
  readonly sequence: string
  /** The talk as JSON; parsed if somebody asks for it. */
  readonly talk: string
}

/** A talk as it is kept in the cluster; index-mapping.ts says how each field is searched. */
export interface TalkDocument extends IndexedTalk {
  /** Talks of the same hash are the same, so that only what has changed is sent. */
  readonly hash: string
  /** The title in the form of a question with the same words: see `titleKeyOf`. */
  readonly titled: string
  /** `YYYY-MM-DD`, or a year; missing if neither the talk nor its event has one. */
  readonly date?: string
  /** `HH:MM`; missing if it is not known. */
  readonly starts?: string
  /** What titles of one date are ordered by. */
  readonly titleOrder: string
  /** The terms of each text, between blanks; those of transcripts by themselves, since they weigh less. */
  readonly terms: readonly string[]
  readonly titleTerms: string
  readonly transcriptTerms?: readonly string[]
  /** The title's words, parts of words included: what completions begin with. */
  readonly titleWords: string
  /** The words of each text, stop words included, between blanks: what phrases are looked for in. */
  readonly spoken: readonly string[]
  readonly values: Readonly<Record<DocValueField, readonly string[]>>
}

export function buildTalkDocument(talk: Talk): TalkDocument {
  const analyzed = createTalkAnalyzer()(talk)
  const numbers = new Map<string, number>()
  for (const { uses } of analyzed) {
    for (const { key } of uses) if (!numbers.has(key)) numbers.set(key, numbers.size)
  }
  const sequence = new Uint32Array(sequenceLength(analyzed))
  writeSequence(analyzed, numbers, { sequence, at: 0 })
  const termsOf = (texts: typeof analyzed) => texts.map(({ uses }) => inBlanks(uses.map(({ term }) => term)))
  const transcripts = analyzed.filter(({ field }) => field === 'transcript')
  const titleUses = analyzed.flatMap(({ field, uses }) => (field === 'title' ? uses : []))
  const json = JSON.stringify(wholeTalk(talk))
  return {
    id: talk.id,
    hash: hashOf(json),
    title: talk.title,
    event: talk.event.id,
    titled: titleKeyOf(splitWords(talk.title).map(({ text }) => text)),
    ...sortableDate(talk),
    titleOrder: titleOrderOf(talk.title),
    terms: termsOf(analyzed.filter(({ field }) => field !== 'transcript')),
    titleTerms: inBlanks(titleUses.map(({ term }) => term)),
    ...(transcripts.length > 0 && { transcriptTerms: termsOf(transcripts) }),
    titleWords: inBlanks(titleUses.map(({ word }) => word)),
    spoken: textsOf(talk).flatMap(({ text }) => spokenOf(text)),
    uses: [...numbers.keys()],
    sequence: encodeSequence(sequence),
    values: docValueKeysOf(talk),
    talk: json,
  }
}

/** The hash that `TalkDocument.hash` of a talk would have, without analysing it. */
export function talkHash(talk: Talk): string {
  return hashOf(JSON.stringify(wholeTalk(talk)))
}

/** A document's name in the cluster, which is shorter than ids may be. */
export function documentName(talkId: string): string {
  return createHash('sha256').update(talkId).digest('base64url')
}

/** @param words folded */
export function titleKeyOf(words: readonly string[]): string {
  return words.join(' ').slice(0, maxKeyLength)
}

/** One token of a text that is divided at blanks alone. Foldings of single signs may have some. */
export function tokenOf(word: string): string {
  return word.replaceAll(/\s+/gu, '\u2420').slice(0, maxKeyLength)
}

/** Units that fit into the 32,766 bytes of Lucene's longest term, whatever the script. */
export const maxKeyLength = 8000

/** With the number that each use of the document has elsewhere. */
export function decodeSequence(sequence: string, numbers: Uint32Array): Uint32Array {
  const bytes = Buffer.from(sequence, 'base64')
  const entries = new Uint32Array(bytes.length / 4)
  for (let place = 0; place < entries.length; place++) {
    const entry = bytes.readUInt32LE(place * 4)
    const number = entry & wordMask
    entries[place] = number < firstMark ? withNumber(entry, numbers[number]!) : entry
  }
  return entries
}

function encodeSequence(sequence: Uint32Array): string {
  const bytes = Buffer.alloc(sequence.length * 4)
  sequence.forEach((entry, place) => {
    bytes.writeUInt32LE(entry, place * 4)
  })
  return bytes.toString('base64')
}

/**
 * The words of a text for phrases, and, as texts of their own, the parts of each compound with some words that follow it:
 * `os path join returns …` for `os.path.join returns …`.
 */
function spokenOf(text: string): string[] {
  const words = splitWords(text)
  const whole = inBlanks(words.map((word) => word.text))
  const parts = words.flatMap(({ parts }, place) => {
    if (parts.length === 0) return []
    const following = words.slice(place + 1, place + 1 + wordsBehindParts).map((word) => word.text)
    return [inBlanks([...parts, ...following])]
  })
  return [whole, ...parts]
}

function inBlanks(words: readonly string[]): string {
  return words.map(tokenOf).join(' ')
}

/** The longest phrase that can begin within a compound, less its parts. */
const wordsBehindParts = 6

/** As close to alphabetical order for people as a sort key can be: folded, with numbers in numeric order. */
function titleOrderOf(title: string): string {
  return fold(title)
    .replaceAll(/\d{1,12}/g, (digits) => digits.padStart(12, '0'))
    .slice(0, 300)
}

function hashOf(json: string): string {
  return createHash('sha256').update(json).digest('base64url').slice(0, 22)
}
