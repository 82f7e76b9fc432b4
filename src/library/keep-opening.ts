import type { Answers } from '../answers/answers.ts'
import { createUnreadNotes } from '../answers/unread-notes.ts'
import { messageOf } from '../files/message-of.ts'
import type { Library, LibraryOptions } from './library.ts'

export interface KeepOpeningOptions extends LibraryOptions {
  readonly open: (options: LibraryOptions) => Promise<Library>
  /** How long after a failure it is tried again, in milliseconds. Default 60,000. */
  readonly retryMs?: number
}

/** Notes that are there, or are tried to be opened again and again. */
export interface OpenedSomeTime {
  /** Those of the notes, or until they can be read, a reason. */
  current(): Answers
  /** Why they cannot be read, as one line; undefined if they can. */
  failure(): string | undefined
  close(): Promise<void>
}

/** Opens notes and watches them. If they cannot be opened, whoever asks is told so, and it is tried again. */
export async function keepOpening({
  open,
  retryMs = 60_000,
  ...options
}: KeepOpeningOptions): Promise<OpenedSomeTime> {
  const { folder, log } = options
  const unread = createUnreadNotes(folder)
  let library: Library | undefined
  let failure: string | undefined
  let isClosed = false
  let trying: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  async function attempt(): Promise<void> {
    try {
      const opened = await open(options)
      if (isClosed) return await opened.close()
      if (failure !== undefined) log.info(`The notes in ${folder} can be read again.`)
      library = opened
      failure = undefined
      opened.watch()
    } catch (error) {
      const reason = messageOf(error)
      if (reason !== failure)
        log.warn(
          `${reason} These are the notes in ${folder}: whoever asks there is told, and it is tried again every minute.`,
        )
      failure = reason
      if (isClosed) return
      timer = setTimeout(() => {
        trying = attempt()
      }, retryMs)
      timer.unref()
    }
  }

  trying = attempt()
  await trying
  return {
    current: () => library?.current() ?? unread,
    failure: () => failure,
    async close() {
      isClosed = true
      clearTimeout(timer)
      await trying
      await library?.close()
    },
  }
}
