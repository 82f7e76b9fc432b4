import { stat } from 'node:fs/promises'
import { describeFileFailure } from './describe-file-failure.ts'
import { inTime } from './in-time.ts'

/** What is wrong with a folder that is none. */
export const fileInPlace = 'is a file, not a folder'
export const noSuchFolder = 'does not exist'

/** Why a folder that a setting names cannot be used, to follow its name: `does not exist`; undefined if it can. */
export async function whyNoFolder(path: string): Promise<string | undefined> {
  try {
    return (await inTime(stat(path))).isDirectory() ? undefined : fileInPlace
  } catch (error) {
    return describeFileFailure(error)[0]
  }
}
