import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { keyMeaningOf } from './known-keys.ts'

/** One field of front matter as it was written. */
export interface ReadField {
  readonly key: string
  readonly value: unknown
  /** 1-based line of its key; of the first line of front matter if that cannot be told. */
  readonly line: number
}

/** Whether a field is there to say what somebody spoke on, on a page that may be that person's. */
export const isForTalk = ({ key }: ReadField): boolean => /^(?:talk|session)[-_ ]?title$/i.test(key)

export const saysTalk = (field: ReadField): boolean =>
  isForTalk(field) && typeof field.value === 'string' && field.value.trim() !== ''

/** A field that is left out, or of which people should know. */
export interface MisreadField {
  /** As it is shown to people: its key, and where within its value. */
  readonly name: string
  /** As it is shown to people. */
  readonly value: string
  readonly line: number
  /** What is wrong, to follow the name. Default: that it cannot be read and is left out. */
  readonly fault?: string
  /** What to do, as half a sentence. */
  readonly advice: string
}

export interface ReadFields {
  readonly fields: readonly ReadField[]
  /** Those that are broken, which are none of the fields. */
  readonly broken: readonly MisreadField[]
}

/** What the lines are: YAML or TOML that is broken as a whole, or lines of people, in which only what looks quoted is YAML. */
export type Form = 'yaml' | 'toml' | 'lines'

/**
 * Reads each field of front matter that is broken as a whole by itself: what is sound is kept, text that only lacks its
 * quotation marks is taken as it stands, and what else is broken is named with its line.
 * @param from 1-based line of the first
 */
export function readFieldByField(text: string, from: number, form: Form): ReadFields {
  const fields: ReadField[] = []
  const broken: MisreadField[] = []
  for (const entry of entriesOf(text, from, form)) {
    const { key, line } = entry
    const read = form === 'toml' ? readTomlEntry(entry) : readEntry(entry, form)
    for (const { value, line: at } of read.broken)
      broken.push({ name: `\`${key}\``, value: shown(value), line: at, advice: adviceOn(value) })
    if (read.value !== undefined) fields.push({ key, value: read.value, line })
  }
  // Of a key that comes twice the last one counts, as it does if the rest is sound.
  const last = new Map(fields.map((field) => [field.key, field]))
  return { fields: fields.filter((field) => last.get(field.key) === field), broken }
}

