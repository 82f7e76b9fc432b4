import { basename } from 'node:path'
import { recordsFile } from '../notes/file-names.ts'
import type { Talk } from '../notes/talk.ts'
import { firstFew } from '../text/first-few.ts'

/** Talks of notes that do not say who speaks, or when, as most others do: how many there are, some of their files, and what to write. */
export function describeUntold(talks: readonly Talk[]): readonly string[] {
  const written = talks.filter(({ kind, file }) => kind !== 'notes' && basename(file) !== recordsFile)
  return [
    ...describeLacking(written, ({ speakers }) => speakers.length > 0, {
      lack: ['names nobody who speaks', 'name nobody who speaks'],
      advice:
        '`speakers` in front matter says who it is, and so does a line `Speaker: Ada Example` below the title',
    }),
    ...describeLacking(written, ({ date, event }) => (date ?? event.starts) !== undefined, {
      lack: ['says no day', 'say no day'],
      advice: '`date` in front matter says it, and so does a line `Date: 2026-05-27` below the title',
    }),
  ]
}

function describeLacking(
  talks: readonly Talk[],
  isTold: (talk: Talk) => boolean,
  { lack: [one, several], advice }: { readonly lack: readonly [string, string]; readonly advice: string },
): readonly string[] {
  const lacking = talks.filter((talk) => !isTold(talk))
  const told = talks.length - lacking.length
  if (lacking.length === 0 || told < minTold || told <= lacking.length) return []
  const files = [...new Set(lacking.map(({ file }) => file))]
  const count = `${lacking.length.toLocaleString('en')} of ${talks.length.toLocaleString('en')} talks`
  return [`  ${count} ${lacking.length === 1 ? one : several}: ${firstFew(files)}. ${advice}.`]
}

/** Fewer show no habit. */
const minTold = 3
