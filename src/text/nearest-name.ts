import { editDistance } from './edit-distance.ts'

/**
 * The candidate that a person probably meant by `word`, if one is near enough: case and punctuation do not count, and
 * about one letter in three may be wrong, missing, added or swapped with its neighbour.
 * @example nearest('follow-up', ['links', 'followUps']) // => 'followUps'
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = plain(word)
  let best: string | undefined
  let bestDistance = Math.ceil(wanted.length / 3) + 1
  for (const candidate of candidates) {
    const other = plain(candidate)
    // Words of very different length are never near; this also keeps absurdly long words cheap.
    if (Math.abs(other.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted, other, bestDistance - 1)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
