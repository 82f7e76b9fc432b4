import { z } from 'zod'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { dateOf, forgivingList, looseName, looseText } from './loose-fields.ts'
import { readScheduleTalk } from './schedule-talk.ts'

/** A page of pretalx's API: `/api/events/<event>/talks/` or `/submissions/`. */
const page = z.object({
  count: z.number(),
  next: z.string().nullish(),
  results: z.array(z.unknown()),
})

const slot = z.object({ start: looseText, end: looseText.catch(''), room: looseName })
const submission = z.looseObject({
  code: looseText,
  state: looseText.catch(''),
  submission_type: looseName,
  track: looseName,
  content_locale: looseText.catch(''),
  slot: slot.nullish().catch(undefined),
  slots: forgivingList(slot),
  // Codes, unless the API was asked to say more.
  speakers: forgivingList(z.object({ name: looseText }).transform(({ name }) => name)),
  resources: forgivingList(z.object({ resource: looseText, description: looseText })),
  tags: forgivingList(z.union([z.string(), z.object({ tag: looseText }).transform(({ tag }) => tag)])),
})

const proposal = z
  .looseObject({ code: z.string(), title: z.unknown() })
  .refine((one) =>
    ['state', 'submission_type', 'slot', 'slots', 'speakers', 'abstract', 'track'].some((key) => key in one),
  )

const named = forgivingList(z.object({ id: looseText, name: looseText }))

/** What pretalx's schedule widget reads: `/schedule/widgets/schedule.json`. */
const widget = z.object({
  talks: z.array(z.unknown()),
  speakers: forgivingList(z.object({ code: looseText, name: looseText })),
  tracks: named,
  rooms: z.unknown().optional(),
  timezone: looseText.catch(''),
  event_start: looseText.catch(''),
  event_end: looseText.catch(''),
})
const widgetTalk = z.looseObject({
  speakers: forgivingList(z.string()),
  track: looseText.catch(''),
  room: looseText.catch(''),
  start: looseText.catch(''),
})

/** Any API gives a count and results; only pretalx's have a code, a title and what becomes of a proposal. */
export const isPretalxPage = (value: unknown): boolean => {
  const results = page.safeParse(value).data?.results
  return (
    results !== undefined &&
    (results.length === 0 ? false : results.some((one) => proposal.safeParse(one).success))
  )
}
export const isPretalxWidget = (value: unknown): boolean => {
  const { data } = widget.safeParse(value)
  return data !== undefined && (data.speakers.length > 0 || data.rooms !== undefined)
}

/** The talks of one page; of those that were proposed only the ones that are to be held. */
export function* readPretalxPage(value: unknown, file: string, event: ImportedEvent): Generator<Imported> {
  const { count, next, results } = page.parse(value)
  if (next) {
    const what = `${file} holds ${results.length} of ${count} talks`
    yield { hint: `${what}: the API gives them by pages. Get the others from ${next}, and import them too.` }
  }
  for (const [index, given] of results.entries()) {
    const where = `${file}, talk ${index + 1}`
    const { data } = submission.safeParse(given)
    const isCancelled = data && /^(canceled|cancelled|withdrawn|rejected|deleted)$/.test(data.state)
    if (isCancelled) yield { passed: where, cancelled: { event, key: data.code } }
    else if (data && /^(submitted|draft)$/.test(data.state)) yield { passed: where }
    else yield withTags(readScheduleTalk(data ? fieldsOf(data) : given, { event, where }), data?.tags ?? [])
  }
}

function fieldsOf(data: z.infer<typeof submission>): Readonly<Record<string, unknown>> {
  const held = data.slot?.start ? data.slot : data.slots[0]
  return {
    ...data,
    id: undefined,
    date: held?.start,
    end: held?.end,
    room: held?.room,
    type: data.submission_type,
    language: data.content_locale,
    persons: data.speakers,
    links: data.resources.map(({ resource, description }) => ({ url: resource, title: description })),
    attachments: [],
  }
}

const withTags = (found: Imported, tags: readonly string[]): Imported =>
  'talk' in found ? { ...found, talk: { ...found.talk, tags: [...found.talk.tags, ...tags] } } : found

export function* readPretalxWidget(
  value: unknown,
  file: string,
  fallback: ImportedEvent,
): Generator<Imported> {
  const { talks, speakers, tracks, rooms, timezone, event_start, event_end } = widget.parse(value)
  const event = {
    ...fallback,
    starts: dateOf(event_start),
    ends: dateOf(event_end),
    ...(timezone && { zone: timezone }),
  }
  const roomNames = new Map(named.parse(rooms).map(({ id, name }) => [id, name]))
  const names = new Map(speakers.map(({ code, name }) => [code, name]))
  const trackNames = new Map(tracks.map(({ id, name }) => [id, name]))
  for (const [index, given] of talks.entries()) {
    const where = `${file}, talk ${index + 1}`
    const { data } = widgetTalk.safeParse(given)
    const fields = data && {
      ...data,
      id: undefined,
      date: data.start,
      track: trackNames.get(data.track),
      room: roomNames.get(data.room),
      persons: data.speakers.flatMap((code) => names.get(code) ?? []),
    }
    yield readScheduleTalk(fields ?? given, { event, where })
  }
}
