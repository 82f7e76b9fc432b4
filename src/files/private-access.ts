import { chmodSync, statSync } from 'node:fs'
import { makeFolder } from './make-folder.ts'

/** For whoever runs Hallway alone: what a team asks and sets up is nobody else's business on a shared machine. */
const privateFolder = 0o700
export const privateFile = 0o600

/** Makes a folder that nobody else can look into, and those above it that are missing. One that is there stays as it is. */
export function makePrivateFolder(path: string): void {
  makeFolder(path, privateFolder)
}

/** Takes from others the right to a file that an older version left open to them, if it is ours to take. */
export function makePrivate(path: string): void {
  try {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, privateFile)
  } catch {
    // Another user's file, or a file system without rights: whoever opens it says what is wrong with it.
  }
}
