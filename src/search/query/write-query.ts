import type { Replacement } from './query.ts'

/** A value as the query language takes it: in quotes if it has blanks or signs of the language. */
export function quoteValue(value: string): string {
  return /^[\p{L}\p{N}](?:[^\s?!.,;:)\]}`*~"“”„‟＂]*[\p{L}\p{N}+#])?$/u.test(value) ? value : inQuotes(value)
}

export function inQuotes(value: string): string {
  return `"${value.replaceAll(/["“”„‟＂]+/g, ' ').trim()}"`
}

/** The question with some places replaced; if places overlap, the first counts. */
export function rewrite(question: string, replacements: readonly Replacement[]): string {
  let written = ''
  let from = 0
  for (const { start, end, text } of replacements.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    // The quotes that were typed around a value are part of what replaces it.
    const quoted = text.startsWith('"') && /["“”„‟＂'‘’(]/.test(question[start - 1] ?? '')
    written += question.slice(from, start) + (quoted ? text.slice(1, -1) : text)
    from = end
  }
  return written + question.slice(from)
}
