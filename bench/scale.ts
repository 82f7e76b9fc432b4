/**
 * `npm run bench:scale`: what more processes, more notes and an OpenSearch cluster cost beside one process that does it all.
 * `--help` says what it takes. Figures depend on the machine, on which the cluster, the database, Hallway and who asks it share
 * the processors; the ratios, and the processor time that each of them takes, are what to compare.
 */
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { openCluster, type ScaleCluster } from './scale/open-cluster.ts'
import { type Options, type Part, parseOptions, usage } from './scale/options.ts'
import { printSizes } from './scale/sizes/print-sizes.ts'
import { printParagraphs } from './search/print.ts'
import { parseTalkLine, readTalkLines, talksFile, type VideoTalk } from './search/subjects/pyvideo.ts'

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args)
  if (options === 'help') return console.log(usage)
  const cluster = await openCluster(options.cluster)
  printParagraphs('## Scale', machineLine())
  if (typeof cluster === 'string') return printParagraphs(`Nothing is measured: ${cluster}.`)
  try {
    printParagraphs(`With ${cluster.description}.`)
    for (const part of options.parts) await print(part, cluster, options)
  } finally {
    await cluster.close()
  }
}

async function print(part: Part, cluster: ScaleCluster, options: Options): Promise<void> {
  const talks = readTalks(options.data)
  switch (part) {
    case 'sizes':
      if (!talks) return leaveOut('Sizes', `there is no ${talksFile}: set --data to the folder that holds it`)
      return printSizes(cluster, talks, options.sizes)
  }
}

function leaveOut(part: string, reason: string): void {
  printParagraphs(`### ${part}`, `Left out: ${reason}.`)
}

function readTalks(data: string | undefined): VideoTalk[] | undefined {
  return data === undefined ? undefined : readTalkLines(data)?.map(parseTalkLine)
}

function machineLine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]!.toFixed(1)
  return `${availableParallelism()} cores, ${memory} GB, Node ${process.version}; load average ${load} at the start.`
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`)
  process.exitCode = 1
}
