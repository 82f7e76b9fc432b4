import { defaults, readCommandSettings } from '../defaults.ts'
import { requireAnswer } from '../files/stuck-disk.ts'
import { whyNoNotes, whyNoNotesIn } from '../why-no-notes.ts'
import { check } from './check.ts'
import { describeOptions, type Option, readOptions } from './read-options.ts'
import { refuseUsage } from './refuse-usage.ts'
import type { TextOutput } from './write-output.ts'

const options = {
  strict: {
    help: 'hold all notes to the form of our own: every problem and hint of style by line, exits 1 for any',
  },
  database: {
    help: 'check the database instead (HALLWAY_DATA or DATABASE_URL), also while the bot runs; changes nothing',
  },
} as const satisfies Readonly<Record<string, Option>>

export const checkHelp = `Usage: npx hallway check [folder] [--strict]
       npx hallway check --database

Says what of the notes is served and how it was read, then what is wrong, by kind and as the bot says
it; exits 1 if a file cannot be served as it is written.

  folder                the notes, instead of HALLWAY_CORPUS or ${defaults.HALLWAY_CORPUS}
${describeOptions(options)}
`

interface CheckCommandLine {
  /** The words after `hallway check`. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: TextOutput
  readonly stderr: TextOutput
}

/** `hallway check`: checks the notes or the database. Resolves to the exit code. */
export async function runCheck({ argv, env, stdout, stderr }: CheckCommandLine): Promise<number> {
  const refuse = (problem: string) => refuseUsage(stderr, checkHelp, problem)
  const read = readOptions(argv, options)
  if ('problem' in read) return refuse(read.problem)
  const [folder, ...others] = read.words
  if (others.length > 0) return refuse(`what is “${others[0]}”? A name with spaces goes in quotes.`)
  const print = (line: string) => void stdout.write(`${line}\n`)
  const isStrict = read.values.strict !== undefined
  const settings = readCommandSettings(env)
  if (read.values.database !== undefined) {
    if (folder !== undefined || isStrict) return refuse('--database goes alone')
    if (!settings.databaseUrl) await requireAnswer(settings.dataFolder, 'HALLWAY_DATA')
    return (await import('./check-database.ts')).checkDatabase(settings, print)
  }
  const whyNone = await (folder ? whyNoNotesIn(folder) : whyNoNotes(settings))
  if (whyNone === undefined)
    return check(folder || settings.corpusFolder, print, { linksTo: settings.linksTo, isStrict })
  print(whyNone)
  return 1
}
