import { enumerate } from '../text/enumerate.ts'
import type { NameProblem } from './dates-named.ts'
import { monthNames } from './day-names.ts'
import { describeDate } from './describe-days.ts'

/** describeNameProblem({ kind: 'no-such-date', day: 31, month: 6 }) // => 'There is no 31 June.' */
export function describeNameProblem(problem: NameProblem): string {
  if (problem.kind === 'several')
    return `“${problem.said}” may be ${enumerate(problem.dates.map(describeDate), 'or')}.`
  const { day, month, year } = problem
  return `There is no ${day} ${monthNames[month - 1]}${year === undefined ? '' : ` ${year}`}.`
}
