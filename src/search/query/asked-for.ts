import { signsOfThings } from './asked-for-signs.ts'

/** What kind of thing a question wants to know, if its words say so. */
export type AskedFor = (typeof signsOfThings)[number]['thing']

/**
 * What a question asks for: the first kind of thing whose words it has.
 * @example askedFor('How many users does it have?') // => 'number'
 */
export function askedFor(question: string): AskedFor | undefined {
  return signsOfThings.find(({ asks }) => asks.test(question))?.thing
}

/** Whether a text has such a thing: a number, a person, a reason, by its form alone. */
export function hasThing(text: string, thing: AskedFor): boolean {
  return signsOfThings.find((signs) => signs.thing === thing)!.tells.test(text)
}
