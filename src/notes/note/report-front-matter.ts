/** What is told of front matter that is broken as a whole, or in a field. */

import type { MisreadField } from '../foreign/fields/read-field-by-field.ts'
import type { FrontMatterProblem } from '../foreign/fields/read-yaml-or-toml.ts'
import { parseTalk } from '../ours/parse-talk.ts'
import type { Problem } from '../problem.ts'
import type { Event } from '../talk.ts'

/** A field that is left out, or of which people should know. */
export function misreadProblem(
  { name, value, line, fault = 'cannot be read and is left out', advice }: MisreadField,
  file: string,
): Problem {
  return { severity: 'warning', file, line, message: `${name} ${fault}: ${JSON.stringify(value)}`, advice }
}

/** The first thing that is wrong with the front matter, with its place: as it is told of our own notes, if it is like theirs. */
export function brokenFrontMatter(
  text: string,
  file: string,
  { id, event, problem }: NoteOfProblem,
): Problem {
  const ofOurs = text.startsWith('---') ? parseTalk(text, { id, file, event }).problems : []
  return ofOurs.find(({ severity }) => severity === 'error') ?? { severity: 'error', file, ...problem }
}

interface NoteOfProblem {
  readonly id: string
  readonly event: Event
  readonly problem: FrontMatterProblem
}
