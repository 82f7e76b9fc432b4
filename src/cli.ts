/** The `hallway` command: finds the subcommand and hands over. Each subcommand is one file in src/cli/. */

import { config as loadDotenv } from 'dotenv'

interface Command {
  readonly usage: string
  readonly summary: string
  /** How many words it takes at the most, where it does not look at them itself. */
  readonly words?: number
  /** What `--help` prints, where usage and summary do not say all. */
  readonly help?: () => Promise<string>
  /** Runs with the words after the subcommand's name; resolves to the exit code, or to none to keep running. */
  readonly run: (argv: readonly string[]) => Promise<number | undefined>
}

const corpusFolder = () => process.env.HALLWAY_CORPUS?.trim() || 'corpus'

const state = () => ({
  dataFolder: process.env.HALLWAY_DATA?.trim() || 'data',
  databaseUrl: process.env.DATABASE_URL?.trim() || undefined,
})

const folders = () => ({ corpusFolder: corpusFolder(), dataFolder: state().dataFolder })

// Loaded only when called for: `hallway ask` must not wait for Slack's libraries.
const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start',
    summary: 'run the bot (with no Slack tokens: in a local workspace in the browser)',
    words: 0,
    run: async () => (await import('./main.ts')).start(process.env),
  },
  ask: {
    usage: 'ask [options] "question"',
    summary: 'answer a question here; with --json, one question a line from standard input',
    help: async () => (await import('./cli/ask-help.ts')).askHelp,
    run: async (argv) =>
      (await import('./cli/ask.ts')).ask({ ...streams(), ...folders(), argv, env: process.env }),
  },
  check: {
    usage: 'check [folder]',
    summary: 'print all problems of the notes; exits 1 if there are any',
    words: 1,
    help: async () => (await import('./cli/check.ts')).checkHelp,
    run: async ([folder]) => (await import('./cli/check.ts')).check(folder ?? corpusFolder(), console.log),
  },
  import: {
    usage: 'import <file or folder>',
    summary: 'add talks from pyvideo, a schedule or one long file of notes; shows first what it would write',
    help: async () => (await import('./cli/import.ts')).importHelp,
    run: async (argv) =>
      (await import('./cli/import.ts')).importTalks({ ...streams(), argv, corpusFolder: corpusFolder() }),
  },
  tip: {
    usage: 'tip [about <tags> | from <event> | by <speaker>]',
    summary: 'print a tip',
    help: async () => (await import('./cli/tip.ts')).tipHelp,
    run: async (argv) =>
      (await import('./cli/tip.ts')).tip({ ...streams(), argv, corpusFolder: corpusFolder() }),
  },
  tips: {
    usage: 'tips --channel C… [--next 14]',
    summary: 'show which tips will be posted in a channel, and when',
    help: async () => (await import('./cli/tips.ts')).tipsHelp,
    run: async (argv) =>
      (await import('./cli/tips.ts')).tips({ ...streams(), ...state(), argv, corpusFolder: corpusFolder() }),
  },
  backup: {
    usage: 'backup <file>',
    summary: 'copy the database, also while the bot runs',
    help: async () => (await import('./cli/backup.ts')).backupHelp,
    run: async (argv) => (await import('./cli/backup.ts')).backup({ ...streams(), ...state(), argv }),
  },
  eval: {
    usage: 'eval <queries.tsv>',
    summary: 'measure the answers to judged questions',
    help: async () => (await import('./cli/eval.ts')).evalHelp,
    run: async (argv) => (await import('./cli/eval.ts')).evaluate({ ...streams(), ...folders(), argv }),
  },
}

/** Runs one command line, without `node` and the script's name. */
export async function run(argv: readonly string[]): Promise<void> {
  loadDotenv({ quiet: true })
  const [name = 'help', ...rest] = argv
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command && asksForHelp(rest)) {
    console.log(
      (await command.help?.())?.trimEnd() ?? `Usage: hallway ${command.usage}\n\n${command.summary}`,
    )
  } else if (command?.words !== undefined && rest.length > command.words) {
    console.error(`hallway ${name}: what is "${rest[command.words]}"?\nUsage: hallway ${command.usage}`)
    process.exitCode = 1
  } else if (command) {
    const exitCode = await command.run(rest)
    if (exitCode !== undefined) process.exitCode = exitCode
  } else if (['help', '--help', '-h'].includes(name)) {
    console.log(help())
  } else {
    console.error(`hallway: there is no command "${name}".\n\n${help()}`)
    process.exitCode = 1
  }
}

/** What follows `--` is no option. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h')
}

const help = () =>
  [
    'Usage: hallway <command>',
    ...Object.values(commands).map((c) => `\n  hallway ${c.usage}\n      ${c.summary}`),
    '\n“hallway <command> --help” says more of each.',
  ].join('\n')

const streams = () => ({ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr })
