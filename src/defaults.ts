import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** What holds if a variable is not set. `.env.example` and docs/configuration.md say the same; a test compares them. */
export const defaults = {
  HALLWAY_CORPUS: 'corpus',
  HALLWAY_DATA: 'data',
  HALLWAY_SEARCH_INDEX: 'hallway',
  HALLWAY_OWN_INDEX: '100000',
  HALLWAY_TIP_GRACE: '3',
  HALLWAY_PORT: '3000',
  HALLWAY_HOST: '127.0.0.1',
  HALLWAY_LOG_LEVEL: 'info',
  HALLWAY_LOG_FORMAT: 'text',
  HALLWAY_SLOW_MS: '2000',
  HALLWAY_STATUS_HOST: '127.0.0.1',
  HALLWAY_NOTES_PULL: '60',
  HALLWAY_DRAIN_SECONDS: '0',
} as const

/** Where the notes are and what is kept, as the commands need it that do not talk to Slack. */
export interface CommandSettings {
  readonly corpusFolder: string
  /** Folders outside of the notes that links in them may lead to. */
  readonly linksTo: readonly string[]
  /** The repository that the notes come from, and the folder that its copy is in; undefined if they come from none. */
  readonly repository: { readonly url: string; readonly copy: string } | undefined
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** `off`, or the name of the model that answers use; undefined for the one that was installed last. */
  readonly meaning: string | undefined
}

/** A leading `~` is the home folder also if no shell has seen it, as in `.env`. */
export const expandHome = (path: string): string =>
  /^~(?=$|[\\/])/.test(path) ? `${homedir()}${path.slice(1)}` : path

/** `~/team:/srv/shared`, with `;` between on Windows. */
export const foldersIn = (text: string): readonly string[] =>
  text
    .split(delimiter)
    .map((folder) => expandHome(folder.trim()))
    .filter(Boolean)

/** Where the copy of a repository is kept: another repository or branch has another one. */
export function copyOf(dataFolder: string, url: string, branch: string | undefined): string {
  const hash = createHash('sha256')
    .update(`${url}\n${branch ?? ''}`)
    .digest('hex')
  return join(dataFolder, 'notes', hash.slice(0, 12))
}

export function readCommandSettings(env: Readonly<Record<string, string | undefined>>): CommandSettings {
  const set = (name: string) => env[name]?.trim() || undefined
  const dataFolder = expandHome(set('HALLWAY_DATA') ?? defaults.HALLWAY_DATA)
  const git = set('HALLWAY_NOTES_GIT')
  const copy = git === undefined ? undefined : copyOf(dataFolder, git, set('HALLWAY_NOTES_BRANCH'))
  return {
    corpusFolder: copy
      ? join(copy, set('HALLWAY_NOTES_FOLDER') ?? '')
      : expandHome(set('HALLWAY_CORPUS') ?? defaults.HALLWAY_CORPUS),
    linksTo: foldersIn(set('HALLWAY_LINKS') ?? ''),
    repository: git !== undefined && copy !== undefined ? { url: git, copy } : undefined,
    dataFolder,
    databaseUrl: set('DATABASE_URL'),
    meaning: set('HALLWAY_MEANING'),
  }
}
