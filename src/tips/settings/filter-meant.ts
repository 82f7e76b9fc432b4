import { foldName } from '../../text/fold.ts'
import { drawFrom, type Tip, type TipFilter } from '../tip.ts'

/**
 * A filter with the full name of each speaker, or of the event, of which only a part is said, if exactly one that gives tips has
 * it: `by Ronacher`, `from europython`.
 *
 * filterMeant({ kind: 'speakers', speakers: ['ronacher'] }, tips) // => { kind: 'speakers', speakers: ['Armin Ronacher'] }
 */
export function filterMeant(filter: TipFilter, tips: readonly Tip[]): TipFilter {
  const talks = () => tips.map(({ talk }) => talk)
  switch (filter.kind) {
    case 'event':
      return isGiven(filter, tips)
        ? filter
        : {
            ...filter,
            event: inFull(
              filter.event,
              talks().map(({ event }) => event.name),
            ),
          }
    case 'speakers': {
      const known = () => talks().flatMap(({ speakers }) => speakers.map(({ name }) => name))
      return {
        ...filter,
        speakers: filter.speakers.map((name) =>
          isGiven({ ...filter, speakers: [name] }, tips) ? name : inFull(name, known()),
        ),
      }
    }
    default:
      // A tag that has a word more is another topic.
      return filter
  }
}

const isGiven = (filter: TipFilter, tips: readonly Tip[]) => drawFrom(tips, filter).length > 0

/** The only name that has all words of this one; if there is none, or several, or if this one is but a year, this one. */
function inFull(name: string, names: readonly string[]): string {
  const words = foldName(name).split(' ')
  if (words.every((word) => /^\d+$/.test(word))) return name
  const [only, ...others] = [...new Set(names)].filter((other) => {
    const own = foldName(other).split(' ')
    return words.every((word) => own.includes(word))
  })
  return only === undefined || others.length > 0 ? name : only
}
