import { flattenTags } from '../../markup/flatten-html.ts'
import { factsOf } from '../../notes/foreign/fields/facts-of-fields.ts'
import { keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import type { ReadField } from '../../notes/foreign/fields/read-field-by-field.ts'
import { linksAlone } from '../../notes/foreign/people/title-link.ts'
import { propertyIn } from '../../notes/foreign/words/property-line.ts'
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
 * @param isSpeakerKey whether a line of this key names who speaks
 */
export function readToldLines(
  description: string,
  isSpeakerKey: (key: string) => boolean = isAnySpeakerKey,
): ToldInDescription {
  const fields: ReadField[] = []
  const text: string[] = []
  const links: Link[] = []
  for (const line of description.replace(/<br\s*\/?>|<\/(?:p|li|div)>(?=\s*<)/gi, '$&\n').split('\n')) {
    const property = propertyIn(plainOf(line))
    if (property && (isSpeakerKey(property.key) || isLinkField(property))) fields.push(fieldOf(property))
    else {
      text.push(line)
      links.push(...linksShownIn(line))
    }
  }
  const said = factsOf(fields)
  return {
    text: text.join('\n').trim(),
    speakers: said.speakers.map(({ name }) => name),
    links: [...said.links, ...links],
  }
}

const isAnySpeakerKey = (key: string): boolean => keyMeaningOf(key)?.of === 'speakers'

type Property = NonNullable<ReturnType<typeof propertyIn>>

const isLinkField = ({ key, value }: Property): boolean =>
  keyMeaningOf(key)?.of === 'link' && /https?:/.test(value)

const fieldOf = ({ key, value }: Property): ReadField => ({ key, value, line: 1 })

/** Those that stand in HTML or in brackets, where the line says nothing else. */
function linksShownIn(line: string): readonly Link[] {
  const shown = flattenTags(line).trim()
  const property = propertyIn(shown)
  if (property && isLinkField(property)) return factsOf([fieldOf(property)]).links
  const links = linksAlone(shown)
  // A page may be of anything.
  return links.every(({ kind }) => kind !== 'site') ? links : []
}

const plainOf = (line: string): string => line.replace(/<[^<>]*>/g, ' ').trim()
