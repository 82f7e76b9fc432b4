import { z } from 'zod'
import { withDays } from '../../calendar/days.ts'
import type { TipSettings } from './settings.ts'
import { asTimeZone } from './time-zone.ts'

/** Settings as the store gave them back. @throws if they are none: a row that somebody else wrote */
export const parseTipSettings = (stored: unknown): TipSettings => settingsSchema.parse(stored)

/** As `parseTipSettings`; settings that cannot be read count as none: they are then made again. */
export const readTipSettings = (stored: unknown): TipSettings | undefined =>
  settingsSchema.safeParse(stored).data

const name = z.string().min(1)
const isoDate = z.iso.date()

const settingsSchema = z.object({
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string().refine((zone) => asTimeZone(zone) !== undefined, 'not a time zone'),
  weekdays: z
    .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
    .min(1)
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
  skipHolidays: z.object({ country: name, region: name.optional() }).optional(),
  everyOtherWeek: isoDate.optional(),
  daysOff: z
    .array(z.object({ first: isoDate, last: isoDate }).refine(({ first, last }) => first <= last))
    .transform((ranges) => withDays([], ranges))
    .optional(),
  pausedUntil: isoDate.optional(),
  filter: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('event'), event: name }),
    z.object({ kind: z.literal('tags'), tags: z.array(name).min(1) }),
    z.object({ kind: z.literal('speakers'), speakers: z.array(name).min(1) }),
  ]),
  since: z.int(),
  request: z.string().optional(),
})
