import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { describeFileFailure } from '../files/describe-file-failure.ts'
import { errorCode } from '../files/error-code.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { FileFailure } from '../import/corpus/file-failure.ts'
import { type PreparedImport, withPlan } from '../import/import-talks.ts'
import { CorpusBusy, withImportLock } from '../import/write/import-lock.ts'
import { writeEvent } from '../import/write/write-import.ts'
import type { WriteResult } from '../import/write/write-result.ts'
import { visible } from '../notes/format-problem.ts'
import type { NotesLocation } from '../why-no-notes.ts'
import { formatGone, formatPlan, formatProblems, formatSummary } from './format/format-import.ts'
import { type ImportArguments, importHelp, readImportArguments } from './import-arguments.ts'
import { createProgress } from './progress.ts'
import { refuseUsage } from './refuse-usage.ts'

interface Io extends NotesLocation {
  readonly argv: readonly string[]
  readonly linksTo?: readonly string[]
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

/**
 * `hallway import`: shows what a file or folder of another program's talks would add to the corpus, asks, and writes it.
 * @returns the exit code: 1 if nothing could be imported, or a file could not be read or written, 2 for a bad command line
 */
export async function importTalks({
  argv,
  corpusFolder,
  repository,
  linksTo,
  stdin,
  stdout,
  stderr,
}: Io): Promise<number> {
  const print = (line: string) => stdout.write(`${visible(line)}\n`)
  const warn = (line: string) => stderr.write(`${visible(line)}\n`)
  // Whoever reads the output may leave; what was asked for is written all the same.
  for (const output of [stdout, stderr]) output.on('error', ignoreEndOfReader)
  const request = readImportArguments(argv, corpusFolder)
  if ('problem' in request) return refuseUsage(stderr, importHelp, request.problem)
  if (repository !== undefined && request.into === corpusFolder) {
    warn(intoCopy)
    return 1
  }
  const progress = createProgress(stderr)
  let hasBegun = false
  const onStop = () => {
    progress.clear()
    warn('hallway import: stopped. What is written is whole; run the same command again to go on from there.')
  }
  try {
    return await withPlan({ ...request, linksTo, onProgress: progress.reading, onStop }, async (plan) => {
      progress.clear()
      for (const line of formatProblems(plan)) warn(line)
      for (const line of formatPlan(plan, request)) print(line)
      const isNothing = plan.events.length === 0 && plan.notes === 0
      const exitCode = isNothing || plan.unreadable.length > 0 ? 1 : 0
      const whyNothing = await whyNothingWritten(plan, request, { stdin, stdout })
      if (whyNothing) {
        for (const line of whyNothing) print(line)
        return exitCode
      }
      hasBegun = true
      const done = await withImportLock(request.into, () => write(plan, request.into, progress), {
        onWait: (pid) => warn(`Another import (process ${pid ?? 'unknown'}) is writing; waiting for it.`),
      })
      for (const line of formatSummary(plan, done, pathForPeople(request.into))) print(line)
      return exitCode
    })
  } catch (error) {
    progress.clear()
    warn(`hallway import: ${describeStop(error, request.path, hasBegun)}`)
    return 1
  }
}

const intoCopy =
  'hallway import: HALLWAY_NOTES_GIT says that the notes come from a repository, and what is written into its copy goes ' +
  'with the next pull. Name a folder of your own clone with --into, and push what is written there.'

/** What is said if nothing is to be written, a line each; undefined if it is. */
async function whyNothingWritten(
  plan: PreparedImport,
  { yes, into }: ImportArguments,
  { stdin, stdout }: Pick<Io, 'stdin' | 'stdout'>,
): Promise<readonly string[] | undefined> {
  if (!hasWork(plan)) return formatGone(plan, pathForPeople(into))
  if (yes) return undefined
  if (!stdin.isTTY || !stdout.isTTY)
    return ['Nothing is written yet. To write it, run the same command with --yes.']
  return (await confirmOnTerminal('Write this? [y/N] ', stdin, stdout)) ? undefined : ['Nothing is written.']
}

/**
 * What an import failed of, and what to do.
 * @throws what is no failure of files
 */
function describeStop(error: unknown, typed: string, hasBegun: boolean): string {
  if (error instanceof CorpusBusy) return error.message
  const isOfCorpus = error instanceof FileFailure
  if (!isOfCorpus && errorCode(error) === undefined) throw error
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : typed
  // As it was typed, for somebody has to find the slip in it, and where that leads.
  const isMissing = !isOfCorpus && resolve(path) === resolve(typed) && errorCode(error) === 'ENOENT'
  if (isMissing && /^https?:\/\//i.test(typed))
    return `${typed} is an address, and nothing is fetched from the network; save what it leads to, and name the file.`
  if (isMissing)
    return `${typed} does not exist${resolve(typed) === typed ? '' : ` (${resolve(typed)})`}, so nothing was imported; name the file or folder that holds the talks.`
  const [what, advice] = isOfCorpus ? [error.what, error.advice] : describeFileFailure(error)
  const state = hasBegun
    ? 'What is written is whole; run the command again to go on.'
    : 'Nothing is written yet; run the command again when that is done.'
  return `${pathForPeople(path)} ${what}; ${advice}. ${state}`
}

function ignoreEndOfReader(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error
}

const hasWork = ({ events }: PreparedImport) =>
  events.some(({ staged, eventFile }) => staged || eventFile !== undefined)

async function write(
  { events }: PreparedImport,
  into: string,
  progress: ReturnType<typeof createProgress>,
): Promise<WriteResult> {
  const done: WriteResult[] = []
  for (const [index, event] of events.entries()) {
    progress.writing(index, events.length)
    done.push(await writeEvent(event, into))
  }
  progress.clear()
  return {
    written: done.reduce((sum, { written }) => sum + written, 0),
    already: done.reduce((sum, { already }) => sum + already, 0),
    kept: done.flatMap(({ kept }) => kept),
  }
}

async function confirmOnTerminal(question: string, input: Readable, output: Writable): Promise<boolean> {
  const lines = createInterface({ input, output })
  try {
    return /^\s*y(es)?\s*$/i.test(await lines.question(question))
  } catch {
    // Ctrl-C or Ctrl-D.
    return false
  } finally {
    lines.close()
  }
}
