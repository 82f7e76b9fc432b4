/**
 * Run as a process of its own: prints each regular expression of the sources as a line of JSON. Those that are written out are
 * read by a parser; those that are put together are made here by importing what makes them, and are recorded as they are made.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseSync, Visitor } from 'oxc-parser'

export interface Pattern {
  /** `src/text/emoji.ts:4` */
  readonly place: string
  readonly source: string
  readonly flags: string
}

/** A line of what this prints: a pattern, or a place that makes one and has made none. */
export type Line = Pattern | { readonly unmade: string }

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What somebody gives to a command of their own, and waits for. */
const givenByPeople = ['src/cli/eval/judged-questions.ts']

const files = ['src', 'bin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|m?js)$/.test(name))
    .map((name) => `${folder}/${name.split(sep).join('/')}`),
)
const written: Pattern[] = []
/** Places that say `new RegExp`. */
const making = new Set<string>()
for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8')
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const placeOf = ({ start }: { readonly start: number }) =>
    `${file}:${text.slice(0, start).split('\n').length}`
  const makes = (node: { readonly start: number; readonly callee: unknown }) => {
    const { callee } = node
    const isRegExp =
      typeof callee === 'object' && callee !== null && 'name' in callee && callee.name === 'RegExp'
    if (isRegExp && !givenByPeople.includes(file)) making.add(placeOf(node))
  }
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        written.push({ place: placeOf(node), source: node.regex.pattern, flags: node.regex.flags })
    },
    NewExpression: makes,
    CallExpression: makes,
  }).visit(program)
}

const made: Pattern[] = []
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, values, newTarget) {
    const pattern: RegExp = Reflect.construct(target, values, newTarget)
    const place = placeOfCaller()
    if (place !== undefined) made.push({ place, source: pattern.source, flags: pattern.flags })
    return pattern
  },
})

/** Who calls the constructor, as a place in the sources. */
function placeOfCaller(): string | undefined {
  const caller = new Error('who calls?').stack
    ?.split('\n')
    .find((line) => line.includes('file://') && !line.includes(import.meta.url))
  const [, url = '', line] = /(file:\/\/\S+?):(\d+):\d+\)?$/.exec(caller ?? '') ?? []
  if (url === '') return undefined
  return `${relative(root, fileURLToPath(url)).split(sep).join('/')}:${line}`
}

for (const file of new Set([...making].map((place) => place.replace(/:\d+$/, ''))))
  await import(pathToFileURL(join(root, file)).href)
await callMakers()

const unmade = [...making].filter((place) => !made.some((pattern) => pattern.place === place))
const lines: readonly Line[] = [...written, ...made, ...unmade.map((place) => ({ unmade: place }))]
process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

/** Calls what makes patterns only when it is called. */
async function callMakers(): Promise<void> {
  const { flattenHtml } = await import('../../src/markup/flatten-html.ts')
  flattenHtml('<a href="https://example.com/">an example</a> <img alt="a picture">')
  const { parseBody } = await import('../../src/notes/ours/parse-body.ts')
  parseBody('Words with a <b>tag</b>.\n\n<p>A paragraph.</p>\n')
  const { withoutDay } = await import('../../src/notes/foreign/dates/written-dates.ts')
  withoutDay('2024-06-09-kettles')
  const { isPauseWithoutEnd, isResumption } = await import('../../src/tips/words/is-stop-request.ts')
  isPauseWithoutEnd('pause')
  isResumption('resume')
  const { columnsOf } = await import('../../src/cli/format/terminal-text.ts')
  columnsOf('Zürich')
  const { createXmlSplitter } = await import('../../src/import/formats/split-xml.ts')
  for (const piece of createXmlSplitter().write('<schedule><event>words</event></schedule>', true)) void piece
  const { registerListeners } = await import('../../src/slack/listeners.ts')
  const listen = () => {}
  const app = { use: listen, command: listen, event: listen, action: listen, view: listen, error: listen }
  registerListeners(app as never, {} as never)
}
