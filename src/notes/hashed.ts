import { createHash } from 'node:crypto'

/** A talk or event, and a hash of the text it came from. */
export interface Hashed<Value extends { readonly id: string }> {
  readonly value: Value
  readonly hash: string
}

/** The same on every machine: a checkout may end lines in its own way. */
export const hashOfText = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('hex')

/** A value whose content is all that there is to it. */
export const hashedValue = <Value extends { readonly id: string }>(value: Value): Hashed<Value> => ({
  value,
  hash: hashOfText(JSON.stringify(value)),
})
