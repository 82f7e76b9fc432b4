import { describe, expect, test } from 'vitest'
import { createHolidays, UnknownAreaError } from '../../../src/tips/settings/holidays.ts'

const holidays = createHolidays()

describe('public holidays', () => {
  test.each<
    [why: string, country: string, region: string | undefined, date: string, name: string | undefined]
  >([
    ['a fixed day', 'IT', undefined, '2026-12-08', 'Immaculate Conception'],
    ['an ordinary day', 'IT', undefined, '2026-12-09', undefined],
    ['a day that moves with Easter', 'IT', undefined, '2026-04-06', 'Easter Monday'],
    ['a day of one region', 'US', 'CA', '2026-03-31', 'César Chávez Day'],
    ['and not of the others', 'US', 'NY', '2026-03-31', undefined],
    ['a substitute day', 'GB', 'ENG', '2026-12-28', 'Boxing Day (substitute day)'],
    [
      'a calendar that is not ours, first day',
      'SA',
      undefined,
      '2026-05-26',
      'Feast of the Sacrifice (Eid al-Adha)',
    ],
    ['and last day', 'SA', undefined, '2026-05-29', 'Feast of the Sacrifice (Eid al-Adha)'],
    ['and the day after', 'SA', undefined, '2026-05-30', undefined],
    [
      'a holiday that began in the year before',
      'SA',
      undefined,
      '2007-01-02',
      'Feast of the Sacrifice (Eid al-Adha)',
    ],
    ['a holiday of an afternoon is a working day', 'IS', undefined, '2026-12-24', undefined],
  ])('%s', async (_, country, region, date, name) => {
    const calendar = await holidays.calendar(region ? { country, region } : { country })
    expect(calendar(date)).toBe(name)
  })

  test('of no area are none', async () => {
    expect((await holidays.calendar(undefined))('2026-12-25')).toBeUndefined()
  })

  test('of an area that is none are an error, not silence', async () => {
    await expect(holidays.calendar({ country: 'XX' })).rejects.toThrow(UnknownAreaError)
    await expect(holidays.calendar({ country: 'US', region: 'ZZ' })).rejects.toThrow('US-ZZ')
  })
})

describe('areas', () => {
  test('are listed by their English names', async () => {
    const countries = (await holidays.countries()).map(({ name }) => name)
    expect(countries.length).toBeGreaterThan(190)
    expect(countries).toContain('Italy')
    expect(countries).toEqual(countries.toSorted((a, b) => a.localeCompare(b, 'en')))
    expect((await holidays.regions('US')).map(({ name }) => name)).toContain('California, United States')
    expect(await holidays.regions('XX')).toEqual([])
  })

  test.each([
    ['Italy', 'IT'],
    ['italia', 'IT'],
    ['it', 'IT'],
    ['the UK', 'GB'],
    ['United States', 'US'],
    ['US-CA', 'US-CA'],
    ['california', 'US-CA'],
    ['Bavaria', 'DE-BY'],
    ['Hamburg', 'DE-HH'],
    ['Steiermark', 'AT-6'],
    ['Zürich, Switzerland', 'CH-ZH'],
    ['Georgia', 'GE'],
    ['Punjab', undefined],
    ['Punjab, India', 'IN-PB'],
    ['Atlantis', undefined],
    ['', undefined],
  ])('%j is found as %s', async (text, code) => {
    const area = await holidays.findArea(text)
    expect(area && [area.country, area.region].filter(Boolean).join('-')).toBe(code)
  })
})
