import { expect, onTestFinished, test, vi } from 'vitest'
import { machineZone } from '../../../src/tips/settings/time-zone.ts'

test.each([
  ['Europe/Rome', 'Europe/Rome'],
  ['UTC', 'UTC'],
  ['America/New_York', 'America/New_York'],
  // What Node says if TZ is no name of a zone, or empty.
  [undefined, undefined],
  ['Etc/Unknown', undefined],
  ['+03:00', undefined],
])('where Node says that the time zone is %s, it is %s', (said, zone) => {
  const options = new Intl.DateTimeFormat().resolvedOptions()
  const spy = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
  onTestFinished(() => spy.mockRestore())
  spy.mockReturnValueOnce({ ...options, timeZone: said as string })
  expect(machineZone()).toBe(zone)
})
