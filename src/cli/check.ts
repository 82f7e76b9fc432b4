import { defaults } from '../defaults.ts'
import { formatProblem } from '../notes/format-problem.ts'
import { readCorpus } from '../notes/read-corpus.ts'

export const checkHelp = `Usage: hallway check [folder]

Prints all problems of the notes, each with its file, line and column; exits 1 if there are any.

  folder   the notes, instead of HALLWAY_CORPUS or ${defaults.HALLWAY_CORPUS}
`

/**
 * `hallway check`: prints every problem of the corpus, by file and line, and a count.
 * @param print receives one line at a time, without its line break
 * @returns the exit code: 1 if there is any problem, be it only a warning
 */
export async function check(folder: string, print: (line: string) => void): Promise<number> {
  const { events, talks, problems } = await readCorpus(folder)
  for (const problem of problems) print(formatProblem(problem))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = [
    `${count(talks.length, 'talk')} of ${count(events.length, 'event')}`,
    count(errors, 'error'),
    count(problems.length - errors, 'warning'),
  ]
  print(problems.length === 0 ? `${counts[0]}, no problems` : counts.join(', '))
  return problems.length === 0 ? 0 : 1
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
