import { formatPlace, visible } from './format-problem.ts'
import type { Problem } from './problem.ts'

/** Problems of one kind. */
export interface ProblemGroup {
  readonly severity: Problem['severity']
  /** What they all say; what differs stands as `…`. */
  readonly message: string
  readonly advice: string
  readonly problems: readonly Problem[]
}

/** Problems by kind: those that keep files from being served first, then the most frequent. */
export function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, [Problem, ...Problem[]]>()
  for (const problem of problems) {
    const kind = `${problem.severity} ${withoutValues(problem.message)}`
    const group = groups.get(kind)
    if (group) group.push(problem)
    else groups.set(kind, [problem])
  }
  return [...groups.values()]
    .map((all): ProblemGroup => {
      const [first] = all
      const message = all.every((one) => one.message === first.message)
        ? first.message
        : withoutValues(first.message)
      return { severity: first.severity, message, advice: first.advice, problems: all }
    })
    .sort(
      (one, other) =>
        Number(other.severity === 'error') - Number(one.severity === 'error') ||
        other.problems.length - one.problems.length,
    )
}

/** A message without what is only in one of its kind: names, values, numbers. */
const withoutValues = (message: string): string =>
  message.replace(/`[^`]*`(?:, `[^`]*`)*(?: and \d+ more)?|"(?:[^"\\]|\\.)*"|\d[\d.]*/g, '…')

/**
 * A group as one line, with two places at the most.
 * @example // => 3 × is a draft, so it is not served: a.md, b.md … (take `draft: true` out of its front matter)
 */
export function formatGroup({ message, advice, problems }: ProblemGroup): string {
  const [first, ...others] = problems
  if (!first) return ''
  const places = problems.slice(0, 2).map(formatPlace).join(', ')
  if (others.length === 0) return visible(`${formatPlace(first)} ${message} (${advice})`)
  return visible(`${problems.length} × ${message}: ${places}${problems.length > 2 ? ' …' : ''} (${advice})`)
}
