import { withoutPictures } from './bare-heading.ts'

/** A `Key: value` line of a text, as Notion, Dataview and people write them; undefined if it is none. */
export function propertyIn(
  line: string,
): { readonly key: string; readonly value: string; readonly isSure: boolean } | undefined {
  if (line.length > maxPropertyLength) return undefined
  const [, key = '', sign = '', value = ''] = propertyLine.exec(withoutPictures(line)) ?? []
  if (key === '' || /^(https?|note|warning|todo|tip|example|q|a)$/i.test(key)) return undefined
  return { key: key.replace(/\(s\)$/, 's'), value, isSure: sign === '::' }
}

const propertyLine =
  /^\s{0,3}(?:[-*+]\s+)?(?:\*{1,3}|__)?:?(\p{L}[\p{L}\p{N} _()/-]{0,28}?)(?:\*{1,3}|__)?\s*(::?|:(?:\*{1,3}|__))(?:\s+(.*\S))?\s*$/u

const maxPropertyLength = 600

/** A key without what its spelling may differ in: `First_Name` and `first name` are `firstname`. */
export const foldKey = (key: string): string =>
  key
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
