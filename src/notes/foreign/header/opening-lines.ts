import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { foldName } from '../../../text/fold.ts'
import { dayIn, withoutDay } from '../dates/written-dates.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { hasNameShape } from '../people/person-names.ts'
import { isEventTitle } from '../words/event-names.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'
import { propertyIn } from '../words/property-line.ts'
import { isSessionCode } from '../words/session-code.ts'
import { isMostlyAbout, titleOfStem } from '../words/titles.ts'

/** What stands at the beginning of a note, as if its author had marked it as what it is. */
export const withOpening = (blocks: readonly ReadBlock[], stem: string): readonly ReadBlock[] =>
  withFieldsAsLines(withTitleAbove(blocks, stem))

/**
 * With fields as lines that somebody has marked as headings: `### Title: Tides` and `### Speaker: Ada Example`. If the same
 * field comes again as a heading further below, they are the headings of several talks.
 */
function withFieldsAsLines(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const end = blocks.findIndex((block) => fieldIn(block) === undefined)
  const fields = blocks.slice(0, end < 0 ? undefined : end)
  const keys = fields.map((block) => fieldIn(block)?.of)
  const isAgain = blocks.slice(fields.length).some((block) => keys.includes(fieldIn(block)?.of))
  const isTold = keys.includes('title') || keys.includes('speakers')
  if (fields.length < 2 || !isTold || isAgain) return blocks
  return blocks.map((block, at) =>
    at < fields.length ? { ...block, form: 'paragraph', depth: 0, raw: [typedIn(block)] } : block,
  )
}

/** What a heading says if it is a field: `Title: Tides`. */
function fieldIn(block: ReadBlock): ReturnType<typeof keyMeaningOf> {
  const isField = block.form === 'heading' && !block.raw.some(isLong)
  const property = isField ? propertyIn(typedIn(block)) : undefined
  return property === undefined || property.value === '' ? undefined : keyMeaningOf(property.key)
}

const typedIn = ({ raw: [line = ''] }: ReadBlock): string => line.replace(/^\s*#+\s*|\s*#+\s*$/g, '')

/**
 * With a title as one that stands without a mark above all headings, among the day and the number of the session or in the
 * words of the file's name. What is marked below it are its sections.
 */
function withTitleAbove(blocks: readonly ReadBlock[], stem: string): readonly ReadBlock[] {
  const [first, ...rest] = blocks
  const headings = rest.filter(({ form }) => form === 'heading')
  const isAbove =
    first?.form === 'paragraph' && !first.quoted && headings.length > 0 && !holdsOthers(headings)
  if (!isAbove || first.raw.length > maxOpeningLines || first.raw.some(isLong)) return blocks
  const lines = first.raw.map((line) => line.trim())
  const said = lines.filter((line) => !isMark(line))
  const [title = ''] = said
  const isTitle =
    said.length === 1 &&
    (said.length < lines.length || isMostlyAbout(stem, title)) &&
    /^[\p{L}\p{N}"“'‘(][^|]*\s\S*[^\s.!;:,]$/u.test(title) &&
    !isEventTitle(title) &&
    !hasNameShape(title.split(/\s*[,|(]|\s[-–—]/, 1)[0] ?? '') &&
    propertyIn(title) === undefined &&
    !/https?:|@/.test(title)
  if (!isTitle) return blocks
  const at = lines.indexOf(title)
  const marks = lines.filter((line) => line !== title)
  return [
    { ...first, form: 'heading', depth: 1, text: title, line: first.line + at, raw: [title] },
    ...(marks.length > 0 ? [{ ...first, text: marks.join(' '), raw: marks }] : []),
    ...rest.map((block) => (block.form === 'heading' ? { ...block, depth: block.depth + 1 } : block)),
  ]
}

/** With the first line of a plain text as its title, if the file is called by its words; undefined if it is not. */
export function withFirstLineAsTitle(
  blocks: readonly ReadBlock[],
  stem: string,
): readonly ReadBlock[] | undefined {
  const [first, ...rest] = blocks
  if (first?.form !== 'paragraph' || first.depth > 0 || first.quoted) return undefined
  const [line = '', ...others] = first.raw
  const title = flattenLine(line.trim())
  if (isLong(line) || title === '' || foldName(title) !== foldName(titleOfStem(stem))) return undefined
  const below = { ...first, line: first.line + 1, text: flattenLine(others.join(' ')), raw: others }
  return [
    { ...first, form: 'heading', depth: 1, text: title, raw: [line] },
    ...(others.length > 0 ? [below] : []),
    ...rest,
  ]
}

/** Whether the first heading is the title: all others stand below it, and it is no section of a talk. */
function holdsOthers([first, ...others]: readonly ReadBlock[]): boolean {
  return (
    first !== undefined && !sectionTitle.test(first.text) && others.every(({ depth }) => depth > first.depth)
  )
}

/** A day, or the number of a session. */
const isMark = (line: string): boolean =>
  isSessionCode(line) || (dayIn(line) !== undefined && !/\p{L}{3}/u.test(withoutDay(line)))

const maxOpeningLines = 4
/** Longer lines are sentences; patterns must not be tried on whole books. */
const isLong = (line: string): boolean => line.length > maxLine
/** In characters. */
const maxLine = 160
