import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Weekday } from '../../../src/calendar/day-names.ts'
import { everyDay, weekend, workingDays } from '../../../src/tips/settings/settings.ts'
import { parseTipsCommand, tipsExamples } from '../../../src/tips/words/parse-tips-command.ts'
import type { TipsCommand } from '../../../src/tips/words/tips-command.ts'
import { runs } from '../../helpers/runs.ts'

const change = (more: object): TipsCommand => ({ kind: 'change', on: true, ...more })
const adjust = (more: object): TipsCommand => ({ kind: 'change', on: false, ...more })
const tags = (...tags: string[]) => ({ filter: { kind: 'tags', tags } })

describe('words about tips', () => {
  test.each<[string, TipsCommand]>([
    ['', { kind: 'settings' }],
    ['help', { kind: 'help', examples: tipsExamples }],
    ['Help please', { kind: 'help', examples: tipsExamples }],
    ['?', { kind: 'help', examples: tipsExamples }],
    ['  settings ', { kind: 'settings' }],
    ['off', { kind: 'off' }],
    ['Stop', { kind: 'off' }],
    ['now', { kind: 'now' }],
    ['status', { kind: 'status' }],
    ['when is the next one?', { kind: 'status' }],
    ['what time does the daily tip come', { kind: 'status' }],
    ['on', change({})],
    ['on weekdays at 9:30', change({ weekdays: workingDays, time: '09:30' })],
    ['every monday and thursday at 8am', change({ weekdays: [1, 4], time: '08:00' })],
    ['daily at 17:00 Europe/Rome', change({ weekdays: everyDay, time: '17:00', zone: 'Europe/Rome' })],
    [
      'on mondays, wednesdays and fri at noon in utc',
      change({ weekdays: [1, 3, 5], time: '12:00', zone: 'UTC' }),
    ],
    ['mon-fri 17h30', change({ weekdays: workingDays, time: '17:30' })],
    ['m-f 9am CET', change({ weekdays: workingDays, time: '09:00', zone: 'Europe/Paris' })],
    ['timezone Kyiv', { kind: 'change', on: false, zone: 'Europe/Kyiv' }],
    ['time zone: Europe/Berlin', { kind: 'change', on: false, zone: 'Europe/Berlin' }],
    ['on mondays at 9 tz CET', change({ weekdays: [1], time: '09:00', zone: 'Europe/Paris' })],
    ['every day but fridays at 9', change({ weekdays: [1, 2, 3, 4, 6, 7], time: '09:00' })],
    ['tue/thu 9:30 Berlin', change({ weekdays: [2, 4], time: '09:30', zone: 'Europe/Berlin' })],
    [
      'on weekdays at 9 in new york',
      change({ weekdays: workingDays, time: '09:00', zone: 'America/New_York' }),
    ],
    [
      'daily 8am PST about kivy',
      change({
        weekdays: everyDay,
        time: '08:00',
        zone: 'America/Los_Angeles',
        filter: { kind: 'tags', tags: ['kivy'] },
      }),
    ],
    ['friday to monday at 9.30', change({ weekdays: [1, 5, 6, 7], time: '09:30' })],
    ['every day at 12am', change({ weekdays: everyDay, time: '00:00' })],
    ['weekends at 12 p.m.', change({ weekdays: weekend, time: '12:00' })],
    ['at 9', change({ time: '09:00' })],
    ['Could you please, daily at 9, thank you', change({ weekdays: everyDay, time: '09:00' })],
    ['on weekdays at 9:30 please', change({ weekdays: workingDays, time: '09:30' })],
    ['midnight', change({ time: '00:00' })],
    ['america/new_york', adjust({ zone: 'America/New_York' })],
    ['skip holidays in Italy', adjust({ holidays: { area: 'Italy' } })],
    ['except public holidays in US-CA', adjust({ holidays: { area: 'US-CA' } })],
    [
      'skip holidays in Trinidad and Tobago at 9',
      change({ holidays: { area: 'Trinidad and Tobago' }, time: '09:00' }),
    ],
    ['include holidays', adjust({ holidays: 'none' })],
    ['about flask', adjust(tags('flask'))],
    ['from #flask, #web', adjust(tags('flask', 'web'))],
    ['about code review and c++, at 9', change({ ...tags('code review', 'c++'), time: '09:00' })],
    ['from europython-2012', adjust({ filter: { kind: 'event', event: 'europython-2012' } })],
    [
      'from EuroPython 2012 on mondays',
      change({ filter: { kind: 'event', event: 'EuroPython 2012' }, weekdays: [1] }),
    ],
    ['by Alex Martelli', adjust({ filter: { kind: 'speakers', speakers: ['Alex Martelli'] } })],
    ['from all notes', adjust({ filter: { kind: 'all' } })],
    ['about everything', adjust({ filter: { kind: 'all' } })],
  ])('%j', (text, expected) => {
    expect(parseTipsCommand(text)).toEqual(expected)
  })

  test.each<[text: string, part: string]>([
    ['hello', 'hello'],
    ['on weekdays at 25:00', 'at 25:00'],
    ['at 13pm', 'at 13pm'],
    ['when writing tests', 'when writing tests'],
    ['at 9:60', 'at 9:60'],
    ['on weekdays at 9:30 sharp', 'sharp'],
    ['at 9 at 10', 'at 10'],
    ['every second day', 'every second day'],
    ['daily Mars/Olympus', 'Mars/Olympus'],
    ['skip holidays', 'skip holidays'],
    ['about', 'about'],
    ['on weekdays and', 'and'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('%j is not understood, from %j on', (text, part) => {
    expect(parseTipsCommand(text)).toEqual({ kind: 'not-understood', part, examples: tipsExamples })
  })

  test('its own examples are understood', () => {
    for (const example of tipsExamples) expect(parseTipsCommand(example).kind).not.toBe('not-understood')
  })

  test('any text has an answer', () => {
    const words = fc.constantFrom(
      'on',
      'at',
      'every',
      'in',
      'skip',
      'holidays',
      'about',
      'from',
      'by',
      ',',
      'and',
      '9',
      'mon-',
      '-',
      '#',
      'to',
      'monday',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const command = parseTipsCommand(text)
        if (command.kind === 'not-understood') expect(command.part).not.toBe('')
      }),
      { numRuns: runs(500) },
    )
  })

  test('clauses mean the same in any order', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const order = fc.shuffledSubarray(['days', 'time', 'zone', 'holidays', 'filter'] as const, {
      minLength: 1,
    })
    fc.assert(
      fc.property(order, days, time, fc.boolean(), (order, days, [hour, minute], commas) => {
        const said = {
          days: `every ${days.map((day) => names[day - 1]).join(' and ')}`,
          time: `at ${hour}:${String(minute).padStart(2, '0')}`,
          zone: 'Asia/Kathmandu',
          holidays: 'skip holidays in United Kingdom',
          filter: 'about web framework, testing',
        }
        const meant = {
          days: { weekdays: days.toSorted((a, b) => a - b) as Weekday[] },
          time: { time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` },
          zone: { zone: 'Asia/Kathmandu' },
          holidays: { holidays: { area: 'United Kingdom' } },
          filter: tags('web framework', 'testing'),
        }
        const text = order.map((clause) => said[clause]).join(commas ? ', ' : ' ')
        const on = order.includes('days') || order.includes('time')
        expect(parseTipsCommand(text)).toEqual(
          Object.assign(on ? change({}) : adjust({}), ...order.map((clause) => meant[clause])),
        )
      }),
    )
  })
})

test.each(['IST', 'CST', 'bst', 'in IST'])('“%s” is asked back, not guessed', (zone) => {
  expect(parseTipsCommand(`on at 9:30 ${zone}`)).toMatchObject({
    kind: 'which-zone',
    name: zone.replace('in ', ''),
    zones: expect.arrayContaining([expect.stringContaining('/')]),
  })
})
