import * as z from 'zod'
import { nearestName } from '../../text/nearest-names.ts'

/*
 * Building blocks of the schemas of front matter and event.yml. The `error` of each is the advice to the author; the
 * message that says what is wrong is made by parse-yaml.ts from the issue itself.
 */

/** How a place in a value is called for people: `links item 1 url`, each key between ticks. */
export const nameOfPath = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `item ${step + 1}` : `\`${String(step)}\``)).join(' ')

/** Text on one line: white space is collapsed, and a text of white space alone counts as missing. */
export const singleLine = (advice: string) =>
  z
    .string({ error: advice })
    .overwrite((text) => text.toWellFormed().replace(/\s+/g, ' ').trim())
    .min(1, { error: advice })

/** Keys with values, and no others. An unknown key's advice names the nearest known one: one line of advice a key. */
export const mapping = <Shape extends z.core.$ZodLooseShape>(shape: Shape, advice: string) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => adviceOnKey(key, Object.keys(shape))).join('\n')
        : advice,
  })

/** A mapping that may be shortened to the text of one of its keys. */
export const mappingOrText = <Shape extends z.core.$ZodLooseShape>(
  key: keyof Shape & string,
  shape: Shape,
  advice: string,
) => z.preprocess((value) => (typeof value === 'string' ? { [key]: value } : value), mapping(shape, advice))

export const itemList = <Item extends z.ZodType>(item: Item, advice: string) =>
  z.array(item, { error: advice }).default([])

/** A day that there is, as text. */
export const dateText = () => z.iso.date({ error: 'write the date as YYYY-MM-DD' })

/** A time by the event's clocks. */
export const timeOfDay = () =>
  z
    .string({ error: adviceOnTime })
    .overwrite((text) => text.trim().replace(/^(?=\d:)/, '0'))
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: adviceOnTime })

const adviceOnTime = 'write the time in quotes, as HH:MM: "09:30"'

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, {
    error: (issue) => {
      const meant = typeof issue.input === 'string' ? nearestName(issue.input, values) : undefined
      return meant ? `did you mean ${meant}?` : `use one of ${values.join(', ')}`
    },
  })

function adviceOnKey(key: string, known: readonly string[]): string {
  const meant = nearestName(key, known)
  return meant ? `did you mean \`${meant}\`?` : `remove it; the keys are ${known.join(', ')}`
}
