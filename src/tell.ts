import { hideTokens } from './text/hide-tokens.ts'
import { logLine } from './text/log-line.ts'

/** Says a line to the person who started Hallway, whatever the level of the log. */
export type Tell = (level: 'info' | 'warn' | 'error', line: string) => void

/** @param format how a line is written. Default: as it is */
export function createTell(format: ((level: string, line: string) => string) | undefined): Tell {
  return (level, line) => {
    const write = level === 'info' ? console.log : console.error
    // It may contain names from a stranger's notes, and a token if one was put into the wrong variable.
    const said = logLine(hideTokens(line))
    write(format ? format(level, said) : said)
  }
}
