import { dirname } from 'node:path'

/**
 * The folders that lead to a path, the nearest first.
 *
 *     [...foldersAbove('notes/potcon/lids.md')] // => ['notes/potcon', 'notes', '.']
 */
export function* foldersAbove(path: string): Generator<string> {
  let above = dirname(path)
  for (let below = path; above !== below; [below, above] = [above, dirname(above)]) yield above
}
