import { parseQuery } from '../search/query/parse-query.ts'
import {
  askedOfReferred,
  referringPairs,
  referringWords,
  referringWordsOfSeveral,
  thingsOfReferred,
} from './small-talk-lists.ts'

const things = new Set(thingsOfReferred)
const oneBefore = new Set(referringWords)
const severalBefore = new Set(referringWordsOfSeveral)
const asked = new Set([...askedOfReferred, ...things, ...oneBefore, ...severalBefore])
/** More words than such a question has. */
const maxWords = 20

/**
 * Whether a question asks of somebody, or of a talk, that it does not name: what was said before is not known any more. A thing
 * that it is about makes a question for the notes of it, and so do quotation marks, fields and signs.
 *
 * refersBack('and his slides?', ['and', 'his', 'slides']) // => true
 * refersBack('the talk on slides', ['the', 'talk', 'on', 'slides']) // => false
 * @param words those of the text, folded and without apostrophes
 */
export function refersBack(text: string, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > maxWords || !words.every((word) => asked.has(word))) return false
  if (!words.some((_, place) => refersAt(place, words)) || isAboutThing.test(words.join(' '))) return false
  const { phrases, filters, exclusions, prefixes } = parseQuery(text)
  return phrases.length + filters.length + exclusions.length + prefixes.length === 0
}

function refersAt(place: number, words: readonly string[]): boolean {
  const word = words[place]!
  if (oneBefore.has(word)) return true
  if (severalBefore.has(word)) {
    if (words.slice(0, place).some(isPlural)) return false
    return /^their/.test(word) || isAskedAlone(words.slice(place + 1))
  }
  return (
    referringPairs.some(([first, second]) => word === first && words[place + 1] === second) &&
    isAskedAlone(words.slice(place + 2))
  )
}

const isPlural = (word: string) => word === 'talks' || (things.has(word) && word.endsWith('s'))

/** Whether what follows names no thing, as `the talk code` and `the speaker use email` do; a talk may well have one. */
const isAskedAlone = (rest: readonly string[]) =>
  /^(?:have|has|had|got)$/.test(rest[0] ?? '') || !rest.some((word) => things.has(word))

/** `about the links`, but `is he on Twitter?` */
const isAboutThing = new RegExp(
  `(?<!\\b(?:${[...oneBefore, ...severalBefore].join('|')}) )` +
    String.raw`\b(?:about|on|of|for|from|in|by|with|at|to) (?:(?:the|an?|any|some|all|other|more|another) )*(?:${thingsOfReferred.join('|')})\b`,
)
