import { setTimeout as sleep } from 'node:timers/promises'
import { createWorkspaceNotes } from '../../../src/workspace-notes.ts'
import { ownProcessorTime } from '../processor-time.ts'
import type { TeamFigures, TeamOrders } from './messages.ts'

// A process that has the notes of many workspaces open, and nothing else.
const { corpora, teamIds, dataFolder, questions, restMs }: TeamOrders = JSON.parse(process.argv[2] ?? '')
const quiet = { info: () => {}, warn: (line: string) => console.error(line) }
const notes = createWorkspaceNotes({ common: undefined, corpora, corpusFor: [], dataFolder, log: quiet })
const gc = globalThis.gc!

// The first brings the code along.
const [first = '', ...others] = teamIds
const ask = async (teamId: string, question: string) => {
  const answers = await notes.answersOf({ teamId })
  await answers().answerQuestion(question)
}
for (const question of questions) await ask(first, question)
gc()
const before = process.memoryUsage().rss
const openMs: number[] = []
for (const teamId of others) {
  const from = performance.now()
  await notes.answersOf({ teamId })
  openMs.push(performance.now() - from)
}
const times: number[] = []
for (const question of questions)
  for (const teamId of others) {
    const from = performance.now()
    await ask(teamId, question)
    times.push(performance.now() - from)
  }
gc()
const residentMb = (process.memoryUsage().rss - before) / 2 ** 20 / others.length
const processorBefore = ownProcessorTime()
await sleep(restMs)
const atRestMs = (ownProcessorTime() - processorBefore) / (restMs / 1000) / teamIds.length
process.send?.({ openMs, residentMb, times, atRestMs } satisfies TeamFigures)
await notes.close()
process.disconnect?.()
