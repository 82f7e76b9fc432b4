import { stat } from 'node:fs/promises'

/** Which folder a path leads to, also if it has been replaced by another one; undefined if there is none. */
export async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}
