import { EncoderFailure, type Spelt } from '../encoder.ts'
import type { Model } from '../model/model-folder.ts'
import { type RunningEncoder, startEncoder } from './start-encoder.ts'

/** Encodes questions, as soon as the model is loaded and as long as it runs. */
export interface QuestionEncoder {
  /** The question's vector; undefined if there is none within `maxMs` milliseconds. Never throws. */
  readonly encode: (question: Spelt, maxMs: number) => Promise<Float32Array | undefined>
  /** The same for several, however long it takes. */
  readonly encodeAll: (questions: readonly Spelt[]) => Promise<readonly Float32Array[] | undefined>
  /** Resolves once the model is loaded, or cannot be. */
  readonly ready: Promise<void>
  readonly stop: () => void
}

interface QuestionEncoderOptions {
  readonly runtimeFolder: string | undefined
  /** Hears why the model cannot be used, once a reason. */
  readonly onProblem: (message: string) => void
}

/** How long after its end a process is started again. */
const restartMs = 60_000
/** With more questions than this waiting, another would not be in time. */
const maxWaiting = 30

export function createQuestionEncoder(
  model: Model,
  { runtimeFolder, onProblem }: QuestionEncoderOptions,
): QuestionEncoder {
  let running: RunningEncoder | undefined
  let isStopped = false
  let told: string | undefined
  let startedAt = Number.NEGATIVE_INFINITY
  let waiting = 0

  const { questionPrefix } = model.description
  const prefixed = (question: Spelt): Spelt =>
    typeof question === 'string'
      ? questionPrefix + question
      : question.map((spelling) => questionPrefix + spelling)

  async function start(): Promise<void> {
    startedAt = performance.now()
    try {
      const encoder = await startEncoder(model, { runtimeFolder })
      if (isStopped) void encoder.stop()
      else running = encoder
    } catch (error) {
      tell(error)
    }
  }

  function tell(error: unknown): void {
    if (!(error instanceof EncoderFailure)) throw error
    // It may still run, and hold its memory.
    void running?.stop()
    running = undefined
    if (isStopped || told === error.message) return
    told = error.message
    onProblem(error.message)
  }

  async function encodeAll(questions: readonly Spelt[]): Promise<readonly Float32Array[] | undefined> {
    try {
      return await running?.encode(questions.map(prefixed))
    } catch (error) {
      tell(error)
      return undefined
    }
  }

  return {
    ready: start(),
    encodeAll,
    async encode(question, maxMs) {
      if (!running && !isStopped && performance.now() - startedAt > restartMs) void start()
      if (!running || waiting >= maxWaiting) return undefined
      waiting++
      const late = Promise.withResolvers<undefined>()
      const timer = setTimeout(late.resolve, maxMs, undefined)
      const encoded = encodeAll([question])
        .then((vectors) => vectors?.[0])
        .finally(() => waiting--)
      return Promise.race([encoded, late.promise]).finally(() => clearTimeout(timer))
    },
    stop() {
      isStopped = true
      void running?.stop()
    },
  }
}
