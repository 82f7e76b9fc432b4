import { join } from 'node:path'
import { withCapital } from '../../text/with-capital.ts'
import type { EventFolder } from '../folders/event-folders.ts'
import { dayIn, isMonth, yearIn } from '../foreign/dates/written-dates.ts'
import { isGenericName } from '../foreign/words/event-names.ts'
import { saysKindAlone } from '../foreign/words/folder-names.ts'
import { eventFromFolder } from '../ours/parse-event.ts'
import type { ReadEvent } from './compose-corpus.ts'
import { eventPathOf, indexPathOf, readFolderEvent, readIndex, readSiteName } from './event-of-folder.ts'
import type { FileContent, FileReading } from './file-reading.ts'

/** Reads a file, or knows what it gave before. */
type ReadOnce = (path: string, readIt: () => Promise<FileContent>, place: string) => Promise<FileReading>

/**
 * The events of folders, by the nearest that names each: its `event.yml`, what introduces it, its own name. The corpus's own
 * folder may be a site, which has a name too, and a folder that is called by a year is of what the corpus is called.
 */
export async function readFolderEvents(
  folders: readonly EventFolder[],
  readOnce: ReadOnce,
): Promise<readonly ReadEvent[]> {
  const root = folders.find(({ isRoot }) => isRoot)
  const corpus = root && (await readFolder(root))
  const name = corpus && nameOfCorpus(corpus)
  return Promise.all(folders.map((at) => (at === root && corpus ? corpus : readFolder(at, name))))

  async function readFolder(at: EventFolder, corpusName?: string): Promise<ReadEvent> {
    const byName = eventFromFolder(at.id, withCorpusName(at.folderName, corpusName))
    const path = eventPathOf(at)
    const place = at.hasEventFile ? '' : JSON.stringify([byName.name, at.isIntroductionNote, at.isAboveTalks])
    const file =
      path === undefined ? undefined : await readOnce(path, () => readFolderEvent(path, at, byName), place)
    const sitePath = at.siteFile === undefined || at.hasEventFile ? undefined : join(at.path, at.siteFile)
    const site =
      sitePath === undefined
        ? undefined
        : await readOnce(sitePath, () => readSiteName(sitePath, byName), byName.name)
    // What it is called is said elsewhere, as if there were no such file.
    if (at.hasEventFile && file?.split !== undefined && file.event === undefined)
      return { ...(await readFolder({ ...at, hasEventFile: false }, corpusName)), rule: file }
    const indexPath = indexPathOf(at)
    const index =
      indexPath === undefined ? undefined : await readOnce(indexPath, () => readIndex(indexPath), '')
    const served = site?.event ?? file?.event ?? { value: byName, hash: '' }
    return { at, file, ...(site && { site }), ...(index && { index }), served }
  }
}

/** What somebody has called the corpus, if that is no name that any other has. */
function nameOfCorpus({ at, file, site, served }: ReadEvent): string | undefined {
  const { name } = served.value
  if (at.hasEventFile || site?.event) return name
  return file?.event && !isGenericName(name) ? name : undefined
}

/** `2019`, `2019-06-09` and `talks 2019` are the corpus's, of that year. */
function withCorpusName(folderName: string, corpus: string | undefined): string {
  const month = monthOf(folderName)
  if (corpus !== undefined && month !== undefined) return `${withoutYears(corpus)} ${month}`.trim()
  const year = yearIn(folderName) ?? yearIn(dayIn(folderName) ?? '')
  const isOfDays = year !== undefined && (!/\p{L}/u.test(folderName) || saysKindAlone(folderName))
  if (corpus === undefined || !isOfDays) return folderName
  // `Oar Days 2025` was another year's before.
  return `${withoutYears(corpus)} ${year}`.trim()
}

const withoutYears = (name: string): string => name.replace(/[\s-]*\b(?:19|20)\d\d\b/g, '')

/** `March 2019` and `2019-mar`, as people write them. */
function monthOf(folderName: string): string | undefined {
  const [, year = '', name = ''] = /^((?:19|20)\d\d)[-_ ](\p{L}{3,9})$/u.exec(folderName) ?? []
  const month = year === '' ? folderName : `${withCapital(name)} ${year}`
  return isMonth(month) && yearIn(month) !== undefined ? month : undefined
}
