import { copyOf } from '../defaults.ts'
import { decodePercent } from '../text/decode-percent.ts'
import { type ReadVariables, separated } from './variables.ts'

/** A repository that the notes come from. */
export interface NotesGit {
  readonly url: string
  readonly branch: string | undefined
  readonly folder: string | undefined
  /** Where the copy is kept. */
  readonly copy: string
  /** How often it is pulled, in milliseconds. */
  readonly pullMs: number
  /** By which the repository's host proves that a push is its own; without one, it cannot tell of any. */
  readonly secret: string | undefined
}

/** An OpenSearch cluster that finds talks, which several processes can share. */
export interface SearchCluster {
  /** The nodes' addresses, without user and password. */
  readonly addresses: readonly string[]
  readonly credentials?:
    | { readonly kind: 'user'; readonly user: string; readonly password: string }
    | { readonly kind: 'api-key'; readonly key: string }
  /** A file with certificates, as PEM, that vouch for the nodes' own. */
  readonly certificateFile?: string
  /** What the names of our indices begin with. */
  readonly index: string
  /** How many talks a process indexes itself, too, to answer if the cluster does not. */
  readonly maxIndexed: number
}

export function notesGitOf(read: ReadVariables): NotesGit | undefined {
  const { HALLWAY_NOTES_GIT: url, HALLWAY_NOTES_BRANCH: branch, HALLWAY_NOTES_FOLDER: folder } = read
  if (url === undefined) return undefined
  const copy = copyOf(read.HALLWAY_DATA, url, branch)
  const pullMs = read.HALLWAY_NOTES_PULL * 1000
  return { url, branch, folder, copy, pullMs, secret: read.HALLWAY_NOTES_SECRET }
}

/** Which workspaces without notes of their own are answered from the one folder. */
export function corpusFor({
  HALLWAY_CORPORA,
  HALLWAY_CORPUS_FOR = '',
}: Partial<ReadVariables>): 'all' | readonly string[] {
  if (HALLWAY_CORPORA === undefined || HALLWAY_CORPUS_FOR === 'all') return 'all'
  return HALLWAY_CORPUS_FOR === '' ? [] : separated(HALLWAY_CORPUS_FOR)
}

/** User and password may stand in any of the addresses, and are for all of them. */
export function searchOf(values: ReadVariables): SearchCluster | undefined {
  const { HALLWAY_SEARCH_URL, HALLWAY_SEARCH_API_KEY: key, HALLWAY_SEARCH_CA: certificateFile } = values
  if (HALLWAY_SEARCH_URL === undefined) return undefined
  const urls = separated(HALLWAY_SEARCH_URL).map((address) => new URL(address))
  const withUser = urls.find(({ username }) => username !== '')
  const { username = '', password = '' } = withUser ?? {}
  const user = {
    kind: 'user',
    user: decodePercent(username),
    password: decodePercent(password),
  } as const
  return {
    addresses: urls.map(({ origin, pathname }) => origin + pathname.replace(/\/$/, '')),
    ...(key ? { credentials: { kind: 'api-key', key } } : withUser && { credentials: user }),
    ...(certificateFile && { certificateFile }),
    index: values.HALLWAY_SEARCH_INDEX,
    maxIndexed: values.HALLWAY_OWN_INDEX,
  }
}
