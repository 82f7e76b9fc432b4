import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { type Library, openLibrary } from '../src/library/library.ts'
import { recordsFile } from '../src/notes/file-names.ts'
import type { TalkRecord } from '../src/notes/talk-record.ts'
import { readCommandLine } from './command-line.ts'
import { type Edit, editsOf } from './files/edits.ts'
import { median } from './percentiles.ts'
import { importCorpus } from './start-up.ts'

/** Between edits, so that what one leads to is over before the next. */
const quietMs = 1_500
/** How soon people ask to be answered from what they have saved. */
const wantedMs = 2_000

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const { words, count, refuse } = readCommandLine({
  name: 'bench:files',
  does: 'Times serving talks as single files, with no index kept, beside importing and serving them; and edits of single files.',
  words: '<talks.jsonl or .jsonl.gz>',
  options: { rounds: { value: '<n>', help: 'how often each edit is made (3)' } },
})
const source = words[0] ?? refuse('name a list of talks that can be imported')
const rounds = count('rounds', 3)
const place = await makeTemporaryFolder('hallway-bench-')
try {
  const [importing, imported] = await timed(() => importCorpus(source))
  const [serving, records] = await timed(() => serve(imported, 'records'))
  const talks = records.current().corpus.talks.length
  await records.close()
  print(`Importing ${talks.toLocaleString('en')} talks`, importing)
  print('Serving them, no index kept', serving)
  const folder = join(place, 'notes')
  await writeNotes(imported, folder)
  const [cold, library] = await timed(() => serve(folder, 'notes'))
  print('Serving them as single files, no index kept', cold)
  await printEdits(folder, library)
  await library.close()
  console.log(`Single files take ${(cold / (importing + serving)).toFixed(2)} × importing and serving.`)
  await rm(imported, { recursive: true })
} finally {
  await rm(place, { recursive: true })
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [ms: number, result: Result]> {
  const from = performance.now()
  const result = await work()
  return [performance.now() - from, result]
}

function serve(folder: string, name: string): Promise<Library> {
  return openLibrary({ folder, dataFolder: join(place, name), log: { info: () => {}, warn: () => {} } })
}

/** Each record as somebody would write it, without front matter. */
async function writeNotes(corpus: string, into: string): Promise<void> {
  for (const event of await readdir(corpus)) {
    const text = await readFile(join(corpus, event, recordsFile), 'utf8').catch(() => '')
    const records = text
      .split('\n')
      .filter(Boolean)
      .map((line): TalkRecord => JSON.parse(line))
    await mkdir(join(into, event), { recursive: true })
    await Promise.all(
      records.map(({ id, title, speakers = [], links = [], body }) => {
        const who = speakers.length > 0 ? `Speaker: ${speakers.map(({ name }) => name).join(', ')}\n\n` : ''
        return writeFile(
          join(into, event, `${id}.md`),
          `# ${title}\n\n${who}${links.map(({ url }) => `- ${url}\n`).join('')}\n${body}\n`,
        )
      }),
    )
  }
}

/**
 * How long each edit takes from the last file saved until a question is answered from it, as the running bot would, and how much
 * of the processor in all.
 */
async function printEdits(folder: string, library: Library): Promise<void> {
  library.watch()
  const edits = await editsOf(folder)
  const taken = new Map(edits.map(({ name }) => [name, [] as Taken[]]))
  for (let round = 0; round < rounds; round++)
    for (const edit of edits) taken.get(edit.name)!.push(await take(edit, library))
  const all = [...taken.values()].flat()
  for (const [name, times] of taken) {
    const slowest = Math.max(...times.map(({ ms }) => ms))
    const cpu = median(times.map(({ cpuMs }) => cpuMs))
    print(
      `Edited: ${name}`,
      median(times.map(({ ms }) => ms)),
      `, at most ${inSeconds(slowest)}; ${inSeconds(cpu)} of processor`,
    )
  }
  const soon = all.filter(({ ms }) => ms <= wantedMs).length
  console.log(
    `${soon} of ${all.length} edits were answered from within ${wantedMs / 1000} s, on ${cpus().length} processors with a load average of ${loadavg()[0]!.toFixed(1)}.`,
  )
}

interface Taken {
  /** From the last file saved until it is answered from. */
  readonly ms: number
  /** Of the processor, until nothing is left to do. */
  readonly cpuMs: number
}

async function take({ perform, isAnswered }: Edit, library: Library): Promise<Taken> {
  await sleep(quietMs)
  let { version } = library.current().corpus
  const before = process.cpuUsage()
  await perform()
  const from = performance.now()
  for (;;) {
    const answers = library.current()
    if (answers.corpus.version !== version) {
      if (await isAnswered(answers)) break
      version = answers.corpus.version
    }
    await sleep(5)
  }
  const ms = performance.now() - from
  await sleep(quietMs)
  const { user, system } = process.cpuUsage(before)
  return { ms, cpuMs: (user + system) / 1000 }
}

function print(name: string, ms: number, more = ''): void {
  console.log(`${name.padEnd(50)}${(ms / 1000).toFixed(1).padStart(7)} s${more}`)
}
