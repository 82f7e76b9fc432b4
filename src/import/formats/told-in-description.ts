import { flattenTags } from '../../markup/flatten-html.ts'
import { factsOf } from '../../notes/foreign/facts-of-fields.ts'
import { keyMeaningOf } from '../../notes/foreign/known-keys.ts'
import { isKnownPerson } from '../../notes/foreign/person-names.ts'
import { propertyIn } from '../../notes/foreign/property-line.ts'
import type { ReadField } from '../../notes/foreign/read-field-by-field.ts'
import { speakersIn } from '../../notes/foreign/speaker-line.ts'
import { isOnlyNames } from '../../notes/foreign/speaker-signs.ts'
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
 * calendars: `Speakers: Ada Example`, `Presented by Ada Example`, `Slides: https://…`, `<a href="https://…">Recording</a>`.
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
    const property = propertyIn(plainOf(line)) ?? propertyByNames(plainOf(line))
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

/** Names that many people have, and before them no more than that they speak. */
function propertyByNames(line: string): Property | undefined {
  const found = /^(?:(?:presented|given|talk) )?by\s/i.test(line) ? speakersIn(line, isKnownPerson) : []
  if (!found.every(({ name }) => isKnownPerson(name)) || found.length === 0 || !isOnlyNames(line, found))
    return undefined
  return { key: 'by', value: found.map(({ name }) => name).join(', '), isSure: false }
}

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
