import { basename, dirname, join, relative, resolve } from 'node:path'
import { identityOf } from '../../files/identity-of.ts'
import { listNotes, type NotesListing } from './list-notes.ts'
import { type Scan, stampNotes, tellsState } from './scan-notes.ts'
import { type FolderEntries, readEntries } from './walk-folders.ts'

/** Scans one folder of notes again and again. */
export interface Rescan {
  /** Looks at everything. Never throws. */
  all(): Promise<Scan>
  /**
   * Looks at what lies at these paths, each a file or a folder with all that is in it, and takes all else as it was seen
   * last: what it costs depends on how many they are. Never throws.
   */
  only(paths: ReadonlySet<string>): Promise<Scan>
}

/** What was seen last. */
interface Seen {
  /** Of the notes' own folder, if it is there. */
  readonly identity: string | undefined
  /** By path. */
  readonly folders: ReadonlyMap<string, FolderEntries>
  readonly scan: Scan
}

/** @param linksTo folders outside of it that links may lead to */
export function createRescan(folder: string, linksTo: readonly string[] = []): Rescan {
  let seen: Seen | undefined
  // As the folder of a file in it is called.
  const root = dirname(join(folder, 'note'))
  const pathIn = (path: string) => join(root, relative(resolve(folder), resolve(path)))

  async function all(): Promise<Scan> {
    const identity = await identityOf(folder)
    const folders = new Map<string, FolderEntries>()
    const listing = await list(async (path) => readInto(folders, path))
    return remember(identity, folders, await stampNotes(folder, listing))
  }

  function list(entriesOf: typeof readEntries): Promise<NotesListing> {
    return listNotes(folder, linksTo, (path) => entriesOf(path === folder ? root : path))
  }

  function remember(identity: Seen['identity'], folders: Seen['folders'], scan: Scan): Scan {
    seen = { identity, folders, scan }
    return scan
  }

  return {
    all,
    async only(paths) {
      const identity = await identityOf(folder)
      if (seen === undefined || identity !== seen.identity) return all()
      const { folders: before, scan } = seen
      const files = new Set([...paths].map(pathIn))
      const within = foldersWithin(files, before)
      const folders = new Map(before)
      for (const path of within) folders.delete(path)
      const around = new Set([...files].map(dirname).filter((path) => folders.has(path)))
      for (const path of around) folders.set(path, await readEntries(path))
      const isListed =
        within.size === 0 &&
        ![...files].some((path) => basename(path) === '.gitignore') &&
        [...around].every((path) => isSame(folders.get(path)!, before.get(path)!))
      const used = new Map<string, FolderEntries>()
      const listing = isListed
        ? scan
        : await list(async (path) => {
            const known = folders.get(path)
            if (known === undefined) return readInto(used, path)
            used.set(path, known)
            return known
          })
      const links = linkedFiles(folders)
      const stamped = await stampNotes(folder, listing, (path) => {
        const stamp = scan.stamps.get(path)
        const isNews = files.has(path) || links.has(path) || (within.size > 0 && within.has(dirname(path)))
        return isNews || !tellsState(stamp) ? undefined : stamp
      })
      return remember(identity, isListed ? folders : used, stamped)
    },
  }
}

async function readInto(folders: Map<string, FolderEntries>, path: string): Promise<FolderEntries> {
  const entries = await readEntries(path)
  folders.set(path, entries)
  return entries
}

/** The known folders among the paths and all known ones in them; and those that could not be read. */
function foldersWithin(paths: ReadonlySet<string>, known: Seen['folders']): ReadonlySet<string> {
  const tops = new Set([...paths].filter((path) => known.has(path)))
  // Whatever lies in a known folder is in one that is known.
  const isWithin = (path: string): boolean =>
    known.has(path) && (tops.has(path) || (dirname(path) !== path && isWithin(dirname(path))))
  const isUnread = (path: string) => known.get(path)?.error !== undefined
  return new Set([...known.keys()].filter((path) => (tops.size > 0 && isWithin(path)) || isUnread(path)))
}

/** Nothing tells that what a link leads to has changed. */
function linkedFiles(folders: Seen['folders']): ReadonlySet<string> {
  const linked = new Set<string>()
  for (const [path, { entries }] of folders)
    for (const { name, linked: isLink } of entries) if (isLink) linked.add(join(path, name))
  return linked
}

function isSame(one: FolderEntries, other: FolderEntries): boolean {
  return (
    one.error === undefined &&
    other.error === undefined &&
    one.entries.length === other.entries.length &&
    one.entries.every(({ name, kind, linked }, place) => {
      const entry = other.entries[place]!
      return name === entry.name && kind === entry.kind && linked === entry.linked
    })
  )
}
