import type { Filter } from '../../../search/query/query.ts'
import { always, type TypedDays } from '../programme-request.ts'

/** The days that fields such as `date:` and `since:` leave; undefined if there is no such field, or if one excludes. */
export function typedDays(filters: readonly Filter[]): TypedDays | undefined {
  const ranges = filters
    .filter(({ field }) => field === 'date')
    .map(({ anyOf: [value, ...others], isExcluded }) =>
      value?.form === 'days' && others.length === 0 && !isExcluded ? value : undefined,
    )
  if (ranges.length === 0) return undefined
  let days: TypedDays = { kind: 'dates', ...always }
  for (const range of ranges) {
    if (range === undefined) return undefined
    const { from = always.first, to = always.last } = range
    days = { ...days, first: from > days.first ? from : days.first, last: to < days.last ? to : days.last }
  }
  return days
}
