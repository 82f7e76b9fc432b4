import { createHash } from 'node:crypto'
import * as z from 'zod'
import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { foldFileName } from '../../files/fold-file-name.ts'
import { readRegularFile } from '../../files/read-regular-file.ts'
import { decodeUtf8 } from '../../text/decode-utf8.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { parseJson } from '../../text/parse-json.ts'
import { maxIdBytes, talkId } from '../folders/talk-id.ts'
import { peopleIn } from '../foreign/people/people.ts'
import { languageOfText } from '../foreign/words/language-of-text.ts'
import { costlyMarkup, maxNoteSize } from '../markup-cost.ts'
import type { Problem } from '../problem.ts'
import { noSummary } from '../section.ts'
import type { Event, Passage, Talk } from '../talk.ts'
import { type Body, parseBody } from './parse-body.ts'
import { nameOfPath } from './schema.ts'
import { talkSchema, withWebAddresses } from './talk-schema.ts'

/** Bytes. A hundred thousand talks take about 150 MiB. */
const maxFileSize = 512 * 1024 * 1024

export interface ReadTalks {
  /** Each with the SHA-256, in hex, of its line. */
  readonly talks: readonly { readonly talk: Talk; readonly hash: string }[]
  readonly problems: readonly Problem[]
}

/**
 * Reads an event's talks.jsonl (see talk-record.ts), where imports keep talks: 21,715 of them in 540 events are read in
 * 1.3 s, and as many Markdown files in 17.7 s: the body of a record is taken apart only when somebody asks for it.
 * Every passage stands on the record's line. A record that is bad is a problem, and the others are served; never throws.
 * Warnings of what a good note has (tags, takeaways) are for notes that people write, and not given here.
 */
export async function readTalksJsonl(
  path: string,
  { event, file }: { readonly event: Event; readonly file: string },
): Promise<ReadTalks> {
  const talks: { talk: Talk; hash: string }[] = []
  const problems: Problem[] = []
  const report = (line: number | undefined, message: string, advice: string) =>
    problems.push({ severity: 'error', file, ...(line && { line, column: 1 }), message, advice })
  try {
    const lineOfId = new Map<string, number>()
    let line = 0
    for (const bytes of linesOf(await readRegularFile(path, maxFileSize))) {
      line++
      const read = readLine(bytes, { event, file, line })
      if (read === undefined) continue
      const first = 'talk' in read ? lineOfId.get(foldFileName(read.talk.id)) : undefined
      if (!('talk' in read)) report(line, ...read.problem)
      else if (first) report(line, `has the same id as line ${first}`, 'remove one of the two, or rename it')
      else {
        lineOfId.set(foldFileName(read.talk.id), line)
        talks.push({ talk: read.talk, hash: createHash('sha256').update(bytes).digest('hex') })
      }
    }
  } catch (error) {
    report(undefined, ...describeFileFailure(error, 'split its talks over several events'))
  }
  return { talks, problems }
}

const adviceOnId = 'give it one, as the file of a note would be called: `"id": "tides-that-turn"`'

const recordSchema = z.strictObject({
  ...talkSchema.shape,
  // What `withSpeakers` can read is no longer there.
  speaker: z.undefined({ error: 'write the name as text: `"speaker": "Ada Example"`' }).optional(),
  id: z
    .string({ error: adviceOnId })
    .min(1, { error: adviceOnId })
    .regex(/^[^\s./\\][^/\\]*$/, { error: 'write it without / and \\, and with no blank or dot before it' })
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'write it on one line, and without what is no character' }),
  body: z.string({ error: 'write its text, in Markdown: `"body": "…"`' }),
  source: z.unknown().optional(),
})

/**
 * With whoever speaks as a list of ours, in whatever shape people and programs write it: `"speaker": "Ada Example"`. What names
 * nobody stays as it is, which is wrong.
 */
function withSpeakers(json: unknown): unknown {
  if (!isJsonObject(json)) return json
  const { speaker, speakers, ...record } = json
  const [one, several] = [listOfSpeakers(speaker), listOfSpeakers(speakers)]
  if (one === undefined || several === undefined) return json
  const names = several.map(nameOf)
  return { ...record, speakers: [...several, ...one.filter((other) => !names.includes(nameOf(other)))] }
}

function nameOf(speaker: unknown): string {
  const { name } = isJsonObject(speaker) ? speaker : { name: speaker }
  return String(name).toLowerCase()
}

