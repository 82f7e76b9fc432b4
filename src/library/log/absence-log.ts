import type { Presence } from '../../notes/folders/list-notes.ts'
import type { LibraryLog } from './library-log.ts'

const remindAfterMs = 60 * 60 * 1000

export interface Look {
  readonly presence: Presence
  /** Of what is served. */
  readonly version: string
  /** Milliseconds on a clock that nobody sets. */
  readonly now: number
}

/**
 * Hears of every look at the notes that found nothing new, and says every hour for as long as they are not there, and
 * then that they are back. What is the matter at first is among the problems of the notes.
 */
export function createAbsenceLog(folder: string, log: LibraryLog) {
  let last: Presence = 'there'
  let remindAt = 0
  return ({ presence, version, now }: Look): void => {
    if (presence !== last) {
      if (presence === 'there') log.info(`There are notes in ${folder} again.`)
      remindAt = now + remindAfterMs
    } else if (presence !== 'there' && now >= remindAt) {
      log.warn(
        `${folder} still ${states[presence]}. Answers still come from version ${version} of the notes.`,
      )
      remindAt = now + remindAfterMs
    }
    last = presence
  }
}

const states: Readonly<Record<Exclude<Presence, 'there'>, string>> = {
  gone: 'does not exist',
  empty: 'holds no notes',
  unreadable: 'cannot be read',
}
