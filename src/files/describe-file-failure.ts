import { errorCode } from './error-code.ts'
import { TooLarge } from './read-regular-file.ts'

/**
 * What is wrong with a file that could not be read, to follow its name, and what to do about it.
 * @param tooLong what to do about one that is too large
 */
export function describeFileFailure(
  error: unknown,
  tooLong = 'shorten it',
): readonly [message: string, advice: string] {
  if (error instanceof TooLarge) {
    const { size, maxSize } = error
    return [`has ${size} bytes, more than ${maxSize} (${maxSize / 1024 / 1024} MiB)`, tooLong]
  }
  const code = errorCode(error) ?? String(error)
  switch (code) {
    case 'ENOENT':
      // What no text says stands there as a replacement character, and leads nowhere.
      if (String(error).includes('\uFFFD')) return ['has a name that is not in UTF-8', 'rename it']
      return ['does not exist', 'create it, or correct the name or link that leads here']
    case 'EISDIR':
      return ['is a folder, not a file', 'name a file']
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
    case 'ENOTREGULAR':
      return ['is not a regular file', 'replace it by a file, or remove it']
    case 'ENOTFETCHED':
      return ['is a pointer of Git LFS or git-annex, not the file', 'fetch it, as by `git lfs pull`']
    case 'ETIMEDOUT':
      return ['cannot be read: its disk does not answer', 'check the disk or the network that it is on']
    case 'ENOSPC':
    case 'EDQUOT':
      return [`cannot be written: the disk is full (${code})`, 'free some space on it']
    default:
      return [`cannot be read (${code})`, 'check the disk and the file']
  }
}
