import { sep } from 'node:path'
import { foldersAbove } from '../../files/folders-above.ts'
import { pathForPeople } from '../../files/path-for-people.ts'
import type { Scan } from '../folders/scan-notes.ts'
import type { Problem } from '../problem.ts'
import type { FileContent, FileReading } from './file-reading.ts'

/**
 * What of a file is served: what it gives now, and as long as it has errors also what it gave before and gives no longer.
 * Its errors are the same for everybody, and say what is served instead: the bot, which may have read the file when it was
 * whole, and `hallway check`, which has not, judge a note alike.
 * @param before what it gave when it was read last, if that is to be kept
 */
export function withLastGood(
  read: FileContent,
  before?: FileReading,
): FileContent & { readonly stamp?: string } {
  const errors = read.problems.filter(isError)
  if (errors.length === 0) return read
  const hadBetter =
    before !== undefined && !before.isMakeshift && (before.talks.length > 0 || before.people !== undefined)
  if (read.isMakeshift && !hadBetter) {
    const what = read.people ? 'whom it names is read from its lines' : 'it is served by what its lines say'
    return { ...read, problems: saying(what, read.problems) }
  }
  // Of what is read in its stead, nobody is told what it lacks.
  const content: FileContent = read.isMakeshift ? { talks: [], problems: errors } : read
  if (!before) return content
  const ids = new Set(content.talks.map(({ value }) => value.id))
  const talks = before.talks.filter(({ value }) => !ids.has(value.id))
  // Of one that is read in part, what it said before is whole.
  const event = before.event ?? content.event
  const talkEvents = [...(content.talkEvents ?? []), ...(before.talkEvents ?? [])]
  const split = before.event || !content.event ? before.split : content.split
  const synonyms = content.synonyms ?? before.synonyms
  const people = content.people ?? before.people
  const called = content.talks.length > 0 ? content.called : before.called
  const keepsMore =
    talks.length > 0 ||
    event !== content.event ||
    split !== content.split ||
    synonyms !== content.synonyms ||
    people !== content.people
  if (!keepsMore) return content
  return {
    talks: [...content.talks, ...talks],
    ...(event && { event }),
    ...(talkEvents.length > 0 && { talkEvents }),
    ...(split !== undefined && { split }),
    ...(synonyms && { synonyms }),
    ...(people && { people }),
    ...(called && { called }),
    problems: saying('what it said before is served', content.problems),
    stamp: '',
  }
}

const isError = ({ severity }: Problem): boolean => severity === 'error'

const saying = (what: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) =>
    isError(problem) ? { ...problem, message: `${problem.message}; ${what}` } : problem,
  )

/**
 * Files read before that lie in a folder that cannot be read now, or that is gone with all notes. What was wrong with
 * them nobody can tell any longer; that of the folder is told instead.
 */
export function unreachable(
  earlier: readonly FileReading[],
  { stamps, presence, problems }: Scan,
  unmounted: ReadonlySet<string>,
): readonly FileReading[] {
  const failing = new Set(problems.filter(isError).map(({ file }) => file))
  const isLost = (path: string) =>
    presence !== 'there' || foldersShown(path).some((folder) => failing.has(folder))
  return earlier
    .filter(({ path, mount = '' }) => !stamps.has(path) && (unmounted.has(mount) || isLost(path)))
    .map((file) => ({ ...file, problems: [], stamp: '' }))
}

/** All folders above a file, as problems tell them: of one that cannot be read, nobody sees what lies in it at any depth. */
const foldersShown = (path: string): readonly string[] => [...foldersAbove(pathForPeople(path))]

/** Folders in which another disk was mounted when they were read, and nothing is now. */
export function unmountedFolders(earlier: readonly FileReading[], { bare }: Scan): ReadonlySet<string> {
  if (bare.length === 0) return new Set()
  const empty = new Set(bare)
  return new Set(earlier.flatMap(({ mount }) => (mount !== undefined && empty.has(mount) ? [mount] : [])))
}

export const notMounted = (path: string): Problem => ({
  severity: 'error',
  file: pathForPeople(path),
  message:
    'is empty, and was another disk before; the talks that it held are served until it is mounted again',
  advice: 'mount it, or remove the folder if its notes shall be gone',
})

export function withMount(file: FileReading, { mounts }: Scan): FileReading {
  const mount = mounts.findLast((folder) => file.path.startsWith(folder + sep))
  return mount === undefined || file.mount === mount ? file : { ...file, mount }
}

interface Lost {
  readonly kept: readonly FileReading[]
  readonly scan: Scan
  readonly folder: string
}

/** A folder's problem, saying for how long its talks are served, or whom it names are called so, all the same. */
export function withKept(problem: Problem, { kept, scan: { presence }, folder }: Lost): Problem {
  if (!isError(problem)) return problem
  const isWhole = problem.file === pathForPeople(folder)
  const lost = isWhole ? kept : kept.filter(({ path }) => foldersShown(path).includes(problem.file))
  const hasTalks = lost.some(({ talks }) => talks.length > 0)
  if (!hasTalks && !lost.some(({ people }) => people !== undefined)) return problem
  const isGone = isWhole && (presence === 'gone' || presence === 'empty')
  const until = isGone ? 'it holds notes again or Hallway is restarted' : 'it can be read again'
  const what = hasTalks ? 'the talks that it held are served' : 'speakers are called as it named them'
  return { ...problem, message: `${problem.message}; ${what} until ${until}` }
}
