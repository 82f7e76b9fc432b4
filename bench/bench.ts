/** Figures depend on the machine; the ratios are what to compare. */
import { rm } from 'node:fs/promises'
import { cpus } from 'node:os'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { openLibrary } from '../src/library/library.ts'
import { readCorpus } from '../src/notes/read-corpus.ts'
import type { FindSimilarity } from '../src/search/rank/semantic-similarity.ts'
import { readCommandLine } from './command-line.ts'
import { importLines } from './import-lines.ts'
import { notesFolder } from './notes-folder.ts'
import { millis, type Percentiles, percentiles, ratio } from './percentiles.ts'
import { createRandom } from './random.ts'
import { measureReplies } from './replies.ts'
import { openBenchModels } from './search/meaning/bench-model.ts'
import { growTalkLines, readTalkLines, talksFile } from './search/subjects/pyvideo.ts'
import { measureAnswers, measureSearch } from './search-time.ts'
import { measureLife, type Sample } from './start-up.ts'

const rounds = 400
const { values, count, refuse } = readCommandLine({
  name: 'bench',
  does: 'What a question costs: reply time beside a bare Bolt app, search, start-up, edits and memory, on the notes of HALLWAY_CORPUS or corpus.',
  options: {
    data: { value: '<folder>', help: `with the talks of its ${talksFile} too` },
    talks: { value: '<n>', help: 'and with that many made of them' },
    meaning: {
      value: '<folder>',
      help: 'a folder as HALLWAY_DATA: replies and search with each of its models too',
    },
  },
})
const { data, meaning } = values
const talks = count('talks', 0)

const folder = notesFolder()
const corpus = await readCorpus(folder)
if (corpus.talks.length === 0) throw new Error(`There are no notes in ${folder}: set HALLWAY_CORPUS.`)
console.log(`Hallway on ${corpus.talks.length} talks, Node ${process.versions.node}, ${cpus().length} cores`)

await printReplies('Hallway')
const models = meaning === undefined ? [] : await openBenchModels(meaning)
for (const { name, open, questions } of models) {
  await printReplies(`Hallway and ${name}`, (await open(corpus.talks, folder)).findSimilarity)
  questions.stop()
}

await printLife(`${corpus.talks.length} talks`, folder, 5)
if (data !== undefined) {
  const lines = readTalkLines(data) ?? refuse(`there is no ${talksFile} in ${data}: check --data`)
  await printLarge(lines)
  if (talks > 0) await printLarge(growTalkLines(lines, talks, createRandom(5)))
}

async function printReplies(name: string, findSimilarity?: FindSimilarity): Promise<void> {
  const replies = await measureReplies(corpus, rounds, findSimilarity)
  const hallway = percentiles(replies.hallway)
  const bare = percentiles(replies.bare)
  console.log(`\nFrom an event's arrival to the posted answer (${rounds} direct messages each, by turns)`)
  print(name, hallway)
  print('Bare Bolt app, a constant', bare)
  console.log(
    `  ${'Ratio'.padEnd(28)}p50 ${ratio(hallway.p50, bare.p50)}   p99 ${ratio(hallway.p99, bare.p99)}`,
  )
  console.log('\nSearch alone, question to answer')
  print(name, percentiles(await measureSearch(corpus, 5 * rounds, findSimilarity)))
}

async function printLarge(lines: readonly string[]): Promise<void> {
  const from = performance.now()
  const large = await importLines(lines)
  try {
    const name = `${lines.length.toLocaleString('en')} talks`
    console.log(`\nImporting ${name}${' '.repeat(6)}${millis(performance.now() - from)}`)
    await printLife(name, large, 3)
    await printSearch(large)
  } finally {
    await rm(large, { recursive: true })
  }
}

/** Answers as Slack asks for them, facets included, and the first one with a filter. */
async function printSearch(folder: string): Promise<void> {
  const dataFolder = await makeTemporaryFolder('hallway-bench-')
  const library = await openLibrary({ folder, dataFolder, log: { info: () => {}, warn: () => {} } })
  try {
    print('Search, question to answer', percentiles(await measureAnswers(library.current(), 5 * rounds)))
  } finally {
    await library.close()
    await rm(dataFolder, { recursive: true })
  }
}

async function printLife(name: string, corpusFolder: string, rounds: number): Promise<void> {
  const { bolt, cold, kept, changed, liveMs, memory } = await measureLife(corpusFolder, rounds)
  console.log(`\nStart-up with ${name}, to the first event it could answer (median of ${rounds})`)
  const row = (label: string, { ms, mb }: Sample) =>
    console.log(
      `  ${label.padEnd(28)}${millis(ms)}   ${ratio(ms, bolt.ms).padStart(8)}   ${mb.toFixed(0).padStart(5)} MB resident`,
    )
  row('Node and Bolt alone', bolt)
  row('From the kept index', kept)
  row('One note changed since', changed)
  row('No index kept', cold)
  console.log(`  ${'An edit is served after'.padEnd(28)}${millis(liveMs)}`)
  console.log(
    `  ${'Notes and index'.padEnd(28)}${memory.heap.toFixed(0)} MB of heap, ${memory.buffers.toFixed(0)} MB of buffers`,
  )
}

function print(name: string, { p50, p99 }: Percentiles): void {
  console.log(`  ${name.padEnd(28)}p50 ${millis(p50)}   p99 ${millis(p99)}`)
}
