import { splitWords } from '../analysis/analyzer.ts'
import { nearestFields, type QueryField, readField } from '../query/query-fields.ts'

/** What somebody types at the end of a text: a field's value, or words that may begin a name. */
export type UnfinishedClause =
  | {
      readonly kind: 'value'
      readonly field: QueryField
      /** Where the field's name starts; a `-` before it is left out. */
      readonly start: number
      /** Folded; none if nothing is typed of the value yet. */
      readonly words: readonly string[]
    }
  | {
      readonly kind: 'words'
      /** All words since the last clause with a field or in quotes, folded, each with the start of its clause. */
      readonly words: readonly { readonly text: string; readonly start: number }[]
    }

/** At the end: a field and what there is of its value, in quotes that may be open yet. */
const openField =
  /(?<![^\s(,])-?(?<name>\p{L}[\p{L}_-]*):(?:["“”„](?<quoted>[^"“”„]*)["“”]?|(?<bare>[^\s"“”„/]*))$/u
/** Anywhere: a field with its value, or a phrase. */
const closedClause = /(?<![^\s(,])-?(?:(?<name>\p{L}[\p{L}_-]*):)?(?:["“”„][^"“”„]*["“”]|[^\s"“”„]+)/gu

/**
 * @example readUnfinishedClause('flask speaker:mar') // => { kind: 'value', field: 'speaker', start: 6, words: ['mar'] }
 * @example readUnfinishedClause('tag:flask what did marte').words.map(({ text }) => text) // => ['what', 'did', 'marte']
 */
export function readUnfinishedClause(typed: string): UnfinishedClause {
  const open = openField.exec(typed)
  const { name = '', quoted, bare = '' } = open?.groups ?? {}
  const field = readField(name) ?? nearestFields(name)[0]
  if (open && field) {
    const start = open.index + (open[0].startsWith('-') ? 1 : 0)
    return { kind: 'value', field, start, words: splitWords(quoted ?? bare).map(({ text }) => text) }
  }
  let from = 0
  for (const clause of typed.matchAll(closedClause)) {
    const isField = clause.groups?.name !== undefined && readField(clause.groups.name) !== undefined
    if (isField || /["“”]$/.test(clause[0])) from = clause.index + clause[0].length
  }
  const words = splitWords(typed).filter(({ start }) => start >= from)
  return {
    kind: 'words',
    words: words.map(({ text, start }) => ({ text, start: clauseStart(typed, start) })),
  }
}

/** Where the clause starts that a place is in: its quotation mark is part of it, a `-` before it is not. */
function clauseStart(typed: string, place: number): number {
  const start = typed.slice(0, place).search(/[^\s(,]*$/)
  return typed[start] === '-' ? start + 1 : start
}
