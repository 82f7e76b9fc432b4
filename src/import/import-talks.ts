import { rmSync } from 'node:fs'
import { realpath, rm, stat } from 'node:fs/promises'
import { constants } from 'node:os'
import { basename, sep } from 'node:path'
import { describeFileFailure } from '../files/describe-file-failure.ts'
import { errorCode } from '../files/error-code.ts'
import { inTime } from '../files/in-time.ts'
import { noFile } from '../files/no-file.ts'
import { makeTemporaryFolder } from '../files/temporary-folder.ts'
import { eventFile, recordsFile } from '../notes/file-names.ts'
import { stemOfNotionTable } from '../notes/folders/other-files.ts'
import { formatProblem } from '../notes/format-problem.ts'
import { isNoteName, isSourceName } from '../notes/is-note.ts'
import { eventFromFolder } from '../notes/ours/parse-event.ts'
import { amountOf } from '../text/amount-of.ts'
import { firstFew } from '../text/first-few.ts'
import type { FoundFile } from './choose-files.ts'
import { FileFailure, whenReading } from './corpus/file-failure.ts'
import { findSources } from './find-sources.ts'
import { createEventNamer } from './name-by-source.ts'
import type { ImportPlan } from './plan/import-plan.ts'
import { planImport } from './plan/plan-import.ts'
import { readBytes, UnreadableInput, whyTooDeep } from './read/input.ts'
import { readSource } from './read-source.ts'
import { readPages } from './table-of-pages.ts'
import type { Imported } from './talk/imported-talk.ts'

export interface ImportRequest {
  /** The file or folder to import. */
  readonly path: string
  /** The corpus folder. */
  readonly into: string
  /** Folders that links in a folder of notes may lead to. Default: none. */
  readonly linksTo?: readonly string[] | undefined
  readonly event?: string
  readonly force?: boolean
  /** The level of the headings that are talks, in long notes. */
  readonly level?: number
  /** What the columns of a table are, by their names. */
  readonly columns?: Readonly<Record<string, string>>
  /** Called again and again with the share that is read, from 0 to 1, and the number of talks so far. */
  readonly onProgress?: (share: number, talks: number) => void
  /** Called if a signal ends the process, just before it ends. */
  readonly onStop?: () => void
}

