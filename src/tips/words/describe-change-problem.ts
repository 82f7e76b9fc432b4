import type { DayRange } from '../../calendar/days.ts'
import { describeDate, describeRange, describeRanges } from '../../calendar/describe-days.ts'
import { describeNameProblem } from '../../calendar/describe-name-problem.ts'
import { type ChangeProblem, maxDaysOff } from '../settings/change-settings.ts'
import { maxYearsAhead } from '../settings/resolve-days.ts'

/** Why a change was not made, and what to say instead. */
export function describeChangeProblem(problem: ChangeProblem, daysOff: readonly DayRange[]): string {
  switch (problem.kind) {
    case 'over':
      return `${describeDate(problem.date)} is over. Nothing was changed.`
    case 'too-far':
      return `${describeDate(problem.date)} is more than ${maxYearsAhead} years ahead. Nothing was changed.`
    case 'no-such-date':
      return `${describeNameProblem(problem)} Nothing was changed.`
    case 'ends-before':
      return `${describeDate(problem.last)} is before ${describeDate(problem.first)}. Nothing was changed.`
    case 'several':
      return `${describeNameProblem(problem)} Nothing was changed: which one do you mean?`
    case 'no-weekday-left':
      return 'Then there would be no day left. Nothing was changed: `/talks tips off` switches the tips off.'
    case 'pause-over':
      return 'A pause until today is no pause. Nothing was changed: `/talks tips skip today` leaves out today.'
    case 'not-off': {
      const off = daysOff.length === 0 ? 'No days off are set.' : `Days off: ${describeRanges(daysOff)}.`
      return `${describeRange(problem.range)} is not off. Nothing was changed. ${off}`
    }
    case 'too-many-days-off':
      return `At most ${maxDaysOff} days off, or runs of days, can be set. Nothing was changed.`
  }
}
