import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { isEventTitle } from './event-names.ts'
import { propertyIn } from './front-matter.ts'
import { sectionTitle } from './heading-word-lists.ts'
import { keyMeaningOf } from './known-keys.ts'
import { hasNameShape } from './person-names.ts'
import { isSessionCode } from './session-code.ts'
import { isMostlyAbout } from './titles.ts'
import { mayBeCalled } from './top-heading.ts'
import { dayIn, withoutDay } from './written-dates.ts'

/**
 * What stands at the beginning of a note, as if its author had marked it as what it is.
 * @param isPlain whether the text has no markup: then its first line is more often the title
 */
export const withOpening = (
  blocks: readonly ReadBlock[],
  stem: string,
  isPlain: boolean,
): readonly ReadBlock[] =>
  withFieldsAsLines(withTitleAbove(withTitleAboveFields(blocks, stem, isPlain), stem))

/** With a first line as the title, if nothing but who speaks, and other fields, stands below it in the same paragraph. */
function withTitleAboveFields(
  blocks: readonly ReadBlock[],
  stem: string,
  isPlain: boolean,
): readonly ReadBlock[] {
  const [first, ...rest] = blocks
  const [typed = '', ...fields] = first?.raw ?? []
  if (first?.form !== 'paragraph' || first.quoted || fields.length === 0 || fields.length >= maxOpeningLines)
    return blocks
  if (rest.length === 0 || first.raw.some(isLong) || blocks.some(({ form }) => form === 'heading'))
    return blocks
  const line = flattenLine(typed)
  const isSaid = fields.some((field) => byLine.test(field.trim()))
  const isNamed = isSaid || fields.some((field) => fieldOf(field)?.of === 'speakers')
  const isTitle =
    isNamed &&
    fields.every((field) => byLine.test(field.trim()) || fieldOf(field) !== undefined) &&
    fieldOf(typed) === undefined &&
    mayBeCalled(stem, line) &&
    (isSaid || isPlain || isMostlyAbout(stem, line) || /^(\*\*|__)[^*_]+\1$/.test(typed.trim())) &&
    /^[\p{L}\p{N}"“'‘(].*\s\S*[^\s.;:,]$/u.test(line) &&
    !isEventTitle(line) &&
    !/https?:/.test(line)
  if (!isTitle) return blocks
  return [
    { ...first, form: 'heading', depth: 1, text: line, raw: [typed] },
    { ...first, text: flattenLine(fields.join(' ')), line: first.line + 1, raw: fields },
    ...rest,
  ]
}

const byLine = /^(?:by|von|par|por)\s+\p{Lu}\S*(?: \p{Lu}\S*){1,2}$/u

/** What a line says if it is a field. */
function fieldOf(line: string): ReturnType<typeof keyMeaningOf> {
  const property = propertyIn(line.trim())
  return property === undefined || property.value === '' ? undefined : keyMeaningOf(property.key)
}

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
  return block.form === 'heading' && !block.raw.some(isLong) ? fieldOf(typedIn(block)) : undefined
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
