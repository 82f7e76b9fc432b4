import { describeFileFailure } from '../../files/describe-file-failure.ts'
import { errorCode } from '../../files/error-code.ts'

/** A file of the corpus could not be read or written; says which, since the system's own errors often do not. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure'
  readonly path: string
  /** What is wrong, to follow the file's name, and what to do. */
  readonly what: string
  readonly advice: string

  constructor(path: string, [what, advice]: readonly [string, string], cause?: unknown) {
    super(`${path} ${what}; ${advice}`, { cause })
    this.path = path
    this.what = what
    this.advice = advice
  }
}

export const whenReading = <Result>(path: string, work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => fail(path, error, describeReading))

export const whenWriting = <Result>(path: string, work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => fail(path, error, describeWriting))

function fail(
  path: string,
  error: unknown,
  describe: (code: string, error: unknown) => readonly [string, string],
): never {
  const code = errorCode(error)
  if (code === undefined) throw error
  throw new FileFailure(path, describe(code, error), error)
}

const describeReading = (code: string, error: unknown): readonly [string, string] =>
  code === 'EISDIR' ? ['is a folder, not a file', 'rename or remove it'] : describeFileFailure(error)

function describeWriting(code: string): readonly [string, string] {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return [`may not be written (${code})`, 'give the user that runs this permission to write there']
    case 'ENOSPC':
    case 'EDQUOT':
      return [`cannot be written (${code})`, 'make room on the disk']
    case 'EEXIST':
    case 'ENOTDIR':
      return ['cannot be a folder, for a file has that name', 'move the file, or name a folder with --into']
    case 'EISDIR':
      return ['is a folder, not a file', 'rename or remove it']
    default:
      return [`cannot be written (${code})`, 'check the disk']
  }
}
