/** The `hallway` command: finds the subcommand and hands over. Each subcommand is one file in src/cli/. */
import type { Readable, Writable } from 'node:stream'
import { populate } from 'dotenv'
import { filesShort } from './cli/files-short.ts'
import { harmlessOutput } from './cli/harmless-output.ts'
import { readOptions } from './cli/read-options.ts'
import { refuseUsage, usageExitCode } from './cli/refuse-usage.ts'
import type { Environment } from './config/variables.ts'
import { defaults, readCommandSettings } from './defaults.ts'
import { readEnvFile } from './env-file.ts'
import { exitAtOnce } from './exit-at-once.ts'
import { errorCode } from './files/error-code.ts'
import { requireAnswer, StuckDisk } from './files/stuck-disk.ts'
import { logLine } from './text/log-line.ts'
import { nearestName } from './text/nearest-names.ts'
import { readVersion } from './version.ts'

/** Where a command runs. */
interface CommandSurroundings {
  readonly env: Environment
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

interface Command {
  readonly usage: string
  readonly summary: string
  /** How many words it takes at most, if it does not look at its command line itself; it has no options then. */
  readonly maxWords?: number
  /** Whether it goes on if what it prints can be written nowhere: nobody reads it any more, or its disk is full. */
  readonly goesOn?: boolean
  /** What `--help` prints; it begins with `Usage: npx hallway <command>`. */
  readonly help: () => Promise<string>
  /** Runs with the words after the subcommand's name; resolves to the exit code, or to none to keep running. */
  readonly run: (argv: readonly string[], where: CommandSurroundings) => Promise<number | undefined>
}

const startHelp = `Usage: npx hallway start [folder]

Runs the bot: in your Slack if its tokens are set, in the environment or in a file .env, otherwise in a local workspace in
the browser, whose address it prints. Ctrl-C ends it.

  folder   the notes, instead of HALLWAY_CORPUS or ${defaults.HALLWAY_CORPUS}
`

/** What a command is given that reads the notes or the state. */
const withSettings = (argv: readonly string[], where: CommandSurroundings) => ({
  ...where,
  ...readCommandSettings(where.env),
  argv,
})

/** The same, if it also keeps something. @throws {StuckDisk} */
async function withData(argv: readonly string[], where: CommandSurroundings) {
  const settings = withSettings(argv, where)
  await requireAnswer(settings.dataFolder, 'HALLWAY_DATA')
  return settings
}

// Loaded only when called for: `hallway ask` must not wait for Slack's libraries.
export const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start [folder]',
    summary:
      'run the bot (with no Slack tokens: in a local workspace in the browser), on the notes of a folder or of HALLWAY_CORPUS',
    maxWords: 1,
    goesOn: true,
    help: async () => startHelp,
    run: async ([folder], { env, stderr }) => {
      const { whyNoNotesIn } = await import('./why-no-notes.ts')
      const whyNone = folder && (await whyNoNotesIn(folder))
      if (whyNone) {
        stderr.write(`${logLine(whyNone)}\n`)
        return 1
      }
      return (await import('./main.ts')).start(folder ? { ...env, HALLWAY_CORPUS: folder } : env)
    },
  },
  ask: {
    usage: 'ask [options] "question"',
    summary: 'answer a question here; with --json, one question a line from standard input',
    help: async () => (await import('./cli/ask-help.ts')).askHelp,
    run: async (argv, where) => (await import('./cli/ask.ts')).ask(await withData(argv, where)),
  },
  check: {
    usage: 'check [folder] [--strict] | --database',
    summary:
      'say what of the notes is served, and what is wrong, or whether the database is whole; exits 1 if something is not',
    help: async () => (await import('./cli/run-check.ts')).checkHelp,
    run: async (argv, where) => (await import('./cli/run-check.ts')).runCheck({ ...where, argv }),
  },
  import: {
    usage: 'import <file or folder>',
    summary: 'add talks from a schedule, a list, a table or notes; shows first what it would write',
    help: async () => (await import('./cli/import-arguments.ts')).importHelp,
    run: async (argv, where) => (await import('./cli/import.ts')).importTalks(withSettings(argv, where)),
  },
  tip: {
    usage: 'tip [about <tags> | from <event> | by <speaker>]',
    summary: 'print a tip',
    help: async () => (await import('./cli/show-tip.ts')).tipHelp,
    run: async (argv, where) => (await import('./cli/show-tip.ts')).tip(await withData(argv, where)),
  },
  tips: {
    usage: 'tips --channel C… [--next 14] | --verdicts',
    summary: 'show which tips will be posted in a channel, and when, or what people think of them',
    help: async () => (await import('./cli/tips.ts')).tipsHelp,
    run: async (argv, where) => (await import('./cli/tips.ts')).tips(await withData(argv, where)),
  },
  backup: {
    usage: 'backup <file>',
    summary: 'copy the database, also while the bot runs',
    help: async () => (await import('./cli/backup.ts')).backupHelp,
    run: async (argv, where) => (await import('./cli/backup.ts')).backup(await withData(argv, where)),
  },
  model: {
    usage: 'model [get [name]]',
    summary: 'search by meaning too: tell what there is, or install a model that runs on this machine',
    help: async () => (await import('./cli/model.ts')).modelHelp,
    run: async (argv, where) => (await import('./cli/model.ts')).model(await withData(argv, where)),
  },
  eval: {
    usage: 'eval <queries.tsv>',
    summary: 'measure the answers to judged questions',
    help: async () => (await import('./cli/eval/eval.ts')).evalHelp,
    run: async (argv, where) => (await import('./cli/eval/eval.ts')).evaluate(await withData(argv, where)),
  },
}

