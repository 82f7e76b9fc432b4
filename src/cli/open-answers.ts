import type { Writable } from 'node:stream'
import type { Answers } from '../answers/answers.ts'
import { IndexingFailure, indexingFailure } from '../library/indexing-failure.ts'
import { openLibrary } from '../library/library.ts'
import { createMeaning } from '../meaning/meaning.ts'
import { formatGroup, groupProblems } from '../notes/group-problems.ts'
import { type NotesLocation, whyNoNotes } from '../why-no-notes.ts'

export interface Folders extends NotesLocation {
  /** Folders outside of it that links in it may lead to. Default: none. */
  readonly linksTo?: readonly string[]
  /** Where the index is kept between runs. */
  readonly dataFolder: string
  /** As `CommandSettings.meaning`. */
  readonly meaning?: string | undefined
}

export interface OpenOptions {
  /** Up to how many passages are encoded first if they are not yet. Default: answers go by words alone. */
  readonly maxEncoded?: number
}

/** A minute or so: more are left to the bot, or to `hallway model get`. */
export const maxEncodedFirst = 5_000
/** How long an answer waits for its question to be encoded, in milliseconds. */
const maxMs = 1_000

/** Opens the notes for one command; if there are none to serve it says why and gives nothing. */
export async function openAnswers(
  { corpusFolder, repository, linksTo = [], dataFolder, meaning: wanted }: Folders,
  stderr: Writable,
  { maxEncoded }: OpenOptions = {},
): Promise<Answers | undefined> {
  const write = (line: string) => void stderr.write(`hallway: ${line}\n`)
  const log = { info: write, warn: write }
  const meaning =
    maxEncoded === undefined
      ? undefined
      : createMeaning({ dataFolder, corpusFolder, wanted, log, maxMs, isAwaited: true })
  const library = await openLibrary({
    folder: corpusFolder,
    linksTo,
    dataFolder,
    log,
    meaning: meaning?.serve,
  }).catch(indexingFailure)
  if (library instanceof IndexingFailure) {
    write(library.message)
    return undefined
  }
  // A command answers from the notes as they are now, and leaves nothing unfinished behind.
  await library.close()
  const answers = library.current()
  const { problems, talks } = answers.corpus
  const skipped = problems.filter(({ severity }) => severity === 'error')
  if (talks.length === 0) {
    const [group] = groupProblems(problems.filter(({ isStyle }) => !isStyle))
    const whyEmpty = `there is nothing to search in ${corpusFolder}: ${group ? formatGroup(group) : 'it holds no notes'}`
    write((await whyNoNotes({ corpusFolder, repository })) ?? whyEmpty)
    return undefined
  }
  if (skipped.length > 0) {
    const count = skipped.length === 1 ? '1 problem keeps' : `${skipped.length} problems keep`
    write(`${count} notes from being searched as they are written; see \`npx hallway check\`.`)
  }
  const left = (await meaning?.ready(maxEncoded!)) ?? 0
  if (left > 0)
    write(
      `${left.toLocaleString('en')} passages are found by their words alone, as long as they are not encoded: ` +
        `\`npx hallway model get\` does that, and so does the bot while it runs.`,
    )
  return answers
}
