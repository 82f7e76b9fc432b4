import { z } from 'zod'
import type { Imported } from '../talk/imported-talk.ts'
import { explainRecord, forgivingList, looseText } from './loose-fields.ts'
import { readScheduleTalk, type ScheduleContext, scheduleEvent } from './schedule-talk.ts'

const document = z.object({
  schedule: z
    .object({
      base_url: looseText,
      url: looseText,
      conference: z.looseObject({ days: z.array(z.unknown()).optional() }),
      // Version 2, as the hub of the CCC gives it, lists all talks in one place.
      events: z.array(z.unknown()).optional(),
    })
    .refine(({ conference, events }) => conference.days !== undefined || events !== undefined),
})

const day = z.object({ date: looseText, rooms: z.unknown().optional() })
const roomsOfDay = z.record(z.string(), z.unknown(), 'rooms: holds no lists of talks')
const newTalk = z.looseObject({
  start: looseText,
  participants: forgivingList(z.object({ name: looseText, role: looseText })),
})
const talksOfRoom = z.array(z.unknown())

export const isScheduleJson = (value: unknown): boolean => document.safeParse(value).success

/** Every talk of a schedule that frab or pretalx exported as JSON; `file` is its name for messages. */
export function* readScheduleJson(value: unknown, file: string, eventName: string): Generator<Imported> {
  const { schedule } = document.parse(value)
  const { days, ...conference } = schedule.conference
  const event = scheduleEvent(conference, eventName)
  const baseUrl = schedule.base_url || schedule.url
  if (schedule.events) {
    for (const [index, talk] of schedule.events.entries())
      yield readScheduleTalk(withOldNames(talk), { event, where: `${file}, talk ${index + 1}`, baseUrl })
    return
  }
  for (const [index, given] of (days ?? []).entries()) {
    if (isNothing(given)) continue
    const where = `${file}, day ${index + 1}`
    const { data, error } = day.safeParse(given)
    const rooms = roomsOfDay.safeParse(isNothing(data?.rooms) ? {} : data?.rooms)
    const problem = error ?? rooms.error
    if (problem) yield { bad: { where, reason: explainRecord(problem) } }
    else yield* readRooms(rooms.data ?? {}, { event, where, day: data?.date, baseUrl })
  }
}

function* readRooms(rooms: Readonly<Record<string, unknown>>, context: ScheduleContext): Generator<Imported> {
  for (const [room, given] of Object.entries(rooms)) {
    if (isNothing(given)) continue
    const where = `${context.where}, ${room}`
    const { data, error } = talksOfRoom.safeParse(given)
    if (error) yield { bad: { where, reason: explainRecord(error) } }
    for (const [index, talk] of (data ?? []).entries())
      yield readScheduleTalk(talk, { ...context, room, where: `${where}, talk ${index + 1}` })
  }
}

/** A talk of version 2 with the fields of version 1. */
function withOldNames(talk: unknown): unknown {
  const { data } = newTalk.safeParse(talk)
  if (!data) return talk
  const { start, participants, ...fields } = data
  const persons = participants.filter(({ role }) => role === '' || /speaker|person|presenter/i.test(role))
  return { ...fields, date: start, ...(persons.length > 0 && { persons: persons.map(({ name }) => name) }) }
}

/** Exports write null, [] or {} for a day or room of which there is nothing. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
