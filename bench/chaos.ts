import { rm } from 'node:fs/promises'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { findPostgres, startPostgres } from '../test/store/postgres-server.ts'
import { brokenKinds } from './chaos/broken.ts'
import { describeLoad } from './chaos/describe-load.ts'
import { type ChaosOptions, type Counts, runChaos, verdictOf } from './chaos/run-chaos.ts'
import { brokenPromise, runDeaths, type Told } from './chaos/run-deaths.ts'
import { runQuestions } from './chaos/run-questions.ts'
import { measureRush } from './chaos/rush.ts'
import { readCommandLine } from './command-line.ts'
import { notesFolder } from './notes-folder.ts'

const { values, count, refuse } = readCommandLine({
  name: 'chaos',
  does:
    'Six bot processes on one database are killed at random while Slack fails in every way it can, and every daily tip must appear once. ' +
    'Exits with 1 if a tip is missing or came twice, and with 2 if this machine was too slow to tell.',
  options: {
    database: { value: 'sqlite|postgres', help: 'one of them; default: both' },
    posts: { value: '<n>', help: 'a hundred channels, as many days as that takes; default 400' },
    seed: {
      value: '<n>',
      help: 'default: by chance; the order of events among processes is the machine’s all the same',
    },
    broken: { value: brokenKinds.join('|'), help: 'a delivery that is not safe, to see that it is caught' },
    http: {
      help: 'instead: questions over HTTP to two replicas, which are killed and stopped; five minutes a database on a machine that is not busy',
    },
    questions: { value: '<n>', help: 'how many of these; default 300' },
    channels: {
      value: '<n>',
      help: 'instead: that many channels due in one minute, and questions meanwhile',
    },
    verbose: {
      help: 'says what each process does, or with --http how long each death at a chosen point took',
    },
  },
})
const broken = brokenKinds.find((kind) => kind === values.broken)
if (values.broken !== undefined && !broken) refuse(`--broken takes ${brokenKinds.join(' or ')}`)
if (values.database !== undefined && !/^(?:sqlite|postgres)$/.test(values.database))
  refuse('--database takes sqlite or postgres')
const posts = count('posts', 400)
const questions = count('questions', 300)
const seed = count('seed', Math.floor(Math.random() * 1e9))
const rush = count('channels', 0)

if (rush > 0) await measureRush(rush)
else
  for (const database of values.database ? [values.database] : ['sqlite', 'postgres']) await chaosOn(database)

async function chaosOn(database: string): Promise<void> {
  await using open = new AsyncDisposableStack()
  process.once('SIGINT', () => open.disposeAsync().finally(() => process.exit(130)))
  const dataFolder = await makeTemporaryFolder('hallway-chaos-')
  open.defer(() => rm(dataFolder, { recursive: true, force: true }))
  let databaseUrl: string | undefined
  if (database === 'postgres') {
    const binaries = findPostgres()
    if (binaries === undefined) return console.log('PostgreSQL is not installed here, so it was left out.')
    const server = await startPostgres(binaries)
    open.defer(() => server.remove())
    databaseUrl = await server.createDatabase()
  }
  if (values.http !== undefined) return await chaosOverHttp(database, { dataFolder, databaseUrl })
  const channels = Math.min(100, posts)
  const options: ChaosOptions = {
    dataFolder,
    databaseUrl,
    channels,
    days: Math.ceil(posts / channels),
    bots: 6,
    seed,
    broken,
    verbose: values.verbose !== undefined,
  }
  console.log(
    `\n${database}, ${options.bots} bot processes, seed ${options.seed}${broken ? `, ${broken}` : ''}`,
  )
  const report = await runChaos(options)
  const total = (counts: Counts) => [...counts.values()].reduce((sum, number) => sum + number, 0)
  console.log(`  ${report.due} due, ${report.posted} posted in ${report.seconds.toFixed(0)} s`)
  print(`${total(report.kills)} kills`, report.kills)
  print(`${total(report.faults)} faults`, report.faults)
  print(`${total(report.calls)} calls`, report.calls)
  console.log(
    `  ${report.duplicates} duplicates, ${report.missing} missing, ${report.repeated} tips repeated, ` +
      `${report.unconfirmed} never confirmed`,
  )
  const verdict = verdictOf(report)
  if (verdict === 'broken') process.exitCode = 1
  if (verdict !== 'undecided') return
  process.exitCode ??= 2
  const { tooSlow, unconfirmed } = report
  const reasons = [
    ...(tooSlow.length > 0
      ? [`this machine (${describeLoad()}) was too slow for: ${tooSlow.join(', ')}`]
      : []),
    ...(unconfirmed > 0 ? ['whether some tips had arrived was not found out'] : []),
  ]
  console.log(`  Not decided: ${reasons.join('; ')}.`)
}

async function chaosOverHttp(
  database: string,
  place: { readonly dataFolder: string; readonly databaseUrl: string | undefined },
): Promise<void> {
  console.log(`\n${database}, two replicas behind one address, seed ${seed}`)
  let broken = 0
  const onTold = ({ name }: Told, ms: number) => {
    if (values.verbose !== undefined) console.log(`  ${(ms / 1000).toFixed(1)} s: ${name}`)
  }
  const met = await runDeaths({ ...place, isThorough: true, onTold })
  for (const each of met) {
    const problem = brokenPromise(each)
    if (problem === undefined) continue
    broken += 1
    console.log(`  ${problem}: ${each.name}: ${[...each.answers, ...each.doubts].join(' | ')}`)
  }
  console.log(
    `  ${met.length} questions whose process was killed at a chosen point, ${broken} without one answer or reason`,
  )
  const report = await runQuestions({ ...place, corpusFolder: notesFolder(), questions, seed })
  const {
    asked,
    told,
    late,
    perhaps,
    perhapsAgain,
    givenUp,
    repeated,
    kills,
    stops,
    silent,
    twice,
    seconds,
  } = report
  console.log(`  ${asked} asked, ${told} told in ${seconds.toFixed(0)} s`)
  console.log(`  ${kills} kills, ${stops} times stopped and gone on; Slack posted ${repeated} times again`)
  console.log(
    `  ${late} gone on with by another process, ${perhaps} told that the answer may be missing (${perhapsAgain} several times), ${givenUp} that Slack gave up, which reached nobody`,
  )
  for (const name of silent) console.log(`  no word: ${name}`)
  for (const name of twice) console.log(`  twice: ${name}`)
  if (broken + silent.length + twice.length > 0) process.exitCode = 1
}

function print(title: string, counts: Counts): void {
  const parts = [...counts].sort().map(([name, number]) => `${name} ${number}`)
  console.log(`  ${title}: ${parts.join(', ')}`)
}
