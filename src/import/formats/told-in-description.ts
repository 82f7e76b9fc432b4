import { flattenTags } from '../../markup/flatten-html.ts'
import { factsOf } from '../../notes/foreign/facts-of-fields.ts'
import { propertyIn } from '../../notes/foreign/front-matter.ts'
import { keyMeaningOf } from '../../notes/foreign/known-keys.ts'
import type { ReadField } from '../../notes/foreign/read-field-by-field.ts'
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
export function readDescription(description: string): ToldInDescription {
  const fields: ReadField[] = []
  const beside: Link[] = []
  const lines = description.replace(/<br\s*\/?>|<\/(?:p|li|div)>(?=\s*<)/gi, '$&\n').split('\n')
  const text = lines.filter((line) => {
    const property = propertyIn(line.replace(/<[^<>]*>/g, ' ').trim())
    const meaning = property && keyMeaningOf(property.key)?.of
    const shown = flattenTags(line).trim()
    const value = meaning === 'link' ? (propertyIn(shown)?.value ?? '') : (property?.value ?? '')
    const isField = meaning === 'speakers' || (meaning === 'link' && /https?:/.test(value))
    if (property && isField) fields.push({ key: property.key, value, line: 1 })
    const alone = isField ? [] : linksAlone(shown)
    // A page may be of anything.
    const isShown = alone.length > 0 && alone.every(({ kind }) => kind !== 'site')
    if (isShown) beside.push(...alone)
    return !isField && !isShown
  })
  const { speakers, links } = factsOf(fields)
  return {
    text: text.join('\n').trim(),
    speakers: speakers.map(({ name }) => name),
    links: [...links, ...beside],
  }
}
