import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { errorCode } from '../../files/error-code.ts'
import { inParallel } from '../../files/in-parallel.ts'
import { readWholeText } from '../../files/read-regular-file.ts'
import { isNoteEnding, isReadFolder } from '../is-note.ts'

interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
  /** Whether it is a symbolic link. */
  readonly linked: boolean
}

/** One folder of the notes, with what lies in it. */
export interface WalkedFolder {
  readonly path: string
  /** Names of the folders that lead to it from the notes' own; none of the notes' own. */
  readonly steps: readonly string[]
  /** In order of name; hidden and ignored ones are left out, and folders that are not read. */
  readonly entries: readonly FolderEntry[]
  /** Folders and texts that are left out of them, but for hidden ones. */
  readonly passed?: readonly PassedEntry[]
  /** Why it cannot be read. */
  readonly error?: unknown
  /** Why its `.gitignore` cannot be read; then nothing is passed over for it. */
  readonly ignoreError?: unknown
  /** Whether another disk is mounted there, or a link leads to one. */
  readonly isMount?: boolean
}

export interface Walk {
  /** The notes' own folder first. */
  readonly folders: readonly WalkedFolder[]
  /** Links that are not followed. */
  readonly links: readonly PassedLink[]
  /** What there was too much of to walk through. */
  readonly left: LeftFolders | undefined
}

/** Folders that are not looked into, nor what lies in them. */
interface LeftFolders {
  readonly count: number
  readonly first: string
  readonly reason: 'many' | 'deep'
}

interface PassedEntry {
  readonly name: string
  /** For a `.gitignore`, or for its own name. */
  readonly by: 'gitignore' | 'name'
  readonly isLink?: boolean
}

interface PassedLink {
  readonly path: string
  /** To a folder that holds the notes; out of the notes; or to a folder, below the first level. */
  readonly leads: 'back' | 'out' | 'to a folder'
}

/** More than this is a home folder or a disk, not notes. */
export const maxWalkedFolders = 20_000
export const maxLevels = 16
const foldersAtATime = 32

/**
 * All folders in which notes may lie, however deep: hidden ones are passed over, and what a `.gitignore` names, what tools
 * keep for themselves, links to folders below the first level, and links that lead out of the notes: in a stranger's notes they
 * might name any file of this machine. Never throws.
 * @param others folders outside of the notes that links may lead to
 * @param entriesOf what lies in a folder. Default: it is read.
 */
export async function walkFolders(
  root: string,
  others: readonly string[] = [],
  entriesOf = readEntries,
): Promise<Walk> {
  const folders: WalkedFolder[] = []
  const links: PassedLink[] = []
  let left: LeftFolders | undefined
  const within = await Promise.all([root, ...others].map((folder) => realpath(folder).catch(() => folder)))
  // Level by level: folders of one level are read at the same time.
  let level: readonly OpenFolder[] = [{ path: root, steps: [], rules: [] }]
  while (level.length > 0) {
    const read = await inParallel(level, foldersAtATime, (folder) => openFolder(folder, within, entriesOf))
    const next: OpenFolder[] = []
    for (const { folder, rules, device, passedRules } of read) {
      const passed = await passedLinks(folder, root, within)
      links.push(...passedRules, ...passed.values())
      const entries = folder.entries.filter(({ name }) => passed.get(name)?.leads !== 'out')
      const inner = entries.filter(({ name, kind }) => kind === 'folder' && !passed.has(name))
      for (const { name } of inner)
        next.push({
          path: join(folder.path, name),
          steps: [...folder.steps, name],
          rules,
          deviceAbove: device,
        })
      folders.push(entries.length === folder.entries.length ? folder : { ...folder, entries })
    }
    // The same are left each time, and of a level as few as need be: one folder more takes away no other.
    const reason = (next[0]?.steps.length ?? 0) > maxLevels ? 'deep' : 'many'
    level = reason === 'deep' ? [] : next.slice(0, maxWalkedFolders - folders.length)
    const first = next[level.length]
    if (first === undefined) continue
    const count = next.length - level.length + (left?.count ?? 0)
    left = { reason, first: first.path, ...left, count }
  }
  return { folders: folders.sort(byPath), links, left }
}

interface OpenFolder extends Pick<WalkedFolder, 'path' | 'steps'> {
  /** That of the folder above. */
  readonly deviceAbove?: number | undefined
  readonly rules: readonly Rule[]
}

/** The links of a folder that are not followed, by name. What leads nowhere is, which reading it tells. */
async function passedLinks(
  folder: WalkedFolder,
  root: string,
  within: readonly string[],
): Promise<ReadonlyMap<string, PassedLink>> {
  const passed = new Map<string, PassedLink>()
  for (const { name, kind } of folder.entries.filter(({ linked }) => linked)) {
    const path = join(folder.path, name)
    const isFolder = kind === 'folder'
    if (isFolder && (await leadsTo(path, root))) passed.set(name, { path, leads: 'back' })
    else if (await leadsOut(path, within)) passed.set(name, { path, leads: 'out' })
    else if (isFolder && folder.steps.length > 0) passed.set(name, { path, leads: 'to a folder' })
  }
  return passed
}

