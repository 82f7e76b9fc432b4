import { smallTalk } from './small-talk-words.ts'

export type SmallTalk = Exclude<keyof typeof smallTalk, 'filler'>

/** Of several things said at once, the first of these is answered: `ok, thanks` is thanks. */
const order: readonly SmallTalk[] = ['thanks', 'goodbye', 'agreement', 'greeting']

const kinds = new Map<string, keyof typeof smallTalk>()
for (const kind of ['help', 'greeting', 'thanks', 'goodbye', 'agreement', 'filler'] as const)
  for (const phrase of smallTalk[kind]) kinds.set(phrase, kind)
const maxPhraseLength = 5
/** More words than anybody says who says nothing. */
const maxWords = 10

/**
 * What a text is if it asks nothing of the notes; undefined for a question. Each word must belong to a listed phrase, so
 * that one word of a topic makes a question of it.
 *
 * asSmallTalk('ok, thanks a lot!') // => 'thanks'
 * asSmallTalk('thanks, and what about celery?') // => undefined
 */
export function asSmallTalk(text: string): SmallTalk | undefined {
  if (isEmojiAlone(text)) return 'agreement'
  const words = text
    .replace(emoji, ' ')
    .replace(/(?<![\p{L}\p{N}])[:;]-?[)D(](?![\p{L}\p{N}])/gu, ' ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)
  const whole = kinds.get(words.join(' '))
  if (whole === 'help' || whole === 'greeting') return whole
  const said = words.length > maxWords ? undefined : cover(words)
  if (said === undefined) return undefined
  if (said.has('help')) return [...said].every((kind) => politeness.has(kind)) ? 'help' : undefined
  const kind = order.find((one) => said.has(one))
  // `nice?` and `no?` ask something, if not much.
  return kind !== 'greeting' && /\?\s*$/.test(text) ? undefined : kind
}

const politeness: ReadonlySet<string> = new Set(['help', 'greeting', 'filler', 'thanks'])

/** The kinds of the phrases that make up the words, the longest first; undefined if a word is left over. */
function cover(words: readonly string[]): ReadonlySet<keyof typeof smallTalk> | undefined {
  if (words.length === 0) return new Set()
  for (let length = Math.min(maxPhraseLength, words.length); length > 0; length--) {
    const kind = kinds.get(words.slice(0, length).join(' '))
    const rest = kind && cover(words.slice(length))
    if (rest) return new Set([kind, ...rest])
  }
  return undefined
}

const emoji =
  /:[a-z][\w+-]*:(?::skin-tone-\d:)?|:[+-]1:|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/giu

function isEmojiAlone(text: string): boolean {
  return /\S/.test(text) && text.replace(emoji, '').trim() === '' && !/^[\d#*]+$/.test(text)
}
