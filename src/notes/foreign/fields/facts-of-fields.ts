import { madeOnce } from '../../../text/remembering.ts'
import { webAddress, webAddressesIn } from '../../../text/web-address.ts'
import type { FollowUp, Link, Slot, Speaker, TalkKind } from '../../talk.ts'
import { slotOf } from '../../talk-slots.ts'
import { dayIn } from '../dates/written-dates.ts'
import { laterBy, type Moment, minutesIn, momentIn, timesIn } from '../dates/written-times.ts'
import { peopleIn } from '../people/people.ts'
import { hasNameShape } from '../people/person-names.ts'
import { plainLine } from '../people/speaker-line.ts'
import { languageTag } from '../words/language-tag.ts'
import { talkKind } from '../words/talk-kind.ts'
import { readableName } from '../words/titles.ts'
import { webLink } from '../words/web-link.ts'
import { callsOf, partsLeft } from '../words/words-left.ts'
import { isAuthorKey, type KeyMeaning, keyMeaningOf } from './known-keys.ts'
import { isTurnedRound } from './misread-fields.ts'
import { isBalanced, type ReadField, saysTalk } from './read-field-by-field.ts'
import { yesOrNo } from './yes-or-no.ts'

/** What front matter, or lines like it, say of a talk. */
export interface Facts extends Slot {
  readonly title?: string
  readonly speakers: readonly Speaker[]
  /** Whether only an `author` is named, who may as well have written the note. */
  readonly isByAuthor: boolean
  /** That its times are by, if a time says it. */
  readonly zone?: string
  readonly tags: readonly string[]
  readonly links: readonly Link[]
  readonly event?: string
  readonly language?: string
  readonly kind?: TalkKind
  readonly isDraft: boolean
  /** The other times that it is given. */
  readonly again: readonly Slot[]
  readonly followUps: readonly FollowUp[]
  readonly attendees: readonly string[]
  /** Sentences that stand in a field, such as a description, each with its line. */
  readonly texts: readonly { readonly text: string; readonly line: number }[]
  /** What else stands beside the names of speakers, such as where they work. */
  readonly besideNames: readonly { readonly text: string; readonly line: number }[]
  /** Keys that nobody knows. */
  readonly unknownKeys: readonly string[]
}

/** Reads fields for what they mean. Nothing is an error: what does not fit its key is passed over. Most texts have no fields. */
export const factsOf = (fields: readonly ReadField[]): Facts =>
  fields.length === 0 ? factsOfNone() : readFacts(fields)

const factsOfNone = madeOnce(() => readFacts([]))

function readFacts(fields: readonly ReadField[]): Facts {
  const known = fields.map((field) => {
    const meaning = keyMeaningOf(field.key)
    return { ...field, meaning, value: meaning?.of === 'text' ? field.value : briefValue(field.value) }
  })
  const of: FieldsOf = (...wanted) =>
    known.flatMap((field) =>
      field.meaning && wanted.includes(field.meaning.of) ? [{ ...field, meaning: field.meaning }] : [],
    )
  const textsOf = (meaning: KeyMeaning['of']) =>
    of(meaning)
      .map(({ value }) => textOf(value))
      .filter((text) => text !== '')
  const date = dateOfFields(of)
  // A page that is called like the speaker says elsewhere what was spoken on.
  const title = textOf(fields.find(saysTalk)?.value) || textsOf('title')[0]
  const [type] = textsOf('kind')
  // `meetup: https://…` says where it is announced.
  const saidEvent =
    textsOf('event').find((text) => !isAddress(text)) ?? eventInTags(of('tags').map(({ value }) => value))
  const event = saidEvent && withoutTitle(saidEvent, title)
  const language = languageTag(textsOf('language')[0])
  const speakers = speakersOfFields(of)
  const provider = fields.find(({ key }) => /^video_?provider$/i.test(key))?.value
  return {
    ...(title && { title }),
    speakers: distinctPeople(speakers.length > 0 ? speakers : ownerOfPage(fields)),
    isByAuthor: !of('slugs', 'speakers').some(({ key }) => !isAuthorKey(key)),
    ...(date && { date }),
    ...timeAndPlaceOf(
      known.map(({ key, value, meaning }) => ({ key, text: textOf(value), of: meaning?.of })),
    ),
    // The words of a track are one name.
    tags: tagsOf(
      of('tags').map(({ key, value }) =>
        /^track$/i.test(key) ? [value].flat() : /^(?:topic|subject)$/i.test(key) ? topicOf(value) : value,
      ),
    ),
    links: linksOfFields(of, provider),
    ...(event && { event }),
    ...(language && { language }),
    ...(type && talkKind(type, '') !== 'talk' && { kind: talkKind(type, '') }),
    isDraft:
      of('draft').some(({ value }) => yesOrNo(value) === true) ||
      of('published').some(({ value }) => yesOrNo(value) === false),
    again: of('again').flatMap(({ value }) => slotsIn(value)),
    followUps: of('followUps').flatMap(({ value }) => followUpsIn(value)),
    attendees: of('attendees').flatMap(({ value }) => [value].flat().map(textOf).filter(Boolean)),
    texts: of('text').flatMap(({ value, line }) => {
      const text = textOf(value)
      return text === '' ? [] : [{ text, line }]
    }),
    besideNames: besideNamesOf(of),
    unknownKeys: known.flatMap(({ key, meaning, value }) =>
      meaning || value === null || value === '' ? [] : [key],
    ),
  }
}

