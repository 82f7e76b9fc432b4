import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../../../src/files/temporary-folder.ts'
import { importLines } from '../../import-lines.ts'
import { median, percentiles } from '../../percentiles.ts'
import { questionsAbout } from '../../questions.ts'
import { createRandom } from '../../random.ts'
import { shortNumber } from '../../search/format.ts'
import { printParagraphs, printTable, report } from '../../search/print.ts'
import { parseTalkLine } from '../../search/subjects/pyvideo.ts'
import { askChild } from '../ask-child.ts'
import type { TeamFigures, TeamOrders } from './messages.ts'

interface WorkspacesRun {
  /** As `hallway import` reads them. */
  readonly lines: readonly string[]
  readonly workspaces: number
  /** Numbers of notes that each workspace has. */
  readonly notes: readonly number[]
}

/** What a process pays for each workspace that has notes of its own: opened anew, then from the index that was kept. */
export async function printWorkspaces({ lines, workspaces, notes }: WorkspacesRun): Promise<void> {
  printParagraphs(
    '### Workspaces',
    `${workspaces} workspaces with notes of their own in one process, besides a first one; 30 questions to each by turns, then ${restMs / 1000} s of rest.`,
  )
  const table = printTable([
    'notes each',
    'to open one anew, ms',
    'from the kept index, ms',
    'memory each, MB',
    'a question: p50 ms',
    'p99 ms',
    'at rest: processor ms a second, each',
  ])
  for (const count of notes) {
    report(`${workspaces} workspaces of ${count} notes`)
    const { anew, kept } = await measure(lines.slice(0, count), workspaces)
    const { p50, p99 } = percentiles(kept.times)
    table.row(
      count.toLocaleString('en'),
      shortNumber(median(anew.openMs)),
      shortNumber(median(kept.openMs)),
      shortNumber(kept.residentMb),
      shortNumber(p50),
      shortNumber(p99),
      shortNumber(kept.atRestMs),
    )
  }
  table.end()
}

const restMs = 20_000

async function measure(lines: readonly string[], workspaces: number) {
  const place = await makeTemporaryFolder('hallway-bench-')
  const corpus = await importLines(lines)
  try {
    const teamIds = Array.from({ length: workspaces + 1 }, (_, number) => `T${number}`)
    const corpora = join(place, 'corpora')
    for (const teamId of teamIds) await cp(corpus, join(corpora, teamId), { recursive: true })
    const orders: TeamOrders = {
      ...{ corpora, teamIds, dataFolder: join(place, 'data') },
      questions: questionsAbout(lines.map(parseTalkLine), 30, createRandom(4)),
      restMs,
    }
    const open = () => askChild<TeamFigures>(join(import.meta.dirname, 'notes-child.ts'), orders)
    return { anew: await open(), kept: await open() }
  } finally {
    await rm(place, { recursive: true })
    await rm(corpus, { recursive: true })
  }
}
