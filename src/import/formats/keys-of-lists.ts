import { keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { isFirstOrLastName } from '../../notes/foreign/people/name-parts.ts'
import { isListOfTexts, type LooseRecord } from './record-talk.ts'

/**
 * What a list calls the titles of its talks by a word that lists also count or sort by, such as sessions or topics: if none is called
 * titles, somebody speaks, and most say more than a word, and not the same. Undefined if that may be more than one.
 */
export function keyOfTitles(records: readonly LooseRecord[]): string | undefined {
  const keys = keysOf(records)
  const meanings = new Set(keys.map((key) => keyMeaningOf(key)?.of))
  if (meanings.has('title') || !(meanings.has('speakers') || keys.some(isFirstOrLastName))) return undefined
  const areTitles = (key: string) => {
    const said = saidBelow(records, key)
    const titles = new Set(said.filter((text) => /\p{L}{2}\S*\s+\S/u.test(text)))
    return titles.size >= 2 && titles.size * 4 >= said.length * 3
  }
  const [key, ...others] = keys.filter((one) => maySayTitles.test(one) && areTitles(one))
  return others.length > 0 ? undefined : key
}

const maySayTitles =
  /^(?:sessions?|presentations?|topics?|subjects?|lectures?|themen?|thema|sujets?|temas?)$/i

/**
 * What a list calls the texts on its talks by a word that may mean something else, such as what somebody has to see to: if none is surely a
 * text, and most say a sentence.
 */
export function keyOfTexts(records: readonly LooseRecord[]): string | undefined {
  const keys = keysOf(records)
  if (keys.some((key) => keyMeaningOf(key)?.of === 'text' && saidBelow(records, key).length > 0))
    return undefined
  return keys.find((key) => {
    const said = saidBelow(records, key)
    return maySayTexts.test(key) && said.length > 0 && said.filter(saysSentence).length * 2 > said.length
  })
}

/** `notes` are often for the organizers alone. */
const maySayTexts = /^(?:texts?|contents?|body|details?)$/i

const saysSentence = (text: string): boolean => /(?:\S+\s+){4}\S/.test(text)

const keysOf = (records: readonly LooseRecord[]): readonly string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
]

const saidBelow = (records: readonly LooseRecord[], key: string): readonly string[] =>
  records.flatMap(({ [key]: value }) => {
    const text = isListOfTexts(value) ? value.join('\n') : value
    return typeof text === 'string' ? text.trim() || [] : []
  })
