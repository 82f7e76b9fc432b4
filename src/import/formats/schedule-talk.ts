import { z } from 'zod'
import { isPause, keepsPlace } from '../../notes/foreign/words/pauses.ts'
import { talkKind } from '../../notes/foreign/words/talk-kind.ts'
import { distinctLinks, webLink } from '../../notes/foreign/words/web-link.ts'
import type { LinkKind } from '../../notes/talk.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { dateOf, explainRecord, looseList, looseName, looseText, requiredText } from './loose-fields.ts'
import { inZone, readSlot } from './read-slot.ts'

const link = z.union([
  z.string().transform((url) => ({ url, title: '', type: '' })),
  z
    .object({
      url: looseText,
      href: looseText,
      path: looseText,
      title: looseText,
      name: looseText,
      type: looseText.catch(''),
    })
    .transform((given) => ({
      url: given.url || given.href || given.path,
      title: given.title || given.name,
      type: given.type,
    })),
])

const person = z.union([
  z.string(),
  z
    .object({ public_name: looseText, full_public_name: looseText, name: looseText })
    .transform((given) => given.public_name || given.full_public_name || given.name),
])

/** A talk of a schedule in the form of pentabarf, frab and pretalx, whose XML and JSON have the same fields. */
const scheduleTalk = z.object({
  guid: looseText,
  code: looseText,
  id: looseText,
  title: requiredText,
  subtitle: looseText,
  date: looseText,
  start: looseText.catch(''),
  end: looseText.catch(''),
  duration: z.union([looseText, z.unknown().transform(() => '')]),
  room: looseName,
  track: z.union([looseText, z.object({ name: looseText.optional() }).transform(({ name }) => name ?? '')]),
  type: looseText,
  language: looseText,
  abstract: looseText,
  description: looseText,
  url: looseText,
  video_download_url: looseText,
  persons: looseList(person),
  links: looseList(link),
  attachments: looseList(link),
})

const conference = z.object({
  title: looseText,
  acronym: looseText,
  start: looseText,
  end: looseText,
  venue: looseText,
  city: looseText,
  url: looseText,
  time_zone_name: looseText.catch(''),
})

/** The conference of a schedule; `fallback` names it if the schedule does not. */
export function scheduleEvent(value: unknown, fallback: string): ImportedEvent {
  const { data } = conference.safeParse(value)
  if (!data) return { name: fallback }
  const place = [data.venue, data.city].filter((part, at, all) => part && all.indexOf(part) === at).join(', ')
  return {
    name: data.title || data.acronym || fallback,
    starts: dateOf(data.start),
    ends: dateOf(data.end),
    place: place || undefined,
    url: data.url,
    ...(data.time_zone_name && { zone: data.time_zone_name }),
  }
}

export interface ScheduleContext {
  readonly event: ImportedEvent
  readonly where: string
  /** The day it is listed under. */
  readonly day?: string
  /** The room it is listed under. */
  readonly room?: string
  /** What addresses without a host are relative to. */
  readonly baseUrl?: string
}

export function readScheduleTalk(
  value: unknown,
  { event, where, day, room, baseUrl }: ScheduleContext,
): Imported {
  const parsed = scheduleTalk.safeParse(value)
  if (!parsed.success) return { bad: { where, title: titleIn(value), reason: explainRecord(parsed.error) } }
  const talk = parsed.data
  const speakers = talk.persons.filter((name) => name !== '')
  if (isPause(talk.title, speakers.length)) return { passed: where }
  const key = talk.guid || talk.code || talk.id
  const absolute = (url: string) =>
    baseUrl && !/^[a-z]+:|^www\./i.test(url) ? URL.parse(url, baseUrl)?.href : url
  const links = distinctLinks([
    webLink(talk.video_download_url, '', 'video'),
    webLink(talk.url && absolute(talk.url), 'Page of the talk', 'site'),
    ...withChatterLast([...talk.links, ...talk.attachments]).map(({ url, title, type }) =>
      webLink(absolute(url), title, linkKindOf(type)),
    ),
  ])
  const text = `${talk.abstract}${talk.description}`
  if (keepsPlace({ title: talk.title, speakers: speakers.length, text, links }))
    return { passed: where, isOpen: true }
  const when = readSlot(
    {
      starts: [talk.date, talk.start],
      ends: talk.end,
      duration: talk.duration,
      room: talk.room || room,
      day: dateOf(talk.date) ?? dateOf(day ?? ''),
    },
    event.zone,
  )
  // A description often opens with the abstract.
  const texts = talk.description.startsWith(talk.abstract)
    ? [talk.description]
    : [talk.abstract, talk.description]
  return {
    where,
    talk: {
      key: key || `${day ?? ''}/${talk.title}`,
      event: inZone(event, when.zone),
      title: talk.subtitle ? `${talk.title}: ${talk.subtitle}` : talk.title,
      kind: talkKind(talk.type, talk.title),
      speakers: speakers.map((name) => ({ name })),
      tags: [talk.track].filter(Boolean),
      links,
      language: talk.language,
      ...when.slot,
      text: { form: 'abstract', value: texts.filter(Boolean).join('\n\n') },
    },
  }
}

/** The kind that the source gives a link: `slides`, `VIDEO`. */
function linkKindOf(type: string): LinkKind | undefined {
  if (/slide|presentation|deck/i.test(type)) return 'slides'
  return /video|recording|stream/i.test(type) ? 'video' : undefined
}

/** Forms and rooms to chat in are of no use when the talk is over. */
const withChatterLast = <Given extends { readonly url: string; readonly title: string }>(
  links: readonly Given[],
): readonly Given[] => {
  const isChatter = ({ url, title }: Given) =>
    /feedback|chat[ -]?room|\bchat\b|matrix\.to/i.test(`${title} ${url}`)
  return [...links.filter((one) => !isChatter(one)), ...links.filter(isChatter)]
}

const titleIn = (value: unknown): string | undefined =>
  z.object({ title: looseText }).safeParse(value).data?.title.slice(0, 100) || undefined
