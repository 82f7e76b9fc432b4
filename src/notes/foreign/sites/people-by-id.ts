import { isJsonObject } from '../../../text/is-json-object.ts'
import { joinedYaml } from '../fields/joined-yaml.ts'
import { inOneLanguage } from '../fields/one-language.ts'
import { parseAnyYaml } from '../fields/read-field-by-field.ts'
import { knownName, namePartsIn } from '../people/name-parts.ts'
import type { PersonPage } from './person-page.ts'

type Entry = Readonly<Record<string, unknown>>

/** The names of people by what talks call them: an id, a slug, or the key of a mapping. */
export function* namesById(list: unknown): Generator<readonly [id: string, name: string]> {
  if (Array.isArray(list) && list.every((one) => Array.isArray(one))) {
    for (const one of list) yield* namesById(one)
    return
  }
  if (typeof list !== 'object' || list === null) return
  const { list: inner, speakers } = list as Entry
  if (!Array.isArray(list) && typeof (inner ?? speakers) === 'object') {
    yield* namesById(inner ?? speakers)
    return
  }
  for (const [key, one] of Object.entries(list)) {
    if (typeof one !== 'object' || one === null) continue
    const { id, slug, key: own } = one as Entry
    const name = knownName(namePartsIn(Object.entries(inOneLanguage(one as Entry))))
    if (name === undefined) continue
    for (const by of [id, slug, own, ...(Array.isArray(list) ? [] : [key])])
      if (typeof by === 'string' || typeof by === 'number') yield [String(by), name]
  }
}

/**
 * Whom the data of a site name, and by what talks call them. JSON is YAML too.
 * @param called what the file is called, if it is on one person
 * @throws what the parser throws
 */
export function personsInData(text: string, called?: string): readonly PersonPage[] {
  const value = parseData(text)
  const isOfOne = called !== undefined && isJsonObject(value)
  const own = isOfOne ? [...namesById([value, { ...value, id: called, slug: null, key: null }])] : []
  const calls = Map.groupBy(own.length > 0 ? own : namesById(value), ([, name]) => name)
  return Array.from(calls, ([name, found]) => ({ names: [name], calls: found.map(([call]) => call) }))
}

function parseData(text: string): unknown {
  try {
    return parseAnyYaml(text)
  } catch (error) {
    try {
      return parseAnyYaml(joinedYaml(text))
    } catch {
      throw error
    }
  }
}
