import { foldName } from './fold.ts'

/**
 * How much of a name may be typed wrong, by its number of letters:
 * - `wide`: a third. For offers that nobody acts upon, and if there are few names to choose from.
 * - `narrow`: a quarter, at most two; and of three letters only the order, or one twice, since three are near to too many
 *   words. For what is taken as meant although there are many names, or the word may mean something else.
 */
type Tolerance = 'wide' | 'narrow'

interface NearOptions {
  /** Default `wide`. */
  readonly tolerance?: Tolerance
  /** What two names are compared by. By default their letters, digits and `+` and `#`, folded. */
  readonly keyOf?: (name: string) => string
}

interface NearName {
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

/** Damerau's distance (optimal string alignment); anything above `limit` may come back as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // Most words that are compared are alike but for a letter or two: only what differs is aligned.
  const start = lengthOfCommonStart(a, b)
  const end = lengthOfCommonEnd(a, b, Math.min(a.length, b.length) - start)
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return limit === 1 ? singleEdit(left, right) : alignedDistance(left, right, limit)
}

function lengthOfCommonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function lengthOfCommonEnd(a: string, b: string, limit: number): number {
  let length = 0
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

/** Of what is left of two texts without their common start and end: 0, 1 or, for more, 2. */
function singleEdit(a: string, b: string): number {
  if (a.length <= 1 && b.length <= 1) return Math.max(a.length, b.length)
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0] ? 1 : 2
}

function alignedDistance(a: string, b: string, limit: number): number {
  if (a === '' || b === '') return a.length + b.length
  let [beforeLast, last, current] = rows
  for (let column = 0; column <= b.length; column++) last[column] = column
  for (let row = 1; row <= a.length; row++) {
    current[0] = row
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const substitution = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      let best = Math.min(substitution, last[column]! + 1, current[column - 1]! + 1)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, beforeLast[column - 2]! + 1)
      if (best < least) least = best
      current[column] = best
    }
    if (least > limit) return limit + 1
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return last[b.length]!
}

/** Working memory, kept between words. */
const rows: [number[], number[], number[]] = [[], [], []]

/** Whether one word is the other with its letters in another order: a slip of the fingers. */
export function hasSameLetters(a: string, b: string): boolean {
  // Most words that are compared differ in their sum, too.
  return a.length === b.length && sumOfUnits(a) === sumOfUnits(b) && sorted(a) === sorted(b)
}

function sumOfUnits(word: string): number {
  let sum = 0
  for (let at = 0; at < word.length; at++) sum += word.charCodeAt(at)
  return sum
}

function sorted(word: string): string {
  return [...word].sort().join('')
}

/**
 * What `resemblanceOf` compares: each letter of a word with the one after it. While nearest names may have been meant by what was
 * typed, words that resemble each other may be different ones: `async` and `asyncio`, `machine` and `machine learning`.
 */
export function letterPairsOf(word: string): ReadonlySet<string> {
  const letters = Array.from(` ${word} `)
  return new Set(letters.slice(1).map((letter, place) => letters[place]! + letter))
}

/** Dice's coefficient of letter pairs: 1 for the same word, 0 for nothing in common. */
export function resemblanceOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / Math.max(1, a.size + b.size)
}
