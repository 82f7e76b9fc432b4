import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { isDay } from '../headings/talk-headings.ts'
import type { IsName } from '../people/person-names.ts'

/** A talk of a page that is called by the day of a meeting. */
export interface MeetingTalk {
  readonly title: string
  readonly name?: string
}

/**
 * The talks of a page on a meeting, by the items that they are: its heading or its name is a day alone, and each item says who spoke on
 * what, or leads to what was shown. Undefined for any other page, such as a diary: names beside what people do are no talks, unless
 * some item leads to what was shown or says that somebody spoke.
 *
 *     # 2024-06-09
 *     * Ada Example on [tides](tides)
 *     * [Knots that hold](knots)
 */
export function meetingTalks(
  blocks: readonly ReadBlock[],
  { isName, stem }: { readonly isName: IsName; readonly stem: string },
): ReadonlyMap<ReadBlock, MeetingTalk> | undefined {
  const headings = blocks.filter(({ form }) => form === 'heading').map(({ text }) => text)
  // A heading that repeats the name of the file was taken off.
  const isOfDay = isDay(headings[0] ?? '') || isDay(stem)
  if (!isOfDay || headings.some((text) => /\p{L}/u.test(text) && !isDay(text))) return undefined
  const talks = new Map<ReadBlock, MeetingTalk>()
  for (const block of blocks) {
    if (block.form !== 'bullet' || block.depth > 0) continue
    const talk = talkOfItem(block, isName)
    if (talk === undefined) return undefined
    talks.set(block, talk)
  }
  return [...talks.keys()].some(tellsTalk) ? talks : undefined
}

function tellsTalk(item: ReadBlock): boolean {
  const line = lineOf(item)
  return linkBeside.test(line) || spoke.test(line)
}

function lineOf({ raw }: ReadBlock): string {
  return raw
    .map((part) => part.trim())
    .join(' ')
    .replace(/^[-*+]\s+/, '')
}

function talkOfItem(item: ReadBlock, isName: IsName): MeetingTalk | undefined {
  const line = lineOf(item)
  if (line.length > maxItemLength) return undefined
  const [, label = ''] = beginsWithLink.exec(line) ?? []
  if (label !== '' && !isName(label)) return { title: flattenLine(label) }
  // What links lead to is no part of a title.
  const text = flattenLine(line.replace(/\[([^\][]{1,150})\]\([^()\s]*\)/g, '$1'))
  const [found = '', name = ''] = whoSpoke.exec(text) ?? []
  const [title = ''] = text
    .slice(found.length)
    .trim()
    .split(/(?<=[\p{L}\p{N})])\.(?:\s|$)/u)
  const isTitle = /\p{L}{3}/u.test(title) && title.length <= maxTitleLength
  return name !== '' && isName(name) && isTitle ? { title, name } : undefined
}

/** In characters. */
const maxTitleLength = 130

/** Longer ones are text, in characters. */
const maxItemLength = 300

/** A link to a file or folder beside the page, from the end of its label on. */
const toBeside = String.raw`\]\((?!\w+:|#)[^()\s]+\)`
const linkBeside = new RegExp(toBeside)
const beginsWithLink = new RegExp(String.raw`^\[([^\][]{3,150})${toBeside}`)
const speakingVerbs =
  'talk(?:s|ed)?|spoke|speaks?|present(?:s|ed)?|demo(?:s|ed)?|show(?:s|ed)?|introduce[sd]?|gave a (?:talk|demo|presentation)'
const spoke = new RegExp(String.raw`^\p{Lu}.{0,60}?\s(?:${speakingVerbs})\s`, 'u')
const whoSpoke = new RegExp(
  [
    String.raw`^(\p{Lu}[^\s,:]*(?: [^\s,:]+){1,3}?)(?:\s+(?:(?:will )?(?:${speakingVerbs})(?: shortly| briefly)?(?: (?:on|about|of))?|on)\s+|`,
    String.raw`\s*:\s+|\s+[-–—]+\s+)(?=\S)`,
  ].join(''),
  'u',
)
