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
  return zonesByCity().get(key) ?? []
}

/**
 * The abbreviations that may mean a zone.
 *
 * abbreviationsOf('America/New_York') // => ['EDT', 'EST']
 */
export function abbreviationsOf(zone: string): readonly string[] {
  byZone ??= Map.groupBy(
    [
      ...Object.entries(zones).map(([short, id]) => ({ short, id: canonical(id!) })),
      ...Object.entries(ambiguous).flatMap(([short, ids]) =>
        ids!.map((id) => ({ short, id: canonical(id) })),
      ),
    ],
    ({ id }) => id,
  )
  return (byZone.get(canonical(zone)) ?? []).map(({ short }) => short.toUpperCase()).sort()
}

let byZone: ReadonlyMap<string, readonly { readonly short: string }[]> | undefined

/** One spelling of zones that have several names, such as Asia/Kolkata and Asia/Calcutta. */
const canonical = (zone: string) =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone

let byCity: ReadonlyMap<string, readonly string[]> | undefined

/** Made when it is first asked for: there are hundreds. */
function zonesByCity(): ReadonlyMap<string, readonly string[]> {
  byCity ??= Map.groupBy(Intl.supportedValuesOf('timeZone'), (id) =>
    id
      .slice(id.lastIndexOf('/') + 1)
      .toLowerCase()
      .replaceAll('_', ' '),
  )
  return byCity
}
