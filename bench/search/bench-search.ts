import { parseCommandLine, runScript } from '../command-line.ts'
import { machineLine } from '../machine-line.ts'
import { questionsAbout } from '../questions.ts'
import { createRandom, shuffle } from '../random.ts'
import { printCluster } from './cluster/print-cluster.ts'
import { printMeaning } from './meaning/print-meaning.ts'
import { type Options, parseOptions, type Task, usage } from './options.ts'
import { allPeers } from './peers/all-peers.ts'
import type { SearchDocument } from './peers/peer.ts'
import { printParagraphs, printRows } from './print.ts'
import { printAblations } from './print-ablations.ts'
import { printAbstaining } from './print-abstaining.ts'
import { printQuality } from './print-quality.ts'
import { printTuning } from './print-tuning.ts'
import { openResultsFile } from './results-file.ts'
import { type LongSubject, printLong } from './speed/print-long.ts'
import { printSpeed } from './speed/print-speed.ts'
import { type Collection, chooseCollections, readCollections, thinOut } from './subjects/collections.ts'
import {
  documentOf,
  makeTalkCollections,
  parseTalkLine,
  readTalkLines,
  talksFile,
} from './subjects/pyvideo.ts'

/** Measures Hallway's search beside its peers; Markdown goes to standard output, progress to standard error. */
async function main(options: Options): Promise<void> {
  const { data, task } = options
  const lines = readTalkLines(data)
  const judged = thinned(readCollections(data), options)
  printParagraphs('## Search', machineLine(), `Made by \`${command(process.argv.slice(2))}\`.`)
  if (!lines) printParagraphs(`There is no ${talksFile} in the data folder: what needs talks is left out.`)
  const sources = { collections: chosen(judged, options), sciences: sciencesOf(judged), lines }
  switch (task.kind) {
    case 'measure':
      return measure(task, options, judged, lines)
    case 'ablate':
      return printAblations({ ...task, ...sources })
    case 'cluster': {
      const { collections } = sources
      const talks = lines && shuffle(lines.map(parseTalkLine), createRandom(1))
      return printCluster({ ...task, collections, talks })
    }
    case 'meaning':
      return printMeaning({ ...task, ...sources })
    case 'tune':
      return printTuning({ ...task, ...sources })
  }
}

async function measure(
  task: Extract<Task, { kind: 'measure' }>,
  options: Options,
  judged: readonly Collection[],
  lines: readonly string[] | undefined,
): Promise<void> {
  const { parts, engines, sizes } = task
  const { quick } = options
  const peers = await Promise.all(engines.map((engine) => allPeers[engine]!()))
  const talks = lines && shuffle(lines.map(parseTalkLine), createRandom(1))
  const made = talks && !quick ? makeTalkCollections(talks, createRandom(2)) : []
  const collections = chosen([...judged, ...made], options)
  const ofPeople = collections.filter((collection) => judged.includes(collection))
  const [quality, robustness] = [parts.includes('quality'), parts.includes('robustness')]
  if (quality || robustness || parts.includes('speed'))
    printRows(
      ['engine', 'configuration'],
      peers.map(({ name, configuration }) => [name, configuration]),
      '---',
    )
  if (quality || robustness) {
    printParagraphs('### Quality')
    const results = task.results === undefined ? undefined : openResultsFile(task.results)
    await printQuality({
      collections,
      judged: new Set(ofPeople.map(({ name }) => name)),
      peers,
      robustness,
      depth: !quality ? 10 : quick ? 100 : 1000,
      results,
    })
    results?.close()
  }
  if (parts.includes('abstaining') && lines) {
    const talkCounts = quick ? [56] : [56, lines.length]
    await printAbstaining({ lines, sizes: talkCounts, otherFields: sciencesOf(judged) })
  }
  if (parts.includes('long')) {
    printParagraphs('### Speed of long questions')
    const real = talks?.map(documentOf)
    await printLong(longSubjects(ofPeople, real, quick), {
      depths: [10, 100],
      rounds: quick ? 2 : 5,
      budgetMs: quick ? 1000 : 30_000,
    })
  }
  if (parts.includes('speed') && talks) {
    await printSpeed({
      peers: engines,
      names: new Map(engines.map((engine, index) => [engine, peers[index]!.name])),
      real: talks.map(documentOf),
      sizes,
      queries: questionsAbout(talks, quick ? 100 : 400, createRandom(4)),
      loads: quick ? 1 : 3,
      rounds: quick ? 2 : 5,
      budgetMs: quick ? 1000 : 30_000,
    })
  }
}

/** In `--quick`, every twelfth question. */
function thinned(collections: readonly Collection[], { quick }: Options): readonly Collection[] {
  return quick ? collections.map((collection) => thinOut(collection, 12)) : collections
}

function chosen(collections: readonly Collection[], options: Options): readonly Collection[] {
  return chooseCollections(collections, options.collections)
}

/** Collections of sciences that no talk is about: medicine and flight. */
function sciencesOf(collections: readonly Collection[]): readonly Collection[] {
  return collections.filter(({ name }) => name === 'med' || name === 'cran')
}

/** Each collection with its own questions, and talks with a few of all of them. */
function* longSubjects(
  collections: readonly Collection[],
  talks: readonly SearchDocument[] | undefined,
  quick: boolean,
): Generator<LongSubject> {
  const random = createRandom(8)
  const ofCollections = collections.map(({ queries }) => shuffle(queries, random).map(({ text }) => text))
  const all = shuffle(ofCollections.flat(), random)
  const asking = (chosen: readonly string[]) => {
    // Half of all are left to warm up with.
    const questions = chosen.slice(0, Math.min(1_000, Math.ceil(all.length / 2)))
    const asked = new Set(questions)
    return { questions, others: all.filter((question) => !asked.has(question)) }
  }
  for (const [place, { name, documents }] of collections.entries())
    yield { name, documents, ...asking(ofCollections[place]!) }
  if (!talks) return
  for (const size of quick ? [1000] : [1000, 5000, talks.length])
    yield {
      name: `${size.toLocaleString('en')} talks`,
      documents: talks.slice(0, size),
      ...asking(all),
    }
}

/** As a reader would type it: where files lie is theirs to fill in. */
function command(args: readonly string[]): string {
  const places = {
    '--data': '<folder>',
    '--meaning': '<folder>',
    '--opensearch': '<addresses>',
    '--questions': '<folder>',
    '--results': '<file>',
  }
  const shown = args.map((arg, index) => {
    const [, place] = Object.entries(places).find(([option]) => args[index - 1] === option) ?? []
    const [option, inline] = Object.entries(places).find(([option]) => arg.startsWith(`${option}=`)) ?? []
    return place ?? (option ? `${option}=${inline}` : arg)
  })
  const program =
    process.env.npm_lifecycle_event === 'bench:search'
      ? 'npm run bench:search --'
      : 'node bench/search/bench-search.ts'
  return [program, ...shown].join(' ')
}

const options = parseCommandLine(parseOptions, usage)
await runScript(() => main(options))
