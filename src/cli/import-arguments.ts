import { defaults } from '../defaults.ts'
import { safeName } from '../files/safe-name.ts'
import { isReadOfRecord } from '../import/formats/record-talk.ts'
import { describeOptions, type Option, readOptions } from './read-options.ts'

/** What a column may be for a talk; other names for the same are understood too. */
const columnMeanings =
  'title, speakers, description, date, time, ends, duration, room, event, tags, kind, language, video, slides, code, link, status or id'

const importOptions = {
  event: { value: 'ID', help: 'the event that the talks are of, as its folder is called' },
  into: {
    value: 'FOLDER',
    help: `the notes to add to, instead of HALLWAY_CORPUS or ${defaults.HALLWAY_CORPUS}`,
  },
  level: { value: 'N', help: 'in long notes, the level of the headings that are talks: 2 for `## Title`' },
  columns: {
    value: 'WHAT=NAME',
    help: 'in a table, what columns are whose names do not say it: title=Topic,speakers=Who',
  },
  yes: { short: 'y', help: 'write without asking' },
  force: { help: 'write also over what was edited since the last import' },
} as const satisfies Readonly<Record<string, Option>>

export const importHelp = `Usage: npx hallway import <file or folder> [--event ID] [--into FOLDER] [--level N]
                          [--columns WHAT=NAME] [--yes] [--force]

Adds talks from schedules, lists of talks and videos, tables, and notes of any form; docs/importing.md lists all formats.
Shows what it would write, and asks.

${describeOptions(importOptions)}

WHAT is one of ${columnMeanings.replace(' duration, ', ' duration,\n')}.
`

/** What `hallway import` is called for. */
export interface ImportArguments {
  readonly path: string
  readonly into: string
  readonly event?: string
  readonly level?: number
  readonly columns?: Readonly<Record<string, string>>
  readonly yes: boolean
  readonly force: boolean
}

export function readImportArguments(
  argv: readonly string[],
  corpusFolder: string,
): ImportArguments | { readonly problem: string } {
  const read = readOptions(argv, importOptions)
  if ('problem' in read) return read
  const { values, words } = read
  const [path, ...others] = words
  if (path === undefined) return { problem: 'name one file or folder' }
  if (others.length > 0) return { problem: 'name one file or folder; a name with spaces goes in quotes' }
  const { event, into = corpusFolder } = values
  if (event !== undefined && safeName(event, '') !== event)
    return {
      problem: `--event ${JSON.stringify(event)} is no name for a folder; try ${safeName(event, 'my-event')}`,
    }
  const level = values.level === undefined ? undefined : Number(values.level)
  if (level !== undefined && !/^[1-9]$/.test(values.level ?? ''))
    return {
      problem: `--level ${JSON.stringify(values.level)} is no level; give that of the talks' headings, 2 for \`## Title\``,
    }
  const columns = readColumns(values.columns)
  if ('problem' in columns) return columns
  return {
    path,
    into,
    event,
    level,
    columns: columns.named,
    yes: values.yes !== undefined,
    force: values.force !== undefined,
  }
}

function readColumns(
  typed: string | undefined,
): { readonly named: Readonly<Record<string, string>> } | { readonly problem: string } {
  const pairs = typed === undefined ? [] : typed.split(',').filter((pair) => pair.trim() !== '')
  const named: Record<string, string> = {}
  for (const pair of pairs) {
    const [what = '', name = ''] = pair.split('=').map((part) => part.trim().replace(/^"|"$/g, ''))
    if (what === '' || name === '')
      return {
        problem: `--columns ${JSON.stringify(pair)} does not say which column is what; write it like title=Topic`,
      }
    if (!isReadOfRecord(what))
      return {
        problem: `--columns ${JSON.stringify(pair)} names nothing that is read of a talk; a column is its ${columnMeanings}`,
      }
    named[what] = name
  }
  return { named }
}
