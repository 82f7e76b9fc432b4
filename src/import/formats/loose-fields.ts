import { z } from 'zod'
import { isRealDay } from '../../notes/foreign/dates/written-dates.ts'

/** Fields as other programs write them: null for nothing, a number for a name, one text per language. */

export const looseText = z
  .union([z.string(), z.number(), z.record(z.string(), z.string().nullable())])
  .nullish()
  .transform((value) => (typeof value === 'object' ? (englishText(value) ?? '') : String(value ?? '')).trim())

export const requiredText = looseText.refine((text) => text !== '', 'is missing or empty')

/** A list in which each bad element is an error, and null is the empty list. */
export const looseList = <T extends z.ZodType>(element: T) =>
  z
    .array(element)
    .nullish()
    .transform((list) => list ?? [])

/** A list whose odd elements are left out: for what a record can do without. */
export const forgivingList = <T extends z.ZodType>(element: T) =>
  z
    .unknown()
    .optional()
    .transform((list) =>
      (Array.isArray(list) ? list : []).flatMap((item: unknown) => {
        const { data } = element.safeParse(item)
        return data === undefined ? [] : [data]
      }),
    )

/** Something by its name: a text, one per language, or an object that has one. A number is an id, which tells nothing. */
export const looseName = z
  .union([
    z.number().transform(() => ''),
    looseText,
    z.object({ name: looseText }).transform(({ name }) => name),
  ])
  .catch('')

/** `YYYY-MM-DD` of a date or moment, undefined for anything else. */
export function dateOf(text: string): string | undefined {
  const [, date = ''] = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(text) ?? []
  return isRealDay(date) ? date : undefined
}

/** The same, also if the text is written together (`20240422T090000Z`), or goes on in some way of its own. */
export function looseDateOf(text: string): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text) ?? []
  return dateOf(`${year}-${month}-${day}`)
}

/** What is wrong with a record, as one sentence that names the field. */
export function explainRecord(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'cannot be read'
  const field = issue.path.join('.')
  const message = issue.message.replace(/^Invalid input: /, '')
  return field ? `${field}: ${message}` : message
}

const englishText = (texts: Readonly<Record<string, string | null>> | null | undefined) =>
  texts?.en ?? Object.values(texts ?? {}).find((text) => text)