/** What a list of ours may hold stays as it is written. Undefined if nobody can be told from what is said. */
function listOfSpeakers(said: unknown): readonly unknown[] | undefined {
  if (said === undefined || said === null) return []
  if (typeof said === 'string') return peopleInText(said)
  if (!Array.isArray(said)) return isJsonObject(said) ? speakersOf(said) : undefined
  const each = said.map((one) => (isJsonObject(one) ? speakersOf(one) : [one]))
  return each.every((one) => one !== undefined) ? each.flat() : undefined
}

/** Of one mapping: whoever is named, if only by what is no person's name. */
function speakersOf(mapping: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const { name, handle, ...others } = mapping
  const people = Object.keys(others).length === 0 ? [mapping] : peopleIn(mapping)
  if (people.length > 0) return people
  return typeof name === 'string' ? [{ name, handle }] : undefined
}

/** `Sample, Zorx` is whole: only `Sample` would be left of it, since few are called `Zorx`. */
function peopleInText(text: string): readonly unknown[] {
  const people = peopleIn(text)
  const [, before] = /^(\S+), \S+$/.exec(text) ?? []
  return people.length === 1 && people[0]?.name === before ? [text] : people
}

type RecordPlace = { readonly event: Event; readonly file: string; readonly line: number }

type ReadRecord = { readonly talk: Talk } | { readonly problem: readonly [string, string] }

/** Undefined if nothing stands on the line. */
function readLine(bytes: Uint8Array, place: RecordPlace): ReadRecord | undefined {
  if (bytes.length > maxNoteSize) return { problem: ['the record has more than 1 MiB', 'shorten it'] }
  const decoded = decodeUtf8(bytes)
  if (!('text' in decoded))
    return {
      problem: [`is not UTF-8 at column ${decoded.column}`, 'save the file with the encoding UTF-8'],
    }
  return decoded.text.trim() === '' ? undefined : parseRecord(decoded.text, place)
}

function parseRecord(text: string, { event, file, line }: RecordPlace): ReadRecord {
  const json = parseJson(text)
  if (json === undefined) return { problem: ['is not a line of JSON', 'mend or remove it'] }
  const parsed = recordSchema.safeParse(withSpeakers(json))
  if (!parsed.success) return { problem: describe(parsed.error) }
  const { id, body, source: _, speaker: __, links, followUps, language, ...rest } = parsed.data
  const size = Buffer.byteLength(talkId(event.id, id))
  if (size > maxIdBytes)
    return { problem: [`has an id of ${size} bytes, more than ${maxIdBytes}`, 'shorten `id`'] }
  const costly = costlyMarkup(body)
  if (costly) return { problem: [`line ${costly.line} of \`body\`: ${costly.message}`, costly.advice] }
  let parts: Pick<Talk, 'summary' | 'takeaways' | 'sections'> | undefined
  const parse = () => {
    parts ??= partsOf(parseBody(body), line)
    return parts
  }
  return {
    talk: {
      ...rest,
      id: talkId(event.id, id),
      event,
      file,
      ...withWebAddresses({ links, followUps }),
      language: language ?? languageOfText(body) ?? 'en',
      get summary() {
        return parse().summary
      },
      get takeaways() {
        return parse().takeaways
      },
      get sections() {
        return parse().sections
      },
    },
  }
}

/** The parts of a body, everything on the record's line. */
function partsOf(
  { summary, takeaways, sections }: Body,
  line: number,
): Pick<Talk, 'summary' | 'takeaways' | 'sections'> {
  const here = (passage: Passage): Passage => ({ ...passage, line })
  return {
    summary: here(summary ?? noSummary(line)),
    takeaways: takeaways.map(here),
    sections: sections.map((section) => ({ ...section, line, passages: section.passages.map(here) })),
  }
}

function describe({ issues: [issue] }: z.ZodError): readonly [string, string] {
  const place = issue && nameOfPath(issue.path)
  if (issue?.code === 'unrecognized_keys')
    return [`unknown key \`${issue.keys[0]}\`${place ? ` in ${place}` : ''}`, 'remove it']
  return [`${place || 'the record'} is missing or wrong`, issue?.message ?? 'mend or remove the line']
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    yield bytes.subarray(from, end)
    from = end + 1
  }
  if (from < bytes.length) yield bytes.subarray(from)
}
