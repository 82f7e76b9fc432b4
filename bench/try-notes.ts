import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../src/files/message-of.ts'
import { makeTemporaryFolder } from '../src/files/temporary-folder.ts'
import { type PreparedImport, withPlan } from '../src/import/import-talks.ts'
import { formatGroup, groupProblems } from '../src/notes/group-problems.ts'
import { type CorpusReading, readNotes } from '../src/notes/read-corpus.ts'
import type { Talk } from '../src/notes/talk.ts'
import { readCommandLine } from './command-line.ts'

const sum = ({ counts }: Pick<PreparedImport, 'counts'>) =>
  counts.new + counts.changed + counts.unchanged + counts.kept
const count = (talks: readonly Talk[], has: (talk: Talk) => boolean) => talks.filter(has).length
const problemsOf = ({ corpus }: CorpusReading) => corpus.problems.filter(({ isStyle }) => !isStyle)

const { values, words, refuse } = readCommandLine({
  name: 'try-notes',
  does: 'Reads, and plans to import, many folders of other people’s notes: how many talks, names, dates, links and problems each gives.',
  words: '<folder of folders or files of notes>',
  options: { talks: { help: 'lists every talk' } },
})
const root = words[0] ?? refuse('name a folder that holds folders or files of notes')

const widths = [32, 7, 7, 7, 9, 6, 6, 9, 8, 9, 8]
const print = (...cells: readonly (string | number)[]) =>
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at]!)))
      .join(''),
  )

print(
  'notes',
  'files',
  'talks',
  'events',
  'speakers',
  'dates',
  'links',
  'problems',
  'seconds',
  'imported',
  'left out',
)
for (const entry of (await readdir(root, { withFileTypes: true })).sort((a, b) =>
  a.name < b.name ? -1 : 1,
)) {
  if (entry.name.startsWith('.')) continue
  const path = join(root, entry.name)
  const from = performance.now()
  // A file is no folder of notes, but may be imported.
  const reading = entry.isDirectory() ? await readNotes(path) : undefined
  const seconds = (performance.now() - from) / 1000
  const imported = await planOf(path)
  const talks = reading?.corpus.talks ?? []
  print(
    entry.name.slice(0, 31),
    reading?.files.length ?? 1,
    talks.length,
    new Set(talks.map(({ event }) => event.id)).size,
    count(talks, ({ speakers }) => speakers.length > 0),
    count(talks, ({ date, event }) => date !== undefined || event.year !== undefined),
    count(talks, ({ links }) => links.length > 0),
    reading ? problemsOf(reading).length : 0,
    seconds.toFixed(2),
    typeof imported === 'string' ? '–' : sum(imported),
    typeof imported === 'string' ? '–' : imported.badCount + imported.unreadable.length,
  )
  for (const group of reading ? groupProblems(problemsOf(reading)) : [])
    console.log(`    ${formatGroup(group)}`)
  if (typeof imported === 'string') console.log(`    import: ${imported}`)
  else for (const { file, reason } of imported.unreadable) console.log(`    import: ${file} ${reason}`)
  if (values.talks !== undefined) for (const talk of talks) console.log(`    ${describe(talk)}`)
}

/** What an import of it would write; nothing is. */
async function planOf(
  path: string,
): Promise<Pick<PreparedImport, 'counts' | 'badCount' | 'unreadable'> | string> {
  const into = await makeTemporaryFolder('hallway-try-')
  try {
    return await withPlan({ path, into }, async (plan) => plan)
  } catch (error) {
    return messageOf(error)
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}

function describe({ file, title, speakers, event, date, kind }: Talk): string {
  const people = speakers.map(({ name }) => name).join(', ')
  return [file, title, people || '–', event.name, date ?? '–', kind].join(' | ')
}
