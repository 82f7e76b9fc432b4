/**
 * `npm run bench`: what a question costs. Prints, in one run: the time from an event's arrival to the posted answer
 * through the whole app beside a bare Bolt app that posts a constant, the search alone, start-up, and memory. Takes the
 * corpus from HALLWAY_CORPUS or `corpus`. Figures depend on the machine; the ratios are what to compare.
 */
import { cpus } from 'node:os'
import { readCorpus } from '../src/notes/read-corpus.ts'
import { millis, type Percentiles, percentiles } from './percentiles.ts'
import { measureReplies } from './replies.ts'
import { measureSearch } from './search-time.ts'
import { measureStartUp } from './start-up.ts'

const rounds = 400

const folder = process.env.HALLWAY_CORPUS || 'corpus'
const corpus = await readCorpus(folder)
if (corpus.talks.length === 0) throw new Error(`There are no notes in ${folder}: set HALLWAY_CORPUS.`)
console.log(`Hallway on ${corpus.talks.length} talks, Node ${process.versions.node}, ${cpus().length} cores`)

const replies = await measureReplies(corpus, rounds)
const hallway = percentiles(replies.hallway)
const bare = percentiles(replies.bare)
console.log(`\nFrom an event's arrival to the posted answer (${rounds} direct messages each, by turns)`)
print('Hallway', hallway)
print('Bare Bolt app, a constant', bare)
console.log(
  `  ${'Ratio'.padEnd(28)}p50 ${ratio(hallway.p50, bare.p50)}   p99 ${ratio(hallway.p99, bare.p99)}`,
)

console.log('\nSearch alone, question to answer')
print('Hallway', percentiles(await measureSearch(corpus, 5 * rounds)))

const startUp = await measureStartUp(folder)
console.log('\nStart-up, from the process to the first event it could answer (median of 5)')
console.log(`  ${'Hallway'.padEnd(28)}${millis(startUp.hallwayMs)}`)
console.log(`  ${'Node and Bolt alone'.padEnd(28)}${millis(startUp.boltMs)}`)
console.log(`  ${'Ratio'.padEnd(28)}${ratio(startUp.hallwayMs, startUp.boltMs)}`)
console.log('\nResident memory, local workspace included')
console.log(`  ${'Hallway'.padEnd(28)}${startUp.hallwayMb.toFixed(0)} MB`)
console.log(`  ${'Node and Bolt alone'.padEnd(28)}${startUp.boltMb.toFixed(0)} MB`)

function print(name: string, { p50, p99 }: Percentiles): void {
  console.log(`  ${name.padEnd(28)}p50 ${millis(p50)}   p99 ${millis(p99)}`)
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`
}
