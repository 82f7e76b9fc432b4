import { availableParallelism, loadavg, totalmem } from 'node:os'
import { questionsAbout } from '../questions.ts'
import { createRandom, shuffle } from '../random.ts'
import { measureAbstaining } from './abstaining.ts'
import { type Collection, readCollections } from './collections.ts'
import { type Options, parseOptions, usage } from './options.ts'
import { allPeers } from './peers/all-peers.ts'
import type { Peer } from './peers/peer.ts'
import { growDocuments } from './perturb.ts'
import { documentOf, makeTalkCollections, readTalkLines, readVideoTalks, type VideoTalk } from './pyvideo.ts'
import { measureQuality } from './quality.ts'
import { measureSpeed } from './speed.ts'
import {
  abstainingTable,
  configurationTable,
  failureLines,
  qualityTables,
  robustnessTable,
  significanceTable,
  speedTable,
} from './tables.ts'

/** Measures Hallway's search beside its peers; Markdown goes to standard output, progress to standard error. */
async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args)
  const peers = await Promise.all(options.engines.map((engine) => allPeers[engine]!()))
  const talks = shuffle(readVideoTalks(options.data), createRandom(1))
  print('## Search', machineLine(), `Made by \`${command(args)}\`.`, configurationTable(peers))
  if (options.parts.includes('quality') || options.parts.includes('robustness'))
    await printQuality(options, peers, talks)
  if (options.parts.includes('abstaining')) await printAbstaining(options)
  if (options.parts.includes('speed')) await printSpeed(options, peers, talks)
}

async function printQuality(
  options: Options,
  peers: readonly Peer[],
  talks: readonly VideoTalk[],
): Promise<void> {
  const judgedCollections = readCollections(options.data)
  const judged = new Set(judgedCollections.map(({ name }) => name))
  const all = [...judgedCollections, ...(options.quick ? [] : makeTalkCollections(talks, createRandom(2)))]
  const collections = options.quick ? all.map((collection) => thinOut(collection, 12)) : all
  const robustness = options.parts.includes('robustness')
  const depth = !options.parts.includes('quality') ? 10 : options.quick ? 100 : 1000
  const scores = await measureQuality({ collections, peers, robustness, depth, report })
  if (options.parts.includes('quality')) {
    print('### Quality', sizesLine(collections), qualityTables(scores, judged))
    if (peers.length > 1) print(significanceTable(scores, judged, createRandom(3)))
    print(...failureLines(scores))
  }
  if (robustness) print('### Robustness', robustnessTable(scores))
}

/** As few talks as a team begins with, and all there are. */
async function printAbstaining({ data, quick }: Options): Promise<void> {
  const lines = shuffle(readTalkLines(data), createRandom(6))
  const sciences = readCollections(data).filter(({ name }) => name === 'med' || name === 'cran')
  for (const size of quick ? [56] : [56, lines.length]) {
    report(`abstaining: ${size} talks`)
    const outcomes = await measureAbstaining(lines.slice(0, size), sciences, createRandom(7))
    print(`### Answering and abstaining, ${size.toLocaleString('en')} talks`, abstainingTable(outcomes))
  }
}

async function printSpeed(
  options: Options,
  peers: readonly Peer[],
  talks: readonly VideoTalk[],
): Promise<void> {
  const queries = questionsAbout(talks, options.quick ? 100 : 400, createRandom(4))
  const real = talks.map(documentOf)
  for (const size of options.sizes) {
    const rows = await measureSpeed({
      peers: options.engines,
      documents: growDocuments(real, size, createRandom(5)),
      queries,
      loads: options.quick ? 1 : 3,
      rounds: options.quick ? 2 : 5,
      budgetMs: options.quick ? 1000 : 30_000,
      report: (progress) => report(`${size} talks: ${progress}`),
    })
    const names = new Map(options.engines.map((engine, index) => [engine, peers[index]!.name]))
    print(
      `### ${size.toLocaleString('en')} talks`,
      speedTable(rows, (key) => names.get(key)!),
    )
    if (rows.some(([, result]) => !('error' in result) && result.diskMb === undefined)) print(noSavedForm)
  }
}

const noSavedForm =
  'Where no size on disk is given the engine has no saved form, and loading is building anew.'

/** Every `step`th question. */
function thinOut(collection: Collection, step: number): Collection {
  return { ...collection, queries: collection.queries.filter((_, index) => index % step === 0) }
}

function sizesLine(collections: readonly Collection[]): string {
  const sizes = collections.map(
    ({ name, documents, queries }) => `${name} ${queries.length} questions, ${documents.length} documents`,
  )
  return `${sizes.join('; ')}.`
}

function machineLine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]!.toFixed(1)
  return `${availableParallelism()} cores, ${memory} GB, Node ${process.version}; load average ${load} at the start.`
}

/** As a reader would type it: where the data lies is theirs to fill in. */
function command(args: readonly string[]): string {
  const shown = args.map((arg, index) => (args[index - 1] === '--data' ? '<folder>' : arg))
  const program =
    process.env.npm_lifecycle_event === 'bench:search'
      ? 'npm run bench:search --'
      : 'node bench/search/bench-search.ts'
  return [program, ...shown.map((arg) => arg.replace(/^--data=.*/, '--data=<folder>'))].join(' ')
}

function print(...paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) console.log(`${paragraph}\n`)
}

function report(progress: string): void {
  console.error(progress)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`)
  process.exitCode = 1
}
