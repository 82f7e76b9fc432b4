/**
 * `npm run bench:scale`: what more processes, more notes and an OpenSearch cluster cost beside one process that does it all.
 * `--help` says what it takes. Figures depend on the machine, on which the cluster, the database, Hallway and who asks it share
 * the processors; the ratios, and the processor time that each of them takes, are what to compare.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findPostgres, startPostgres } from '../test/store/postgres-server.ts'
import { parseCommandLine, runScript } from './command-line.ts'
import { machineLine } from './machine-line.ts'
import { endWithUs, leaveNothing } from './scale/leave-nothing.ts'
import { openCluster, type ScaleCluster } from './scale/open-cluster.ts'
import { type Options, type Part, parseOptions, usage } from './scale/options.ts'
import { printReplicas } from './scale/replicas/print-replicas.ts'
import { printSizes } from './scale/sizes/print-sizes.ts'
import { printWorkspaces } from './scale/workspaces/print-workspaces.ts'
import { printCluster } from './search/cluster/print-cluster.ts'
import { printParagraphs } from './search/print.ts'
import { type Collection, readCollections } from './search/subjects/collections.ts'
import { parseTalkLine, readTalkLines, talksFile } from './search/subjects/pyvideo.ts'

async function main(options: Options): Promise<void> {
  await leaveNothing()
  printParagraphs('## Scale', machineLine())
  const inCluster = options.parts.filter((part) => part !== 'workspaces')
  if (inCluster.length > 0) await printWithCluster(inCluster, options)
  if (options.parts.includes('workspaces')) {
    const lines = readLines(options)
    if (lines) await printWorkspaces({ ...options, lines })
    else leaveOut('Workspaces', noTalks)
  }
}

async function printWithCluster(parts: readonly Part[], options: Options): Promise<void> {
  const cluster = await openCluster(options.cluster)
  if (typeof cluster === 'string') return leaveOut('What needs a cluster', cluster)
  try {
    printParagraphs(`With ${cluster.description}.`)
    for (const part of parts) await printPart(part, cluster, options)
  } finally {
    await cluster.close()
  }
}

async function printPart(part: Part, cluster: ScaleCluster, options: Options): Promise<void> {
  const lines = readLines(options)
  switch (part) {
    case 'replicas': {
      if (!lines) return leaveOut('Replicas', noTalks)
      const binaries = findPostgres()
      if (binaries === undefined)
        return leaveOut('Replicas', 'there are no programs of PostgreSQL on the PATH')
      const postgres = await startPostgres(binaries)
      const hasEnded = endWithUs([postgres.pid()])
      try {
        await printReplicas({ cluster, postgres, lines, counts: options.replicas })
      } finally {
        await postgres.remove()
        hasEnded()
      }
      return
    }
    case 'quality':
      return printCluster({
        ...{ ...cluster, collections: collectionsIn(options.data), questions: options.questions },
        ...{ talks: undefined, sizes: [] },
      })
    case 'sizes':
      if (!lines) return leaveOut('Sizes', noTalks)
      return printSizes(cluster, lines.map(parseTalkLine), options.sizes)
  }
}

const noTalks = `there is no ${talksFile}: set --data to the folder that holds it`

function readLines({ data }: Options): readonly string[] | undefined {
  return data === undefined ? undefined : readTalkLines(data)
}

function collectionsIn(data: string | undefined): readonly Collection[] {
  if (data !== undefined && existsSync(join(data, 'ir'))) return readCollections(data)
  leaveOut('Judged collections', 'set --data to the folder that holds ir/')
  return []
}

function leaveOut(part: string, reason: string): void {
  printParagraphs(`### ${part}`, `Left out: ${reason}.`)
}

const options = parseCommandLine(parseOptions, usage)
await runScript(() => main(options))
