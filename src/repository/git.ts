import { spawn } from 'node:child_process'
import { devNull } from 'node:os'
import { environmentForOthers } from '../files/environment-for-others.ts'
import { messageOf } from '../files/message-of.ts'
import { addressForGit } from './address-for-git.ts'

/** git could not do it; the message is one line without the address's credentials. */
export class GitFailure extends Error {
  readonly code = 'git_failure'
}

/** Something else than the copy is at fault, such as time, the disk or what the repository holds: a new copy would fail as well. */
export class GitHindered extends GitFailure {}

export interface GitOptions {
  /** Within which it runs. */
  readonly folder: string
  /** Whether its repository is in that folder, or it needs none. Default: it is. */
  readonly isWithout?: boolean
  /** Where the repository keeps what is its own. Default: in `.git` of the folder. */
  readonly gitFolder?: string
  /** By what a repository that is made names its commits. Default: `sha1`, as nearly all do. */
  readonly hash?: 'sha1' | 'sha256'
  /** Of the remote `notes`, which stands in no file and on no command line. */
  readonly url: string
  /** After which it is killed, with whatever it has started, in milliseconds. */
  readonly maxMs: number
  /** After how many characters it is killed, and what is wrong then. Default: never. */
  readonly maxSaid?: { readonly length: number; readonly otherwise: string }
  readonly signal?: AbortSignal | undefined
}

/** Nothing of a repository is run, and nobody is asked for anything. */
const settings = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.autocrlf=false',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'gc.autoDetach=false',
  'maintenance.autoDetach=false',
]

/** Runs git. Resolves to what it says. @throws {GitFailure} */
export async function git(
  { folder, url, maxMs, maxSaid, signal, isWithout = false, gitFolder = '.git', hash = 'sha1' }: GitOptions,
  ...words: readonly string[]
): Promise<string> {
  if (signal?.aborted) throw new GitFailure('it was stopped')
  const isPosix = process.platform !== 'win32'
  const child = spawn('git', [...settings.flatMap((setting) => ['-c', setting]), ...words], {
    cwd: folder,
    env: { ...environment(url), GIT_DEFAULT_HASH: hash, ...(!isWithout && { GIT_DIR: gitFolder }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, to be killed as one: git leaves transport to other processes.
    detached: isPosix,
    windowsHide: true,
  })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (maxSaid !== undefined && said.length > maxSaid.length) end(maxSaid.otherwise)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained = (complained + text).slice(-65_536)
  })
  const kill = () => {
    if (child.pid === undefined) return
    try {
      if (isPosix) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }
  let whyEnded: string | undefined
  const end = (why: string) => {
    whyEnded ??= why
    kill()
  }
  const timer = setTimeout(() => end(`git ${words[0]} took longer than ${maxMs / 1000} seconds`), maxMs)
  signal?.addEventListener('abort', kill, { once: true })
  // In a group of its own it gets no signal that ends us, and would go on while the next process works in the same copy.
  process.once('exit', kill)
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (whyEnded !== undefined) throw new GitHindered(whyEnded)
    if (status === 0) return said.trim()
    // What is shortened could no longer be told to be a credential.
    const told = lastWords(withoutCredentials(complained, url))
    throw ofDisk.test(told) ? new GitHindered(told) : new GitFailure(told)
  } catch (error) {
    if (error instanceof GitFailure) throw error
    throw new GitFailure(`git cannot be run (${messageOf(error)})`)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', kill)
    process.removeListener('exit', kill)
  }
}

/** What git says of files that the disk does not take. */
const ofDisk =
  /^(?:unable to (?:write|create) file|cannot create directory|invalid path)|No space left on device/

/** That of this process without our own secrets, and such that nobody is asked for a password. */
function environment(url: string): NodeJS.ProcessEnv {
  const kept = Object.entries(environmentForOthers()).filter(([name]) => !/^GIT_/i.test(name))
  const { GIT_SSH_COMMAND = 'ssh -oBatchMode=yes -oConnectTimeout=10', GIT_SSL_CAINFO } = process.env
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND,
    ...(GIT_SSL_CAINFO !== undefined && { GIT_SSL_CAINFO }),
    // A server that goes silent is given up after half a minute.
    GIT_HTTP_LOW_SPEED_LIMIT: '1',
    GIT_HTTP_LOW_SPEED_TIME: '30',
    ...addressForGit(url),
  }
}

/** What it complained of, in one line, without its advice on access rights. */
function lastWords(complaint: string): string {
  const [, place] = /dubious ownership in repository at '(.+)'/.exec(complaint) ?? []
  if (place !== undefined)
    return `it belongs to another user than the one who runs Hallway; to allow that: git config --system --add safe.directory ${place}`
  const [, branch] = /couldn't find remote ref (?:refs\/heads\/)?(\S+)/.exec(complaint) ?? []
  if (branch === 'HEAD')
    return 'it is empty, or its first branch is not there: push to that, or name another in HALLWAY_NOTES_BRANCH'
  if (branch !== undefined) return `it has no branch ${branch}`
  const lines = complaint
    .split('\n')
    .map((line) => line.replace(/^(?:fatal|error|warning):\s*/, '').trim())
    .filter((line) => line !== '' && !/^(?:Please make sure|and the repository exists|hint:)/.test(line))
  return lines.slice(0, 3).map(shortened).join('; ').replace(/\.$/, '') || 'git did not say why'
}

/** What is wrong stands before a path or behind it, and a path may be as long as thousands of letters. */
const shortened = (line: string): string =>
  line.length <= 200 ? line : `${line.slice(0, 100)}…${line.slice(-90)}`

/** An address as it may be shown: without the name and password in it. */
export function shownUrl(url: string): string {
  return url.replace(/^([a-z]+:\/\/)[^/\s]*@/i, '$1').replace(/^(https?:[^?\s]*)\?.*/i, '$1?…')
}

function withoutCredentials(text: string, url: string): string {
  const user = /^[a-z]+:\/\/([^/\s]*)@/i.exec(url)?.[1]
  // As it is, and as git tells it: without the name and password.
  const forms = [url, url.replace(`${user}@`, '')]
  const clean = forms.reduce((told, form) => told.replaceAll(form, shownUrl(url)), text)
  return (user === undefined ? clean : clean.replaceAll(user, '…')).replace(/([a-z]+:\/\/)[^/\s']*@/gi, '$1')
}
