import type { Writable } from 'node:stream'
import { harmlessJson } from '../text/fold.ts'

/** What a command writes to. */
export interface TextOutput {
  write(text: string): unknown
}

/** Waits until the reader has taken the text; false if nobody reads any longer (`hallway ask --json | head -1`). */
export function writeOutput(stdout: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve(false) : reject(error)
    stdout.once('error', onError)
    stdout.write(text, (error) => {
      if (error) return onError(error)
      stdout.off('error', onError)
      resolve(true)
    })
  })
}

/** As `writeOutput`, for one value a line. */
export function writeJsonLine(stdout: Writable, value: unknown): Promise<boolean> {
  return writeOutput(stdout, `${harmlessJson(value)}\n`)
}
