import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type * as z from 'zod'
import { describeYamlFault } from '../foreign/fields/describe-yaml-fault.ts'
import type { Problem } from '../problem.ts'
import { nameOfPath } from './schema.ts'

export interface Position {
  readonly line: number
  readonly column: number
}

export interface ParsedYaml<Value> {
  /** Absent if there are problems. */
  readonly value?: Value
  /** What it says if the keys of which something is wrong are left out; absent if that says too little. */
  readonly sound?: Value
  readonly problems: readonly Problem[]
  /** Where the value at a path such as `['links', 0, 'url']` stands; its nearest ancestor if it is missing. */
  positionOf(path: readonly PropertyKey[]): Position
}

/**
 * Parses YAML 1.2 (core schema, so dates stay text) and checks it against a schema from schema.ts. Never throws;
 * every problem is an error. A key without a value counts as missing. Anchors' aliases and tags are refused: in
 * a note they are values that someone forgot to quote.
 * @param text begins at the file's first line, so that positions are those of the file
 * @param subject what the whole of it is called in messages, e.g. `the front matter`
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  { schema, file, subject }: { readonly schema: Schema; readonly file: string; readonly subject: string },
): ParsedYaml<z.output<Schema>> {
  const document: Document = parseDocument(text, {
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
  })
  // Fed here, for the parser itself passes over the line breaks of some broken texts.
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const positionOf = (path: readonly PropertyKey[]) => at(offsetOf(document.contents, path))
  const error = (position: Position, message: string, advice: string): Problem => ({
    severity: 'error',
    file,
    ...position,
    message,
    advice,
  })

  const faults = [...document.errors, ...document.warnings]
  const problems = firstOfEachLine(
    faults.map((fault) => error(at(fault.pos[0]), describeFault(fault, text), adviceOnFault(fault, text))),
  )
  // If only a key came twice, the rest is understood and can be checked as well.
  if (faults.some((fault) => fault.code !== 'DUPLICATE_KEY')) return { problems, positionOf }
  const aliases = aliasesIn(document)
  for (const { source, range } of aliases) {
    problems.push(error(at(range?.[0] ?? 0), `bad YAML: *${source} is an alias`, 'put the value in quotes'))
  }
  if (aliases.length > 0) return { problems, positionOf }

  const value: unknown = document.toJS({ reviver: (_, item) => (item === null ? undefined : item) }) ?? {}
  const checked = schema.safeParse(value, { reportInput: true })
  for (const issue of checked.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      const advice = issue.message.split('\n')
      issue.keys.slice(0, maxUnknownKeys).forEach((key, index) => {
        const position = at(offsetOf(document.contents, [...issue.path, key], 'key'))
        problems.push(error(position, `unknown key \`${key}\`${inside(issue.path)}`, advice[index] ?? ''))
      })
    } else {
      problems.push(error(positionOf(issue.path), describeYamlIssue(issue, subject), issue.message))
    }
  }
  const sound = checked.success ? checked : schema.safeParse(withoutWrongKeys(value, checked.error.issues))
  return {
    ...(problems.length === 0 && { value: checked.data }),
    ...(sound.success && { sound: sound.data }),
    problems,
    positionOf,
  }
}

/** A mapping without the keys that issues are about. */
function withoutWrongKeys(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : issue.path.slice(0, 1),
    ),
  )
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)))
}

/** Nobody mends more of them at a time, and finding the place of each takes as long as the text is. */
const maxUnknownKeys = 100

function aliasesIn(document: Document): readonly Alias[] {
  const aliases: Alias[] = []
  visit(document, { Alias: (_, alias) => void aliases.push(alias) })
  return aliases
}

function describeFault(fault: YAMLError, text: string): string {
  const { code, message, pos } = fault
  if (code === 'DUPLICATE_KEY')
    return `the key \`${/^[^:\n]*/.exec(text.slice(pos[0]))?.[0].trim()}\` comes twice`
  if (isAboveIndented(fault, text)) return 'bad YAML: the line below is indented too far'
  return `bad YAML: ${describeYamlFault(message)}`
}

/** Whether the parser speaks of a value with a colon in it, and the colon is that of the next line. */
const isAboveIndented = ({ code, pos }: YAMLError, text: string): boolean =>
  code === 'BLOCK_AS_IMPLICIT_KEY' && !/:(?:\s|$)/.test(text.slice(pos[0]).split('\n', 1)[0] ?? '')

function adviceOnFault(fault: YAMLError, text: string): string {
  if (isAboveIndented(fault, text)) return 'let all keys begin at one column'
  switch (fault.code) {
    case 'DUPLICATE_KEY':
      return 'keep one of them'
    case 'TAB_AS_INDENT':
      return 'indent with spaces'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'put a value that contains a colon in quotes'
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      return 'put the value in quotes'
    case 'RESOURCE_EXHAUSTION':
      return 'nest less deeply'
    case 'MULTIPLE_DOCS':
      return 'keep one document in the file'
    default:
      return 'close every quote and bracket here and above, and put values with special characters in quotes'
  }
}

/** One slip can trip the YAML parser many times in a line; the first fault says it best. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const firsts = new Map<number | undefined, Problem>()
  for (const problem of problems) if (!firsts.has(problem.line)) firsts.set(problem.line, problem)
  return [...firsts.values()]
}

function describeYamlIssue(issue: z.core.$ZodIssue, subject: string): string {
  const what = issue.path.length > 0 ? nameOfPath(issue.path) : subject
  if (issue.code === 'too_small' || issue.input === undefined) return `${what} is missing or empty`
  if (issue.code === 'too_big') return `${what} is too long`
  if (issue.code === 'invalid_type') {
    return `${what} is ${typeName(issue.input)}, not ${expectedNames[issue.expected] ?? issue.expected}`
  }
  return `${what} is ${JSON.stringify(issue.input).slice(0, 80)}`
}

const inside = (path: readonly PropertyKey[]): string => (path.length > 0 ? ` in ${nameOfPath(path)}` : '')

const expectedNames: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  int: 'a whole number',
  number: 'a whole number',
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'object') return 'keys with values'
  return String(value)
}

/** Offset of the value at a path, or of its key; as far along the path as there is something. */
function offsetOf(root: unknown, path: readonly PropertyKey[], wanted: 'key' | 'value' = 'value'): number {
  let node = root
  let offset = 0
  path.forEach((step, index) => {
    let next: unknown
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step)
      offset = startOf(pair?.key) ?? offset
      next = pair?.value
    } else if (isSeq(node)) {
      next = node.items[Number(step)]
    }
    const keyWanted = wanted === 'key' && index === path.length - 1
    // A value that is not there is better shown at its key.
    if (!keyWanted && !(isScalar(next) && next.value === null)) offset = startOf(next) ?? offset
    node = next
  })
  return offset
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined)