/** Runs one command line, without `node` and the script's name, in this process. */
export async function run(argv: readonly string[]): Promise<void> {
  const { stdin } = process
  if (commandOf(argv)?.goesOn)
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  else process.stdout.on('error', endWithReader)
  const [stdout, stderr] = [harmlessOutput(process.stdout), harmlessOutput(process.stderr)]
  if (isFolderGone()) {
    stderr.write('hallway: the folder that it was called in is gone. Change to one that is there.\n')
    process.exitCode = 1
    return
  }
  const settings = await readEnvFile('.env')
  if ('problem' in settings) {
    stderr.write(`hallway: ${settings.problem}\n`)
    process.exitCode = 1
    return
  }
  for (const warning of settings.warnings) stderr.write(`hallway: ${warning}\n`)
  // The environment wins over the file.
  populate(process.env as Record<string, string>, settings.values)
  const env = { ...process.env }
  // Node obeys it anew in each thread, which ends with a trace if a proxy's address is none. Threads call nobody.
  delete process.env.NODE_USE_ENV_PROXY
  const exitCode = await runSubcommand(argv, { env, stdin, stdout, stderr }).catch((error: unknown) => {
    const isStuck = error instanceof StuckDisk
    const reason = isStuck ? error.message : filesShort(error)
    if (reason === undefined) throw error
    stderr.write(`hallway: ${reason}\n`)
    // Not only `exitCode`: what was opened before would keep the process running.
    isStuck ? exitAtOnce(1) : process.exit(1)
  })
  if (exitCode === undefined) return
  process.exitCode = exitCode
  // What is still open must not keep it, as to a server that closes nothing or a disk that does not answer; who reads slowly may.
  const leaving = setInterval(
    () => {
      if (process.stdout.writableLength + process.stderr.writableLength > 0) return
      // Those who listen for it end what we have started.
      process.emit('exit', exitCode)
      exitAtOnce(exitCode)
    },
    exitCode !== 0 || commandOf(argv)?.goesOn ? maxLeaveMs : maxKeepMs,
  )
  leaving.unref()
}

/** How long what has failed may take to end, such as a bot that cannot start and is started again, in milliseconds. */
const maxLeaveMs = 2_000
/** The same of a command that has done all: it may still be keeping an index on a slow disk. */
const maxKeepMs = 60_000

/** If it is, relative paths lead nowhere, and `process.cwd()` throws. */
function isFolderGone(): boolean {
  try {
    process.cwd()
    return false
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true
    throw error
  }
}

/** That somebody reads only the first lines (`hallway check | head`) is no failure; that the output cannot be written is one. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`hallway: the output cannot be written (${error.code}). Check where it goes.\n`)
  process.exit(1)
}

const commandOf = ([name = '']: readonly string[]): Command | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined

/** Resolves to the exit code, or to none to keep running. */
export async function runSubcommand(
  argv: readonly string[],
  where: CommandSurroundings,
): Promise<number | undefined> {
  const { stdout, stderr } = where
  const [name = 'help', ...rest] = argv
  const command = commandOf(argv)
  if (command && asksForHelp(rest)) return tell(stdout, await helpOf(command))
  if (command) return runIt(command, rest, where)
  if (['help', '--help', '-h'].includes(name)) {
    const about = commandOf(rest)
    return tell(stdout, about ? await helpOf(about) : usageOfAll())
  }
  if (['--version', '-v'].includes(name)) return tell(stdout, `hallway ${await readVersion()}`)
  const kind = name.startsWith('-') ? 'option' : 'command'
  const meant = nearestName(name, [...Object.keys(commands), 'help', '--help', '--version'])
  stderr.write(
    `hallway: there is no ${kind} ${name}${meant ? `; did you mean ${meant}?` : ''}\n“npx hallway --help” lists the commands.\n`,
  )
  return usageExitCode
}

async function runIt(command: Command, argv: readonly string[], where: CommandSurroundings) {
  const { maxWords } = command
  if (maxWords === undefined) return command.run(argv, where)
  const read = readOptions(argv, {})
  const problem =
    'problem' in read
      ? read.problem
      : read.words.length > maxWords &&
        `what is “${read.words[maxWords]}”? A name with spaces goes in quotes.`
  if (problem) return refuseUsage(where.stderr, await helpOf(command), problem)
  return command.run('words' in read ? read.words : [], where)
}

/** What follows `--` is no option. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h')
}

const helpOf = async ({ help }: Command): Promise<string> => (await help()).trimEnd()

const usageOfAll = () =>
  [
    'Usage: npx hallway <command>',
    ...Object.values(commands).map((c) => `\n  npx hallway ${c.usage}\n      ${c.summary}`),
    '\n“npx hallway <command> --help” says more of each; “npx hallway --version” tells the version.',
  ].join('\n')

function tell(stdout: Writable, text: string): number {
  stdout.write(`${text}\n`)
  return 0
}
