import type { Dirent } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { errorCode } from '../files/error-code.ts'
import { isReadFolder } from './passed-over.ts'

export interface Entry {
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
  readonly entries: readonly Entry[]
  /** Why it cannot be read. */
  readonly error?: unknown
}

export interface Walk {
  /** The notes' own folder first. */
  readonly folders: readonly WalkedFolder[]
  /** Links to folders that are not followed: those that lead back, and those below the first level. */
  readonly links: readonly { readonly path: string; readonly leadsBack: boolean }[]
  /** Whether there was too much to walk through. */
  readonly isCut: boolean
}

/** More than this is a home folder or a disk, not notes. */
const maxFolders = 20_000
const maxDepth = 16

/**
 * All folders in which notes may lie, however deep: hidden ones are passed over, and what a `.gitignore` names, what tools
 * keep for themselves, and links below the first level. Never throws.
 */
export async function walkFolders(root: string): Promise<Walk> {
  const folders: WalkedFolder[] = []
  const links: { path: string; leadsBack: boolean }[] = []
  const stack: {
    readonly path: string
    readonly steps: readonly string[]
    readonly rules: readonly Rule[]
  }[] = [{ path: root, steps: [], rules: [] }]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (folders.length >= maxFolders) return { folders, links, isCut: true }
    const { path, steps } = at
    const { entries: all, error } = await entriesOf(path)
    const rules = all.some(({ name }) => name === '.gitignore')
      ? [...at.rules, ...(await readRules(path))]
      : at.rules
    const entries = all.filter((entry) => isVisible(entry, join(path, entry.name), rules))
    folders.push({ path, steps, entries, ...(error !== undefined && { error }) })
    for (const { name, kind, linked } of entries.toReversed()) {
      if (kind !== 'folder') continue
      const inner = join(path, name)
      const leadsBack = linked && (await leadsTo(inner, root))
      if (linked && (steps.length > 0 || leadsBack)) links.push({ path: inner, leadsBack })
      else if (steps.length < maxDepth) stack.push({ path: inner, steps: [...steps, name], rules })
    }
  }
  return { folders, links, isCut: false }
}

/** The patterns of a `.gitignore`, and the folder that they are relative to. */
interface Rule {
  readonly folder: string
  readonly patterns: Ignore
}

async function readRules(folder: string): Promise<readonly Rule[]> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '')
  if (text.trim() === '') return []
  // Loaded where there is one: most folders of notes have none.
  const { default: ignore } = await import('ignore')
  return [{ folder, patterns: ignore({ allowRelativePaths: true }).add(text) }]
}

function isVisible({ name, kind }: Entry, path: string, rules: readonly Rule[]): boolean {
  if (name.startsWith('.') || (kind === 'folder' && !isReadFolder(name))) return false
  return !rules.some(({ folder, patterns }) => {
    const relative = path
      .slice(folder.length + 1)
      .split(sep)
      .join('/')
    return patterns.ignores(kind === 'folder' ? `${relative}/` : relative)
  })
}

async function entriesOf(path: string): Promise<Pick<WalkedFolder, 'entries' | 'error'>> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    const read = await Promise.all(entries.map((entry) => entryFrom(entry, path)))
    return { entries: read.sort((a, b) => (a.name < b.name ? -1 : 1)) }
  } catch (error) {
    return { entries: [], error }
  }
}

async function entryFrom(entry: Dirent, parent: string): Promise<Entry> {
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
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}

/** The code of the error that keeps a folder from being read; undefined if nothing does. */
export const failureOf = ({ error }: WalkedFolder): string | undefined =>
  error === undefined ? undefined : (errorCode(error) ?? 'unknown')