export interface PreparedImport extends ImportPlan {
  /** How many files were read. */
  readonly files: number
  /** Files that could not be read, or not to their end. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[]
}

/**
 * Reads everything there is to import and plans what to write, then lets `use` have it; the staging files are there
 * until it is done. Throws what the file system throws.
 */
export async function withPlan<Result>(
  request: ImportRequest,
  use: (plan: PreparedImport) => Promise<Result>,
): Promise<Result> {
  let stagingFolder: string | undefined
  // What is in the corpus is whole at any time, so a person may stop the import at any time.
  const stop = (signal: NodeJS.Signals) => {
    try {
      if (stagingFolder !== undefined) rmSync(stagingFolder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // What is being written there comes anew: a later import removes it.
    }
    request.onStop?.()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of stopSignals) process.once(signal, stop)
  try {
    await checkCorpus(request.into)
    stagingFolder = await makeTemporaryFolder('hallway-import-')
    const {
      files: all,
      others,
      texts,
      machinery,
      problems,
    } = await findSources(request.path, request.linksTo)
    const served = await servedBy(all, request.into)
    const files = all.filter((file) => !served.includes(file))
    const unreadable: { file: string; reason: string }[] = []
    const talks = readAll(files, request, (file, reason) => unreadable.push({ file, reason }))
    const isTable = files.some(({ file }) => stemOfNotionTable(basename(file)) !== undefined)
    const isNote = isTable ? await readPages(request.into, request.linksTo) : undefined
    const plan = await planImport(talks, { ...request, stagingFolder, isNote })
    // What a file that was not read to its end holds further on is not gone.
    const cut = new Set(unreadable.map(({ file }) => basename(file)))
    const gone = plan.gone.filter(({ file }) => file === undefined || !cut.has(file))
    return await use({
      ...plan,
      gone,
      notes: plan.notes + served.length,
      files: files.length,
      unreadable: [...unreadable, ...plan.damaged],
      hints: [
        ...plan.hints,
        ...hintOfServed(served),
        ...problems.map(formatProblem),
        ...hintOf(texts),
        ...hintOfOthers(others),
        ...hintOfMachinery(machinery),
      ],
    })
  } finally {
    for (const signal of stopSignals) process.removeListener(signal, stop)
    if (stagingFolder !== undefined) await rm(stagingFolder, { recursive: true, force: true })
  }
}

async function checkCorpus(folder: string): Promise<void> {
  const facts = await whenReading(folder, inTime(stat(folder)).catch(noFile))
  if (facts && !facts.isDirectory())
    throw new FileFailure(folder, ['is a file, not a folder', 'move it, or name a folder with --into'])
}

/** SIGHUP comes when the terminal is closed. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function* readAll(
  files: readonly FoundFile[],
  { event, level, columns, into, onProgress = () => {} }: ImportRequest,
  onUnreadable: (file: string, reason: string) => void,
): AsyncGenerator<Imported> {
  const name = event === undefined ? undefined : eventFromFolder(event).name
  const nameOf = createEventNamer(into)
  const size = files.reduce((sum, file) => sum + file.size, 0) || 1
  let read = 0
  let count = 0
  const guesses: Guess[] = []
  let areAllGuessed = true
  const onRead = (length: number) => {
    read += length
    onProgress(Math.min(1, read / size), count)
  }
  for (const file of files) {
    if (!file.isRegular) {
      onUnreadable(file.file, 'it is a pipe or a device, no file; save what it gives and import that')
      continue
    }
    const bytes = () => readBytes(file.path, onRead)
    const guessed = new Set<string>()
    let isNamed = false
    try {
      const source = { ...file, bytes, isOneOfSeveral: files.length > 1 }
      for await (const found of readSource(source, name, { level, columns, nameOf })) {
        count++
        // Notes are named by where they lie, which is meant; what a program has exported may lie anywhere.
        if ('talk' in found) {
          if (found.talk.text.form === 'abstract' && found.talk.event.isGuess)
            guessed.add(found.talk.event.name)
          else isNamed = true
        }
        yield found
      }
    } catch (error) {
      onUnreadable(file.file, reasonOf(error))
    }
    if (isNamed) areAllGuessed = false
    else if (guessed.size > 0) guesses.push({ file: file.file, events: guessed })
  }
  if (event === undefined && guesses.length > 0) yield { hint: hintOfGuesses(guesses, areAllGuessed) }
}

/** What the talks of a file are said to be of that names no event. */
interface Guess {
  readonly file: string
  readonly events: ReadonlySet<string>
}

function hintOfGuesses(guesses: readonly Guess[], areAllGuessed: boolean): string {
  const events = [...new Set(guesses.flatMap((guess) => [...guess.events]))]
  const isOne = guesses.length === 1
  const files = `${firstFew(guesses.map(({ file }) => file))} ${isOne ? 'names no event, so its' : 'name no event, so their'}`
  const said = `${files} talks are of ${firstFew(events.map((name) => `“${name}”`))}`
  if (areAllGuessed && events.length === 1) return `${said}; name another with --event.`
  // One list of several years.
  if (areAllGuessed && isOne) return `${said}.`
  return `${said}; import ${isOne ? 'it' : 'one'} by itself with --event to name another.`
}

function hintOf(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return []
  return [
    `Passed over, because they lie beside schedules: ${firstFew(texts)}. Name one to import it as notes.`,
  ]
}

/** The files that are of the corpus as they lie there: its notes, and what imports have written. */
async function servedBy(files: readonly FoundFile[], corpus: string): Promise<readonly FoundFile[]> {
  const folder = await realpath(corpus).catch(noFile)
  if (folder === undefined) return []
  const isOfCorpus = async ({ path }: FoundFile) => {
    const name = basename(path)
    const isServed = isNoteName(name) || name === recordsFile || name === eventFile
    return isServed && (await realpath(path)).startsWith(`${folder}${sep}`)
  }
  const are = await Promise.all(files.map(isOfCorpus))
  return files.filter((_, at) => are[at])
}

const hintOfServed = (served: readonly FoundFile[]): readonly string[] =>
  served.length === 0
    ? []
    : [`Served as they lie there, so not imported: ${firstFew(served.map(({ file }) => file))}.`]

function hintOfOthers(others: readonly string[]): readonly string[] {
  if (others.length === 0) return []
  const count = amountOf(others.length, 'other file')
  const sources = others.filter((file) => isSourceName(basename(file)))
  const which = sources.length === others.length ? '' : ` (${firstFew(sources)})`
  const advice = sources.length > 0 ? ` Name one${which} to import it as a schedule or a table.` : ''
  return [`Passed over, because they are no notes: ${count} (${firstFew(others)}).${advice}`]
}

function hintOfMachinery(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return []
  return [
    `Passed over, because programs and sites are made of it: ${firstFew(paths)}. Name one to import it.`,
  ]
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableInput) return error.message
  if (errorCode(error) !== undefined) return `it ${describeFileFailure(error)[0]}`
  const tooDeep = error instanceof Error ? whyTooDeep(error) : undefined
  if (tooDeep !== undefined) return tooDeep
  // The other files are read all the same.
  return `it cannot be read (${String(error).slice(0, 200)})`
}
