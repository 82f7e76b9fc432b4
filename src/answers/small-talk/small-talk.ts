import { isOfWordsAlone, parseQuery } from '../../search/query/parse-query.ts'
import { withoutStretching } from '../../search/query/word-roles.ts'
import { fold } from '../../text/fold.ts'
import { signOfPicking } from './picking-sign.ts'
import {
  askedOfReferred,
  referringPairs,
  referringWords,
  referringWordsOfSeveral,
  smallTalk,
  thingsOfReferred,
} from './small-talk-lists.ts'

type SaidAs = keyof typeof smallTalk
export type SmallTalk = Exclude<SaidAs, 'filler'> | 'picking'

/** Of several things said at once, the first of these is answered: `ok, thanks` is thanks. */
const order: readonly Exclude<SaidAs, 'filler'>[] = [
  'privacy',
  'complaint',
  'continuing',
  'thanks',
  'goodbye',
  'agreement',
  'greeting',
]

const kinds: ReadonlyMap<string, SaidAs> = new Map(
  (Object.keys(smallTalk) as SaidAs[]).flatMap((kind) =>
    smallTalk[kind].map((phrase) => [fold(phrase), kind] as const),
  ),
)
const known = new Set([...kinds.keys()].flatMap((phrase) => phrase.split(' ')))
const maxPhraseLength = Math.max(...[...kinds.keys()].map((phrase) => phrase.split(' ').length))
/** More words than any small talk has. */
const maxWords = 20

/**
 * What a text is if it asks nothing of the notes; undefined for a question. Each word must belong to a listed phrase, so
 * that one word of a topic makes a question of it.
 *
 * asSmallTalk('ok, thanks a lot!') // => 'thanks'
 * asSmallTalk('thanks, and what about celery?') // => undefined
 * asSmallTalk('and his slides?') // => 'continuing'
 */
export function asSmallTalk(text: string): SmallTalk | undefined {
  const rest = text.replace(feeling, ' ')
  if (isFeelingAlone(text, rest)) return 'agreement'
  if (signOfPicking.test(rest)) return 'picking'
  const words = fold(rest)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}+#]+/u)
    .filter(Boolean)
  if (onlyOfYear.test(words.join(' ')) || refersBack(text, words)) return 'continuing'
  for (const [place, word] of words.entries()) {
    words[place] = asWritten(word)
    // The first words of a question show that it is one.
    if (!known.has(words[place])) return undefined
  }
  const whole = kinds.get(words.join(' '))
  if (whole === 'help' || whole === 'greeting') return whole
  const said = words.length > maxWords ? undefined : cover(words)
  if (said === undefined) return undefined
  if (said.has('help')) return [...said].every((kind) => politeness.has(kind)) ? 'help' : undefined
  const kind = order.find((one) => said.has(one))
  return kind !== undefined && !asksByItself.has(kind) && /\?\s*$/.test(text) ? undefined : kind
}

/** `only 2024`: of what was listed before. */
const onlyOfYear =
  /^(?:(?:and|but|und) )?(?:only|just|nur) (?:(?:those|the ones|in|from|of|die|von|aus) )*(?:19|20)\d\d$/

/** A question mark makes a question of anything else: `nice?` asks something, if not much. */
const asksByItself: ReadonlySet<SmallTalk> = new Set<SmallTalk>(['greeting', 'continuing', 'privacy'])

const things = new Set(thingsOfReferred)
const oneBefore = new Set(referringWords)
const severalBefore = new Set(referringWordsOfSeveral)
const asked = new Set([...askedOfReferred, ...things, ...oneBefore, ...severalBefore])

/**
 * Whether a question asks about somebody or a talk that it does not name: what was said before is no longer known. If it
 * names a topic, it is a question for the notes, and so it is with quotation marks, fields and signs.
 *
 * refersBack('and his slides?', ['and', 'his', 'slides']) // => true
 * refersBack('the talk on slides', ['the', 'talk', 'on', 'slides']) // => false
 * @param words those of the text, folded and without apostrophes
 */
function refersBack(text: string, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > maxWords || !words.every((word) => asked.has(word))) return false
  if (!words.some((_, place) => refersAt(place, words)) || isAboutThing.test(words.join(' '))) return false
  // In capitals it is information technology.
  return !/\bIT\b/.test(text) && isOfWordsAlone(parseQuery(text))
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

/** Whether what follows names no thing, as `the talk code` and `the speaker use email` do: a talk may well be about one. */
const isAskedAlone = (rest: readonly string[]) =>
  /^(?:have|has|had|got)$/.test(rest[0] ?? '') || !rest.some((word) => things.has(word))

/** `about the links`, but `is he on Twitter?` */
const isAboutThing = new RegExp(
  `(?<!\\b(?:${[...oneBefore, ...severalBefore].join('|')}) )` +
    String.raw`\b(?:about|on|of|for|from|in|by|with|at|to) (?:(?:the|an?|any|some|all|other|more|another) )*(?:${thingsOfReferred.join('|')})\b`,
)

const politeness: ReadonlySet<string> = new Set(['help', 'greeting', 'filler', 'thanks'])

/** Spells `thaaanks` and `yesss` as usual, and all laughter as `haha`. */
function asWritten(word: string): string {
  // Not `juju`, which is a tool.
  if (/^a?(?:(?:h[aeiou]){2,}|(?:j[aei]){2,})h?$/.test(word)) return 'haha'
  if (known.has(word)) return word
  return withoutStretching(word).findLast((one) => known.has(one)) ?? word
}

/** The kinds of the phrases that make up the words, the longest first; undefined if a word is left over. */
function cover(words: readonly string[]): ReadonlySet<SaidAs> | undefined {
  if (words.length === 0) return new Set()
  for (let length = Math.min(maxPhraseLength, words.length); length > 0; length--) {
    const kind = kinds.get(words.slice(0, length).join(' '))
    const rest = kind && cover(words.slice(length))
    if (rest) return new Set([kind, ...rest])
  }
  return undefined
}

/** An emoji, by its sign or by its name in Slack, or one made of letters and signs. */
const feeling = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}]):[\p{L}\p{N}][\p{L}\p{N}_+'-]*:(?!\p{N})`,
    ':[+-]1:',
    String.raw`\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[#*0-9]\ufe0f?\u20e3|\u200d|\ufe0f|\u20e3`,
    String.raw`(?<![\p{L}\p{N}])(?:[:;=8][-o']?[)(\]DPp|/\\]|<3|[xX]D|\^_*\^|[-+]1|¯\\_\(ツ\)_/¯)(?![\p{L}\p{N}])`,
  ].join('|'),
  'gu',
)

/** @param rest what the text has beside feelings */
function isFeelingAlone(text: string, rest: string): boolean {
  return !sayingMore.test(rest) && sayingMore.test(text)
}

const sayingMore = /[^\s!.,…~]/
