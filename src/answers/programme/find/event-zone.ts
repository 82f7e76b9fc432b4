import { dateIn } from '../../../calendar/in-zone.ts'
import type { Now } from '../../../calendar/now.ts'
import type { Event } from '../../../notes/talk.ts'

/** The zone of an event's days and times: its own, or the asker's if it names none. */
export const eventZone = ({ zone }: Event, now: Now): string => zone ?? now.zone

/** Which day it is there. */
export const todayAt = (event: Event, now: Now): string => dateIn(eventZone(event, now), now.at)
