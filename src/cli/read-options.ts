import { nearestName } from '../text/nearest-names.ts'

export interface Option {
  /** What its value is called; a switch has none. */
  readonly value?: string
  /** A letter that means the same after one dash. */
  readonly short?: string
  /** Whether its value may be empty, which counts as none. */
  readonly mayBeEmpty?: boolean
  readonly help: string
}

export interface OptionsRead<Name extends string> {
  /** A switch that is given has an empty value. */
  readonly values: Readonly<Partial<Record<Name, string>>>
  /** What is no option, and all that follows `--`. */
  readonly words: readonly string[]
}

/**
 * Takes options and words of a command line apart, or says what is wrong with it. An empty value is refused: a script may pass on
 * a variable that is not set, and a file or folder without a name would be the one that it runs in.
 * @param isQuestion whether `-django` is a word, and so is one that is empty
 */
export function readOptions<Name extends string>(
  argv: readonly string[],
  options: Readonly<Record<Name, Option>>,
  { isQuestion = false } = {},
): OptionsRead<Name> | { readonly problem: string } {
  const words: string[] = []
  const values: Partial<Record<Name, string>> = {}
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!
    if (word === '--') {
      words.push(...argv.slice(at + 1))
      break
    }
    const isOption = isQuestion ? /^--[a-z]/i.test(word) : /^-./.test(word)
    if (!isOption) {
      words.push(word)
      continue
    }
    const [, typed = word, given] = /^(--?[^=]*)(?:=(.*))?$/s.exec(word) ?? []
    const name = nameOf(typed, options)
    if (name === undefined) return { problem: unknownOption(typed, Object.keys(options)) }
    const isSwitch = options[name].value === undefined
    if (isSwitch && given !== undefined) return { problem: `${typed} takes no value` }
    const value = isSwitch ? '' : (given ?? argv[++at])
    const isAbsent = value === '' && !isSwitch
    if (value === undefined || (isAbsent && !options[name].mayBeEmpty))
      return { problem: `${typed} needs a value` }
    if (!isAbsent) values[name] = value
  }
  return !isQuestion && words.includes('')
    ? { problem: 'one of the words is empty: is a variable in it not set?' }
    : { values, words }
}

function nameOf<Name extends string>(
  typed: string,
  options: Readonly<Record<Name, Option>>,
): Name | undefined {
  return (Object.keys(options) as Name[]).find(
    (name) => typed === `--${name}` || (options[name].short && typed === `-${options[name].short}`),
  )
}

function unknownOption(typed: string, names: readonly string[]): string {
  const meant = nearestName(typed, [...names, 'help'])
  return `there is no option ${typed}${meant ? `; did you mean --${meant}?` : ''}`
}

/** The options as a help text lists them, a line each. */
export function describeOptions(options: Readonly<Record<string, Option>>): string {
  return Object.entries(options)
    .map(([name, { value = '', short, help }]) => {
      const names = `${short ? `-${short}, ` : ''}--${name} ${value}`
      return `  ${names.padEnd(20)}  ${help}`
    })
    .join('\n')
}
