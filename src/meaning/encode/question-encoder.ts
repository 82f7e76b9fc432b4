import { EncoderFailure } from '../encoder.ts'
import type { Model } from '../model/model-folder.ts'
import { type RunningEncoder, startEncoder } from './start-encoder.ts'

/** Encodes questions, as soon as the model is loaded and as long as it runs. */
export interface QuestionEncoder {
  /** The question's vector; undefined if there is none within the time that an answer can wait. Never throws. */
  readonly encode: (question: string) => Promise<Float32Array | undefined>
  /** Resolves once the model is loaded, or cannot be. */
  readonly ready: Promise<void>
  readonly stop: () => void
}

export interface QuestionEncoderOptions {
  readonly runtimeFolder: string | undefined
  /** How long an answer waits for a question's vector, in milliseconds. */
  readonly maxMs: number
  /** Hears why the model cannot be used, once a reason. */
  readonly onProblem: (message: string) => void
}

/** How long after its end a process is started again. */
const restartMs = 60_000
/** With more questions than this waiting, another would not be in time. */
const maxWaiting = 30

export function createQuestionEncoder(
  model: Model,
  { runtimeFolder, maxMs, onProblem }: QuestionEncoderOptions,
): QuestionEncoder {
  let running: RunningEncoder | undefined
  let isStopped = false
  let told: string | undefined
  let startedAt = Number.NEGATIVE_INFINITY
  let waiting = 0

  async function start(): Promise<void> {
    startedAt = performance.now()
    try {
      const encoder = await startEncoder(model, { runtimeFolder })
      if (isStopped) encoder.stop()
      else running = encoder
    } catch (error) {
      tell(error)
    }
  }

  function tell(error: unknown): void {
    if (!(error instanceof EncoderFailure)) throw error
    running = undefined
    if (isStopped || told === error.message) return
    told = error.message
    onProblem(error.message)
  }

  async function encodeNow(question: string): Promise<Float32Array | undefined> {
    try {
      const [vector] = await running!.encode([model.description.questionPrefix + question])
      return vector
    } catch (error) {
      tell(error)
      return undefined
    }
  }

  return {
    ready: start(),
    async encode(question) {
      if (!running && !isStopped && performance.now() - startedAt > restartMs) void start()
      if (!running || waiting >= maxWaiting) return undefined
      waiting++
      const late = Promise.withResolvers<undefined>()
      const timer = setTimeout(late.resolve, maxMs, undefined)
      const encoded = encodeNow(question).finally(() => waiting--)
      return Promise.race([encoded, late.promise]).finally(() => clearTimeout(timer))
    },
    stop() {
      isStopped = true
      running?.stop()
    },
  }
}
