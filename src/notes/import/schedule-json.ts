import { z } from 'zod'
import type { Imported } from './imported-talk.ts'
import { looseText } from './record-fields.ts'
import { readScheduleTalk, scheduleEvent } from './schedule-talk.ts'

const document = z.object({
  schedule: z.object({
    base_url: looseText,
    url: looseText,
    conference: z.looseObject({
      days: z.array(z.object({ date: looseText, rooms: z.record(z.string(), z.array(z.unknown())) })),
    }),
  }),
})

export const isScheduleJson = (value: unknown): boolean => document.safeParse(value).success

/** Every talk of a schedule that frab or pretalx exported as JSON; `file` is its name for messages. */
export function* readScheduleJson(value: unknown, file: string, eventName: string): Generator<Imported> {
  const { schedule } = document.parse(value)
  const { days, ...conference } = schedule.conference
  const event = scheduleEvent(conference, eventName)
  for (const [index, { date, rooms }] of days.entries())
    for (const [room, talks] of Object.entries(rooms))
      for (const [number, talk] of talks.entries())
        yield readScheduleTalk(talk, {
          event,
          where: `${file}, day ${index + 1}, ${room}, talk ${number + 1}`,
          day: date,
          baseUrl: schedule.base_url || schedule.url,
        })
}
