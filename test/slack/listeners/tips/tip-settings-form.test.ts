import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, withDays } from '../../../../src/calendar/days.ts'
import { buildTipSettingsView, type TipForm } from '../../../../src/slack/blocks/tip-settings-view.ts'
import {
  checkTipForm,
  fillTipForm,
  readTipForm,
} from '../../../../src/slack/listeners/tips/tip-settings-form.ts'
import { areaCode, createHolidays } from '../../../../src/tips/settings/holidays.ts'
import type { TipChoice } from '../../../../src/tips/settings/settings.ts'
import { type TipFilter, tipsOf } from '../../../../src/tips/tip.ts'
import type { SlackBlock } from '../../../../src/workspace/records.ts'
import { checkView } from '../../../../src/workspace/server/block-kit/check-blocks.ts'
import { initialValues } from '../../../../src/workspace/server/view-inputs.ts'
import { campTalk } from '../../../corpora/camp.ts'
import { harbourCorpus } from '../../../corpora/harbour.ts'
import { runs } from '../../../helpers/runs.ts'
import { hostileText } from '../../hostile.ts'

const holidays = createHolidays()
const countries = await holidays.countries()
const areas = [
  ...countries,
  ...(await Promise.all(countries.map(({ country }) => holidays.regions(country)))).flat(),
]
const zones = Intl.supportedValuesOf('timeZone')
/** A Saturday. */
const today = '2026-11-28'
const noon = Date.UTC(2026, 10, 28, 11, 30)
const facts = { channelId: 'C012', zone: 'Asia/Kolkata', today, areas, corpus: harbourCorpus }
/** Notes with a tip of all that is asked for. */
const withTipsOf = (filter: TipFilter) => {
  const told = {
    event: { id: 'harbour-2019', name: 'Harbour', ...(filter.kind === 'event' && { id: filter.event }) },
    tags: filter.kind === 'tags' ? filter.tags : [],
    speakers: filter.kind === 'speakers' ? filter.speakers.map((name) => ({ name })) : [],
  }
  return { tips: tipsOf(campTalk('ropes', ['Dry them.'], told)), now: noon }
}

const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 })
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const name = fc.stringMatching(/^[a-zé][a-zé0-9+. -]{0,20}[a-z0-9+]$/)
const names = fc.array(name, { minLength: 1, maxLength: 5 })
const choice: fc.Arbitrary<TipChoice> = fc.record(
  {
    time,
    zone: fc.constantFrom(...zones),
    weekdays,
    filter: fc.oneof(
      fc.constant({ kind: 'all' } as const),
      fc.constant({ kind: 'event', event: 'harbour-2019' } as const),
      names.map((tags) => ({ kind: 'tags', tags }) as const),
      names.map((speakers) => ({ kind: 'speakers', speakers }) as const),
    ),
    skipHolidays: fc
      .constantFrom(...areas)
      .map(({ country, region }) => ({ country, ...(region !== undefined && { region }) })),
    everyOtherWeek: fc.constantFrom('2026-11-23', '2026-11-30'),
    daysOff: fc
      .array(fc.tuple(fc.integer({ min: 2, max: 600 }), fc.nat(20)), { minLength: 1, maxLength: 30 })
      .map((ranges) =>
        withDays(
          [],
          ranges.map(([from, days]) => ({ first: addDays(today, from), last: addDays(today, from + days) })),
        ),
      ),
    pausedUntil: fc.integer({ min: 2, max: 600 }).map((days) => addDays(today, days)),
  },
  { requiredKeys: ['time', 'zone', 'weekdays', 'filter'] },
)

