import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { readWholeText } from '../../files/read-regular-file.ts'
import { createIsName, isKnownPerson } from '../../notes/foreign/people/person-names.ts'
import { titleAndSpeakers } from '../../notes/foreign/people/title-and-speakers.ts'
import { talkKind } from '../../notes/foreign/words/talk-kind.ts'
import { distinctLinks, webLink } from '../../notes/foreign/words/web-link.ts'
import type { ImportSource } from '../read/import-source.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { forgivingList, looseDateOf, looseText } from './loose-fields.ts'
import { readToldLines } from './told-in-description.ts'
import { isTranscriptName, readTranscript } from './transcript.ts'

const chapter = z.object({ start_time: z.number().nonnegative(), title: looseText })

const video = z.object({
  id: looseText.refine(Boolean),
  title: looseText.refine(Boolean),
  description: looseText,
  webpage_url: looseText,
  url: looseText,
  upload_date: looseText,
  release_date: looseText,
  language: looseText,
  tags: forgivingList(z.string()),
  chapters: forgivingList(chapter),
  playlist_title: looseText,
  extractor: looseText,
  ie_key: looseText,
  _type: looseText,
})
const single = video.refine(
  ({ extractor, webpage_url, _type }) =>
    webpage_url !== '' && _type !== 'playlist' && (extractor !== '' || _type === 'video'),
)
const playlist = z.object({
  _type: z.literal('playlist'),
  title: looseText,
  /** Left out of what is written beside the videos. */
  entries: z.array(z.unknown()).optional(),
})

/** Metadata of a video or a playlist as yt-dlp writes it: `--write-info-json`, `--flat-playlist -J`. */
export const isPlaylist = (value: unknown): boolean =>
  playlist.safeParse(value).success || single.safeParse(value).success

/** The videos as talks, each with the transcript that lies beside. */
export async function* readPlaylist(
  value: unknown,
  { path, file }: Pick<ImportSource, 'path' | 'file'>,
  fallback: ImportedEvent,
): AsyncGenerator<Imported> {
  const list = playlist.safeParse(value).data
  if (list && !list.entries) yield { hint: `${file} is the page of a playlist itself, and no talk.` }
  const given = list ? (list.entries ?? []) : [value]
  const entries = given.map((one) => video.safeParse(one).data)
  const isName = createIsName(entries.map((one) => `# ${one?.title ?? ''}`).join('\n'))
  const transcripts = (await readdir(dirname(path)).catch(() => [])).filter(isTranscriptName)
  for (const [index, one] of entries.entries()) {
    const where = list ? `${file}, video ${index + 1}` : file
    if (!one) {
      yield { bad: { where, reason: 'title: is missing or empty' } }
      continue
    }
    // A video that was taken down stands in lists as this.
    if (/^\[(?:private|deleted) video\]$/i.test(one.title)) {
      yield { passed: where }
      continue
    }
    const name = list?.title || one.playlist_title
    const event: ImportedEvent = name && !fallback.id ? { name } : fallback
    const { title, names } = titleAndSpeakers(withoutEvent(one.title, event.name), isName)
    const stem = basename(path).replace(/\.info\.json$|\.json$/i, '')
    const own = transcripts.find(
      (caption) => caption.includes(one.id) || (!list && caption.startsWith(`${stem}.`)),
    )
    const transcript = own && readTranscript(await readWholeText(join(dirname(path), own)))
    if (own && !transcript) yield { bad: { where, reason: `${own} holds no captions` } }
    const date = looseDateOf(one.release_date || one.upload_date)
    const told = readToldLines(one.description, isSpeakerKey)
    const speakers = names.length > 0 || !told.speakers.every(isKnownPerson) ? names : told.speakers
    const shown = told.links.filter(({ kind }) => kind === 'slides')
    yield {
      where,
      talk: {
        key: one.id,
        event,
        title,
        kind: talkKind('', title),
        speakers: speakers.map((speaker) => ({ name: speaker })),
        tags: one.tags.slice(0, 10),
        links: distinctLinks([webLink(one.webpage_url || one.url, 'Video', 'video'), ...shown]),
        ...(one.language && { language: one.language }),
        ...(date && { date }),
        text: { form: 'abstract', value: withChapters(one) },
        ...(transcript && { transcript }),
      },
    }
  }
}

/** Who hosts, presents or teaches is often the channel's own. */
const isSpeakerKey = (key: string): boolean => /^speakers?$/i.test(key)

/** The description, and below it what is said from when on, unless it says so itself, as the chapters of most videos are from it. */
function withChapters({ description, chapters, webpage_url: url }: z.infer<typeof video>): string {
  const titled = chapters.filter(({ title }) => title !== '' && !/^<untitled chapter/i.test(title))
  const isSaid = titled.filter(({ title }) => description.includes(title)).length * 2 > titled.length
  if (titled.length < 2 || isSaid) return description
  const lines = titled.map(({ start_time: start, title }) => {
    const at = addressAtSecond(url, Math.floor(start))
    return `- ${clockOf(Math.floor(start))} ${title}${at === undefined ? '' : ` (${at})`}`
  })
  return [description, '## Chapters', lines.join('\n')].filter(Boolean).join('\n\n')
}

/** `4:05`, `1:04:05` */
function clockOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60]
  return parts.map((part, at) => (at === 0 ? `${part}` : `${part}`.padStart(2, '0'))).join(':')
}

/** Where a video is watched from a second on, if its site has addresses for that. */
function addressAtSecond(url: string, second: number): string | undefined {
  if (/^https:\/\/(?:www\.)?youtube\.com\/watch\?v=[\w-]+$/.test(url)) return `${url}&t=${second}s`
  return /^https:\/\/vimeo\.com\/\d+$/.test(url) ? `${url}#t=${second}s` : undefined
}

/** Channels put the event's name around each title. */
function withoutEvent(title: string, event: string): string {
  const parts = title.split(/(?<!\s)\s+[|–—-]+\s+|:\s+/)
  const kept = parts.filter((part) => part.toLowerCase() !== event.toLowerCase())
  return kept.length > 0 && kept.length < parts.length ? kept.join(' - ') : title
}
