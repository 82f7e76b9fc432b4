import { format } from 'node:util'
import { type Logger, LogLevel } from '@slack/bolt'
import { logLine } from '../../text/log-line.ts'
import { hideSecrets } from './hide-secrets.ts'

const severity: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

interface LogOptions {
  /** Further values that must not be logged. */
  readonly secrets?: readonly string[] | undefined
  /** How an entry is written as a line. Default: `level: message` */
  readonly format?: ((level: string, message: string) => string) | undefined
}

/**
 * A log of one line an entry that holds no secret: tokens and the addresses by which anyone could speak as Hallway are
 * masked, whoever logs them.
 */
export function createLog(
  level: `${LogLevel}`,
  write: (line: string) => void,
  { secrets = [], format: written = (level, message) => `${level}: ${message}` }: LogOptions = {},
): Logger {
  let current = level as LogLevel
  const at =
    (entry: LogLevel) =>
    (...words: unknown[]) => {
      if (severity[entry] >= severity[current])
        write(written(entry, logLine(hideSecrets(format(...words.map(describeLogged)), secrets))))
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

function describeLogged(value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value
}