/** The fields whose keys mean one of these, in their order. */
type FieldsOf = (...wanted: readonly KeyMeaning['of'][]) => readonly (ReadField & {
  readonly meaning: KeyMeaning
})[]

/**
 * `published` is a day in Obsidian's clippings and a yes or no in Jekyll; a day that has `date` is better. So is one that is said to
 * be the event's: others are when the page was written.
 */
function dateOfFields(of: FieldsOf): string | undefined {
  const held = of('date').filter(({ key }) => heldKey.test(key))
  return [...held, ...of('date'), ...of('published')].map(({ value }) => dayIn(textOf(value))).find(Boolean)
}

function linksOfFields(of: FieldsOf, provider: unknown): Facts['links'] {
  return of('link', 'event').flatMap(({ key, value, meaning }) => {
    if (meaning.of === 'event')
      return typeof value === 'string' && isAddress(value) ? linksInValue(value, {}) : []
    return meaning.of === 'link' ? linksInValue(withHost(value, key, provider), meaning) : []
  })
}

function besideNamesOf(of: FieldsOf): Facts['besideNames'] {
  return of('speakers').flatMap(({ value, line }) =>
    [value].flat().flatMap((one) => {
      const text = typeof one === 'string' ? plainLine(withoutRelations(one)) : ''
      const names = text.includes(' ') ? callsOf(peopleIn(one)) : []
      const left = names.length === 0 ? [] : partsLeft(text, names)
      return left.length > 0 ? [{ text: left.join(', '), line }] : []
    }),
  )
}

/** Whoever fields say speaks, and whoever has written the note if they say nobody. */
function speakersOfFields(of: FieldsOf): readonly Speaker[] {
  const isPost = of('tags', 'kind').some(({ value }) =>
    [value].flat().some((one) => aboutEvent.test(textOf(one))),
  )
  const named = of('speakers', 'slugs').map(({ key, value, meaning }) => ({
    key,
    isCalled: meaning.of === 'slugs',
    people:
      isPost && isAuthorKey(key)
        ? []
        : peopleIn(value, { areSlugs: meaning.of === 'slugs' }).filter(
            // In programmes stands what is shown, too: `who: Film of the opening`.
            ({ name }) => !/^who$/i.test(key) || !/\s/.test(name) || hasNameShape(name),
          ),
  }))
  // Beside whoever speaks, an author has written the page.
  const others = named.filter(({ key }) => !isAuthorKey(key))
  // Beside names, ids name the same people once more.
  const isNamed = others.some(({ isCalled, people }) => !isCalled && people.length > 0)
  const spoken = others.flatMap(({ isCalled, people }) => (isCalled && isNamed ? [] : people))
  return spoken.length > 0 ? spoken : named.flatMap(({ people }) => people)
}

/** `OarTalk: Tides` is OarTalk, of a talk that is called so. */
function withoutTitle(event: string, title: string | undefined): string | undefined {
  if (title === undefined || !event.endsWith(title)) return event
  const name = event.slice(0, -title.length)
  return /\p{L}{2}.*[:–—|-]\s*$/u.test(name) ? name.replace(/[\s:–—|-]+$/, '') : event
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim())
const heldKey = /^(?:event|talk|held|start)/i

/** Whoever a page is on that says what that person spoke on. */
const ownerOfPage = (fields: readonly ReadField[]): readonly Speaker[] =>
  fields.some(saysTalk) ? peopleIn(fields.find(({ key }) => /^(?:full[-_ ]?)?name$/i.test(key))?.value) : []

/** What is filed so was written by somebody who reports, and need not have spoken. */
const aboutEvent = /^(?:events?|news(?:letters?)?|announcements?|meet-?ups?|recaps?|trip reports?)$/i

