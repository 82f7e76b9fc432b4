import type { types } from '@slack/bolt'
import { describeSlots } from '../../answers/describe-slot.ts'
import type { Link, LinkKind, Talk } from '../../notes/talk.ts'
import { characterBorder, fitLine } from './fit.ts'
import { escapeText } from './mrkdwn.ts'
import type { NotesUrl } from './notes-url.ts'
import { type Inline, joined, link, plain, richText, section } from './rich-text.ts'

/** How much of what can be followed is shown. */
interface Room {
  readonly links: number
  /** UTF-16 units of the first thing to follow up; 0 for none. */
  readonly followUp: number
}

const usualRoom: Room = { links: 4, followUp: 48 }

/**
 * Where the words above are from, in one small line: `Kivy · EuroPython 2012 · kivy.md:28`.
 * @param notesUrl where the notes can be read; without it the place is plain
 */
export function sourceLine(talk: Talk, line: number, notesUrl: NotesUrl | undefined): types.ContextBlock {
  const when = fitLine(describeSlots(talk), 90)
  const whose = [fitLine(talk.title, 150), namesOf(talk), fitLine(talk.event.name, 60), when]
    .filter((part) => part !== '')
    .join(' · ')
  const place = shortPlace(talk.file, line)
  const url = notesUrl?.(talk.file, line)
  if (url === undefined)
    return { type: 'context', elements: [{ type: 'plain_text', text: `${whose} · ${place}`, emoji: false }] }
  return {
    type: 'context',
    elements: [
      { type: 'plain_text', text: whose, emoji: false },
      { type: 'mrkdwn', text: `<${url}|${escapeText(place)}>` },
    ],
  }
}

/** `file:line` without the folders; of a long name its end, as its beginning is the title's. */
function shortPlace(file: string, line: number): string {
  const place = fitLine(`${file.slice(file.lastIndexOf('/') + 1)}:${line}`, 300)
  return place.length <= maxPlace
    ? place
    : `…${place.slice(characterBorder(place, place.length - maxPlace + 1))}`
}

const maxPlace = 36

/** Two names at most, e.g. `Ada Pier, Tom Quay and 2 more`. */
export function namesOf({ speakers }: Pick<Talk, 'speakers'>): string {
  const names = speakers.slice(0, 2).map(({ name }) => fitLine(name, 50))
  const more = speakers.length - names.length
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What can be followed, in one line: a link of each kind, and the first thing to follow up. */
export function followLine(talk: Talk, room: Room = usualRoom): readonly types.KnownBlock[] {
  const links = firstOfKinds(talk.links)
    .slice(0, room.links)
    .map((found) => link(found.url, nameOf(found)))
  const [first] = room.followUp > 0 ? talk.followUps : []
  const next = first === undefined ? [] : followUp(first, room.followUp)
  return richText(
    section(
      ...joined(links, ' · '),
      plain(next.length === 0 ? '' : links.length === 0 ? 'Next: ' : ' · Next: '),
      ...next,
    ),
  )
}

/** The text, and the address as a link named for its host. */
export function followUp({ text, url }: Talk['followUps'][number], max: number): readonly Inline[] {
  const words = plain(fitLine(text, max))
  return url === undefined || !URL.canParse(url)
    ? [words]
    : [words, plain(' '), link(url, new URL(url).host || url)]
}

/** In the order in which they are named. */
const kindNames: Readonly<Record<LinkKind, string>> = {
  video: 'Video',
  slides: 'Slides',
  code: 'Code',
  docs: 'Docs',
  site: 'Site',
}

function firstOfKinds(links: readonly Link[]): readonly Link[] {
  return Object.keys(kindNames).flatMap((kind) => links.find((other) => other.kind === kind) ?? [])
}

/** What a site is, its title says; everything else its kind. */
function nameOf({ kind, title }: Link): string {
  return (kind === 'site' && fitLine(title, 28)) || kindNames[kind]
}
