import { parse } from 'dotenv'
import { describeFileFailure } from './files/describe-file-failure.ts'
import { errorCode } from './files/error-code.ts'
import { readRegularFile } from './files/read-regular-file.ts'

/** What a file of settings holds, such as `.env`. */
interface EnvFile {
  readonly values: Readonly<Record<string, string>>
  /** Lines that set nothing, each one line; what stands in them is not told, since it may be a token. */
  readonly warnings: readonly string[]
}

/** In bytes: many times what all settings together have. */
const maxSize = 1024 * 1024

/** What a file of settings says, nothing if there is none; or why it cannot be read, as one line that says what to do. */
export async function readEnvFile(path: string): Promise<EnvFile | { readonly problem: string }> {
  try {
    const bytes = await readRegularFile(path, maxSize)
    // Leaves the mark out that some editors put before a text.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) return { problem: noText(path) }
    const values = parse(text)
    return { values, warnings: linesThatSetNothing(path, text, values) }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { values: {}, warnings: [] }
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { problem: noText(path) }
    if (errorCode(error) === 'EISDIR')
      return { problem: `${path} is a folder, not a file with settings. Rename or remove it.` }
    const [problem, advice] = describeFileFailure(error)
    return { problem: `${path} ${problem}: ${advice}.` }
  }
}

const noText = (path: string) => `${path} is not text in UTF-8. Save it as UTF-8.`

const setting = /^\s*(?:export\s+)?[\w.-]+\s*(?:=|:\s)/
const emptyOrComment = /^\s*(?:#|$)/

function linesThatSetNothing(
  path: string,
  text: string,
  values: Readonly<Record<string, string>>,
): readonly string[] {
  // A value in quotes may have several lines.
  const quoted = new Set(Object.values(values).flatMap((value) => value.split('\n').slice(1)))
  const isQuoted = (line: string) => quoted.has(line) || quoted.has(line.replace(/["'`]\s*(?:#.*)?$/, ''))
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, index) =>
      emptyOrComment.test(line) || setting.test(line) || isQuoted(line)
        ? []
        : [`${path}:${index + 1} sets nothing. A line is NAME=value, or begins with #.`],
    )
    .slice(0, maxWarnings)
}

/** A file of another kind would give a warning for every line. */
const maxWarnings = 3
