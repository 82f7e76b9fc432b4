/** Times serving a corpus of single files from cold beside importing it: `npm run bench:files -- <talks.jsonl or .jsonl.gz>`. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Library, openLibrary } from '../src/library/library.ts'
import { recordsFile, type TalkRecord } from '../src/notes/talk-record.ts'
import { importCorpus } from './start-up.ts'

const [source] = process.argv.slice(2)
if (source === undefined) {
  console.error('Name a list of talks that can be imported.')
  process.exit(2)
}
const place = await mkdtemp(join(tmpdir(), 'hallway-bench-'))
try {
  const [importing, imported] = await timed(() => importCorpus(source))
  const [serving, records] = await timed(() => serve(imported, 'records'))
  const talks = records.current().corpus.talks.length
  await records.close()
  print(`Importing ${talks.toLocaleString('en')} talks`, importing)
  print('Serving them, no index kept', serving)
  const folder = join(place, 'notes')
  const edited = await writeNotes(imported, folder)
  const [cold, library] = await timed(() => serve(folder, 'notes'))
  print('Serving them as single files, no index kept', cold)
  print('An edit of one is served after', await liveAfter(edited, library))
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

/** Each record as somebody would write it, without front matter; resolves to the path of one. */
async function writeNotes(corpus: string, into: string): Promise<string> {
  let path = ''
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
        path = join(into, event, `${id}.md`)
        return writeFile(
          path,
          `# ${title}\n\n${who}${links.map(({ url }) => `- ${url}\n`).join('')}\n${body}\n`,
        )
      }),
    )
  }
  return path
}

async function liveAfter(path: string, library: Library): Promise<number> {
  library.watch()
  const title = 'A title that nothing else has'
  await writeFile(path, `# ${title}\n\nIt was edited.\n`)
  const from = performance.now()
  while (!library.current().corpus.talks.some((talk) => talk.title === title))
    await new Promise((resolve) => setTimeout(resolve, 10))
  return performance.now() - from
}

function print(name: string, ms: number): void {
  console.log(`${name.padEnd(48)}${(ms / 1000).toFixed(1).padStart(7)} s`)
}