/** Times as mappings, each with a day or an hour. */
function slotsIn(value: unknown): readonly Slot[] {
  return [value].flat().flatMap((one): readonly Slot[] => {
    if (typeof one !== 'object' || one === null) return []
    const slot = slotOf(factsOf(Object.entries(one).map(([key, said]) => ({ key, value: said, line: 1 }))))
    return slot.date || slot.starts ? [slot] : []
  })
}

/** Sentences, each alone or with an address. */
function followUpsIn(value: unknown): readonly FollowUp[] {
  return [value].flat().flatMap((one): readonly FollowUp[] => {
    const { text, url } = (typeof one === 'object' && one !== null ? one : { text: one }) as Readonly<
      Record<string, unknown>
    >
    const said = textOf(text)
    const address = typeof url === 'string' ? webAddress(url) : undefined
    return said === '' ? [] : [{ text: said, ...(address && { url: address }) }]
  })
}

interface SaidField {
  readonly key: string
  readonly text: string
  readonly of: KeyMeaning['of'] | undefined
}

/** When and where, but for the day. A plain `date` may as well be the time at which the note was written. */
function timeAndPlaceOf(fields: readonly SaidField[]): Omit<Slot, 'date'> & Pick<Moment, 'zone'> {
  const textsOf = (of: KeyMeaning['of']) =>
    fields.flatMap((field) => (field.of === of && field.text !== '' ? [field] : []))
  const room = textsOf('room')[0]?.text
  const isOnProgramme = room !== undefined || textsOf('ends').length + textsOf('duration').length > 0
  const begins = textsOf('date').filter(
    ({ key }) => isOnProgramme || /start|begin|when|held|time|schedul/i.test(key),
  )
  const ranges = [...textsOf('time'), ...begins].map(({ text }) => timesIn(text))
  const moments = begins.map(({ text }) => momentIn(text))
  const timed = moments.find(({ time }) => time !== undefined)
  const starts = ranges.find((range) => range.starts !== undefined)?.starts ?? timed?.time
  const lasts = textsOf('duration')
    .map(({ text }) => minutesIn(text))
    .find((minutes) => minutes !== undefined)
  const ends =
    textsOf('ends')
      .map(({ text }) => momentIn(text).time)
      .find((time) => time !== undefined) ??
    ranges.find((range) => range.ends !== undefined)?.ends ??
    (starts !== undefined && lasts !== undefined ? laterBy(starts, lasts) : undefined)
  const zone =
    timed?.zone ??
    textsOf('zone')
      .map(({ text }) => text)
      .find((text) => text.includes('/'))
  return {
    ...(starts && { starts }),
    ...(starts && ends && !isTurnedRound(starts, ends) && { ends }),
    ...(room && { room }),
    ...(zone && { zone }),
  }
}

/** Of what is no text, nobody writes more: names, dates, tags, addresses. */
const maxValueLength = 1_000

/** The value with its texts cut to the length of what is no text. */
export function briefValue(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, maxValueLength)
  if (Array.isArray(value)) return value.map(briefValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, briefValue(one)]))
}

/** The text of a value: of a list its first, and of what is a link its words. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0])
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) {
    const { name, title } = value as { readonly name?: unknown; readonly title?: unknown }
    return textOf(name ?? title)
  }
  // LaTeX and Org break a line by two of these.
  return typeof value === 'string'
    ? withoutLinks(value).replace(/\\\\/g, ' ').replace(/\s+/g, ' ').trim()
    : ''
}

const withoutLinks = (text: string): string =>
  withoutRelations(
    text
      .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, (_, words: string) =>
        words.replace(/^.*\//, '').replace(/#.*$/, ''),
      )
      .replace(/\[([^\][]+)\]\([^()\s]*\)/g, '$1'),
  )

/** Without the pages that Notion writes behind the names of what is related: `Ada Example (../People/Ada%20Example.md)`. */
export const withoutRelations = (text: string): string =>
  text.replace(
    /(?<=\S)\s*\((?:https?:\/\/(?:www\.)?notion\.so\/[^()\s]*|(?:\.\.\/|[^()\s:]{1,200}%20)[^()\s]+\.md)\)/g,
    '',
  )

/** What says only what kind of file it is. */
const noTopic =
  /^(talks?|notes?|posts?|blog|conferences?|conf|sessions?|presentations?|events?|articles?|clippings?|true|false)$/i

