import { errorCode } from './error-code.ts'

/** What is wrong with a file that could not be read, to follow its name, and what to do about it. */
export function describeFailure(error: unknown): readonly [message: string, advice: string] {
  const code = errorCode(error) ?? String(error)
  switch (code) {
    case 'ENOENT':
      return ['does not exist', 'create it, or correct the name or link that leads here']
    case 'ENOTDIR':
      return ['is a file, not a folder', 'name a folder with one folder for each event']
    case 'EACCES':
    case 'EPERM':
      return [`may not be read (${code})`, 'give the user that runs this permission to read it']
    case 'ELOOP':
      return ['is a symbolic link that leads back to itself', 'remove the link']
    case 'EMFILE':
    case 'ENFILE':
      return [`cannot be read now (${code})`, 'allow more open files, e.g. with `ulimit -n 4096`']
    default:
      return [`cannot be read (${code})`, 'check the disk and the file']
  }
}
