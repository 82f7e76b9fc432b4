import { formatProblem } from '../../notes/format-problem.ts'
import { type Problem, problemsToMend } from '../../notes/problem.ts'
import { amountOf } from '../../text/amount-of.ts'

const problemsTold = 3

/**
 * Tells what is wrong with the notes, a line each, and each problem once for as long as it lasts.
 * @param known problems that people have been told already
 */
export function createProblemLog(write: (line: string) => void, known: readonly Problem[]) {
  let told = new Set(linesOf(known))
  return (problems: readonly Problem[]): void => {
    const lines = linesOf(problems)
    const news = lines.filter((line) => !told.has(line))
    told = new Set(lines)
    for (const line of news.slice(0, problemsTold)) write(line)
    const more = news.length - problemsTold
    if (more > 0) write(`${amountOf(more, 'more problem')}: run \`npx hallway check\` with their folder.`)
  }
}

/** Of all but hints of style; what keeps a file from being served comes first. */
function linesOf(problems: readonly Problem[]): readonly string[] {
  const real = problemsToMend(problems)
  const of = (wanted: Problem['severity']) => real.filter(({ severity }) => severity === wanted)
  return [...of('error'), ...of('warning')].map(formatProblem)
}
