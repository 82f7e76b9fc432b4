import { defaultParameters, type RankingParameters } from '../search/rank/parameters.ts'
import type { MeaningOfTalks } from '../search/rank/semantic-similarity.ts'
import type { QuestionEncoder } from './encode/question-encoder.ts'
import type { EncodedNotes, ModelInUse, SearchableNotes } from './encoded-notes.ts'
import { createEncodingProgressLog } from './encoding-progress-log.ts'
import { meaningOfTalks } from './meaning-of-talks.ts'
import { findModel } from './model/find-model.ts'
import type { Model } from './model/model-folder.ts'

export interface MeaningOptions {
  /** Where models and vectors are kept. */
  readonly dataFolder: string
  /** Of the notes. */
  readonly corpusFolder: string
  /** `off`, the name of a model, or undefined for the one that was installed last. */
  readonly wanted: string | undefined
  readonly log: Readonly<Record<'info' | 'warn', (line: string) => void>>
  /** How long an answer waits for its question to be encoded, in milliseconds; then it goes by words alone. Default 150. */
  readonly maxMs?: number
  /** Whether somebody waits for the notes to be encoded: then that takes its share of the machine. Default false. */
  readonly isAwaited?: boolean
  /** How often `watch` looks, in milliseconds. Default 10,000. */
  readonly lookEveryMs?: number
  /** Where the runtime's packages are. Default: beside Hallway's. */
  readonly runtimeFolder?: string
  /** Default: `defaultParameters.meaning`. */
  readonly parameters?: RankingParameters['meaning']
}

/** Search by meaning in the notes as they are served. Without a model it finds nothing, and costs nothing. */
export interface Meaning {
  /** From now on these notes are searched, by their snapshot's buffer; what is not encoded of them yet begins to be. */
  readonly serve: (snapshot: SharedArrayBuffer) => MeaningOfTalks
  /** From now on, a model that is installed is used within ten seconds, and one that is removed no longer is. */
  readonly watch: () => void
  /**
   * Resolves once the model is loaded and the notes are encoded. If more than `maxMissing` passages were still to be, they are
   * left for later; gives how many.
   */
  readonly ready: (maxMissing: number) => Promise<number>
  /** Keeps what is encoded, and ends. */
  readonly close: () => Promise<void>
}

/** Never throws, nor do its functions: what is wrong with a model is told, and answers go by words. */
export function createMeaning(options: MeaningOptions): Meaning {
  const { dataFolder, corpusFolder, wanted, log, maxMs = 150, isAwaited = false, runtimeFolder } = options
  const { lookEveryMs = 10_000, parameters = defaultParameters.meaning } = options
  const tell = createReasonLog(log.warn)
  const closing = new AbortController()
  let served: SharedArrayBuffer | undefined
  let inUse: ModelInUse | undefined
  let encoded: EncodedNotes | undefined
  let watching: NodeJS.Timeout | undefined
  /** One change at a time. */
  let changing = Promise.resolve()

  function change(step: () => Promise<void>): Promise<void> {
    changing = changing.then(() => (closing.signal.aborted ? undefined : step()))
    return changing
  }

  async function choose(): Promise<void> {
    const { model, problem } = await findModel(dataFolder, wanted)
    if (problem !== undefined) tell(problem)
    if (sameModel(model, inUse?.model)) return
    inUse?.questions.stop()
    inUse = model && { model, questions: await encoderFor(model) }
    await encode()
  }

  /** Loaded with the first model, as is what encodes notes: most have none. */
  async function encoderFor(model: Model): Promise<QuestionEncoder> {
    const { createQuestionEncoder } = await import('./encode/question-encoder.ts')
    return createQuestionEncoder(model, { runtimeFolder, onProblem: tell })
  }

  async function encode(): Promise<void> {
    await encoded?.stop()
    encoded = undefined
    if (served === undefined || inUse === undefined) return
    const { encodeNotes } = await import('./encoded-notes.ts')
    encoded = encodeNotes(inUse, {
      snapshot: served,
      dataFolder,
      corpusFolder,
      runtimeFolder,
      isAwaited,
      parameters,
      listener: {
        onProblem: log.warn,
        onUnusable: tell,
        onProgress: createEncodingProgressLog(log.info, isAwaited ? 2_000 : 30_000),
      },
      signal: closing.signal,
    })
    await encoded.opened
  }

  /** What can be searched of a snapshot; nothing, once another one is served. */
  function searchable(snapshot: SharedArrayBuffer | undefined): SearchableNotes | undefined {
    const notes = encoded?.searchable()
    return notes?.snapshot === snapshot ? notes : undefined
  }

  void change(choose)
  return {
    serve(snapshot) {
      served = snapshot
      void change(async () => {
        // Of several snapshots that wait, the last one is encoded.
        if (!searchable(served)) await encode()
      })
      return meaningOfTalks(() => searchable(snapshot), maxMs)
    },
    watch() {
      watching ??= setInterval(() => void change(choose), lookEveryMs)
      watching.unref()
    },
    async ready(maxMissing) {
      await changing
      await inUse?.questions.ready
      const notes = encoded?.searchable()
      const isTooMuch = notes !== undefined && notes.missing > maxMissing
      await (isTooMuch ? encoded?.stop() : encoded?.ended)
      await notes?.measured
      return isTooMuch ? notes.missing : 0
    },
    async close() {
      closing.abort()
      clearInterval(watching)
      await changing
      inUse?.questions.stop()
      await encoded?.stop()
    },
  }
}

/** Tells why answers go by words alone; the same reason again only after another one. */
function createReasonLog(warn: (line: string) => void): (problem: string) => void {
  let told: string | undefined
  return (problem) => {
    if (problem !== told) warn(`Answers go by words alone: ${problem}`)
    told = problem
  }
}

function sameModel(one: Model | undefined, other: Model | undefined): boolean {
  if (!one || !other) return one === other
  return one.folder === other.folder && Buffer.compare(one.key, other.key) === 0
}
