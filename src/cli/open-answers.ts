import type { Writable } from 'node:stream'
import type { Answers } from '../answers/answers.ts'
import { IndexingFailure, indexingFailure } from '../library/indexing-failure.ts'
import { openLibrary } from '../library/library.ts'
import { formatGroup, groupProblems } from '../notes/group-problems.ts'

export interface Folders {
  readonly corpusFolder: string
  /** Where the index is kept between runs. */
  readonly dataFolder: string
}

/** Opens the notes for one command; where there are none to serve it says why and gives nothing. */
export async function openAnswers(
  { corpusFolder, dataFolder }: Folders,
  stderr: Writable,
): Promise<Answers | undefined> {
  const write = (line: string) => void stderr.write(`hallway: ${line}\n`)
  const library = await openLibrary({
    folder: corpusFolder,
    dataFolder,
    log: { info: write, warn: write },
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
    write(
      `there is nothing to search in ${corpusFolder}: ${group ? formatGroup(group) : 'it holds no notes'}`,
    )
    return undefined
  }
  if (skipped.length > 0) {
    const count = skipped.length === 1 ? '1 problem keeps' : `${skipped.length} problems keep`
    write(`${count} notes from being searched; see \`hallway check\`.`)
  }
  return answers
}
