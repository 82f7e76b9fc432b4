import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import type { IsName } from './person-names.ts'
import { isDay } from './talk-headings.ts'

/** A talk of a page that is called by the day of a meeting. */
export interface MeetingTalk {
  readonly title: string
  readonly name?: string
}

/**
 * The talks of a page on a meeting, by the items that they are: its heading or its name is a day alone, and each item says who spoke on
 * what, or leads to what was shown. Undefined for any other page, such as a diary.
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
  return talks.size === 0 ? undefined : talks
}

function talkOfItem({ raw }: ReadBlock, isName: IsName): MeetingTalk | undefined {
  const line = raw
    .map((part) => part.trim())
    .join(' ')
    .replace(/^[-*+]\s+/, '')
  if (line.length > maxItemLength) return undefined
  const [, label = ''] = /^\[([^\][]{3,150})\]\((?!\w+:|#)[^()\s]+\)/.exec(line) ?? []
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

const whoSpoke =
  /^(\p{Lu}[^\s,:]*(?: [^\s,:]+){1,3}?)(?:\s+(?:(?:will )?(?:talk(?:s|ed)?|spoke|speaks?|present(?:s|ed)?|demo(?:s|ed)?|show(?:s|ed)?|introduce[sd]?|gave a (?:talk|demo|presentation))(?: shortly| briefly)?(?: (?:on|about|of))?|on)\s+|\s*:\s+|\s+[-–—]+\s+)(?=\S)/u
