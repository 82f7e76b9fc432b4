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
  let beforeLast: number[] = []
  let last: number[] = []
  let current: number[] = []
  for (let column = 0; column <= b.length; column++) last.push(column)
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
