import { foldFileName } from './fold-file-name.ts'

/** Bytes of UTF-8 that a name may have; file systems allow 255, and this leaves room for endings. */
export const maxNameBytes = 96

// Letters that Unicode does not decompose, in the spelling that a person would type.
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n',
} // biome-ignore format: a table

// Names that Windows keeps for devices, with any ending, and the one that readers of the corpus pass over.
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|readme|index)$/

/**
 * A name for a file or folder that every file system takes and nobody must quote: lower case, words joined by `-`,
 * accents off Latin letters, other scripts' letters kept, NFC, at most `maxNameBytes` bytes, never a device of Windows.
 *
 *     safeName('Zürich: C++ & Ødegård!') // => 'zurich-c-odegard'
 *     safeName('../../etc/passwd') // => 'etc-passwd'
 *     safeName('日本語で学ぶ') // => '日本語で学ぶ'
 *     safeName('???', 'talk') // => 'talk'
 */
export function safeName(text: string, ifEmpty = 'talk'): string {
  const spelledOut = text
    .slice(0, 1000)
    .toWellFormed()
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .toLowerCase()
    .replace(/[ßæœøđðłþıħŧŋ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFC')
  const words = spelledOut
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  const name = cut(words, maxNameBytes)
  if (name === '') return ifEmpty
  return reserved.test(name) ? `${name}-talk` : name
}

/**
 * The name, or the name with the first of `-2`, `-3` … that is not taken. `numbers` remembers how far each name has got,
 * so that thousands of one name do not each begin at 2.
 */
export function freeName(
  name: string,
  isTaken: (name: string) => boolean,
  numbers = new Map<string, number>(),
): string {
  if (!isTaken(name)) return name
  const fold = foldFileName(name)
  for (let n = numbers.get(fold) ?? 2; ; n++) {
    const numbered = `${cut(name, maxNameBytes - 1 - String(n).length)}-${n}`
    if (isTaken(numbered)) continue
    numbers.set(fold, n + 1)
    return numbered
  }
}

/** At most that many bytes, never within a character, at the end of a word if one ends in the last third. */
function cut(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name
  let size = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    size += Buffer.byteLength(segment)
    if (size > bytes) break
    kept += segment
  }
  const end = kept.lastIndexOf('-')
  return (end > kept.length * (2 / 3) ? kept.slice(0, end) : kept).replace(/-+$/, '')
}
