import type { ReadBlock } from '../../../markup/read-block.ts'
import { isJsonObject } from '../../../text/is-json-object.ts'
import { slotOf } from '../../talk-slots.ts'
import { factsOf } from '../fields/facts-of-fields.ts'
import type { ReadField } from '../fields/read-field-by-field.ts'
import type { ForeignTalk } from '../foreign-note.ts'
import { peopleIn } from '../people/people.ts'
import { isPause } from '../words/pauses.ts'
import { talkKind } from '../words/talk-kind.ts'
import { described } from './merge-facts.ts'

/**
 * The talks that front matter lists, as pages of events do: a list of mappings, or a mapping by who speaks. Fewer than two
 * are no list.
 *
 *     speakers:
 *       ada_example: { talk: Tides }
 *       bo_sample: { talk: Knots }
 *
 * @param lines of the file
 */
export function listedTalks(fields: readonly ReadField[], lines: readonly string[]): readonly ForeignTalk[] {
  const talks = fields.flatMap((field) =>
    listKey.test(field.key)
      ? recordsIn(field.value).flatMap((found) => talkOf(found, field.line, lines))
      : [],
  )
  return talks.length >= 2 ? talks : []
}

const listKey = /^(?:talks?|sessions?|schedule|program(?:me)?|agenda|line-?up|presentations|speakers?)$/i

interface FoundTalk {
  readonly record: object
  /** What it stands below: of a mapping by who speaks, that. */
  readonly key?: string
}

function recordsIn(value: unknown): readonly FoundTalk[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, record]): readonly FoundTalk[] =>
    isJsonObject(record) ? [{ record, ...(!Array.isArray(value) && { key }) }] : [],
  )
}

function talkOf({ record, key }: FoundTalk, from: number, lines: readonly string[]): readonly ForeignTalk[] {
  const facts = factsOf(Object.entries(record).map(([name, value]) => ({ key: name, value, line: from })))
  const speakers =
    facts.speakers.length > 0 || key === undefined ? facts.speakers : peopleIn([key], { areSlugs: true })
  const { title = '' } = facts
  if (title === '' || speakers.length === 0 || isPause(title, speakers.length)) return []
  const at = lines.findIndex((line, index) => index + 1 >= from && line.includes(title))
  const line = at < 0 ? from : at + 1
  return [
    {
      title,
      key: title,
      line,
      kind: facts.kind ?? talkKind('', title),
      speakers,
      tags: facts.tags,
      links: facts.links,
      ...slotOf(facts),
      ...(facts.language && { language: facts.language }),
      blocks: described(facts, noBlocks).map((block) => ({ ...block, line })),
    },
  ]
}

const noBlocks: readonly ReadBlock[] = []
