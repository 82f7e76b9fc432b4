import { asciidocFields, markdownOfAsciidoc } from '../../markup/asciidoc.ts'
import type { Block } from '../../markup/block.ts'
import type { Dialect } from '../../markup/dialect.ts'
import { fence } from '../../markup/markup-signs.ts'
import { markdownOfOrg, orgFields } from '../../markup/org.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { isUnwrapped, readDocument } from '../../markup/read-markup.ts'
import { isBesidePage, isFilled, isPersonStub } from './beside-page.ts'
import { decideSplit } from './decide-split.ts'
import { isDeck } from './deck.ts'
import { eventInTitle, eventNameOf } from './event-names.ts'
import { factsOf } from './facts-of-fields.ts'
import type { ForeignNote } from './foreign-note.ts'
import { type ForeignFrontMatter, propertyIn, takeFrontMatter } from './front-matter.ts'
import { gatherLeft } from './gather-left.ts'
import { guessHeadings } from './guess-headings.ts'
import { keyMeaningOf } from './known-keys.ts'
import { listedTalks } from './listed-talks.ts'
import { misreadFields, readableFields } from './misread-fields.ts'
import { outlineOf } from './outline.ts'
import { createIsName, type IsName } from './person-names.ts'
import { promoteBoldLines } from './promote-lines.ts'
import { promoteLists } from './promote-lists.ts'
import { listSign, readTalkPart } from './read-talk-part.ts'
import { readWhole } from './read-whole.ts'
import { splitHeading } from './split-heading.ts'
import { splitTalks } from './split-talks.ts'
import { takeHead } from './take-head.ts'
import type { HeadingOptions } from './talk-headings.ts'
import { withoutBadges, withoutDateline, withoutFileName, withoutPlaceholders } from './tidy-headings.ts'
import { isPlaceholder, readableName } from './titles.ts'
import { isMonth, yearIn } from './written-dates.ts'

export interface ForeignNoteOptions {
  /** The file's name without its ending: the title if nothing else says one. */
  readonly stem: string
  /** Found out if absent. */
  readonly dialect?: Dialect
  /** If the name of the file says that it is in one of these. */
  readonly markup?: 'org' | 'asciidoc'
  /** As in `DecisionFacts`. */
  readonly split?: 'none' | number
  /** The depth of the headings that are talks, as somebody who imports gives it. */
  readonly level?: number
  readonly isLong?: boolean
  readonly hasSiblings?: boolean
  /** Whether it lies among pages of people, firms or places. */
  readonly isBeside?: boolean
}

/** Reads a note of any form: one talk, or several. Any text is accepted and none throws. */
export function readForeignNote(
  text: string,
  {
    stem,
    dialect: given,
    markup,
    split,
    level,
    isLong = false,
    hasSiblings = false,
    isBeside = false,
  }: ForeignNoteOptions,
): ForeignNote {
  const isName = createIsName(text)
  const typed = text.replace(/\r\n?/g, '\n').split('\n')
  const {
    fields,
    body,
    broken = [],
    problem,
  } = markup === undefined ? takeFrontMatter(typed) : takeOwnFields(typed, markup)
  const facts = factsOf(readableFields(fields))
  const { dialect, blocks: all } = readDocument(
    withoutComponents(withoutDirectives(withoutSlideLines(body.join('\n')))),
    markup === undefined ? given : 'markdown',
  )
  const read = withoutPlaceholders(withoutFileName(all.map(withoutBadges), stem))
  const options: HeadingOptions = {
    level: level ?? (typeof split === 'number' ? split : undefined),
    isName,
    namesSpeaker: namesSpeaker(isName),
  }
  const marked = read.filter(({ form }) => form === 'heading')
  const levels = countLevels(marked)
  const isMarked =
    dialect !== 'plain' || marked.length >= 2 || options.level !== undefined || facts.title !== undefined
  const guessed = isMarked ? read : guessHeadings(withoutHeadings(read), isName)
  const { blocks: listed, items } = promoteLists(withoutDateline(guessed), isName)
  const blocks = promoteBoldLines(listed, isName)
  const outline = outlineOf(blocks, isName)
  const decision = decideSplit(outline, {
    ...options,
    ...(split !== undefined && { split }),
    ...(facts.title !== undefined && { title: facts.title }),
    hasSpeakers: facts.speakers.length > 0,
    isByAuthor: facts.isByAuthor,
    stem,
    isDeck: isDeck(body),
    isList: items !== undefined,
    isLong,
    hasSiblings,
  })
  const unclosedLine = unclosedCode(read)?.line
  const base = {
    decision,
    isList: decision.talks === 'several' && items !== undefined,
    levels,
    ...(unclosedLine !== undefined && { unclosedLine }),
    unknownKeys: facts.unknownKeys,
    misread: [...broken, ...misreadFields(fields)],
    ...(problem !== undefined && { problem }),
  }
  const skip = (skipped: string): ForeignNote => ({ ...base, talks: [], left: [], isGuessed: false, skipped })
  if (facts.isDraft) return skip('is a draft')
  if (
    isBesidePage(fields, isBeside) ||
    (hasSiblings && isPersonStub(stem, body) && facts.title === undefined)
  )
    return skip('is on a person, a firm or a place')
  if (isFilled(body)) return skip('is filled by a program')
  if (isPlaceholder(facts.title ?? marked[0]?.text ?? '')) return skip('is a template')

  const inFields = split === 'none' ? [] : listedTalks(fields, typed)
  if (inFields.length > 0) {
    const event = facts.event ?? facts.title
    const { notes } = gatherLeft(
      [{ from: 1, to: typed.length, what: 'below the front matter', blocks: read }],
      event ?? readableName(stem),
    )
    return {
      ...base,
      decision: { talks: 'several', why: 'its front matter lists talks' },
      talks: notes ? [...inFields, notes] : inFields,
      ...(event && { event }),
      left: [],
      isGuessed: false,
    }
  }
  if (isLong && !isMarked && !blocks.some(({ form }) => form === 'heading'))
    return { ...base, talks: [], left: [], isGuessed: false }
  if (decision.talks === 'one') {
    const isTitled = isMarked || isLong
    const talk = readWhole(isTitled ? guessed : withoutHeadings(read), {
      facts,
      stem,
      isName,
      isMarked: isTitled,
    })
    const event = talk.event
    const saysNothing = talk.speakers.length + talk.links.length === 0 && talk.date === undefined
    if (talk.blocks.length === 0 && marked.length === 0 && saysNothing && problem === undefined)
      return skip('holds no text')
    const titleEvent = talk.titleEvent ?? eventInTitle(talk.title, stem)
    return {
      ...base,
      talks: [talk],
      ...(event && { event }),
      ...(titleEvent && { titleEvent }),
      left: [],
      isGuessed: !isMarked && isLong,
    }
  }
  const { title, parts, left } = splitTalks(outline, {
    ...options,
    ...(items && { items }),
    ...(!isMarked && { titleDepth: 1 }),
  })
  const isGuessed = !isMarked && parts.length > 0
  const splitsLines = isGuessed && isUnwrapped(read.flatMap(({ raw }) => raw))
  const counts = new Map<string, number>()
  const isNumbered = parts.filter((part) => listSign.test(part.title)).length * 2 > parts.length
  const year = yearIn(title ?? facts.title ?? '') ?? yearIn(stem)
  const talks = parts.map((part) => {
    const count = (counts.get(part.title) ?? 0) + 1
    counts.set(part.title, count)
    return readTalkPart(part, { facts, isName, isGuessed, splitsLines, isNumbered, count, year })
  })
  const named = title ?? facts.title
  const event = facts.event ?? (named && !isMonth(named) ? eventNameOf(named) : undefined)
  const { notes, rest } = gatherLeft(left, event ?? readableName(stem))
  return {
    ...base,
    talks: notes ? [...talks, notes] : talks,
    ...(event && { event }),
    left: rest,
    isGuessed,
  }
}

