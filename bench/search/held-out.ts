/** Collections on one half of whose questions parameters were chosen. Nothing was chosen on the others. */
const chosenOn: ReadonlySet<string> = new Set(['cisi', 'cran', 'med'])

/**
 * Whether no parameter was chosen on a question: what a figure on it says about questions nobody has seen. The halves
 * are drawn by a hash of the question's id (FNV-1a, its bits then mixed).
 */
export function isHeldOut(collection: string, queryId: string): boolean {
  return !chosenOn.has(collection) || isInSecondHalf(queryId)
}

function isInSecondHalf(queryId: string): boolean {
  let hash = 0x811c9dc5
  for (let index = 0; index < queryId.length; index++)
    hash = Math.imul(hash ^ queryId.charCodeAt(index), 0x01000193)
  const half = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995)
  return ((half ^ (half >>> 15)) & 1) === 1
}