/** What is called one topic is one, however many words it has. */
const topicOf = (value: unknown): unknown =>
  typeof value !== 'string' || /[,;|#[]/.test(value) ? value : [value.replace(lineBreak, '')]
const lineBreak = /\s*<br *\/?>\s*$/i

/** Tags of lists and of texts; those of a text are set apart by commas, or else by blanks. */
function tagsOf(values: readonly unknown[]): readonly string[] {
  const tags = values.flatMap((value): readonly string[] => {
    if (Array.isArray(value)) return value.map(textOf)
    const said = typeof value === 'string' ? withoutLinks(value).replace(lineBreak, '') : textOf(value)
    // A list as YAML writes it, in a line of text.
    const text = said.replace(/^\s*\[([^[\]]*)\]\s*$/, '$1')
    return text.split(/[,;|]/.test(text) ? /\s*[,;|]\s*/ : /\s+/)
  })
  const whole = tags.map((tag) => tag.trim().replace(/^(["'])([^"']*)\1$/, '$2')).filter(isBalanced)
  const plain = whole.map((tag) => tag.replace(/^#/, '').trim().toLowerCase().slice(0, 60))
  return [...new Set(plain.filter((tag) => tag !== '' && !noTopic.test(tag)))].slice(0, 20)
}

/** `meetups/oar-days`: a category or tag that says of which event a post is. */
function eventInTags(values: readonly unknown[]): string | undefined {
  const tags = values.flatMap((value) => (Array.isArray(value) ? value.map(textOf) : [textOf(value)]))
  const [, name] =
    tags.map((tag) => /^#?(?:meet-?ups?|conferences?|events?)\/([^/]{3,60})$/i.exec(tag)).find(Boolean) ?? []
  return name === undefined ? undefined : readableName(name)
}

/** An id alone is an address on the host that the key, or another field, names. */
function withHost(value: unknown, key: string, provider: unknown): unknown {
  if (typeof value !== 'string' || !/^[\w-]{6,20}$/.test(value.trim())) return value
  const said = typeof provider === 'string' ? provider : ''
  // Sites that have all their videos there say only `videoId`.
  const host = `${key} ${said === '' && isVideoId(key, value.trim()) ? 'youtube' : said}`
  if (/youtube/i.test(host)) return `https://www.youtube.com/watch?v=${value.trim()}`
  return /vimeo/i.test(host) && /^\d+$/.test(value.trim()) ? `https://vimeo.com/${value.trim()}` : value
}

/** An id as YouTube makes them: a slug of that length has no capitals and figures. */
const isVideoId = (key: string, id: string): boolean =>
  /^video[-_ ]?id$/i.test(key) && /^[\w-]{11}$/.test(id) && /[A-Z\d]/.test(id)

/** All addresses that a value holds, in texts, lists and mappings. */
function linksInValue(
  value: unknown,
  { kind, title }: { readonly kind?: Link['kind']; readonly title?: string },
): readonly Link[] {
  if (Array.isArray(value)) return value.flatMap((one) => linksInValue(one, { kind, title }))
  if (typeof value === 'object' && value !== null) {
    const { url, href, link, title: named, name, text, type } = value as Readonly<Record<string, unknown>>
    const address = url ?? href ?? link
    if (address !== undefined) return present(webLink(address, named ?? name ?? text ?? type ?? title, kind))
    return Object.entries(value).flatMap(([key, one]) => {
      const meaning = keyMeaningOf(key)
      return linksInValue(one, meaning?.of === 'link' ? meaning : { title: key })
    })
  }
  if (typeof value !== 'string') return []
  const [, words, address] = /^\[([^\][]+)\]\(([^()\s]+)\)$/.exec(value.trim()) ?? []
  if (address) return present(webLink(address, words, kind))
  if (isAddressAlone(value.trim())) return present(webLink(value, title, kind))
  return webAddressesIn(value).flatMap(([start, end]) =>
    present(webLink(value.slice(start, end), title, kind)),
  )
}

/** An address and nothing else, also without its scheme. */
const isAddressAlone = (value: string): boolean =>
  webAddress(value) !== undefined || (!/\s/.test(value) && webLink(value) !== undefined)

const present = (link: Link | undefined): readonly Link[] => (link ? [link] : [])

export const distinctPeople = (people: readonly Speaker[]): readonly Speaker[] => {
  const byName = new Map<string, Speaker>()
  for (const { name: said, ...rest } of people) {
    // A list that was divided within brackets; a firm behind a comma.
    const name = said
      .replace(/\s*\([^()]*$|,\s.*$|\s\+\s.*$/, '')
      // Signs of footnotes.
      .replace(/[\p{So}*†‡§]+$/u, '')
      // What they did there: `Ada Example - Moderator`.
      .replace(/\s+[-–—]\s+(?:co-?)?(?:moderator|moderation|host|chair|panell?ist|speaker|facilitator)$/i, '')
      .trim()
    if (name === '') continue
    const person = { ...rest, name }
    const key = person.name.toLowerCase()
    byName.set(key, { ...person, ...byName.get(key) })
  }
  return [...byName.values()]
}
