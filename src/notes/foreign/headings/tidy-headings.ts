import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { foldName } from '../../../text/fold.ts'
import { englishWeekday } from '../dates/day-word-lists.ts'
import { dayIn, withoutDay } from '../dates/written-dates.ts'
import { hasNameShape } from '../people/person-names.ts'
import { countWords } from '../words/count-words.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'
import { isPlaceholder, readableName } from '../words/titles.ts'
import { isDay } from './talk-headings.ts'

/** A heading without the pictures beside its words, such as those that say how a build went. */
export function withoutBadges(block: ReadBlock): ReadBlock {
  const typed = block.raw[0] ?? ''
  if (block.form === 'heading' && typed.length < maxTyped && tagLine.test(typed))
    return { ...block, form: 'paragraph', depth: 0, text: typed.trim() }
  if (block.form !== 'heading' || !typed.includes('![') || typed.length > maxTyped) return block
  const bare = typed.replace(/\[!\[[^\][]*\]\([^()]*\)\]\([^()]*\)|!\[[^\][]*\]\([^()]*\)/g, ' ')
  const text = flattenLine(bare.replace(/^\s*#+|#+\s*$/g, '').trim())
  return /\p{L}{2}/u.test(text) ? { ...block, text } : block
}

const maxTyped = 1_000
/** `#design #tides`, as Obsidian writes tags. */
const tagLine = /^#\p{Ll}[\p{L}\d_/-]*(?: +#[\p{L}\d_/-]+)*\s*$/u

/** Without a first heading or line that only repeats the name of the file, which was not written to be read. */
export function withoutFileName(blocks: readonly ReadBlock[], stem: string): readonly ReadBlock[] {
  const [first] = blocks
  if (!first || foldName(first.text) !== foldName(stem)) return blocks
  const isCode = (/_/.test(first.text) || dayIn(first.text) !== undefined) && !/\S \S+ \S/.test(first.text)
  if (!isCode) return blocks
  if (first.form === 'paragraph') return blocks.slice(1)
  if (first.form !== 'heading') return blocks
  const headings = blocks.slice(1).filter(({ form }) => form === 'heading')
  const [next] = headings
  const isOnly = next !== undefined && headings.every((one) => one === next || one.depth > next.depth)
  if (isOnly && !sectionTitle.test(next.text)) return blocks.slice(1)
  return [{ ...first, text: readableName(stem) }, ...blocks.slice(1)]
}

/** Without headings that nobody has filled in, if somebody has written below them. */
export function withoutPlaceholders(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const isUnfilled = ({ form, text }: ReadBlock) => form === 'heading' && isPlaceholder(text)
  if (!blocks.some(isUnfilled)) return blocks
  const rest = blocks.filter((block) => !isUnfilled(block))
  const words = rest.reduce((sum, { form, text }) => sum + (form === 'heading' ? 0 : countWords(text)), 0)
  return words >= minWritten && !rest.some(({ text }) => isPlaceholder(text)) ? rest : blocks
}

/** Fewer are what a template says of itself. */
const minWritten = 30

/** With days as high as what was on then, if somebody has made them lower: `### Day 1` above `## Tides`. */
export function withRaisedDays(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const depths = new Map(
    headings.flatMap((heading, at) => {
      const next = headings[at + 1]
      return isDay(heading.text) && next ? [[heading, next.depth] as const] : []
    }),
  )
  const isLower = depths.size >= 2 && [...depths].every(([{ depth }, next]) => depth > next)
  return isLower ? blocks.map((block) => ({ ...block, depth: depths.get(block) ?? block.depth })) : blocks
}

/**
 * With talks as low as the others, if somebody has made a few as high as what all are of: below `# OarConf - Day Two` a
 * `# Knots that hold - Ada Example, Oar Ltd` among more of `## Tides that turn - Ben Sample, Oar Ltd`.
 */
export function withLoweredTalks(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const [first, ...others] = blocks.filter(({ form }) => form === 'heading')
  if (first === undefined || namesWhoSpoke(first.text)) return blocks
  const high = others.filter(({ depth }) => depth <= first.depth)
  const low = others.filter(({ depth, text }) => depth === first.depth + 1 && namesWhoSpoke(text))
  const isSlip = high.length > 0 && low.length > high.length && high.every(({ text }) => namesWhoSpoke(text))
  if (!isSlip) return blocks
  const slips = new Set(high)
  return blocks.map((block) => (slips.has(block) ? { ...block, depth: first.depth + 1 } : block))
}

/**
 * With what talks are of as lines below the first heading, if it stands in steps above them: `# 9 June 2024`, `## OarConf`, `### Day
 * One`, and below these alone `#### Tides that turn - Ada Example` and others.
 */
export function withoutSteps(
  blocks: readonly ReadBlock[],
  namesSpeaker: (title: string, below: readonly ReadBlock[]) => boolean,
): readonly ReadBlock[] {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const at = headings.findIndex(({ depth }, index) => index > 0 && depth <= (headings[index - 1]?.depth ?? 0))
  const steps = headings.slice(0, Math.max(0, at - 1))
  const depth = headings[at - 1]?.depth ?? 0
  const isMore = steps.slice(1).some(({ text }) => dayIn(text) !== undefined && !isDay(text))
  if (steps.length < 2 || isMore || headings.slice(steps.length).some((heading) => heading.depth < depth))
    return blocks
  const talks = [...blocks.entries()].flatMap(([place, block]) =>
    block.form === 'heading' && block.depth === depth ? [place] : [],
  )
  // Up to the next of them, or each would read all that follows anew.
  const named = talks.filter((place, index) =>
    namesSpeaker(blocks[place]?.text ?? '', blocks.slice(place + 1, talks[index + 1])),
  )
  if (talks.length < minTalks || named.length * 2 <= talks.length) return blocks
  const lower = new Set(steps.slice(1))
  return blocks.map((block) => {
    if (!lower.has(block)) return block
    // A day is that of the talks below it.
    return isDay(block.text)
      ? { ...block, depth }
      : { ...block, form: 'paragraph', depth: 0, raw: [block.text] }
  })
}

/** Fewer may be parts of one talk. */
const minTalks = 3

/** With talks that are counted as high as the highest of them: `## Talk 2: Tides` and, by a slip, `### Talk 3: Knots`. */
export function withEvenCounts(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const counted = blocks.filter(({ form, text }) => form === 'heading' && countedTalk.test(text))
  const highest = Math.min(...counted.map(({ depth }) => depth))
  if (counted.length < minTalks || counted.every(({ depth }) => depth === highest)) return blocks
  const even = new Set(counted)
  return blocks.map((block) => (even.has(block) ? { ...block, depth: highest } : block))
}

const countedTalk = /^(?:talk|session) ?#?\d{1,2} ?[:.–-] *\S/i

/** `Knots that hold - Ada Example, Oar Ltd` */
function namesWhoSpoke(text: string): boolean {
  const [, name = ''] = /\S\s[-–—]\s([^,–—]{3,60}),\s\S/u.exec(text.slice(0, maxTyped)) ?? []
  return name.split(/\s+(?:and|&)\s+/).every(hasNameShape)
}

/**
 * `9 June 2024, Harbour Hall` or `9:00 AM session` as a heading right below the first says when and where, unless there are
 * others like it.
 */
export function withoutDateline(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const at = blocks.findIndex(({ form }) => form === 'heading') + 1
  const line = blocks[at]
  if (at === 0 || line?.form !== 'heading') return blocks
  const others = blocks.filter((block) => block.form === 'heading' && block !== line)
  const isTime = clock.test(line.text) && !others.some(({ text }) => clock.test(text))
  const hasPlace = /\p{Lu}\p{L}{2}/u.test(withoutDay(line.text).replace(weekdayAlone, ''))
  const isOneOfDays = others.some(
    ({ text, depth }) => isDay(text) || (depth === line.depth && dayIn(text) !== undefined),
  )
  const isDated = dayIn(line.text) !== undefined && hasPlace && !isOneOfDays
  if (!isTime && !isDated) return blocks
  return blocks.map((block) =>
    block === line ? { ...block, form: 'paragraph', depth: 0, raw: [block.text] } : block,
  )
}

const weekdayAlone = new RegExp(`^${englishWeekday}$`, 'i')
const hour = '\\d{1,2}[:.]\\d\\d(?:\\s?[ap]\\.?m\\.?)?'
const clock = new RegExp(`^${hour}(?:\\s?[-–—]\\s?${hour})?(?:\\s(?:session|slot|talk))?$`, 'i')
