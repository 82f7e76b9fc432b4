import { expect, test } from 'vitest'
import { laterBy, minutesIn, momentIn, timesIn } from '../../../../src/notes/foreign/dates/written-times.ts'

test.each([
  ['2026-12-01T10:30:00+01:00', { date: '2026-12-01', time: '10:30', zone: '+01:00' }],
  ['2026-12-01T10:30:00+0100', { date: '2026-12-01', time: '10:30', zone: '+01:00' }],
  ['20261201T103000Z', { date: '2026-12-01', time: '10:30', zone: 'UTC' }],
  ['2026-12-01 10:30', { date: '2026-12-01', time: '10:30' }],
  ['1 December 2026, 9 am', { date: '2026-12-01', time: '09:00' }],
  ['2026-12-01', { date: '2026-12-01' }],
  ['2026-12-01T00:00:00Z', { date: '2026-12-01' }],
  ['10:30', { time: '10:30' }],
  ['2026-12-01T99:30', { date: '2026-12-01' }],
  ['soon', {}],
])('the moment of %j is %j', (text, moment) => {
  expect(momentIn(text)).toEqual(moment)
})

test.each([
  ['10:00', { starts: '10:00' }],
  ['10:00 AM - 10:45 AM', { starts: '10:00', ends: '10:45' }],
  ['1:00–2:30 PM', { starts: '13:00', ends: '14:30' }],
  ['11:30-12:15pm', { starts: '11:30', ends: '12:15' }],
  ['9h30', { starts: '09:30' }],
  ['09:30:00', { starts: '09:30' }],
  ['30.11.2026 11:15', { starts: '11:15' }],
  ['11/30/2026 2:15 PM', { starts: '14:15' }],
  ['2026-12-01 10:30-11:15', { starts: '10:30', ends: '11:15' }],
  ['2026-12-01 10:30 – 11:15, Hall 2', { starts: '10:30', ends: '11:15' }],
  ['2026-12-01 10:30-04:00', { starts: '10:30' }],
  ['2026-12-01T10:30:00-11:00', { starts: '10:30' }],
  ['room 12', {}],
  ['25:00', {}],
])('the times of %j are %j', (text, times) => {
  expect(timesIn(text)).toEqual(times)
})

test.each([
  ['45', 45],
  ['00:45', 45],
  ['1h 30m', 90],
  ['PT45M', 45],
  ['50 minutes', 50],
  ['long', undefined],
  ['', undefined],
])('%j takes %j minutes', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes)
})

test('an end may be on the day after', () => {
  expect(laterBy('23:30', 60)).toBe('00:30')
})
