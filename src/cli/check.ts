import { basename } from 'node:path'
import { messageOf } from '../files/message-of.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { createScanner } from '../library/scanner.ts'
import type { FileReading } from '../notes/corpus/file-reading.ts'
import type { Corpus } from '../notes/corpus.ts'
import { countEndings } from '../notes/folders/other-files.ts'
import { walkFolders } from '../notes/folders/walk-folders.ts'
import { formatProblem, visible } from '../notes/format-problem.ts'
import { formatGroup, groupProblems, maxPlacesShown } from '../notes/group-problems.ts'
import { type Problem, problemsToMend } from '../notes/problem.ts'
import { readNotes } from '../notes/read-corpus.ts'
import { type UnservedTexts, unservedTexts } from '../notes/unserved-texts.ts'
import { amountOf } from '../text/amount-of.ts'
import { commandToType } from '../text/command-to-type.ts'
import { describePosts } from './describe-posts.ts'
import { describeUntold } from './describe-untold.ts'

/** Nobody waits for what is served meanwhile, as of a bot that starts: a slow network has time, in milliseconds. */
const maxScanMs = 600_000

/**
 * Says what is served of a folder of notes, and what is wrong with it.
 * @param print receives one line at a time, without its line break
 * @returns the exit code: 1 if some file cannot be served as it is written; if `isStrict`, 1 if there is any problem, be it only of style
 */
export async function check(
  folder: string,
  print: (line: string) => void,
  {
    isStrict = false,
    linksTo = [],
  }: { readonly isStrict?: boolean; readonly linksTo?: readonly string[] } = {},
): Promise<number> {
  const scan = await createScanner(folder, linksTo, maxScanMs).scan().catch(messageOf)
  if (typeof scan === 'string') {
    print(`The notes cannot be checked: ${scan}.`)
    return 1
  }
  const { corpus, files } = await readNotes(folder, { scan, isStrict })
  const { talks, problems } = corpus
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (isStrict) {
    const all = await readNotes(folder, { scan })
    for (const line of describeStrictly(corpus, all.corpus, errors)) print(line)
    return problems.length === 0 ? 0 : 1
  }
  const real = problemsToMend(problems)
  print(`${describeServed(corpus)}, ${real.length === 0 ? 'no problems' : amountOf(real.length, 'problem')}`)
  const ofFiles = [...describeReading(files), ...describePosts(folder, files), ...describeUntold(talks)]
  for (const line of ofFiles) print(line)
  const groups = groupProblems(real)
  for (const group of groups) print(`  ${group.severity}: ${formatGroup(group)}`)
  if (files.some((file) => file.problems.some(({ severity }) => severity === 'error'))) print(ofRunningBot)
  const shown = groups.flatMap((group) => group.problems.slice(0, maxPlacesShown))
  const walk = await walkFolders(folder, linksTo)
  for (const line of describeUnserved(unservedTexts(walk.folders, corpus, shown))) print(line)
  for (const line of describeStyle(problems.filter(({ isStyle }) => isStyle))) print(line)
  const { found, rest } = countEndings(scan.others, maxShown)
  const others = rest > 0 ? [...found, amountOf(rest, found.length > 0 ? 'other' : 'file')] : found
  if (others.length > 0) print(`  Passed over: ${others.join(', ')}.`)
  const [source] = scan.others.sources
  if (source !== undefined && talks.length > 0)
    print(
      `  If ${source} is a schedule or a list of talks, ${commandToType('import', source)} shows what is in it.`,
    )
  return errors === 0 ? 0 : 1
}

/** What a file said before is not in it, so it is in none of the figures. */
const ofRunningBot =
  '  A bot that read a file with an error while it was whole goes on with what it said then, until it is mended or removed. One that did not has only what is counted here.'

const maxShown = 6

const describeServed = ({ talks, events }: Corpus): string =>
  `${amountOf(talks.length, 'talk')} of ${amountOf(events.length, 'event')}`

/**
 * Every problem by line, then the counts.
 * @param inForm what is read of notes in our own form alone
 * @param all what is served
 */
function describeStrictly(inForm: Corpus, all: Corpus, errors: number): readonly string[] {
  const { talks, problems } = inForm
  const ours =
    all.talks.length === talks.length ? '' : `, ${talks.length.toLocaleString('en')} of them in our own form`
  const counts =
    problems.length === 0
      ? 'no problems'
      : `${amountOf(errors, 'error')}, ${amountOf(problems.length - errors, 'warning')}`
  return [...problems.map(formatProblem), `${describeServed(all)}${ours}, ${counts}`]
}

/** How notes were read that are in no form of ours: those that hold several talks by name, all others by number. */
function describeReading(files: readonly FileReading[]): readonly string[] {
  const foreign = files.filter(({ why, talks }) => why !== undefined && talks.length > 0)
  const several = foreign.filter(({ talks }) => talks.length > 1 || talks[0]?.value.id.includes('#'))
  const single = foreign.filter((file) => !several.includes(file))
  const reasons = new Map<string, number>()
  for (const { why = '' } of single) reasons.set(why, (reasons.get(why) ?? 0) + 1)
  const because = [...reasons]
    .sort(([, one], [, other]) => other - one)
    .map(
      ([why, number]) =>
        `${reasons.size > 1 ? `${number.toLocaleString('en')} ` : ''}because ${number > 1 ? ofSeveral(why) : why}`,
    )
  const lines = several.map(
    ({ path, talks, why }) => `  ${pathForPeople(path)}: ${amountOf(talks.length, 'talk')}, because ${why}`,
  )
  return [
    ...(single.length > 0
      ? [
          `  ${amountOf(single.length, 'file')} read as one talk${single.length > 1 ? ' each' : ''}${reasons.size > 1 ? ':' : ','} ${because.join(', ')}.`,
        ]
      : []),
    ...lines.slice(0, maxFilesShown),
    ...(lines.length > maxFilesShown
      ? [`  … and ${lines.length - maxFilesShown} more files that hold several talks`]
      : []),
    ...(several.length > 0
      ? [
          `  To have one of them read otherwise, write in its folder's event.yml: split: { ${nameOf(several)}: none }, or level 2.`,
        ]
      : []),
  ]
}

/** Why a file is read so, said of several: `they have no headings`. */
const ofSeveral = (why: string): string =>
  why
    .replace(/^it is\b/, 'they are')
    .replace(/^it has\b/, 'they have')
    .replace(/\bits\b/g, 'their')

const maxFilesShown = 40
const nameOf = ([first]: readonly FileReading[]): string => JSON.stringify(basename(first?.path ?? ''))

/** Every text that is not served, a line a folder, with the reason. */
const describeUnserved = (unserved: readonly UnservedTexts[]): readonly string[] =>
  unserved.map(({ folder, reasons }) => {
    const named = reasons.map(({ why, names }) => `${names.join(', ')} (${why})`)
    return visible(`  Not served of ${folder}: ${named.join('; ')}.`)
  })

/** Hints of style as one line. */
function describeStyle(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return []
  const groups = groupProblems(problems).map(({ message, problems: all }) => `${all.length} × ${message}`)
  const shown = groups.slice(0, 3).join('; ')
  return [
    `  ${amountOf(problems.length, 'hint')} of style, by line with --strict: ${shown}${groups.length > 3 ? ' …' : ''}.`.replace(
      /…\.$/,
      '…',
    ),
  ]
}
