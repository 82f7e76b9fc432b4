import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { NoteContext } from '../../../src/notes/note/note-context.ts'
import { openNoteReaders, threadsFor } from '../../../src/notes/note/read-in-threads.ts'
import { readNote } from '../../../src/notes/note/read-note.ts'
import { readCorpus, readNotes } from '../../../src/notes/read-corpus.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const event = { id: 'harbour', name: 'Harbour Days 2024', year: 2024 }

const contextOf = (stem: string): NoteContext => ({
  ...{ id: `harbour/${stem}`, stem, event },
  ...{ hasSiblings: true, isNamedEvent: true, isStrict: false },
})

function openReaders(threads: number) {
  const readers = openNoteReaders(threads)
  onTestFinished(() => readers.close())
  return readers
}

const notes = {
  'tides.md': '# Tides that turn\n\nSpeaker: Ada Pier\n\nTea is warm.\n',
  'day-one.md': '# Day 1\n\n## Knots, by Ada Pier\n\nTie them.\n\n## Lids, by Jo Quay\n\n- Lift them.\n',
  'broken.md': '---\ntitle: [Oars\n---\nRow.\n',
  'empty.md': '',
  'plain.txt': 'Oars and how to hold them\n\nWith both hands.\n',
}

test('threads read what is read without them, with the very same event', async () => {
  const folder = writeFolder(notes)
  const readers = openReaders(2)
  const read = await Promise.all(
    [...Object.keys(notes), 'missing.md'].map(async (name) => {
      const [path, context] = [join(folder, name), contextOf(name.replace(/\.\w+$/, ''))]
      const content = await readers.read(path, context)
      expect(content).toEqual(await readNote(path, context))
      return content
    }),
  )
  const talks = read.flatMap((content) => content.talks.map(({ value }) => value))
  expect(talks.map(({ title }) => title)).toContain('Tides that turn')
  for (const talk of talks) expect(talk.event).toBe(event)
})

test('what a thread cannot be told, or is told after its end, fails and keeps nobody waiting', async () => {
  const folder = writeFolder(notes)
  const readers = openReaders(1)
  const path = join(folder, 'tides.md')
  const strange = { ...contextOf('tides'), day: (() => {}) as unknown as string }
  await expect(readers.read(path, strange)).rejects.toThrow('could not be cloned')
  expect((await readers.read(path, contextOf('tides'))).talks).toHaveLength(1)
  const late = readers.read(path, contextOf('tides'))
  await Promise.all([readers.close(), expect(late).rejects.toThrow('ended')])
  await expect(readers.read(path, contextOf('tides'))).rejects.toThrow('ended')
})

test('many notes are served in the order in which a few are', async () => {
  const names = Array.from({ length: 1_000 }, (_, number) => `lid-${String(number).padStart(4, '0')}`)
  const notes = names.map((name) => [`harbour/${name}.md`, `# About ${name}\n\nLift it.\n`])
  const folder = writeFolder({ ...Object.fromEntries(notes), 'harbour/event.yml': 'name: Harbour Days\n' })
  const { talks, problems } = await readCorpus(folder)
  expect(problems).toEqual([])
  expect(talks.map(({ title }) => title)).toEqual(names.map((name) => `About ${name}`))
  expect(new Set(talks.map((talk) => talk.event)).size).toBe(1)
})

test('of many notes those that may never be done are read first, one by one', async () => {
  const names = Array.from({ length: 1_000 }, (_, number) => `lid-${number}.md`)
  const folder = writeFolder(Object.fromEntries(names.map((name) => [name, '# Lids\n\nLift it.\n'])))
  const suspects = new Set([join(folder, 'lid-7.md'), join(folder, 'lid-900.md')])
  const steps: string[] = []
  await readNotes(folder, { suspects, onFile: (path, state) => steps.push(`${state} ${basename(path)}`) })
  expect(steps).toHaveLength(2_000)
  expect(steps.slice(0, 4)).toEqual([
    ...['begun lid-7.md', 'done lid-7.md'],
    ...['begun lid-900.md', 'done lid-900.md'],
  ])
})

test('a few notes are not worth a thread', () => {
  expect([threadsFor(0), threadsFor(100)]).toEqual([0, 0])
  expect(threadsFor(20_000)).toBeLessThanOrEqual(4)
})
