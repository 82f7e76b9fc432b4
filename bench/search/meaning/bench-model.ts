import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPassages } from '../../../src/meaning/encode/passage-job.ts'
import { createQuestionEncoder, type QuestionEncoder } from '../../../src/meaning/encode/question-encoder.ts'
import { installedModels, type Model, modelsFolder } from '../../../src/meaning/model/model-folder.ts'
import { readModel } from '../../../src/meaning/model/read-model.ts'
import { otherSubjects } from '../../../src/meaning/other-subject-list.ts'
import { measureChance } from '../../../src/meaning/similarity-by-chance.ts'
import type { PassageVectors } from '../../../src/meaning/vectors/passage-vectors.ts'
import {
  createSimilarityFinder,
  type SimilarityFinder,
} from '../../../src/meaning/vectors/similarity-finder.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { defaultParameters } from '../../../src/search/rank/parameters.ts'
import type { FindSimilarity } from '../../../src/search/rank/semantic-similarity.ts'
import { report } from '../print.ts'

/** A model that the benchmark measures, ready to encode. */
export interface BenchModel {
  readonly name: string
  readonly model: Model
  readonly questions: QuestionEncoder
  /**
   * Encodes talks, or takes what an earlier run has kept of the same texts.
   * @param like what most of these talks were opened as before
   */
  readonly open: (talks: readonly Talk[], name: string, like?: string) => Promise<EncodedTalks>
}

export interface EncodedTalks {
  readonly findSimilarity: FindSimilarity
  readonly find: SimilarityFinder
  readonly passages: number
  /** What was not kept from an earlier run, and how long it took, in milliseconds. */
  readonly encoded: number
  readonly ms: number
  /** Of the file, in bytes. */
  readonly size: number
}

/** However long it takes: what is measured here is the ranking. */
const patienceMs = 600_000

/**
 * The models of a folder as `HALLWAY_DATA` is one.
 * @throws Error if there is none
 */
export async function openBenchModels(folder: string): Promise<BenchModel[]> {
  const names = (await installedModels(folder)).toSorted()
  if (names.length === 0)
    throw new Error(`There is no model in ${modelsFolder(folder)}: see \`hallway model\`.`)
  const models: BenchModel[] = []
  for (const name of names) {
    const { model, problem } = await readModel(join(modelsFolder(folder), name))
    if (!model) throw new Error(problem)
    models.push(await openBenchModel(model, folder))
  }
  return models
}

async function openBenchModel(model: Model, folder: string): Promise<BenchModel> {
  const { name } = model.description
  const onProblem = (message: string) => {
    throw new Error(message)
  }
  const questions = createQuestionEncoder(model, { runtimeFolder: undefined, onProblem })
  await questions.ready
  const others = (await questions.encodeAll(otherSubjects))!
  const pathOf = (of: string) => {
    const key = createHash('sha256').update(of).digest('hex').slice(0, 16)
    return join(folder, 'cache', `notes-bench-${key}-${name}.hallway`)
  }
  return {
    name,
    model,
    questions,
    async open(talks, of, like) {
      const path = pathOf(of)
      if (like !== undefined && !existsSync(path)) await copyFile(pathOf(like), path)
      const started = performance.now()
      let passages: PassageVectors | undefined
      let encoded = 0
      const job = { model, path, runtimeFolder: undefined, isAwaited: true }
      await openPassages(talks, job, {
        signal: new AbortController().signal,
        say(message) {
          if (message.kind === 'opened') passages = message.passages
          else if (message.kind === 'progress') encoded = message.done
          else onProblem(message.message)
          if (message.kind === 'progress' && message.done % 4096 === 0)
            report(`${of}, ${name}: ${message.done} of ${message.total} passages`)
        },
      })
      const ms = performance.now() - started
      const find = createSimilarityFinder(passages!, defaultParameters.meaning)
      const chance = await measureChance(others, find, defaultParameters.meaning)
      return {
        findSimilarity: async (spellings) => {
          const vector = await questions.encode(spellings, patienceMs)
          return vector && { ...find.toQuestion(vector), chance }
        },
        find,
        passages: passages!.passageNumbers.length,
        encoded,
        ms,
        size: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
      }
    },
  }
}