describe('the settings of tips', () => {
  test('come back from the modal as they went in', () => {
    fc.assert(
      fc.property(choice, fc.boolean(), (settings, on) => {
        const form = fillTipForm(settings, { on, events: harbourCorpus.events, today })
        const view = buildTipSettingsView(form, facts)
        expect(checkView(view)).toBeUndefined()
        const read = readTipForm(initialValues(view.blocks as unknown as readonly SlackBlock[]))!
        expect(read.on).toBe(on)
        expect(checkTipForm(read, withTipsOf(settings.filter))).toEqual({ settings })
      }),
      { numRuns: runs(40) },
    )
  })

  test('make a modal that Slack takes, whatever the notes and people say', () => {
    const form: fc.Arbitrary<TipForm> = fc.record({
      on: fc.boolean(),
      time: fc.option(time, { nil: undefined }),
      zone: fc.option(fc.constantFrom(...zones, 'Nowhere/At all'), { nil: undefined }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const),
      weeks: fc.constantFrom('every', '2026-11-23', '2026-11-30', '2020-01-06'),
      daysOff: hostileText,
      pausedUntil: fc.option(fc.constantFrom('2027-01-05', '2020-01-01'), { nil: undefined }),
      holidays: fc.option(fc.constantFrom('XX', ...areas.map(areaCode)), { nil: undefined }),
      source: fc.constantFrom('all', 'event', 'tags', 'speakers'),
      event: fc.option(hostileText, { nil: undefined }),
      tags: hostileText,
      speakers: hostileText,
    })
    const events = fc.array(fc.record({ id: fc.stringMatching(/^[a-z0-9-]{1,255}$/), name: hostileText }), {
      minLength: 1,
      maxLength: 250,
    })
    fc.assert(
      fc.property(form, events, hostileText, (filled, named, paused) => {
        const view = buildTipSettingsView(filled, { ...facts, corpus: { events: named }, paused })
        expect(checkView(view)).toBeUndefined()
        expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000)
      }),
      { numRuns: runs(60) },
    )
  })

  test.each([0, 540, 1_500, 12_000])('name one of %d events', (count) => {
    const events = Array.from({ length: count }, (_, number) => ({
      id: `harbour-${number}`,
      name: `A conference on harbours, the ${number}th time`,
    }))
    const settings = {
      ...{ time: '09:00', zone: 'Europe/Rome', weekdays: [1] as const },
      filter: { kind: 'event', event: events.at(-1)?.id ?? 'harbour' } as const,
    }
    const filled = { ...fillTipForm(settings, { on: true, events, today }), event: settings.filter.event }
    const view = buildTipSettingsView(filled, { ...facts, corpus: { events } })
    expect(checkView(view)).toBeUndefined()
    const read = readTipForm(initialValues(view.blocks as unknown as readonly SlackBlock[]))!
    expect(checkTipForm(read, withTipsOf(settings.filter))).toEqual({ settings })
  })

  test('offer each zone and each area once, and the person’s own zone first', () => {
    const view = buildTipSettingsView(
      fillTipForm(
        { time: '09:00', zone: 'Europe/Rome', weekdays: [1], filter: { kind: 'all' } },
        { on: true, events: [], today },
      ),
      facts,
    )
    const options = (block: string) =>
      (view.blocks as unknown as readonly Selecting[])
        .find(({ block_id }) => block_id === block)!
        .element.option_groups.flatMap((group) => group.options.map(({ value }) => value))
    expect(options('zone').slice(0, 3)).toEqual(['Asia/Kolkata', 'Europe/Rome', 'UTC'])
    for (const block of ['zone', 'holidays']) expect(new Set(options(block)).size).toBe(options(block).length)
    expect(options('zone')).toEqual(expect.arrayContaining(zones))
    expect(options('holidays').toSorted()).toEqual(areas.map(areaCode).toSorted())
  })
})

interface Selecting {
  readonly block_id: string
  readonly element: {
    readonly option_groups: readonly { readonly options: readonly { readonly value: string }[] }[]
  }
}

test('each input that is missing is named', () => {
  const empty = {
    on: true,
    weekdays: [],
    weeks: 'every',
    daysOff: 'soon',
    source: 'event',
    tags: '',
    speakers: '',
  } as const
  const none = { time: undefined, zone: undefined, holidays: undefined, event: undefined }
  expect(checkTipForm({ ...empty, ...none, pausedUntil: '2026-11-27' }, withTipsOf({ kind: 'all' }))).toEqual(
    {
      errors: {
        time: 'Choose a time of day.',
        zone: 'Choose a time zone.',
        weekdays: 'Choose at least one day.',
        daysOff: 'I do not understand “soon”. Write days like 24 Dec to 1 Jan, 6 Jan.',
        pausedUntil: 'That day is over. Choose one to come, or today to end the pause.',
        event: 'Choose an event.',
      },
    },
  )
})
