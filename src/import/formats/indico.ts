import { z } from 'zod'
import { UnreadableInput } from '../read/input.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import { forgivingList, looseText } from './loose-fields.ts'
import { readScheduleTalk } from './schedule-talk.ts'

const moment = z.object({ date: looseText, time: looseText.catch(''), tz: looseText.catch('') })
const person = z.object({ first_name: looseText, last_name: looseText, fullName: looseText, name: looseText })
const attachment = z.object({ title: looseText, download_url: looseText, link_url: looseText })
const folder = z.object({ title: looseText, attachments: forgivingList(attachment) })
const contribution = z.looseObject({
  id: looseText,
  title: looseText,
  startDate: moment.nullish().catch(undefined),
  endDate: moment.nullish().catch(undefined),
  duration: looseText.catch(''),
  room: looseText.catch(''),
  roomFullname: looseText.catch(''),
  description: looseText.catch(''),
  track: looseText.catch(''),
  session: looseText.catch(''),
  type: looseText.catch(''),
  speakers: forgivingList(person),
  primaryauthors: forgivingList(person),
  folders: forgivingList(folder),
  url: looseText.catch(''),
})
const conference = z.looseObject({
  _type: z.string(),
  id: looseText.catch(''),
  type: looseText.catch(''),
  title: looseText,
  category: looseText.catch(''),
  startDate: moment.nullish().catch(undefined),
  endDate: moment.nullish().catch(undefined),
  location: looseText.catch(''),
  url: looseText.catch(''),
  chairs: forgivingList(person),
  /** Left out by indico, unless they are asked for. */
  contributions: z.array(z.unknown()).optional(),
  sessions: forgivingList(z.looseObject({ contributions: forgivingList(z.unknown()) })),
})
const document = z
  .object({ _type: z.literal('HTTPAPIResult').optional(), results: z.array(conference).min(1) })
  .refine((given) => given._type !== undefined || given.results.every((one) => one.contributions))

/** What indico's API gives at `/export/event/….json?detail=contributions`, and of a category at `/export/categ/….json`. */
export const isIndico = (value: unknown): boolean => document.safeParse(value).success

export function* readIndico(value: unknown, file: string, fallback: ImportedEvent): Generator<Imported> {
  const given = document.parse(value).results
  const without = given.filter((one) => contributionsIn(one) === undefined && !isLecture(one)).length
  const advice = 'export it once more with ?detail=contributions behind its address'
  if (without === given.length)
    throw new UnreadableInput(`it is an export of indico without the contributions; ${advice}`)
  if (without > 0) yield { hint: `${file} has ${without} of its events without contributions; ${advice}.` }
  for (const [index, one] of given.entries()) {
    const where = `${file}, event ${index + 1}`
    const contributions = contributionsIn(one)
    if (contributions) yield* contributionsOf(one, contributions, file)
    else if (isLecture(one))
      yield readScheduleTalk(
        { ...fieldsOf(contribution.parse({ ...one, type: '', speakers: one.chairs })), id: one.id },
        { event: one.category ? { name: one.category } : fallback, where },
      )
  }
}

/** With those of its sessions, which `?detail=sessions` sorts them by; undefined if it was exported without any. */
function contributionsIn({
  contributions,
  sessions,
}: z.infer<typeof conference>): readonly unknown[] | undefined {
  const all = [...(contributions ?? []), ...sessions.flatMap((one) => one.contributions)]
  // What stands in both is the same, field by field.
  const distinct = new Map(all.map((one) => [JSON.stringify(one), one]))
  return contributions === undefined && all.length === 0 ? undefined : [...distinct.values()]
}

/** A lecture, which indico also calls a simple event, is given by whoever chairs it; a meeting with a chair is none. */
const isLecture = ({ _type, type }: z.infer<typeof conference>): boolean =>
  /lecture|simple_?event/i.test(`${_type} ${type}`)

function* contributionsOf(
  given: z.infer<typeof conference>,
  contributions: readonly unknown[],
  file: string,
): Generator<Imported> {
  const event = {
    name: given.title,
    ...(given.startDate?.date && { starts: given.startDate.date }),
    ...(given.endDate?.date && { ends: given.endDate.date }),
    ...(given.location && { place: given.location }),
    ...(given.url && { url: given.url }),
    ...(given.startDate?.tz && { zone: given.startDate.tz }),
  }
  const seen = new Set<string>()
  for (const [index, one] of contributions.entries()) {
    const where = `${file}, contribution ${index + 1}`
    const { data } = contribution.safeParse(one)
    // Ids count from 1 in each event, and some exports repeat them.
    const id = data && seen.has(data.id) ? `${data.id}/${data.title}` : data?.id
    if (data) seen.add(data.id)
    yield readScheduleTalk(data ? { ...fieldsOf(data), id } : one, { event, where })
  }
}

const fieldsOf = (data: z.infer<typeof contribution>): Readonly<Record<string, unknown>> => ({
  title: data.title,
  date: data.startDate?.date ?? '',
  start: data.startDate?.time ?? '',
  end: data.endDate?.time ?? '',
  duration: data.duration,
  room: data.roomFullname || data.room,
  track: data.track || data.session,
  type: data.type,
  abstract: data.description,
  url: data.url,
  persons: (data.speakers.length > 0 ? data.speakers : data.primaryauthors).map(nameOf),
  attachments: data.folders.flatMap(({ title, attachments }) =>
    attachments.map((one) => ({ url: one.download_url || one.link_url, title: one.title, type: title })),
  ),
})

/** `fullName` is `Example, Ada`. */
const nameOf = ({ first_name, last_name, fullName, name }: z.infer<typeof person>): string =>
  `${first_name} ${last_name}`.trim() || name || fullName.split(/,\s*/).toReversed().join(' ')
