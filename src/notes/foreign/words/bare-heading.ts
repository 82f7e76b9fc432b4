import { nameToEmoji } from 'gemoji'
import { englishWeekday } from '../dates/day-word-lists.ts'

/** A heading without a picture, a number of the list, an hour or a length around it. */
export function bareHeading(heading: string): string {
  let text = heading.replace(htmlTag, ' ').trim().replace(emojiNames, withoutEmoji)
  for (const around of aroundHeading) text = text.replace(around, '')
  return text.trim() || heading
}

const htmlTag =
  /<\/?(?:img|image|br|b|i|em|strong|span|sub|sup|small|a|p|div|font|center|kbd|h[1-6])\b[^<>]*>/gi

/** `:cloud: Tides`, as people type emoji; `:root: where styles begin` has none. */
const withoutEmoji = (names: string): string =>
  (names.match(/[^:\s]+/g) ?? []).every((name) => Object.hasOwn(nameToEmoji, name)) ? '' : names

const emojiNames = /^(?::[a-z0-9_+-]{1,30}:\s*){1,3}(?=\S)/

/**
 * A line below a title without the pictures that it begins with, in front of its marks or behind them.
 *
 *     withoutPictures('**🎤 Speaker:** Ada Example') // => '**Speaker:** Ada Example'
 *     withoutPictures(':date: 9 June 2024') // => '9 June 2024'
 */
export const withoutPictures = (line: string): string =>
  line.replace(pictures, '$1').replace(emojiNames, withoutEmoji)

const pictures =
  /^([*_]{0,3})(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}]){0,2}){1,6}\s*(?=\S)/u

/** Taken off in this order. */
const aroundHeading: readonly RegExp[] = [
  /^\p{Extended_Pictographic}\uFE0F?\s*/u,
  /^\[fit\]\s*/i,
  // The number of a session: `(SEC301) Tides`.
  /^\((?=\p{L}*\p{Lu}\p{L}*\p{Lu})[\p{L}\d]{2,10}\)\s+(?=\p{Lu})/u,
  /^day \d{1,2}\s*[-–—:]\s*(?:\d{1,2}\s*[-–—:.]\s*)?(?=\S)/i,
  /^0\d\s*[-–—:.)]\s+(?=\S)|^\d{1,2}\s+[-–—]\s+(?=\p{L})/u,
  /^\d{1,2}(?:\.\d{1,2}){1,2}\s+[-–—]\s+(?=\p{L})/u,
  /^(?:(?:talk|session|lecture|presentation)\s*[-–—:]|title:)\s+(?=\S)/i,
  // `Friday morning session 3: Tides`
  new RegExp(
    [
      `^(?:${englishWeekday} )?(?:(?:morning|afternoon|evening) )?(?:talk|session|`,
      String.raw`lecture|presentation)\s*#?\d{1,2}\s*[-–—:.]\s+(?=\S)`,
    ].join(''),
    'i',
  ),
  /^talk\s+\d{1,2}\s+(?=\p{Lu})|^talk \d\.\d: /iu,
  // `Tides (1:00pm, Open Spaces)`
  /(?<!\s)\s*\(\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?,[^()]{1,40}\)$/i,
  // `Session "Tides that turn" by Ada Example`
  /^(?:talk|session|lecture|presentation|workshop)\s+(?=["“„«][^"“”„«»]+["”“»])/i,
  // `Tides by Ada Example [40 min]`
  /(?<!\s)\s*[([]\d{1,3}\s?(?:m|min|mins|minutes?|h|hours?)\.?[)\]]$/i,
  // `Tides 10:00 - 10:45am`, `Tides, 9:15am to 9:45am`
  /(?<=[^\s,–—-])[\s,–—-]+\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?\s*(?:[-–—]|to|bis)\s*\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?$/i,
  // `Tides - 8:00 AM Thursday in Hall 2`
  new RegExp(
    [
      String.raw`(?<=\S)\s+[-–—|@]\s+(?:${englishWeekday},?\s+)?(?:at\s+)?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?`,
      String.raw`(?:,?\s+(?:on\s+)?${englishWeekday})?(?:(?:,|\s+(?:in|at|@))\s+\S[^-–—|:]{1,40})?$`,
    ].join(''),
    'i',
  ),
  // `Tides (Hall 2, 10:00 - 10:45)`
  /(?<!\s)\s*\((?:[^()\d\s][^()]{0,30}\s)?\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?\s*)?(?:[-–—]\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?\s*)?)?\)$/i,
  // `09h30-12h30 (Hall 2) : Tides`; `24h - a race` lasts as long.
  /^(?:\d{1,2}h\d\d(?:\s*[-–—]\s*\d{1,2}h(?:\d\d)?)?|\d{1,2}h\s*[-–—]\s*\d{1,2}h(?:\d\d)?)\s*(?:\([^()]{1,40}\)\s*|(?<=[-–—]\s*\d{1,2}h\d\d )\d[\p{L}\d]{0,4}(?: \p{L}{1,2})?\s?)?[-–—:|]\s+(?=\S)/iu,
  /^\d{1,2}[:.]\d\d(?:\s*[-–—]\s*\d{1,2}[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*[-–—:|])?\s+(?=\S)/i,
]

/** `A. Title`, `2) Title` */
export const listSign = /^(?:\p{Lu}|\d{1,2})[.)]\s+(?=\S)/u

/** A title without quotation marks around the whole, unless more of them stand within. */
export const unquotedTitle = (title: string): string => {
  const [, kind = '', rest = ''] = /^(keynote:\s+)?(.*)$/i.exec(title.trim()) ?? []
  const [, inner] = /^["“„«'‘]\s*([^"“”„«»\s][^"“”„«»]*?)\s*["”“»'’]$/.exec(rest) ?? []
  return inner === undefined ? title.trim() : `${kind}${inner}`
}
