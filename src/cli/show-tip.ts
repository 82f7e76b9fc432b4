import type { Corpus } from '../notes/corpus.ts'
import { shownPlace } from '../notes/format-problem.ts'
import { readCorpus } from '../notes/read-corpus.ts'
import { filterMeant } from '../tips/settings/filter-meant.ts'
import { filterProblem } from '../tips/settings/filter-problem.ts'
import { allTips, drawFrom, type Tip, type TipFilter } from '../tips/tip.ts'
import { parseTipsCommand } from '../tips/words/parse-tips-command.ts'
import { type NotesLocation, whyNoNotes } from '../why-no-notes.ts'
import { readOptions } from './read-options.ts'
import { refuseUsage } from './refuse-usage.ts'
import type { TextOutput } from './write-output.ts'

export interface TipCommandLine extends NotesLocation {
  /** The words after the subcommand's name. */
  readonly argv: readonly string[]
  readonly linksTo?: readonly string[]
  readonly stdout: TextOutput
  readonly stderr: TextOutput
  /** A number from 0 up to 1. Default Math.random. */
  readonly random?: () => number
}

export const tipHelp = `Usage: npx hallway tip [about <tags> | from <event> | by <speaker>]

Prints one of the tips, by chance.

  about <tags>     of talks that have one of these tags, with commas between them
  from <event>     of the talks of an event, by its folder or its name
  by <speaker>     of a speaker's talks
`

/** `hallway tip`: prints a tip. Resolves to the exit code. */
export async function tip({
  argv,
  corpusFolder,
  repository,
  linksTo,
  stdout,
  stderr,
  random = Math.random,
}: TipCommandLine): Promise<number> {
  const read = readOptions(argv, {})
  if ('problem' in read) return refuseUsage(stderr, tipHelp, read.problem)
  const words = read.words.join(' ')
  const typed = filterOf(words)
  if (typed === undefined) return refuseUsage(stderr, tipHelp, problemOf(words))
  const corpus = await readCorpus(corpusFolder, linksTo)
  const all = await allTips(corpus)
  const filter = filterMeant(typed, all)
  const tips = drawFrom(all, filter)
  const chosen = tips[Math.floor(random() * tips.length)]
  if (chosen === undefined) {
    stderr.write(await whyNoTips(filter, { corpusFolder, repository }, corpus))
    return 1
  }
  stdout.write(formatTip(chosen))
  return 0
}

function filterOf(text: string): TipFilter | undefined {
  if (text.trim() === '') return { kind: 'all' }
  const command = parseTipsCommand(text)
  if (command.kind !== 'change') return undefined
  const { filter, on, kind, ...more } = command
  return on || Object.keys(more).length > 0 ? undefined : filter
}

function problemOf(words: string): string {
  const [first = ''] = words.split(' ')
  return /^(?:about|from|by)$/i.test(words) ? `${first} what?` : `what is “${words}”?`
}

function formatTip({ passage, talk }: Tip): string {
  const speakers = talk.speakers.map(({ name }) => name).join(', ')
  const lines = [
    passage.text,
    '',
    `  ${talk.title}${speakers && `, by ${speakers}`} (${talk.event.name})`,
    ...talk.links.map(({ title, url }) => `  ${title}: ${url}`),
    ...talk.followUps.map(({ text, url }) => `  Next: ${text}${url ? ` ${url}` : ''}`),
    `  ${shownPlace({ file: talk.file, line: passage.line })}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Why nothing can be drawn, and what to do. */
export async function whyNoTips(filter: TipFilter, location: NotesLocation, corpus: Corpus): Promise<string> {
  const whyNone = await whyNoNotes(location)
  if (whyNone !== undefined) return `hallway: ${whyNone}\n`
  const { corpusFolder } = location
  return filter.kind === 'all'
    ? `hallway: ${corpusFolder} holds no takeaways. \`npx hallway check\` says what is wrong with the notes.\n`
    : `hallway: ${filterProblem(filter, await allTips(corpus))}\n`
}
