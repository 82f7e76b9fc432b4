import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { describeFailure } from '../files/describe-failure.ts'
import { errorCode } from '../files/error-code.ts'
import { pathForPeople } from '../files/path-for-people.ts'
import { FileFailure } from '../import/corpus/file-failure.ts'
import { safeName } from '../import/corpus/safe-name.ts'
import { type PreparedImport, withPlan } from '../import/import-talks.ts'
import { CorpusBusy, withImportLock } from '../import/write/import-lock.ts'
import { writeEvent } from '../import/write/write-import.ts'
import type { Written } from '../import/write/written.ts'
import { formatGone, formatPlan, formatProblems, formatSummary } from './format-import.ts'
import { createProgress } from './progress.ts'

const usage =
  'Usage: hallway import <file or folder> [--event ID] [--into FOLDER] [--level N] [--yes] [--force]'

export const importHelp = `${usage}

Adds talks from pyvideo's JSON, a schedule (frab or pentabarf XML and JSON, pretalx, Sessionize, iCalendar) or one long
file of notes (Markdown, reStructuredText, plain text). Shows what it would write, and asks.

  --event ID      the event that the talks are of, as its folder is called
  --into FOLDER   the notes to add to, instead of HALLWAY_CORPUS or corpus
  --level N       in long notes, the level of the headings that are talks: 2 for \`## Title\`
  -y, --yes       write without asking
  --force         write also over what was edited since the last import
`

interface Io {
  readonly argv: readonly string[]
  readonly corpusFolder: string
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

/**
 * `hallway import`: shows what a file or folder of another program's talks would add to the corpus, asks, and writes it.
 * @returns the exit code: 1 if nothing could be imported, or a file could not be read or written, 2 for a bad command line
 */
export async function importTalks({ argv, corpusFolder, stdin, stdout, stderr }: Io): Promise<number> {
  const print = (line: string) => stdout.write(`${line}\n`)
  const warn = (line: string) => stderr.write(`${line}\n`)
  // Whoever reads the output may leave; what was asked for is written all the same.
  for (const output of [stdout, stderr]) output.on('error', ignoreEndOfReader)
  const request = readArguments(argv, corpusFolder)
  if ('wrong' in request) {
    warn(`hallway import: ${request.wrong}\n${usage}`)
    return 2
  }
  const progress = createProgress(stderr)
  const onStop = () => {
    progress.clear()
    warn('hallway import: stopped. What is written is whole; run the same command again to go on from there.')
  }
  try {
    return await withPlan({ ...request, onProgress: progress.reading, onStop }, async (plan) => {
      progress.clear()
      for (const line of formatProblems(plan)) warn(line)
      for (const line of formatPlan(plan, request)) print(line)
      const nothingFound = plan.events.length === 0
      const failed = nothingFound || plan.unreadable.length > 0 ? 1 : 0
      if (!hasWork(plan)) {
        for (const line of formatGone(plan, pathForPeople(request.into))) print(line)
        return failed
      }
      if (!request.yes) {
        if (!stdin.isTTY || !stdout.isTTY) {
          print(`Nothing is written yet. To write it, run the same command with --yes.`)
          return failed
        }
        if (!(await confirm('Write this? [y/N] ', stdin, stdout))) {
          print('Nothing is written.')
          return failed
        }
      }
      const done = await withImportLock(request.into, () => write(plan, request.into, progress), {
        onWait: (pid) => warn(`Another import (process ${pid ?? 'unknown'}) is writing; waiting for it.`),
      })
      for (const line of formatSummary(plan, done, pathForPeople(request.into))) print(line)
      return failed
    })
  } catch (error) {
    progress.clear()
    if (error instanceof CorpusBusy) {
      warn(`hallway import: ${error.message}`)
      return 1
    }
    const isOfCorpus = error instanceof FileFailure
    if (!isOfCorpus && errorCode(error) === undefined) throw error
    const path =
      error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : request.path
    const [what, advice] = isOfCorpus ? [error.what, error.advice] : describeFailure(error)
    warn(
      `hallway import: ${pathForPeople(path)} ${what}; ${advice}. What is written is whole; run the command again to go on.`,
    )
    return 1
  }
}

function ignoreEndOfReader(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error
}

interface Arguments {
  readonly path: string
  readonly into: string
  readonly event?: string
  readonly level?: number
  readonly yes: boolean
  readonly force: boolean
}

function readArguments(
  argv: readonly string[],
  corpusFolder: string,
): Arguments | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        event: { type: 'string' },
        into: { type: 'string' },
        level: { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
        force: { type: 'boolean' },
      },
    })
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) return { wrong: 'name one file or folder' }
    const { event, into = corpusFolder, yes = false, force = false } = values
    if (event !== undefined && safeName(event, '') !== event)
      return {
        wrong: `--event ${JSON.stringify(event)} is no name for a folder; try ${safeName(event, 'my-event')}`,
      }
    const level = values.level === undefined ? undefined : Number(values.level)
    if (level !== undefined && !/^[1-9]$/.test(values.level ?? ''))
      return {
        wrong: `--level ${JSON.stringify(values.level)} is no level; give that of the talks' headings, 2 for \`## Title\``,
      }
    return { path, into, event, level, yes, force }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

const hasWork = ({ events }: PreparedImport) =>
  events.some(({ staged, eventFile }) => staged || eventFile !== undefined)

async function write(
  { events }: PreparedImport,
  into: string,
  progress: ReturnType<typeof createProgress>,
): Promise<Written> {
  const done: Written[] = []
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

async function confirm(question: string, input: Readable, output: Writable): Promise<boolean> {
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
