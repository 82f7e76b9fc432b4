import { z } from 'zod'
import type { Weekday } from '../../../calendar/day-names.ts'
import { addDays, isEvenWeeksFrom, mondayOf } from '../../../calendar/days.ts'
import { describeRange } from '../../../calendar/describe-days.ts'
import { dateIn } from '../../../calendar/in-zone.ts'
import type { Event } from '../../../notes/talk.ts'
import { filterMeant } from '../../../tips/settings/filter-meant.ts'
import { filterProblem } from '../../../tips/settings/filter-problem.ts'
import { areaCode } from '../../../tips/settings/holidays.ts'
import type { HolidayArea, TipChoice, TipSettings } from '../../../tips/settings/settings.ts'
import { asTimeZone } from '../../../tips/settings/time-zone.ts'
import { isSameName, type Tip, type TipFilter } from '../../../tips/tip.ts'
import { readDaysOff } from '../../../tips/words/read-days-off.ts'
import type { TipForm } from '../../blocks/tip-settings-view.ts'

/** The inputs as settings fill them. `today` is `YYYY-MM-DD`. */
export function fillTipForm(
  settings: TipChoice,
  { on, events, today }: { readonly on: boolean; readonly events: readonly Event[]; readonly today: string },
): TipForm {
  const { time, zone, weekdays, skipHolidays, filter, daysOff = [], pausedUntil } = settings
  return {
    on,
    time,
    zone,
    weekdays,
    weeks: weeksOf(settings, today),
    daysOff: daysOff.map(describeRange).join(', '),
    pausedUntil,
    holidays: skipHolidays && areaCode(skipHolidays),
    source: filter.kind,
    event:
      filter.kind === 'event'
        ? events.find(({ id, name }) => isSameName(id, filter.event) || isSameName(name, filter.event))?.id
        : undefined,
    tags: filter.kind === 'tags' ? filter.tags.join(', ') : '',
    speakers: filter.kind === 'speakers' ? filter.speakers.join(', ') : '',
  }
}

/** The Monday, of this week or the next one, that a rhythm of two weeks meets. */
function weeksOf({ everyOtherWeek }: TipChoice, today: string): string {
  if (everyOtherWeek === undefined) return 'every'
  const monday = mondayOf(today)
  return isEvenWeeksFrom(monday, everyOtherWeek) ? monday : addDays(monday, 7)
}

/** What a person has put in so far, from the `state.values` of a view; undefined if they are not those of this form. */
export function readTipForm(stateValues: unknown): TipForm | undefined {
  const values = valuesSchema.safeParse(stateValues).data
  if (values === undefined) return undefined
  const input = (name: string) => Object.values(values[name] ?? {})[0]
  const choice = (name: string) => input(name)?.selected_option?.value
  const chosenOnes = choices.safeParse({
    weekdays: (input('weekdays')?.selected_options ?? []).map(({ value }) => Number(value)),
    weeks: choice('weeks') ?? 'every',
    source: choice('source') ?? 'all',
  }).data
  if (chosenOnes === undefined) return undefined
  return {
    on: choice('state') === 'on',
    time: input('time')?.selected_time ?? undefined,
    zone: asTimeZone(choice('zone') ?? ''),
    ...chosenOnes,
    daysOff: input('daysOff')?.value ?? '',
    pausedUntil: input('pausedUntil')?.selected_date ?? undefined,
    holidays: choice('holidays'),
    event: choice('event') ?? (input('event')?.value?.trim() || undefined),
    tags: input('tags')?.value ?? '',
    speakers: input('speakers')?.value ?? '',
  }
}

/** The settings of a form, or what is wrong with it: for each input at fault, by name, a sentence. */
export function checkTipForm(
  form: TipForm,
  {
    tips,
    now,
  }: {
    /** All tips of the notes being served. */
    readonly tips: readonly Tip[]
    /** Epoch milliseconds. */
    readonly now: number
  },
): { readonly settings: TipChoice } | { readonly errors: Readonly<Record<string, string>> } {
  const { time, zone, weekdays, source: kind } = form
  const typed = filterOf(form)
  const filter = typed && filterMeant(typed, tips)
  // What is switched off may wait for its notes.
  const problem = filter && form.on ? filterProblem(filter, tips) : undefined
  const today = dateIn(zone ?? 'UTC', now)
  const off = readDaysOff(form.daysOff, today)
  const pausedUntil = form.pausedUntil === today ? undefined : form.pausedUntil
  const errors = {
    ...(time === undefined && { time: 'Choose a time of day.' }),
    ...(zone === undefined && { zone: 'Choose a time zone.' }),
    ...(weekdays.length === 0 && { weekdays: 'Choose at least one day.' }),
    ...('problem' in off && { daysOff: off.problem }),
    ...(pausedUntil !== undefined &&
      pausedUntil < today && {
        pausedUntil: 'That day is over. Choose one to come, or today to end the pause.',
      }),
    ...(filter === undefined && { [kind]: missing[kind] }),
    ...(problem !== undefined && { [kind === 'all' ? 'source' : kind]: problem }),
  }
  if (time === undefined || zone === undefined || filter === undefined || 'problem' in off) return { errors }
  if (Object.keys(errors).length > 0) return { errors }
  return {
    settings: {
      time,
      zone,
      weekdays,
      filter,
      ...(form.holidays && { skipHolidays: areaOf(form.holidays) }),
      ...(form.weeks !== 'every' && { everyOtherWeek: form.weeks }),
      ...(off.daysOff.length > 0 && { daysOff: off.daysOff }),
      ...(pausedUntil !== undefined && { pausedUntil }),
    },
  }
}

const missing: Readonly<Record<TipFilter['kind'], string>> = {
  all: '',
  event: 'Choose an event.',
  tags: 'Name a tag, or several with commas between.',
  speakers: 'Name a speaker, or several with commas between.',
}

function filterOf({ source: kind, event, tags, speakers }: TipForm): TipFilter | undefined {
  switch (kind) {
    case 'all':
      return { kind }
    case 'event':
      return event === undefined ? undefined : { kind, event }
    case 'tags':
      return names(tags).length === 0 ? undefined : { kind, tags: names(tags) }
    case 'speakers':
      return names(speakers).length === 0 ? undefined : { kind, speakers: names(speakers) }
  }
}

const names = (typed: string): readonly string[] =>
  typed
    .split(/[,;\n]/)
    .map((name) => name.trim().replace(/^#+(?=.)/, ''))
    .filter((name) => name !== '')

/** areaOf('US-CA') // => { country: 'US', region: 'CA' } */
function areaOf(code: string): HolidayArea {
  const [country = '', ...region] = code.split('-')
  return region.length === 0 ? { country } : { country, region: region.join('-') }
}

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]) satisfies z.ZodType<Weekday>
const weeks = z.union([z.literal('every'), z.iso.date()])
const source = z.enum(['all', 'event', 'tags', 'speakers']) satisfies z.ZodType<TipSettings['filter']['kind']>
const choices = z.object({ weekdays: z.array(weekday), weeks, source })
const chosen = z.object({ value: z.string() })
const valuesSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_time: z.iso.time({ precision: -1 }).nullish(),
      selected_date: z.iso.date().nullish(),
      selected_option: chosen.nullish(),
      selected_options: z.array(chosen).nullish(),
    }),
  ),
)
