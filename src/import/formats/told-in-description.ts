import { flattenTags } from '../../markup/flatten-html.ts'
import { factsOf } from '../../notes/foreign/facts-of-fields.ts'
import { propertyIn } from '../../notes/foreign/front-matter.ts'
import { keyMeaningOf } from '../../notes/foreign/known-keys.ts'
import { isKnownPerson } from '../../notes/foreign/person-names.ts'
import type { ReadField } from '../../notes/foreign/read-field-by-field.ts'
import { speakersIn } from '../../notes/foreign/speaker-line.ts'
import { linksAlone } from '../../notes/foreign/title-link.ts'
import type { Link } from '../../notes/talk.ts'

export interface ToldInDescription {
  /** The rest. */
  readonly text: string
  readonly speakers: readonly string[]
  readonly links: readonly Link[]
}

/**
 * What the lines of a description tell that only say who speaks and where slides and video are, as Sched writes them, and people into
 * calendars: `Speakers: Ada Example`, `Slides: https://…`, `<a href="https://…">Recording</a>`.
 */
export function readToldLines(description: string): ToldInDescription {
  const fields: ReadField[] = []
  const links: Link[] = []
  const text: string[] = []
  const lines = description.replace(/<br\s*\/?>|<\/(?:p|li|div)>(?=\s*<)/gi, '$&\n').split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const property = propertyIn(plainOf(line))
    const meaning = property && keyMeaningOf(property.key)?.of
    const shown = flattenTags(line).trim()
    const value = meaning === 'link' ? (propertyIn(shown)?.value ?? '') : (property?.value ?? '')
    const people =
      meaning === 'speakers' && value === '' ? peopleBelow(lines.slice(at + 1, at + 1 + maxPeople)) : []
    const isField = meaning === 'speakers' || (meaning === 'link' && /https?:/.test(value))
    const alone = isField ? [] : linksAlone(shown)
    if (property && isField)
      fields.push({ key: property.key, value: people.length > 0 ? people.flat() : value, line: 1 })
    // A page may be of anything.
    else if (alone.length > 0 && alone.every(({ kind }) => kind !== 'site')) links.push(...alone)
    else text.push(line)
    at += people.length
  }
  const said = factsOf(fields)
  return {
    text: text.join('\n').trim(),
    speakers: said.speakers.map(({ name }) => name),
    links: [...said.links, ...links],
  }
}

const plainOf = (line: string): string => line.replace(/<[^<>]*>/g, ' ').trim()

/** Nobody lists more. */
const maxPeople = 20

/** Those whom each line below `Speakers:` names, if all do as far as the next empty one. */
function peopleBelow(lines: readonly string[]): readonly (readonly string[])[] {
  const end = lines.findIndex((line) => plainOf(line) === '')
  const people = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => speakersIn(plainOf(line).replace(/^[-*•]\s+/, ''), isKnownPerson).map(({ name }) => name))
  return people.every((names) => names.length > 0) ? people : []
}
