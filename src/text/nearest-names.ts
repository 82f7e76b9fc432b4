import { editDistance } from './edit-distance.ts'
import { foldName } from './fold.ts'

/**
 * How much of a name may be typed wrong, by its number of letters:
 * - `wide`: a third. For offers that nobody acts upon, and where there are few names to choose from.
 * - `narrow`: a quarter, at most two; and of three letters only the order, or one twice, since three are near to too many
 *   words. For what is taken as meant although there are many names, or the word may mean something else.
 */
type Tolerance = 'wide' | 'narrow'

export interface NearOptions {
  /** Default `wide`. */
  readonly tolerance?: Tolerance
  /** What two names are compared by. By default their letters, digits and `+` and `#`, folded. */
  readonly keyOf?: (name: string) => string
}

export interface NearName {
  readonly name: string
  /** Letters that are wrong, missing or too many; two that are swapped count as one. */
  readonly distance: number
}

/**
 * The names that a person may have meant by what they typed, nearest first; of those as near, in the order given.
 * @example nearestNames('follow-up', ['links', 'followUps']) // => [{ name: 'followUps', distance: 1 }]
 */
export function nearestNames(
  typed: string,
  names: readonly string[],
  { tolerance = 'wide', keyOf = lettersOf }: NearOptions = {},
): readonly NearName[] {
  const wanted = keyOf(typed)
  return names
    .flatMap((name) => {
      const key = keyOf(name)
      const allowed = maxEdits(wanted, key, tolerance)
      // Names of very different length are never near; this also keeps absurdly long ones cheap.
      if (Math.abs(key.length - wanted.length) > allowed) return []
      const distance = editDistance(wanted, key, allowed)
      return distance <= allowed ? [{ name, distance }] : []
    })
    .sort((a, b) => a.distance - b.distance)
}

/** The nearest of `nearestNames`, if any is near enough: for "did you mean …?". */
export function nearestName(
  typed: string,
  names: readonly string[],
  options?: NearOptions,
): string | undefined {
  return nearestNames(typed, names, options)[0]?.name
}

function maxEdits(wanted: string, key: string, tolerance: Tolerance): number {
  if (tolerance === 'wide') return Math.round(key.length / 3)
  if (key.length === 3 && ![...wanted].every((letter) => key.includes(letter))) return 0
  return Math.min(2, Math.floor((key.length + 1) / 4))
}

const lettersOf = (name: string): string => foldName(name).replaceAll(' ', '')
