/**
 * Whether a question belongs to the half of a collection that no parameter was ever chosen on: what a figure on it says
 * about questions nobody has seen. The halves are drawn by a hash of the question's id (FNV-1a, its bits then mixed).
 */
export function isHeldOut(queryId: string): boolean {
  let hash = 0x811c9dc5
  for (let index = 0; index < queryId.length; index++)
    hash = Math.imul(hash ^ queryId.charCodeAt(index), 0x01000193)
  const half = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995)
  return ((half ^ (half >>> 15)) & 1) === 1
}
