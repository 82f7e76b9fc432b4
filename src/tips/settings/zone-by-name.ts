import { foldName } from '../../text/fold.ts'
import { madeOnce } from '../../text/remembering.ts'

/** Abbreviations that one zone's people mean, with a zone that has them, summer time included. Lower case. */
const zones: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  edt: 'America/New_York',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  mdt: 'America/Denver',
  jst: 'Asia/Tokyo',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  nzst: 'Pacific/Auckland',
  nzdt: 'Pacific/Auckland',
}

/** Abbreviations that people of several zones use, with what each may mean. Lower case. */
const ambiguous: Readonly<Record<string, readonly string[] | undefined>> = {
  __proto__: null as never,
  est: ['America/New_York', 'America/Panama', 'Australia/Sydney'],
  ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  cst: ['America/Chicago', 'Asia/Shanghai'],
  cdt: ['America/Chicago', 'America/Havana'],
  bst: ['Europe/London', 'Asia/Dhaka'],
  mst: ['America/Denver', 'America/Phoenix'],
  ast: ['America/Halifax', 'Asia/Riyadh'],
}

/** Large cities that give no zone its name, with the zone that has them. */
const cities: Readonly<Record<string, string>> = {
  'America/Chicago': 'Austin, Dallas, Houston, Minneapolis, New Orleans, St. Louis',
  'America/Denver': 'Boulder, Salt Lake City',
  'America/Los_Angeles': 'San Francisco, SF, San Diego, Seattle, Las Vegas, Oakland',
  'America/New_York': 'NYC, Boston, Washington, Washington DC, Miami, Atlanta, Philadelphia, Pittsburgh',
  'America/Sao_Paulo': 'Rio de Janeiro, Brasília, Belo Horizonte, Porto Alegre',
  'America/Toronto': 'Montreal, Ottawa',
  'Africa/Johannesburg': 'Cape Town, Pretoria, Durban',
  'Asia/Dubai': 'Abu Dhabi',
  'Asia/Ho_Chi_Minh': 'Hanoi, Saigon, Ho Chi Minh City',
  'Asia/Jerusalem': 'Tel Aviv, Haifa',
  'Asia/Karachi': 'Lahore, Islamabad',
  'Asia/Kolkata':
    'Kolkata, Mumbai, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, Pune, Ahmedabad',
  'Asia/Kathmandu': 'Kathmandu',
  'Asia/Shanghai': 'Beijing, Shenzhen, Guangzhou',
  'Asia/Tokyo': 'Osaka, Kyoto, Yokohama',
  'Australia/Sydney': 'Canberra',
  'Europe/Amsterdam': 'Rotterdam, Utrecht, The Hague, Eindhoven',
  'Europe/Berlin': 'Munich, München, Hamburg, Frankfurt, Cologne, Köln, Stuttgart, Leipzig, Dresden',
  'Europe/Brussels': 'Antwerp, Ghent',
  'Europe/Istanbul': 'Ankara, Izmir',
  'Europe/Kyiv': 'Kyiv, Kiev, Lviv',
  'Europe/Lisbon': 'Porto',
  'Europe/London': 'Manchester, Edinburgh, Glasgow, Bristol, Cardiff, Leeds, Liverpool',
  'Europe/Madrid': 'Barcelona, Seville, Bilbao',
  'Europe/Paris': 'Lyon, Marseille, Toulouse, Strasbourg, Bordeaux',
  'Europe/Prague': 'Brno',
  'Europe/Rome': 'Roma, Milan, Milano, Turin, Torino, Florence, Naples, Napoli, Bologna',
  'Europe/Stockholm': 'Gothenburg, Malmö',
  'Europe/Vienna': 'Wien, Graz, Linz, Salzburg',
  'Europe/Warsaw': 'Krakow, Kraków, Wrocław, Gdańsk',
  'Europe/Zurich': 'Geneva, Genève, Basel, Bern, Lausanne',
  'Pacific/Auckland': 'Wellington, Christchurch',
}

/**
 * The zones that a city or an abbreviation may mean, in IANA's spelling; several if it must be asked, none if unknown.
 *
 * zonesByName('new york') // => ['America/New_York']
 * zonesByName('IST') // => ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']
 */
export function zonesByName(name: string): readonly string[] {
  const key = name.toLowerCase()
  const zone = zones[key]
  if (zone !== undefined) return [zone]
  if (ambiguous[key] !== undefined) return ambiguous[key]
  return zonesByCity().get(foldName(name)) ?? []
}

/**
 * The abbreviations that may mean a zone.
 *
 * abbreviationsOf('America/New_York') // => ['EDT', 'EST']
 */
export function abbreviationsOf(zone: string): readonly string[] {
  return (abbreviationsByZone().get(zone) ?? []).map(({ short }) => short.toUpperCase()).sort()
}

const abbreviationsByZone = madeOnce(() =>
  Map.groupBy(
    Object.keys({ ...zones, ...ambiguous }).flatMap((short) =>
      withAliases(zonesByName(short)).map((id) => ({ short, id })),
    ),
    ({ id }) => id,
  ),
)

const withAliases = (zones: readonly string[]) => [
  ...new Set(zones.flatMap((zone) => [zone, canonical(zone)])),
]

/** One spelling of zones that have several names, such as Asia/Kolkata and Asia/Calcutta. */
const canonical = (zone: string) =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone

/** There are hundreds. */
const zonesByCity = madeOnce((): ReadonlyMap<string, readonly string[]> => {
  const named = Intl.supportedValuesOf('timeZone').map((id) => ({
    id,
    city: id.slice(id.lastIndexOf('/') + 1),
  }))
  const others = Object.entries(cities).flatMap(([id, names]) =>
    names.split(', ').map((city) => ({ id, city })),
  )
  const byName = Map.groupBy([...others, ...named], ({ city }) => foldName(city))
  return new Map([...byName].map(([city, found]) => [city, withoutAliases(found.map(({ id }) => id))]))
})

const withoutAliases = (zones: readonly string[]) =>
  zones.length < 2 ? zones : [...new Map(zones.map((zone) => [canonical(zone), zone])).values()]
