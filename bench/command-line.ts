/** What follows `npm run <script> --`: read as the subcommands of `hallway` read theirs, and refused with the same exit code. */
import { describeOptions, type Option, readOptions } from '../src/cli/read-options.ts'
import { usageExitCode } from '../src/cli/refuse-usage.ts'
import { messageOf } from '../src/files/message-of.ts'

interface Script<Name extends string> {
  /** Its name in package.json. */
  readonly name: string
  /** What it does, as one or more sentences. */
  readonly does: string
  /** What is named besides options, as the usage shows it: `<folder>`. Default: nothing. */
  readonly words?: string
  readonly options?: Readonly<Record<Name, Option>>
}

interface CommandLine<Name extends string> {
  /** A switch that is given has an empty value. */
  readonly values: Readonly<Partial<Record<Name, string>>>
  readonly words: readonly string[]
  /** An option's whole number, or the usual one if it is not given. Ends the script if it is neither. */
  count(option: Name, usual: number): number
  /** Ends the script with what is wrong. */
  refuse(problem: string): never
}

/** Reads this process's command line. With `--help` it prints what can be typed instead, and ends the script. */
export function readCommandLine<Name extends string = never>(script: Script<Name>): CommandLine<Name> {
  const usage = usageOf(script)
  const refuse = (problem: string) => refuseUsage(problem, usage)
  const { values, words } = parseCommandLine((args) => {
    const read = readOptions(args, script.options ?? ({} as Readonly<Record<Name, Option>>))
    if ('problem' in read) throw new Error(read.problem)
    const [word] = read.words
    if (word !== undefined && script.words === undefined) throw new Error(`${word} is no option`)
    return read
  }, usage)
  function count(option: Name, usual: number): number {
    const typed = values[option]
    if (typed === undefined) return usual
    const number = Number(typed)
    if (typed.trim() === '' || !Number.isSafeInteger(number) || number < 0)
      refuse(`--${option}: “${typed}” is not a whole number`)
    return number
  }
  return { values, words, count, refuse }
}

/**
 * What `parse` makes of this process's command line. With `--help` it prints the usage instead; what `parse` throws is what is
 * wrong, and ends the script.
 */
export function parseCommandLine<Result>(parse: (args: readonly string[]) => Result, usage: string): Result {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parse(args)
  } catch (error) {
    return refuseUsage(messageOf(error), usage)
  }
}

/** The names in a list with commas between, in the order of all; without a list, all. @throws Error for one that is none of them */
export function chosenOf<Name extends string>(
  option: string,
  typed: string | undefined,
  all: readonly Name[],
): readonly Name[] {
  const wanted: readonly string[] = typed?.split(',') ?? all
  const unknown = wanted.find((name) => !all.some((known) => known === name))
  if (unknown !== undefined) throw new Error(`--${option}: ${unknown} is none of ${all.join(', ')}.`)
  return all.filter((name) => wanted.includes(name))
}

/** The whole numbers from 1 on in a list with commas between. @throws Error if it is no such list */
export function numbersOf(option: string, typed: string, highest: number): readonly number[] {
  const numbers = typed.split(',').map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > highest))
    throw new Error(`--${option}: ${typed} is not a list of whole numbers from 1 to ${highest}.`)
  return numbers
}

/** What a script does; if it fails, that is said in a line, and the exit code tells it. */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(messageOf(error))
    process.exitCode = 1
  }
}

function refuseUsage(problem: string, usage: string): never {
  console.error(`${problem}\n${usage.split('\n', 1)[0]}\n“--help” says more.`)
  process.exit(usageExitCode)
}

function usageOf({ name, does, words, options = {} }: Script<string>): string {
  const typed = [words ?? [], Object.keys(options).length > 0 ? '[options]' : []].flat()
  const command = [`Usage: npm run ${name}`, ...(typed.length > 0 ? ['--', ...typed] : [])].join(' ')
  return [command, '', does, '', describeOptions({ ...options, help: { help: 'this text' } })].join('\n')
}
