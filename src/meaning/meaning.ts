import { defaultParameters, type RankingParameters } from '../search/rank/parameters.ts'
import type { MeaningOfTalks } from '../search/rank/semantic-similarity.ts'
import { encodePassages, type PassageWork } from './encode/encode-passages.ts'
import { createQuestionEncoder, type QuestionEncoder } from './encode/question-encoder.ts'
import { createEncodingProgressLog } from './encoding-progress-log.ts'
import { findModel } from './model/find-model.ts'
import type { Model } from './model/model-folder.ts'
import { otherSubjects } from './other-subject-list.ts'
import { measureChance } from './similarity-by-chance.ts'
import { createSimilarityFinder, type SimilarityFinder } from './vectors/similarity-finder.ts'
import { vectorsPath } from './vectors/vector-file.ts'

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

interface Using {
  readonly model: Model
  readonly questions: QuestionEncoder
}

/** What can be searched, and of which snapshot. */
interface Searched {
  readonly of: SharedArrayBuffer
  readonly missing: number
  readonly find: SimilarityFinder
  /** `SemanticSimilarity.chance`; 1, which is out of reach, as long as it is not known. */
  chance: number
  /** Whether no more of them will be encoded. */
  isEncoded: boolean
  /** Resolves once `chance` is known. */
  readonly measured: Promise<void>
}

/** Never throws, nor do its functions: what is wrong with a model is told, and answers go by words. */
export function createMeaning(options: MeaningOptions): Meaning {
  const { dataFolder, corpusFolder, wanted, log, maxMs = 150, isAwaited = false, runtimeFolder } = options
  const { lookEveryMs = 10_000, parameters = defaultParameters.meaning } = options
  let using: Using | undefined
  let served: SharedArrayBuffer | undefined
  let work: PassageWork | undefined
  let searched: Searched | undefined
  let told: string | undefined
  let isClosed = false
  let watching: NodeJS.Timeout | undefined
  /** One change at a time. */
  let changing = Promise.resolve()

  function change(step: () => Promise<void>): Promise<void> {
    changing = changing.then(() => (isClosed ? undefined : step()))
    return changing
  }

  function tell(problem: string): void {
    if (problem !== told) log.warn(`Answers go by words alone: ${problem}`)
    told = problem
  }

  async function choose(): Promise<void> {
    const { model, problem } = await findModel(dataFolder, wanted)
    if (problem !== undefined) tell(problem)
    if (sameModel(model, using?.model)) return
    using?.questions.stop()
    using = model && {
      model,
      questions: createQuestionEncoder(model, { runtimeFolder, onProblem: tell }),
    }
    await encode()
  }

  async function encode(): Promise<void> {
    await work?.stop()
    work = undefined
    searched = undefined
    const [of, model] = [served, using?.model]
    if (of === undefined || model === undefined) return
    const path = vectorsPath(dataFolder, corpusFolder, model)
    const onProgress = createEncodingProgressLog(log.info, isAwaited ? 2_000 : 30_000)
    work = encodePassages(
      { buffer: of, model, path, runtimeFolder, isAwaited },
      { onProblem: log.warn, onUnusable: tell, onProgress },
    )
    const opened = await work.opened
    if (!opened) return
    const find = createSimilarityFinder(opened.passages, parameters)
    const { promise: measured, resolve } = Promise.withResolvers<void>()
    const opening: Searched = { of, missing: opened.missing, find, chance: 1, isEncoded: false, measured }
    searched = opening
    void work.ended.then(() => {
      opening.isEncoded = true
    })
    void measure(opening, using!.questions, work.ended).then(resolve)
  }

  /** Measures what is chance, and once more when all is encoded. */
  async function measure(
    searching: Searched,
    questions: QuestionEncoder,
    ended: Promise<void>,
  ): Promise<void> {
    await questions.ready
    const others = await questions.encodeAll(otherSubjects)
    if (searching.missing > 0) await ended
    if (others && !isClosed) searching.chance = await measureChance(others, searching.find, parameters)
  }

  const meaning: Meaning = {
    serve(snapshot) {
      served = snapshot
      void change(async () => {
        // Of several snapshots that wait, the last one is encoded.
        if (searched?.of !== served) await encode()
      })
      const encodeQuestion = async (spellings: readonly string[], atMostMs: number) => {
        if (searched?.of !== snapshot || !using) return undefined
        const { find, chance } = searched
        const vector = await using.questions.encode(spellings, Math.min(maxMs, atMostMs))
        return vector && { vector, find, chance }
      }
      return {
        async findSimilarity(spellings, atMostMs) {
          const asked = await encodeQuestion(spellings, atMostMs)
          return asked && { ...asked.find.toQuestion(asked.vector), chance: asked.chance }
        },
        findSimilarityToTalk: (document) =>
          searched?.of === snapshot ? searched.find.toTalk(document) : undefined,
        byVectors: {
          async ask(spellings, atMostMs) {
            const asked = await encodeQuestion(spellings, atMostMs)
            if (!asked) return undefined
            const { vector, find, chance } = asked
            const similarityOf = find.toSome(vector)
            return { vector, similarityOf: (documents) => ({ ...similarityOf(documents), chance }) }
          },
          encoded() {
            if (searched?.of !== snapshot || !searched.isEncoded || !using) return undefined
            const { key, description } = using.model
            return {
              model: Buffer.from(key).toString('hex').slice(0, 12),
              dimensions: description.dimensions,
              vectorsOf: searched.find.vectorsOf,
            }
          },
        },
      }
    },
    watch() {
      watching ??= setInterval(() => void change(choose), lookEveryMs)
      watching.unref()
    },
    async ready(maxMissing) {
      await changing
      await using?.questions.ready
      const isTooMuch = searched !== undefined && searched.missing > maxMissing
      await (isTooMuch ? work?.stop() : work?.ended)
      await searched?.measured
      return isTooMuch ? searched!.missing : 0
    },
    async close() {
      isClosed = true
      clearInterval(watching)
      await changing
      using?.questions.stop()
      await work?.stop()
    },
  }
  void change(choose)
  return meaning
}

function sameModel(one: Model | undefined, other: Model | undefined): boolean {
  if (!one || !other) return one === other
  return one.folder === other.folder && Buffer.compare(one.key, other.key) === 0
}
