import { readCorpus } from '../../../src/notes/read-corpus.ts'
import type { Talk } from '../../../src/notes/talk.ts'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import type { FindSimilarity } from '../../../src/search/rank/semantic-similarity.ts'
import { prepareSearch, type SearchData } from '../../../src/search/search-data.ts'
import { notesFolder } from '../../notes-folder.ts'
import { createRandom, shuffle } from '../../random.ts'
import { askQueries } from '../ask-queries.ts'
import { fraction } from '../format.ts'
import { talksOf } from '../peers/document-talks.ts'
import { printParagraphs, printTable } from '../print.ts'
import { mean } from '../statistics/metrics.ts'
import type { Collection } from '../subjects/collections.ts'
import { importTalks } from '../subjects/imported-talks.ts'
import { type BenchModel, openBenchModels } from './bench-model.ts'
import { printEncoding } from './print-encoding.ts'
import { printNotes, printNotesAmong } from './print-notes.ts'
import { printSimilar } from './print-similar.ts'
import { type Cost, costOf, printCosts, printTalks } from './print-talks.ts'
import { answersIn, nameOf, waysOf } from './ways.ts'

export interface MeaningRun {
  /** A folder as `HALLWAY_DATA` is one, with models. */
  readonly folder: string
  readonly collections: readonly Collection[]
  /** Collections of sciences that no talk is about. */
  readonly sciences: readonly Collection[]
  /** Of pyvideo-talks.jsonl, if there is one. */
  readonly lines: readonly string[] | undefined
  /** Files of judged questions on the notes, or folders of them. */
  readonly questions: readonly string[]
  /** Numbers of talks to import and ask. */
  readonly sizes: readonly number[]
}

/** Words alone, and each model beside them: the same figures each time, side by side. */
export async function printMeaning(run: MeaningRun): Promise<void> {
  const models = await openBenchModels(run.folder)
  try {
    await printCollections(run.collections, models)
    await printSimilar(run.collections, models)
    const notes = await readCorpus(notesFolder())
    await printEncoding(notes.talks, models)
    if (run.questions.length > 0) await printNotes(notes, run.questions, models)
    if (!run.lines) return
    const lines = shuffle(run.lines, createRandom(6))
    const costs: Cost[] = []
    for (const size of run.sizes) {
      await using imported = await importTalks(lines.slice(0, size))
      const corpus = await readCorpus(imported.folder)
      const opened = await answersIn(corpus, waysOf(models), `${corpus.talks.length} talks`)
      await printTalks(opened, run.sciences)
      for (const { way, answers, encoded } of opened)
        costs.push(await costOf(corpus.talks.length, way, answers, encoded))
      if (run.questions.length > 0) await printNotesAmong(opened, notes, run.questions)
    }
    printCosts(costs)
  } finally {
    for (const { questions } of models) questions.stop()
  }
}

async function printCollections(collections: readonly Collection[], models: readonly BenchModel[]) {
  const ways = waysOf(models)
  printParagraphs('### Ranking by words and by meaning', 'nDCG@10 / MRR@10')
  const table = printTable(['collection', ...ways.map(nameOf)])
  const all: number[][] = ways.map(() => [])
  for (const { name, documents, queries } of collections) {
    const talks = talksOf(documents)
    const search = prepareSearch(talks)
    const cells: string[] = []
    for (const [place, way] of ways.entries()) {
      const encoded = await way?.open(talks, name)
      const engine = engineOf(talks, search, encoded?.findSimilarity)
      const asked = await askQueries(engine, queries, { timeLimit: Infinity })
      const ndcg = mean(asked.map(({ metrics }) => metrics.ndcg10))
      all[place]!.push(ndcg)
      cells.push(`${fraction(ndcg)} / ${fraction(mean(asked.map(({ metrics }) => metrics.mrr10)))}`)
    }
    table.row(name, ...cells)
  }
  table.row('mean nDCG@10', ...all.map((values) => fraction(mean(values))))
  table.end()
}

const engineOf = (talks: readonly Talk[], search: SearchData, findSimilarity: FindSimilarity | undefined) =>
  createLunrEngine({ talks, version: 'bench', search }, findSimilarity && { findSimilarity })
