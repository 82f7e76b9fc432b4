import { parse as parseToml } from 'smol-toml'
import { isJsonObject } from '../../../text/is-json-object.ts'
import { describeYamlFault } from './describe-yaml-fault.ts'
import { keyMeaningOf } from './known-keys.ts'
import {
  isForTalk,
  type MisreadField,
  parseAnyYaml,
  type ReadField,
  readFieldByField,
  repeatedKeys,
} from './read-field-by-field.ts'

/** What front matter says. */
export interface FieldsOfFrontMatter {
  readonly fields: readonly ReadField[]
  /** Fields that are broken, which are left out, and keys that come twice. */
  readonly broken?: readonly MisreadField[]
  /** What is wrong with it, if it could be read field by field alone. */
  readonly problem?: FrontMatterProblem
}

export interface FrontMatterProblem {
  /** 1-based line of the file. */
  readonly line: number
  readonly message: string
  /** What to do, as half a sentence. */
  readonly advice: string
}

export function readYaml(text: string, line: number): FieldsOfFrontMatter {
  let fault: unknown
  try {
    const value: unknown = parseAnyYaml(text)
    if (isDeeperThan(maxDepth, value)) throw new RangeError('it nests too deeply, or holds itself')
    if (value === null || value === undefined) return { fields: [] }
    if (typeof value === 'object' && !Array.isArray(value))
      return {
        fields: fieldsOf(withMarksAsText(value, text), text, line),
        broken: repeatedKeys(text, line, 'yaml'),
      }
  } catch (error) {
    fault = error
  }
  const { at, message } = parserFault(fault)
  return {
    ...readBroken(text, line, 'yaml'),
    problem: {
      line: line + at - 1,
      message: `bad YAML${message}`,
      advice: 'close every quote and bracket, and put values with special characters in quotes',
    },
  }
}

/** Nobody nests more in front matter; what holds itself, by an anchor in its own value, has no end. */
const maxDepth = 50

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(levels - 1, one))
}

export function readToml(text: string, line: number): FieldsOfFrontMatter {
  try {
    const typed = text.split('\n')
    const fields = fieldsOf(parseToml(text), text, line).map((field) => ({
      ...field,
      value: dayAsWritten(field.value, typed[field.line - line] ?? ''),
    }))
    return { fields }
  } catch (error) {
    const { at, message } = parserFault(error)
    return {
      ...readBroken(text, line, 'toml'),
      problem: {
        line: line + at - 1,
        message: `bad TOML${message}`,
        advice: 'put text in quotes, and close every quote and bracket',
      },
    }
  }
}

function readBroken(text: string, line: number, form: 'yaml' | 'toml'): FieldsOfFrontMatter {
  const { fields, broken } = readFieldByField(text, line, form)
  return { fields, broken: [...broken, ...repeatedKeys(text, line, form)] }
}

/** The first fault that a parser tells, and its line in what it was given. */
function parserFault(error: unknown): { readonly at: number; readonly message: string } {
  const { line, linePos, message } = (error ?? {}) as {
    readonly line?: unknown
    readonly linePos?: readonly { readonly line?: unknown }[]
    readonly message?: unknown
  }
  const at = Number(line ?? linePos?.[0]?.line ?? 1)
  const said = describeYamlFault(String(message ?? '').replace(/^Invalid TOML document: /, ''))
  return {
    at: Number.isInteger(at) && at > 0 ? at : 1,
    message: said === '' ? '' : `: ${said}`,
  }
}

/** Marks that YAML reads as tags and anchors stand in notes for themselves: somebody forgot to put the value in quotes. */
function withMarksAsText(value: object, text: string): object {
  if (!/^[^\s:][^:\n]{0,40}:[ \t]+[!&]/m.test(text) || /:[ \t]+\*\w/.test(text)) return value
  const written = new Map(
    Array.from(
      text.matchAll(/^([^\s:][^:\n]{0,40}):[ \t]+([!&](?!!)\S*[ \t]+\S.*)$/gm),
      ([, key = '', said = '']) => [key.trim(), said.trim()],
    ),
  )
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' ? (written.get(key) ?? one) : one,
    ]),
  )
}

/** A day that there is not is another one to TOML's parser: it stays what was written, so that it is told. */
function dayAsWritten(value: unknown, typed: string): unknown {
  const [day] = /\d{4}-\d{2}-\d{2}/.exec(typed) ?? []
  const isOther = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !/["']/.test(typed)
  return isOther && day !== undefined && !value.startsWith(day) ? day : value
}

/** The fields, those of Hugo's `[params]` and the like among them. */
function fieldsOf(value: object, text: string, line: number): readonly ReadField[] {
  const places = placesOfKeys(text)
  return fieldsAt(value, (key) => line + (places.get(key) ?? 0))
}

/** @param lineOf where a key stands */
function fieldsAt(value: object, lineOf: (key: string) => number, depth = 0): readonly ReadField[] {
  return Object.entries(value).flatMap(([key, one]): readonly ReadField[] => {
    const line = lineOf(key)
    const field = { key, value: dateAsText(one), line }
    // What a speaker's mapping says of the talk: `speaker: { name: …, talkTitle: … }`.
    if (keyMeaningOf(key)?.of === 'speakers' && typeof one === 'object' && one !== null)
      return [field, ...fieldsAt(one, lineOf).filter(isForTalk)]
    // Of a picture it says whose that is; what sites keep besides may have one.
    const isNested =
      depth < maxTables &&
      (keyMeaningOf(key)?.of ?? 'title') === 'title' &&
      isJsonObject(one) &&
      (/^(?:extra|params|meta|metadata|custom)$/i.test(key) ||
        !Object.keys(one).some((inner) => /^(?:img|image|src|photo|credit)s?$/i.test(inner)))
    return isNested && !(one instanceof Date) ? fieldsAt(one, () => line, depth + 1) : [field]
  })
}

/** What lies deeper, as in `[extra.section.speakers]`, is of a part of the page. */
const maxTables = 2

/** By what a line begins with before its `:` or `=`: the first such line, from 0. */
function placesOfKeys(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, typed] of text.split('\n').entries()) {
    const key = /^\s*["']?([^:=]*)/.exec(typed)?.[1]?.trimEnd().replace(/["']$/, '') ?? ''
    if (!places.has(key)) places.set(key, place)
  }
  return places
}

/** TOML's dates are objects of a kind of their own. */
const dateAsText = (value: unknown): unknown => (value instanceof Date ? String(value.toJSON()) : value)
