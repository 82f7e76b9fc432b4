import { format } from 'node:util'
import { type Logger, LogLevel } from '@slack/bolt'

const severity: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/**
 * A log of one line an entry that holds no secret: tokens and the addresses by which anyone could speak as Hallway are
 * masked, whoever logs them.
 */
export function createLog(level: `${LogLevel}`, write: (line: string) => void): Logger {
  let current = level as LogLevel
  const at =
    (entry: LogLevel) =>
    (...words: unknown[]) => {
      if (severity[entry] >= severity[current])
        write(`${entry}: ${oneLine(redact(format(...words.map(describeLogged))))}`)
    }
  return {
    debug: at(LogLevel.DEBUG),
    info: at(LogLevel.INFO),
    warn: at(LogLevel.WARN),
    error: at(LogLevel.ERROR),
    getLevel: () => current,
    setLevel: (next) => {
      current = next
    },
    setName: () => {},
  }
}

/** The text without Slack's tokens and without the secret part of its addresses. */
function redact(text: string): string {
  return text
    .replace(/\b(xox[a-z]|xapp|xwfp)(-|\.)[\w.-]+/gi, '$1-…')
    .replace(/(response_url"?[:=]\s*"?|(?=https?:\/\/hooks\.))https?:[^\s"',)}]+/gi, '$1…')
    .replace(/\bwss?:[^\s"',)}]+/gi, 'wss:…')
    .replace(/("(?:token|trigger_id)":\s*")[^"]+/gi, '$1…')
}

function describeLogged(value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
