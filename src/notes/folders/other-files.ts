import { join } from 'node:path'
import { pathForPeople } from '../../files/path-for-people.ts'
import { amountOf } from '../../text/amount-of.ts'
import { commandToType } from '../../text/command-to-type.ts'
import { enumerate } from '../../text/enumerate.ts'
import { eventFile, recordsFile, synonymsFile } from '../file-names.ts'
import { withoutId } from '../foreign/words/titles.ts'
import { isIntroduction, isNoteName, isSourceName } from '../is-note.ts'
import { fileNamesIn } from './folder-tree.ts'
import type { WalkedFolder } from './walk-folders.ts'

/** What lies among the notes and is none. */
export interface OtherFiles {
  /** How many there are of each ending; of all that have none, under an empty one. */
  readonly counts: Readonly<Record<string, number>>
  /** Some that an import may be able to read, as paths for people. */
  readonly sources: readonly string[]
}

const maxSources = 3
/** They are imported with the talk beside them, and are none by themselves. */
const isCaptions = /\.(?:vtt|srt)(?:\.gz)?$/i

const isOfProject = /^(package|tsconfig|package-lock|_config|composer|bower)\b/

export function otherFilesIn(walked: readonly WalkedFolder[]): OtherFiles {
  const counts: Record<string, number> = {}
  const sources: string[] = []
  const captions: string[] = []
  for (const { path, entries } of walked)
    for (const name of fileNamesIn(entries, isOther)) {
      const ending = /.(\.\d*[a-z][a-z\d]*)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
      counts[ending] = (counts[ending] ?? 0) + 1
      if (!isSourceName(name) || isOfProject.test(name) || isTableOfPages(name, path, walked)) continue
      const paths = isCaptions.test(name) ? captions : sources
      if (paths.length < maxSources) paths.push(pathForPeople(join(path, name)))
    }
  return { counts, sources: [...sources, ...captions].slice(0, maxSources) }
}

/** `Talks 1a2b…`, of `Talks 1a2b….csv`: Notion exports a table beside the folder of the pages that it has a row each of. */
export function stemOfNotionTable(name: string): string | undefined {
  const [, stem = ''] = /^(.*?)(?:_all)?\.csv$/i.exec(name) ?? []
  return withoutId(stem) === stem ? undefined : stem
}

/** Whether those pages lie there: these are notes. */
function isTableOfPages(name: string, path: string, walked: readonly WalkedFolder[]): boolean {
  const stem = stemOfNotionTable(name)
  if (stem === undefined) return false
  const title = withoutId(stem)
  const pages = [stem, title].map((folder) => join(path, folder))
  return walked.some((one) => pages.includes(one.path) && one.entries.some((page) => isNoteName(page.name)))
}

const isOther = (name: string): boolean => !isNoteName(name) && !isIntroduction(name) && !ours.has(name)
const ours: ReadonlySet<string> = new Set([eventFile, recordsFile, synonymsFile])

/** The most frequent endings, `2 .json`, and how many files there are besides. */
export function countEndings(
  { counts }: OtherFiles,
  most: number,
): { readonly found: readonly string[]; readonly rest: number } {
  const sorted = Object.entries(counts)
    .filter(([ending]) => ending !== '')
    .sort(([, one], [, other]) => other - one)
  const found = sorted.slice(0, most)
  const rest = totalOf(Object.entries(counts)) - totalOf(found)
  return { found: found.map(([ending, count]) => `${count} ${ending}`), rest }
}

const totalOf = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((sum, [, count]) => sum + count, 0)

/** What was found instead of notes, and what would help. */
export function describeEmpty(
  folder: string,
  others: OtherFiles,
  hasSiteData: boolean,
): readonly [message: string, advice: string] {
  const { counts, sources } = others
  const { found, rest } = countEndings(others, 3)
  const place = pathForPeople(join(folder, 'my-event', 'my-talk.md'))
  const note = `put a note into it, e.g. ${place}`
  const total = totalOf(Object.entries(counts))
  if (sources.length === 0 && hasSiteData)
    return [
      'holds no notes, but the data of a site (_data)',
      `if these list talks, try ${commandToType('import', pathForPeople(folder))}; or ${note}`,
    ]
  if (total === 0) return ['holds no notes', note]
  const isOne = total === 1
  const files =
    found.length === 0
      ? `${amountOf(rest, 'file')} without an ending`
      : rest > 0
        ? `${found.join(', ')} and ${amountOf(rest, 'other file')}`
        : `${enumerate(found, 'and')} ${isOne ? 'file' : 'files'}`
  const [source] = sources
  return [
    `holds no notes, but ${files}`,
    source === undefined
      ? `notes are .md, .txt, .rst, .org or .adoc files: save them as one of these, or ${note}`
      : `if ${isOne ? 'it is a schedule or a list of talks' : 'they are schedules or lists of talks'}, try ${commandToType('import', source)}; or ${note}`,
  ]
}
