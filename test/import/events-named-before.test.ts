import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withPlan } from '../../src/import/import-talks.ts'
import { writeEvent } from '../../src/import/write/write-import.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

const talk = (title: string) => `- title: ${title}\n  speaker: Ada Beispiel\n`
const data = {
  'website-2024/data/talks.yml': talk('Eddies') + talk('Rapids'),
  'website-2024/data/2024/talks.yml': talk('Knots'),
  'website-2024/data/workshops.yml': talk('Masts'),
}
const layout = { 'website-2024/layouts/main.html': '<title>{{ title }} | Oar Days 2024</title>' }

/** What an import of a folder writes: how much of it is new, and the folders and names of its events. */
async function imported(files: Readonly<Record<string, string>>, into: string) {
  const path = join(writeFolder(files), 'website-2024')
  return await withPlan({ path, into }, async ({ counts, events, gone }) => {
    for (const event of events) await writeEvent(event, into)
    return { new: counts.new, gone, events: events.map(({ id, facts }) => `${id}: ${facts.name}`).sort() }
  })
}

test('what was imported before pages told the event stays in its folders, by the names that these have', async () => {
  const into = temporaryFolder()
  const events = ['website-2024: Website 2024', 'workshops: Workshops']
  expect(await imported(data, into)).toEqual({ new: 4, gone: [], events })
  expect(await imported({ ...data, ...layout }, into)).toEqual({ new: 0, gone: [], events })
})

test('what is imported for the first time is called as its pages are', async () => {
  const into = temporaryFolder()
  const events = ['oar-days-2024: Oar Days 2024', 'workshops: Workshops']
  expect(await imported({ ...data, ...layout }, into)).toEqual({ new: 4, gone: [], events })
  expect(await imported({ ...data, ...layout }, into)).toEqual({ new: 0, gone: [], events })
})