/** Keys that come twice, whether or not the rest is sound. */
export function repeatedKeys(text: string, from: number, form: Form): readonly MisreadField[] {
  const sign = form === 'toml' ? tomlKey : keyLine
  const seen = new Map<string, string>()
  let section = ''
  return text.split('\n').flatMap((line, index): readonly MisreadField[] => {
    if (form === 'toml' && /^\s*\[/.test(line)) section = line.trim()
    const [, key, value = ''] = /^\s/.test(line) ? [] : (sign.exec(line) ?? [])
    if (key === undefined) return []
    const name = `${section}${key}`
    const first = seen.get(name)
    seen.set(name, value)
    return first === undefined
      ? []
      : [
          {
            name: `\`${key}\``,
            value: shown(value),
            line: from + index,
            fault: 'comes twice, and the last one counts',
            advice: 'keep one of them',
          },
        ]
  })
}

export const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ').slice(0, 60)

interface FieldEntry {
  readonly key: string
  /** Behind the sign on the key's own line. */
  readonly value: string
  /** The lines below that belong to it. */
  readonly more: string[]
  readonly line: number
}

const keyLine = /^\s*([\w][\w \-.]{0,39}?)\s{0,40}:\s*(?=\S|$)(.*\S)?\s*$/
const tomlKey = /^\s*["']?([\w-]{1,40})["']?\s*=\s*(?=\S|$)(.*\S)?\s*$/

function entriesOf(text: string, from: number, form: Form): readonly FieldEntry[] {
  const entries: FieldEntry[] = []
  const sign = form === 'toml' ? tomlKey : keyLine
  for (const [index, typed] of text.split('\n').entries()) {
    const last = entries.at(-1)
    if (form === 'toml' && /^\s*\[\[?[\w.-]+\]\]?\s*$/.test(typed)) continue
    const [, key, value = ''] = sign.exec(typed) ?? []
    // A key that is indented by mistake stands below a value that is whole.
    const isWhole = last !== undefined && /^[^\s|>[{"'&*!]/.test(last.value)
    const isOwn = key !== undefined && (!/^\s/.test(typed) || isWhole || form === 'toml')
    if (isOwn) entries.push({ key, value, more: [], line: from + index })
    else last?.more.push(typed)
  }
  return entries
}

interface ReadEntry {
  readonly value?: unknown
  readonly broken: readonly { readonly value: string; readonly line: number }[]
}

function readEntry({ key, value, more, line }: FieldEntry, form: Form): ReadEntry {
  const below = more.map((typed) => typed.replace(/^[ \t]*/, (blank) => blank.replaceAll('\t', '  ')))
  const hasMore = below.some((typed) => typed.trim() !== '')
  const isQuoted = /^[[{"']/.test(value)
  if (form === 'yaml' || isQuoted || (value === '' && hasMore)) {
    const read = tryYaml([`k: ${value}`, ...below].join('\n'))
    if (read !== undefined) return { value: read.k, broken: [] }
  }
  if (value === '' && hasMore) return readItems(below, line + 1)
  const isText =
    !isQuoted || (/^(?:title|text|event)$/.test(keyMeaningOf(key)?.of ?? '') && isBalanced(value))
  if (!isText || /^[|>&*!]\s*$/.test(value)) return { broken: [{ value: [value, ...more].join(' '), line }] }
  return { value: [value, ...below.map((typed) => typed.trim())].join(' ').trim(), broken: [] }
}

/** A list below its key, item by item. */
function readItems(lines: readonly string[], from: number): ReadEntry {
  const items: unknown[] = []
  const broken: { value: string; line: number }[] = []
  for (const [index, typed] of lines.entries()) {
    const [, item] = /^\s*-\s+(\S.*)$/.exec(typed) ?? []
    if (item === undefined) {
      if (typed.trim() !== '') broken.push({ value: typed.trim(), line: from + index })
      continue
    }
    const read = tryYaml(`k: ${item}`)
    if (read !== undefined) items.push(read.k)
    else if (/^[[{"']/.test(item)) broken.push({ value: item, line: from + index })
    else items.push(item.trim())
  }
  return { ...(items.length > 0 && { value: items }), broken }
}

function readTomlEntry({ value, more, line }: FieldEntry): ReadEntry {
  try {
    const read = parseToml([`k = ${value}`, ...more].join('\n')).k
    return { value: read instanceof Date ? value : read, broken: [] }
  } catch {
    if (value !== '' && !/^[[{"']/.test(value) && more.every((typed) => typed.trim() === ''))
      return { value, broken: [] }
    return { broken: [{ value: [value, ...more].join(' '), line }] }
  }
}

/** YAML as other tools take it: a key may come twice. @throws if it is none */
export function parseAnyYaml(text: string): unknown {
  return parseYaml(text, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
    maxAliasCount: 20,
    customTags: [],
  })
}

function tryYaml(text: string): { readonly k: unknown } | undefined {
  try {
    const value: unknown = parseAnyYaml(text)
    return typeof value === 'object' && value !== null && Object.keys(value).join() === 'k'
      ? (value as { readonly k: unknown })
      : undefined
  } catch {
    return undefined
  }
}

/** Whether every quotation mark and bracket of a text has its other half. */
export function isBalanced(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  return (
    count('"') % 2 === 0 && !/^'[^']*$/.test(text) && count('[') === count(']') && count('{') === count('}')
  )
}

function adviceOn(value: string): string {
  if (/\s#/.test(value)) return 'put what begins with # in quotes, and close every quote and bracket'
  if (/^["']/.test(value)) return 'close its quotation marks'
  if (/^\[/.test(value)) return 'close its bracket: `[one, two]`'
  return /^\{/.test(value) ? 'close its brace, and every quote and bracket in it' : 'put it in quotes'
}
