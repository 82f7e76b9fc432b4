import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Random, shuffle } from '../../random.ts'
import type { SearchDocument } from '../peers/peer.ts'
import type { Collection } from './collections.ts'
import { growDocuments } from './perturb.ts'

/** A conference talk's metadata as pyvideo.org publishes it. */
export interface VideoTalk {
  readonly id: string
  readonly title: string
  readonly speakers: readonly string[]
  readonly tags: readonly string[]
  readonly description: string
}

export const talksFile = 'pyvideo-talks.jsonl.gz'

/** The talks of `<folder>/pyvideo-talks.jsonl.gz`, one a line as they are, each a JSON object; undefined without the file. */
export function readTalkLines(folder: string): string[] | undefined {
  const file = join(folder, talksFile)
  if (!existsSync(file)) return undefined
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  return text.split('\n').filter((line) => line !== '')
}

export function parseTalkLine(line: string): VideoTalk {
  const talk = JSON.parse(line) as Partial<VideoTalk> & { readonly id: string }
  return {
    id: talk.id,
    title: talk.title ?? '',
    speakers: talk.speakers ?? [],
    tags: talk.tags ?? [],
    description: talk.description ?? '',
  }
}

/** This many lines: the real ones, then ones with the speakers and tags of a real talk and mixed texts. */
export function growTalkLines(lines: readonly string[], count: number, random: Random): string[] {
  const talks = new Map(
    lines.map((line) => {
      const talk = JSON.parse(line) as Partial<VideoTalk> & { readonly id: string }
      return [talk.id, talk] as const
    }),
  )
  const documents = Array.from(talks.values(), ({ id, title = '', description = '' }) => {
    return { id, title, text: description }
  })
  const made = growDocuments(documents, count, random).slice(lines.length)
  const grown = made.map(({ id, title, text }) =>
    JSON.stringify({ ...talks.get(id.replace(/-\d+$/, '')), id, title, description: text }),
  )
  return [...lines.slice(0, count), ...grown]
}

/** What the engines index of a talk. */
export function documentOf({ id, title, speakers, tags, description }: VideoTalk): SearchDocument {
  return { id, title, speakers, tags, text: description }
}

/**
 * Two collections that judge themselves, to check the figures on what Hallway is for. `talks-by-title` asks for a talk
 * by its title though only the description was indexed; `talks-by-tag` asks for a tag though tags were not indexed, and
 * every talk that has it is relevant.
 */
export function makeTalkCollections(talks: readonly VideoTalk[], random: Random): Collection[] {
  const told = talks.filter((talk) => wordCount(talk.description) >= 40)
  const sample = shuffle(told, random).slice(0, 5000)
  return [byTitle(sample, random), byTag(sample, random)]
}

const questionCount = 250

function byTitle(talks: readonly VideoTalk[], random: Random): Collection {
  const idsByTitle = Map.groupBy(talks, (talk) => talk.title.toLowerCase())
  const asked = shuffle([...idsByTitle.values()], random)
    .filter(([talk]) => wordCount(talk!.title) >= 3 && !talk!.description.includes(talk!.title))
    .slice(0, questionCount)
  return {
    name: 'talks-by-title',
    documents: talks.map(({ id, description }) => ({ id, title: '', text: description })),
    queries: asked.map((same) => ({
      id: same[0]!.id,
      text: same[0]!.title,
      judgments: new Map(same.map((talk) => [talk.id, 1])),
    })),
  }
}

function byTag(talks: readonly VideoTalk[], random: Random): Collection {
  const tagged = talks.flatMap((talk) =>
    [...new Set(talk.tags)].map((tag) => ({ id: talk.id, tag: tag.toLowerCase() })),
  )
  const asked = shuffle([...Map.groupBy(tagged, ({ tag }) => tag)], random)
    .filter(([tag, all]) => /\p{L}{2}/u.test(tag) && all.length >= 2 && all.length <= 60)
    .slice(0, questionCount)
  return {
    name: 'talks-by-tag',
    documents: talks.map(({ id, title, description }) => ({ id, title, text: description })),
    queries: asked.map(([tag, all]) => ({
      id: tag,
      text: tag,
      judgments: new Map(all.map(({ id }) => [id, 1])),
    })),
  }
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
