/**
 * `npm run bench:scale`: what more processes, more notes and an OpenSearch cluster cost beside one process that does it all.
 * `--help` says what it takes. Figures depend on the machine, on which the cluster, the database, Hallway and who asks it share
 * the processors; the ratios, and the processor time that each of them takes, are what to compare.
 */
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { findPostgres, startPostgres } from '../test/store/postgres-server.ts'
import { openCluster, type ScaleCluster } from './scale/open-cluster.ts'
import { type Options, type Part, parseOptions, usage } from './scale/options.ts'
import { printReplicas } from './scale/replicas/print-replicas.ts'
import { printSizes } from './scale/sizes/print-sizes.ts'
import { printCluster } from './search/cluster/print-cluster.ts'
import { printParagraphs } from './search/print.ts'
import { readCollections } from './search/subjects/collections.ts'
import { parseTalkLine, readTalkLines, talksFile } from './search/subjects/pyvideo.ts'

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
  const { data, questions } = options
  const lines = data === undefined ? undefined : readTalkLines(data)
  const noTalks = `there is no ${talksFile}: set --data to the folder that holds it`
  switch (part) {
    case 'replicas': {
      if (!lines) return leaveOut('Replicas', noTalks)
      const binaries = findPostgres()
      if (binaries === undefined)
        return leaveOut('Replicas', 'there are no programs of PostgreSQL on the PATH')
      const postgres = await startPostgres(binaries)
      try {
        await printReplicas({ cluster, postgres, lines, counts: options.replicas })
      } finally {
        await postgres.remove()
      }
      return
    }
    case 'quality':
      if (data === undefined)
        printParagraphs('Judged collections are left out: set --data to the folder that holds ir/.')
      return printCluster({
        ...cluster,
        collections: data === undefined ? [] : readCollections(data),
        questions,
        talks: undefined,
        sizes: [],
      })
    case 'sizes':
      if (!lines) return leaveOut('Sizes', noTalks)
      return printSizes(cluster, lines.map(parseTalkLine), options.sizes)
  }
}

function leaveOut(part: string, reason: string): void {
  printParagraphs(`### ${part}`, `Left out: ${reason}.`)
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
