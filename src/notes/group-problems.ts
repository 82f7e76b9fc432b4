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
    // What is to be done belongs to the kind: it would be said of problems that it does not mend.
    const kind = [problem.severity, withoutValues(problem.message), problem.advice].join('\n')
    const group = groups.get(kind)
    if (group) group.push(problem)
    else groups.set(kind, [problem])
  }
  return [...groups.values()]
    .map((all): ProblemGroup => {
      const [first] = all
      const messages = all.map(({ message }) => message)
      return { severity: first.severity, message: inCommon(messages), advice: first.advice, problems: all }
    })
    .sort(
      (one, other) =>
        Number(other.severity === 'error') - Number(one.severity === 'error') ||
        other.problems.length - one.problems.length,
    )
}

/** Names, values, numbers: what is only in one of its kind. */
const values = /`[^`]*`(?:, `[^`]*`)*(?: and \d+ more)?|"(?:[^"\\]|\\.)*"|\d[\d.]*/g

const withoutValues = (text: string): string => text.replace(values, '…')

/** What messages of one kind say, with `…` for values that differ. */
function inCommon([first = '', ...others]: readonly string[]): string {
  const written = others.map((message) => message.match(values) ?? [])
  let place = 0
  return first.replace(values, (value) => {
    const at = place++
    return written.every((ofOther) => ofOther[at] === value) ? value : '…'
  })
}

/** Of how many problems of a group a line says where they are. */
export const maxPlacesShown = 2

/**
 * A group as one line, with `maxPlacesShown` at most.
 * @example // => 3 × is a draft, so it is not served: a.md, b.md … (take `draft` or `published` out of its front matter)
 */
export function formatGroup({ message, advice, problems }: ProblemGroup): string {
  const [first, ...others] = problems
  if (!first) return ''
  const places = problems.slice(0, maxPlacesShown).map(formatPlace).join(', ')
  if (others.length === 0) return visible(`${formatPlace(first)} ${message} (${advice})`)
  return visible(
    `${problems.length} × ${message}: ${places}${problems.length > maxPlacesShown ? ' …' : ''} (${advice})`,
  )
}