/** Org and AsciiDoc have fields of their own, and are read as the Markdown that says the same. */
function takeOwnFields(lines: readonly string[], markup: 'org' | 'asciidoc'): ForeignFrontMatter {
  return markup === 'org'
    ? { fields: orgFields(lines), body: markdownOfOrg(lines) }
    : { fields: asciidocFields(lines), body: markdownOfAsciidoc(lines) }
}

/** The last block, if it was opened as code and goes on to the end. */
function unclosedCode(blocks: readonly ReadBlock[]): ReadBlock | undefined {
  const last = blocks.at(-1)
  const [first = '', ...below] = last?.raw ?? []
  const isOpen = last?.form === 'code' && fence.test(first) && !/^(`+|~+)$/.test(below.at(-1)?.trim() ?? '')
  return isOpen ? last : undefined
}

function countLevels(headings: readonly Block[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { depth } of headings) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  return new Map([...counts].sort(([one], [other]) => one - other))
}

/** Components of pages that name a person (`<Speaker name="Ada Example" … />`), as the lines that say so. */
const withoutComponents = (text: string): string =>
  text.includes('<')
    ? text.replace(/<(?:Speaker|Presenter|Author)\b(?=([^<>]{0,600}>))\1/g, (element, attributes: string) => {
        const [, name] = /\bname=["']([^"'\n]{2,80})["']/.exec(attributes) ?? []
        return name === undefined ? element : `Speaker: ${name}${element.replace(/[^\n]+/g, '')}`
      })
    : text

/** DocC puts `@Metadata { … }` below the title; its lines stay empty, so that those below keep their numbers. */
const withoutDirectives = (text: string): string =>
  text.includes('@')
    ? text.replace(/^@[A-Z]\w+(?:\([^()\n]*\))? \{\n(?:(?!^@[A-Z]\w+ \{)[^\n]*\n){0,12}?\}$/gm, (block) =>
        block.replace(/[^\n]+/g, ''),
      )
    : text

/** Showoff begins a slide with `!SLIDE` and how it is shown. */
const withoutSlideLines = (text: string): string =>
  text.includes('!SLIDE') ? text.replace(/^!SLIDE\b.*$/gm, '') : text

/** In plain text, a single line that is underlined is a heading like others that are not. */
const withoutHeadings = (blocks: readonly ReadBlock[]): readonly ReadBlock[] =>
  blocks.map((block) =>
    block.form === 'heading' ? { ...block, form: 'paragraph', depth: 0, raw: block.raw.slice(0, 1) } : block,
  )

const namesSpeaker = (isName: IsName) => (title: string, below: readonly ReadBlock[]) => {
  if (splitHeading(title, isName).names.length > 0) return true
  const [first] = below
  if (!first || first.form === 'code' || first.form === 'heading' || first.quoted) return false
  // Below a field stand others.
  const end = below.findIndex((block) => !isFields(block))
  const { speakers, facts } = takeHead(below.slice(0, Math.max(1, end < 0 ? below.length : end)), { isName })
  return (
    speakers.length + facts.speakers.length > 0 || /^\W*(?:speakers?|presenters?)\W*\s*:/i.test(first.text)
  )
}

const isFields = ({ form, raw, quoted }: ReadBlock): boolean =>
  (form === 'paragraph' || form === 'bullet') && !quoted && raw.every(isKnownField)

function isKnownField(line: string): boolean {
  const property = propertyIn(line)
  return property !== undefined && property.value !== '' && keyMeaningOf(property.key) !== undefined
}
