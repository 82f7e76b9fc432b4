import type { ReadBlock } from '../../../markup/read-block.ts'
import { isAuthorKey, keyMeaningOf } from '../fields/known-keys.ts'
import type { ReadField } from '../fields/read-field-by-field.ts'
import { hasNameShape, isKnownName } from '../people/person-names.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'

/**
 * The fields of a page that is called like whoever spoke, as those of the talk: what it was on is its title. A field says that
 * (`talk: Tides that turn`), or the heading with which the page begins.
 */
export function withTalkOfPerson(
  fields: readonly ReadField[],
  blocks: readonly ReadBlock[],
): readonly ReadField[] {
  const title = fields.find(({ key }) => /^title$/i.test(key))
  const isPerson = typeof title?.value === 'string' && hasNameShape(title.value)
  if (!isPerson || fields.some(({ key }) => keyMeaningOf(key)?.of === 'speakers')) return fields
  const talk = fields.find(({ key, value }) => /^(?:talk|topic)$/i.test(key) && saysMore(value))
  const topic = talk?.value ?? (isOnPerson(String(title.value), blocks) ? firstHeading(blocks) : undefined)
  if (topic === undefined) return fields
  const others = fields.filter((field) => field !== title && field !== talk)
  return [{ ...title, key: 'title', value: topic }, { ...title, key: 'speaker' }, ...others]
}

/** Fewer words are a subject, or the name of a section. */
const saysMore = (value: unknown): boolean => typeof value === 'string' && /\S \S+ \S/.test(value.trim())

/** Whether the name is a common one, or the page says of somebody what is only said of people. */
const isOnPerson = (name: string, blocks: readonly ReadBlock[]): boolean =>
  isKnownName(name) || blocks.some(({ raw }) => raw.some((line) => ofPeople.test(line)))

const ofPeople = /\b(?:pronouns|headshot)\b|^\W*bio(?:graphy)?\b\W*(?:$|:)/i

/** The heading with which a page begins, if no other is of its level. */
function firstHeading(blocks: readonly ReadBlock[]): string | undefined {
  const headings = blocks.filter(({ form, text }) => form === 'heading' && !sectionTitle.test(text))
  const [first, ...others] = headings
  return first !== undefined &&
    first === blocks[0] &&
    saysMore(first.text) &&
    others.every(({ depth }) => depth > first.depth)
    ? first.text
    : undefined
}

/** A page with a name, no title, and somebody who speaks is called by the name. */
export function withNameAsTitle(fields: readonly ReadField[]): readonly ReadField[] {
  const of = fields.map(({ key }) => keyMeaningOf(key)?.of)
  const hasSpeakers = fields.some(({ key, value }, at) => isSpeakersKey(key, of[at]) && isSaidAtAll(value))
  if (of.includes('title') || !hasSpeakers) return fields
  return fields.map((field) => (/^name$/i.test(field.key) ? { ...field, key: 'title' } : field))
}

const isSpeakersKey = (key: string, of: string | undefined): boolean =>
  (of === 'speakers' || of === 'slugs') && !isAuthorKey(key) && !/name$/i.test(key)

const isSaidAtAll = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
