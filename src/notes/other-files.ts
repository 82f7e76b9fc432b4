import { join } from 'node:path'
import { pathForPeople } from '../files/path-for-people.ts'
import { commandToType } from '../text/command-to-type.ts'
import { enumerate } from '../text/enumerate.ts'
import { isIntroduction, isNoteName, isSourceName } from './is-note.ts'
import { eventFile } from './parse-event.ts'
import { synonymsFile } from './parse-synonyms.ts'
import { recordsFile } from './talk-record.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** What lies among the notes and is none. */
export interface OtherFiles {
  /** How many there are of each ending. */
  readonly counts: Readonly<Record<string, number>>
  /** Some that an import may be able to read, as paths for people. */
  readonly sources: readonly string[]
}

const maxSources = 3
/** They are imported with the talk beside them, and are none by themselves. */
const isCaptions = /\.(?:vtt|srt)(?:\.gz)?$/i

export function otherFilesIn(walked: readonly WalkedFolder[]): OtherFiles {
  const counts: Record<string, number> = {}
  const sources: string[] = []
  const captions: string[] = []
  for (const { path, entries } of walked)
    for (const { name, kind } of entries) {
      if (kind !== 'file' || isNoteName(name) || isIntroduction(name) || ours.has(name)) continue
      const ending = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? name
      counts[ending] = (counts[ending] ?? 0) + 1
      if (isSourceName(name) && !/^(package|tsconfig|package-lock|_config|composer)\b/.test(name)) {
        const paths = isCaptions.test(name) ? captions : sources
        if (paths.length < maxSources) paths.push(pathForPeople(join(path, name)))
      }
    }
  return { counts, sources: [...sources, ...captions].slice(0, maxSources) }
}

const ours: ReadonlySet<string> = new Set([eventFile, recordsFile, synonymsFile])

/** What was found instead of notes, and what would help. */
export function describeEmpty(
  folder: string,
  { counts, sources }: OtherFiles,
  hasSiteData: boolean,
): readonly [message: string, advice: string] {
  const found = Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([ending, count]) => `${count} ${ending}`)
  const place = pathForPeople(join(folder, 'my-event', 'my-talk.md'))
  const note = `put a note into it, e.g. ${place}`
  if (sources.length === 0 && hasSiteData)
    return [
      'holds no notes, but the data of a site (_data)',
      `if these list talks, try ${commandToType('import', pathForPeople(folder))}; or ${note}`,
    ]
  if (found.length === 0) return ['holds no notes', note]
  const isOne = Object.values(counts).reduce((sum, count) => sum + count, 0) === 1
  const files =
    Object.keys(counts).length > found.length
      ? `${found.join(', ')} and other files`
      : `${enumerate(found, 'and')} ${isOne ? 'file' : 'files'}`
  const [source] = sources
  return [
    `holds no notes, but ${files}`,
    source === undefined
      ? `notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or ${note}`
      : `if ${isOne ? 'it is a schedule or a list of talks' : 'they are schedules or lists of talks'}, try ${commandToType('import', source)}; or ${note}`,
  ]
}