async function leadsOut(path: string, within: readonly string[]): Promise<boolean> {
  const target = await realpath(path).catch(() => undefined)
  return target !== undefined && !within.some((folder) => holds(folder, target))
}

/** A folder stands before those in it. */
const byPath = (a: WalkedFolder, b: WalkedFolder): number => {
  const [one, other] = [a.steps.join('\0'), b.steps.join('\0')]
  return one < other ? -1 : one > other ? 1 : 0
}

async function openFolder(
  { path, steps, rules: above, deviceAbove }: OpenFolder,
  within: readonly string[],
  entriesOf: typeof readEntries,
) {
  const { entries: all, error, device } = await entriesOf(path)
  const isMount = deviceAbove !== undefined && device !== undefined && device !== deviceAbove
  const named = all.find(({ name }) => name === '.gitignore')
  const out: PassedLink = { path: join(path, '.gitignore'), leads: 'out' }
  const passedRules = named?.linked && (await leadsOut(out.path, within)) ? [out] : []
  const own = named && passedRules.length === 0 ? await readRules(path) : { rules: [] }
  const rules = own.rules.length > 0 ? [...above, ...own.rules] : above
  const entries: FolderEntry[] = []
  const passed: PassedEntry[] = []
  for (const entry of all) {
    if (entry.name.startsWith('.')) continue
    const by = whyLeftOut(entry, path, rules)
    if (by === undefined) entries.push(entry)
    else if (entry.kind === 'folder' || isNoteEnding(entry.name))
      passed.push({ name: entry.name, by, ...(entry.linked && { isLink: true }) })
  }
  const folder: WalkedFolder = {
    ...{ path, steps, entries },
    ...(passed.length > 0 && { passed }),
    ...(error !== undefined && { error }),
    ...(own.error !== undefined && { ignoreError: own.error }),
    ...(isMount && { isMount }),
  }
  return { folder, rules, device, passedRules }
}

/** The patterns of a `.gitignore`, and the folder that they are relative to. */
interface Rule {
  readonly folder: string
  readonly patterns: Ignore
}

async function readRules(
  folder: string,
): Promise<{ readonly rules: readonly Rule[]; readonly error?: unknown }> {
  let text: string
  try {
    text = await readWholeText(join(folder, '.gitignore'))
  } catch (error) {
    // A link that leads nowhere names nothing.
    return errorCode(error) === 'ENOENT' ? { rules: [] } : { rules: [], error }
  }
  if (text.trim() === '') return { rules: [] }
  // Loaded if there is one: most folders of notes have none.
  const { default: ignore } = await import('ignore')
  return { rules: [{ folder, patterns: ignore({ allowRelativePaths: true }).add(text) }] }
}

function whyLeftOut(
  { name, kind }: FolderEntry,
  parent: string,
  rules: readonly Rule[],
): PassedEntry['by'] | undefined {
  const isIgnored = rules.some(({ folder, patterns }) => {
    const relative = join(parent, name)
      .slice(folder.length + 1)
      .split(sep)
      .join('/')
    return patterns.ignores(kind === 'folder' ? `${relative}/` : relative)
  })
  if (isIgnored) return 'gitignore'
  return kind === 'folder' && !isReadFolder(name) ? 'name' : undefined
}

/** What lies in a folder, of any name; or why that cannot be told. */
export interface FolderEntries extends Pick<WalkedFolder, 'entries' | 'error'> {
  /** The disk that it is on. */
  readonly device?: number | undefined
}

export async function readEntries(path: string): Promise<FolderEntries> {
  try {
    const [entries, found] = await Promise.all([
      readdir(path, { withFileTypes: true }),
      stat(path).catch(() => undefined),
    ])
    const read = await Promise.all(entries.map((entry) => entryFrom(entry, path)))
    return { entries: read.sort((a, b) => (a.name < b.name ? -1 : 1)), device: found?.dev }
  } catch (error) {
    return { entries: [], error }
  }
}

async function entryFrom(entry: Dirent, parent: string): Promise<FolderEntry> {
  const { name } = entry
  if (!entry.isSymbolicLink()) return { name, kind: entry.isDirectory() ? 'folder' : 'file', linked: false }
  // A broken link counts as a file: if it is named as a note, reading it says what is wrong.
  const target = await stat(join(parent, name)).catch(() => undefined)
  return { name, kind: target?.isDirectory() ? 'folder' : 'file', linked: true }
}

/** Whether the folder that a link leads to is, or holds, the other. */
async function leadsTo(link: string, folder: string): Promise<boolean> {
  const outer = await realpath(link).catch(() => link)
  const inner = await realpath(folder).catch(() => folder)
  return holds(outer, inner)
}

/** Whether a folder is, or holds, the other path; both without links. */
const holds = (outer: string, inner: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)

/** The code of the error that keeps a folder from being read; undefined if nothing does. */
export const failureOf = ({ error }: WalkedFolder): string | undefined =>
  error === undefined ? undefined : (errorCode(error) ?? 'unknown')
