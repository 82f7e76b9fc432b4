import { enumerate } from '../../text/enumerate.ts'
import { foldName } from '../../text/fold.ts'
import { nearestName } from '../../text/nearest-names.ts'
import { drawFrom, type Tip, type TipFilter } from '../tip.ts'

/**
 * Why a filter will not do, in a sentence that says what to try; undefined if each of its names gives tips.
 *
 * filterProblem({ kind: 'tags', tags: ['flusk'] }, tips)
 * // => 'No talk with takeaways has the tag “flusk”. Did you mean “flask”?'
 */
export function filterProblem(filter: TipFilter, tips: readonly Tip[]): string | undefined {
  const missing = partsOf(filter).find(({ part }) => drawFrom(tips, part).length === 0)
  if (missing === undefined) return undefined
  const { part, name } = missing
  const named = suggestions(name, namesFor(part, tips))
  // People know an event by its name.
  const byId = named.length === 0 && part.kind === 'event' ? suggestions(name, idsOf(tips)) : []
  const meant = [...named, ...byId].map((other) => `“${other}”`)
  return `${complaint(part, name)}${meant.length === 0 ? '' : ` Did you mean ${enumerate(meant, 'or')}?`}`
}

interface FilterPart {
  readonly part: TipFilter
  readonly name: string
}

/** The filter name by name: `about flask, tesitng` must not pass for the sake of flask. */
function partsOf(filter: TipFilter): readonly FilterPart[] {
  switch (filter.kind) {
    case 'all':
      return [{ part: filter, name: '' }]
    case 'event':
      return [{ part: filter, name: filter.event }]
    case 'tags':
      return filter.tags.map((name) => ({ part: { kind: 'tags', tags: [name] }, name }))
    case 'speakers':
      return filter.speakers.map((name) => ({ part: { kind: 'speakers', speakers: [name] }, name }))
  }
}

function namesFor({ kind }: TipFilter, tips: readonly Tip[]): readonly string[] {
  switch (kind) {
    case 'all':
      return []
    case 'event':
      return tips.map(({ talk }) => talk.event.name)
    case 'tags':
      return tips.flatMap(({ talk }) => talk.tags)
    case 'speakers':
      return tips.flatMap(({ talk }) => talk.speakers.map(({ name }) => name))
  }
}

const idsOf = (tips: readonly Tip[]) => tips.map(({ talk }) => talk.event.id)

/** More would be no choice. */
const maxSuggested = 3

/** Names of which this is a part, such as a first name, or the one of which it is a slip of the pen. */
function suggestions(name: string, names: readonly string[]): readonly string[] {
  const near = nearestName(name, names)
  const longer = names.filter((other) => foldName(other).includes(foldName(name)))
  const several = [...Map.groupBy(longer, foldName).values()].map(([other]) => other!)
  return several.length > 1 || near === undefined ? several.slice(0, maxSuggested) : [near]
}

function complaint({ kind }: TipFilter, name: string): string {
  switch (kind) {
    case 'all':
      return 'The notes hold no takeaways yet, so there is nothing to post.'
    case 'event':
      return `The notes hold no takeaways of an event “${name}”.`
    case 'tags':
      return `No talk with takeaways has the tag “${name}”.`
    case 'speakers':
      return `No talk with takeaways is by “${name}”.`
  }
}
