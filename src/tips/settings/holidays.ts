import type Library from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import { foldName } from '../../text/fold.ts'
import { madeOnce } from '../../text/remembering.ts'
import type { HolidayArea } from './settings.ts'

/** The name of the public holiday on a local date (`YYYY-MM-DD`), or undefined on any other day. */
export type HolidayCalendar = (date: string) => string | undefined

export const noHolidays: HolidayCalendar = () => undefined

export interface NamedArea extends HolidayArea {
  /** E.g. `Italy` or `California, United States`. */
  readonly name: string
}

/** Which days are public holidays, everywhere. */
export interface Holidays {
  /** The calendar of an area; of none at all if the area is undefined. @throws {UnknownAreaError} */
  calendar(area: HolidayArea | undefined): Promise<HolidayCalendar>
  /** All countries, by name. */
  countries(): Promise<readonly NamedArea[]>
  /** The parts of a country that have holidays of their own, by name; often none. */
  regions(country: string): Promise<readonly NamedArea[]>
  /** For people; the code if the library does not know the area. */
  areaName(area: HolidayArea): Promise<string>
  /** What a person means by `Italy`, `it`, `UK`, `US-CA` or `California`: undefined if it is none or several. */
  findArea(text: string): Promise<NamedArea | undefined>
}

/** The area is none that the holiday library knows. */
export class UnknownAreaError extends Error {
  override readonly name = 'UnknownAreaError'
  readonly code = 'unknown-holiday-area'
  readonly area: HolidayArea

  constructor(area: HolidayArea) {
    super(`No holidays are known for "${areaCode(area)}". Choose a country or region from the list.`)
    this.area = area
  }
}

/** areaCode({ country: 'US', region: 'CA' }) // => 'US-CA' */
export const areaCode = ({ country, region }: HolidayArea) =>
  region === undefined ? country : `${country}-${region}`

/** Backed by the date-holidays library: large, so it is loaded with the first use. */
export function createHolidays(): Holidays {
  const library = madeOnce(async () => (await import('date-holidays')).default)
  const areas = madeOnce(async () => listAreas(await library()))
  const calendars = new Map<string, HolidayCalendar>()

  return {
    async calendar(area) {
      if (area === undefined) return noHolidays
      const code = areaCode(area)
      if (!calendars.has(code)) {
        if (!(await areas()).some((known) => areaCode(known) === code)) throw new UnknownAreaError(area)
        calendars.set(code, openCalendar(await library(), area))
      }
      return calendars.get(code)!
    },
    countries: async () => (await areas()).filter(({ region }) => region === undefined),
    regions: async (country) =>
      (await areas()).filter((area) => area.country === country && area.region !== undefined),
    async areaName(area) {
      return (await areas()).find((known) => areaCode(known) === areaCode(area))?.name ?? areaCode(area)
    },
    async findArea(text) {
      const wanted = foldArea(text)
      const found = (await areas()).filter((area) => area.names.some((name) => foldArea(name) === wanted))
      // Georgia is a country and a state: the country is meant. Punjab is in India and in Pakistan: one must say which.
      const countries = found.filter(({ region }) => region === undefined)
      return countries.length === 1 ? countries[0] : found.length === 1 ? found[0] : undefined
    },
  }
}

interface KnownArea extends NamedArea {
  /** What people call it, its code among them. */
  readonly names: readonly string[]
}

/** By name, each country followed by its regions. */
function listAreas(library: typeof Library): readonly KnownArea[] {
  const lists = new library()
  const english = new Intl.DisplayNames('en', { type: 'region' })
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short' })
  const inEnglish = lists.getCountries('en')
  const native = lists.getCountries()
  const countries = Object.keys(inEnglish).map((country): KnownArea => {
    const name = english.of(country) ?? inEnglish[country]!
    return {
      country,
      name,
      names: [country, name, short.of(country) ?? name, inEnglish[country]!, native[country]!],
    }
  })
  return byName(countries).flatMap((country) => [country, ...byName(regionsOf(country, lists))])
}

function regionsOf({ country, name }: KnownArea, lists: Library): readonly KnownArea[] {
  const native = lists.getStates(country) ?? {}
  return Object.entries(lists.getStates(country, 'en') ?? {}).map(([region, part]) => {
    const code = areaCode({ country, region })
    const called = [part, native[region] ?? part, ...(alsoCalled[code] ?? [])]
    const parts = [...called, ...called.map((one) => one.replace(kindOfRegion, ''))]
    return {
      country,
      region,
      name: `${part}, ${name}`,
      names: [code, ...parts, ...parts.map((one) => `${one}, ${name}`)],
    }
  })
}

/** `Canton of Bern`, `Hansestadt Hamburg`: people leave it out. */
const kindOfRegion =
  /^(?:canton of|hansestadt|ciudad de|comunidad de|département(?: et région d'outre-mer)?) |(?: \p{L}+)? community$| region$/iu

/** English names that the library lacks, by code. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'BE-BRU': ['Brussels'],
  'BE-VLG': ['Flanders'],
  'BE-WAL': ['Wallonia'],
  'DE-BW': ['Baden-Wuerttemberg'],
  'DE-BY': ['Bavaria'],
  'DE-HE': ['Hesse'],
  'DE-MV': ['Mecklenburg-Western Pomerania'],
  'DE-NI': ['Lower Saxony'],
  'DE-NW': ['North Rhine-Westphalia', 'NRW'],
  'DE-RP': ['Rhineland-Palatinate'],
  'DE-SN': ['Saxony'],
  'DE-ST': ['Saxony-Anhalt'],
  'DE-TH': ['Thuringia'],
  'ES-AN': ['Andalusia'],
  'ES-NC': ['Navarre'],
  'ES-VC': ['Valencia'],
  'IT-32': ['South Tyrol', 'Alto Adige'],
}

const byName = (areas: readonly KnownArea[]) => areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))

function openCalendar(library: typeof Library, { country, region }: HolidayArea): HolidayCalendar {
  const options = { types: ['public' as const], languages: ['en'] }
  const rules = region === undefined ? new library(country, options) : new library(country, region, options)
  const years = new Map<number, ReadonlyMap<string, string>>()
  return (date) => {
    const year = Number.parseInt(date, 10)
    if (!years.has(year))
      years.set(year, datesOf([year - 1, year].flatMap((y) => rules.getHolidays(y) ?? [])))
    return years.get(year)!.get(date)
  }
}

interface Holiday {
  /** Local, `YYYY-MM-DD hh:mm:ss`, with an offset if the calendar is not the Gregorian one. */
  readonly date: string
  readonly start: Date
  readonly end: Date
  readonly name: string
}

/** Every whole day of every holiday. Half days, such as an afternoon of 24 December, are working days too. */
function datesOf(holidays: readonly Holiday[]): ReadonlyMap<string, string> {
  return new Map(
    holidays.flatMap(({ date, start, end, name }) => {
      const days = Math.floor((end.getTime() - start.getTime() + hour) / (24 * hour))
      const first = Temporal.PlainDate.from(date.slice(0, 10))
      return Array.from({ length: days }, (_, i): [string, string] => [
        first.add({ days: i }).toString(),
        name,
      ])
    }),
  )
}

/** If the clocks change during a holiday, it is an hour shorter. */
const hour = 60 * 60 * 1000

/** `Trinidad & Tobago` and `the Netherlands` are the same as people say them otherwise. */
const foldArea = (name: string) => foldName(name.replaceAll('&', ' and ')).replace(/^the /, '')
