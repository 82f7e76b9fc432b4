import { isJsonObject } from '../../../text/is-json-object.ts'
import { namePartsIn } from '../people/name-parts.ts'
import { isLanguageCode } from '../words/language-tag.ts'
import { keyMeaningOf } from './known-keys.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * What says titles, texts and names in several languages, in one: in English, or else in the first that is there. What is said
 * without a language stays.
 *
 *     inOneLanguage({ title_en: 'Tides', title_ja: '潮' }) // => { title: 'Tides' }
 *     inOneLanguage({ title: { de: 'Gezeiten', en: 'Tides' } }) // => { title: 'Tides' }
 */
export function inOneLanguage(record: Fields): Fields {
  const entries = Object.entries(record)
  const ofKey = Map.groupBy(
    entries.flatMap(([key, value]) => {
      const [, base = '', code = ''] = /^(.+?)(?:[-_ ]|(?<=\p{Ll})(?=\p{Lu}))(\p{L}{2})$/u.exec(key) ?? []
      const isOne = isLanguageCode(code.toLowerCase()) && isSaid(base) && !isText(record[base])
      return isOne && isText(value) ? [{ key, base, code: code.toLowerCase(), value }] : []
    }),
    ({ base }) => base,
  )
  // One alone may be anything: `title_id`.
  const found = [...ofKey.values()].filter((all) => all.length > 1 || all.some(({ code }) => code === 'en'))
  const taken = new Set(found.flat().map(({ key }) => key))
  const named = found.flatMap((all) => {
    const text = chosenOf(all.map(({ code, value }) => [code, value] as const))
    return all[0] === undefined ? [] : [[all[0].base, text] as const]
  })
  const kept = entries
    .filter(([key]) => !taken.has(key) && !named.some(([base]) => base === key))
    .map(([key, value]) => [key, isSaid(key) ? textAlone(value) : value] as const)
  return Object.fromEntries([...kept, ...named])
}

function textAlone(value: unknown): unknown {
  if (!isJsonObject(value)) return value
  const texts = Object.entries(value)
  const isOfLanguages =
    texts.every(([key]) => isLanguageCode(key.toLowerCase())) &&
    (texts.length > 1 || texts.some(([key]) => /^en\b/i.test(key)))
  return (isOfLanguages ? chosenOf(texts.filter(([, one]) => isText(one))) : undefined) ?? value
}

/** That of English, or else the first. */
const chosenOf = <One>(all: readonly (readonly [code: string, one: One])[]): One | undefined =>
  (all.find(([code]) => /^en\b/i.test(code)) ?? all[0])?.[1]

/** Whether a field is one that is translated: a title, a text or a name. */
const isSaid = (key: string): boolean =>
  ['title', 'text'].includes(keyMeaningOf(key)?.of ?? '') || isNamePart(key)

const isNamePart = (key: string): boolean => Object.keys(namePartsIn([[key, key]])).length > 0

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
