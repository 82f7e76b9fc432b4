import { dateIn } from '../../../calendar/days.ts'
import type { Now } from '../../../calendar/now.ts'
import type { Event } from '../../../notes/talk.ts'

/** By which clocks the days and times of an event are: its own; if it names no zone, those of whoever asks. */
export const eventZone = ({ zone }: Event, now: Now): string => zone ?? now.zone

/** Which day it is there. */
export const todayAt = (event: Event, now: Now): string => dateIn(eventZone(event, now), now.at)
