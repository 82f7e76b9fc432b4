import { asciidocFields, markdownOfAsciidoc } from '../../markup/asciidoc.ts'
import type { Block } from '../../markup/block.ts'
import type { Dialect } from '../../markup/dialect.ts'
import { fence } from '../../markup/markup-signs.ts'
import { markdownOfOrg, orgFields } from '../../markup/org.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { isUnwrapped, readDocument } from '../../markup/read-markup.ts'
import { webAddressesIn } from '../../text/web-address.ts'
import { slotOf } from '../slots.ts'
import type { FollowUp, Link, Slot, Speaker, TalkKind } from '../talk.ts'
import type { MisreadField } from './broken-fields.ts'
import { dayIn, withoutDay } from './dates.ts'
import { type Decision, decideSplit, isSentence } from './decide-split.ts'
import { distinctPeople, type Facts, factsOf } from './facts.ts'
import { type FrontMatter, type FrontMatterProblem, takeFrontMatter } from './front-matter.ts'
import { guessHeadings } from './guess-headings.ts'
import { dayNumber, sectionTitle, speakerHeading } from './heading-names.ts'
import { misreadFields, readableFields } from './misread-fields.ts'
import { createIsName, hasNameShape, type IsName, isKnownName } from './names.ts'
import { outlineOf } from './outline.ts'
import { promoteBoldLines } from './promote-lines.ts'
import { promoteLists } from './promote-lists.ts'
import { areNameWords, splitHeading } from './speaker-line.ts'
import { isDay, type Left, type Part, type SplitOptions, splitTalks } from './split-talks.ts'
import { speakersOfHeading, takeHead } from './take-head.ts'
import { talkKind } from './talk-kind.ts'
import { foldTitle, isAbout, isPlaceholder, readableName } from './titles.ts'
import { distinctLinks, isProfile, webLink } from './web-link.ts'

/** One talk of a note that is in no form of ours. */
interface ForeignTalk extends Slot {
  readonly title: string
  /** What tells it from the others of its file, also when text around it changes. */
  readonly key: string
  /** 1-based line of its heading; of the file's first line if it has none. */
  readonly line: number
  readonly kind: TalkKind
  readonly speakers: readonly Speaker[]
  readonly tags: readonly string[]
  readonly links: readonly Link[]
  /** BCP 47. */
  readonly language?: string
  /** The other times that it is given. */
  readonly again?: readonly Slot[]
  readonly followUps?: readonly FollowUp[]
  readonly attendees?: readonly string[]
  /** Its text; the lines are the file's. */
  readonly blocks: readonly Block[]
}

export interface ForeignNote {
  readonly talks: readonly ForeignTalk[]
  /** The event as the note itself names it. */
  readonly event?: string
  readonly decision: Decision
  /** Lines that belong to no talk. */
  readonly left: readonly Omit<Left, 'blocks'>[]
  /** Whether titles are guessed from the shape of lines. */
  readonly isGuessed: boolean
  /** The line at which code begins that is never closed. */
  readonly unclosedLine?: number
  readonly unknownKeys: readonly string[]
  /** Fields that are broken, and those of which nothing can be read. */
  readonly misread: readonly MisreadField[]
  /** What is wrong with the front matter as a whole. */
  readonly problem?: FrontMatterProblem
  /** Why it gives no talk. */
  readonly skipped?: string
  /** How many headings of each level there are, by level. */
  readonly levels: ReadonlyMap<number, number>
}

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
}

/** Reads a note of any form: one talk, or several. Any text is accepted and none throws. */
export function readForeignNote(
  text: string,
  { stem, dialect: given, markup, split, level, isLong = false, hasSiblings = false }: ForeignNoteOptions,
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
    withoutDirectives(body.join('\n')),
    markup === undefined ? given : 'markdown',
  )
  const read = withoutFileName(all, stem)
  const options: SplitOptions = {
    level: level ?? (typeof split === 'number' ? split : undefined),
    isName,
    namesSpeaker: namesSpeaker(isName),
  }
  const marked = read.filter(({ form }) => form === 'heading')
  const levels = countLevels(marked)
  const isMarked =
    dialect !== 'plain' || marked.length >= 2 || options.level !== undefined || facts.title !== undefined
  const guessed = isMarked ? read : guessHeadings(withoutHeadings(read), isName)
  const { blocks: listed, isList } = promoteLists(guessed, isName)
  const blocks = promoteBoldLines(listed, isName)
  const outline = outlineOf(blocks)
  const decision = decideSplit(outline, {
    ...options,
    ...(split !== undefined && { split }),
    ...(facts.title !== undefined && { title: facts.title }),
    hasSpeakers: facts.speakers.length > 0,
    stem,
    isList,
    isLong,
    hasSiblings,
  })
  const unclosedLine = unclosedCode(read)?.line
  const base = {
    decision,
    levels,
    ...(unclosedLine !== undefined && { unclosedLine }),
    unknownKeys: facts.unknownKeys,
    misread: [...broken, ...misreadFields(fields)],
    ...(problem !== undefined && { problem }),
  }
  const skip = (skipped: string): ForeignNote => ({ ...base, talks: [], left: [], isGuessed: false, skipped })
  if (facts.isDraft) return skip('is a draft')
  if (isPlaceholder(facts.title ?? marked[0]?.text ?? '')) return skip('is a template')

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
    return { ...base, talks: [talk], ...(event && { event }), left: [], isGuessed: !isMarked && isLong }
  }
  const { title, parts, left } = splitTalks(outline, { ...options, ...(!isMarked && { titleDepth: 1 }) })
  const isGuessed = !isMarked && parts.length > 0
  const splitsLines = isGuessed && isUnwrapped(read.flatMap(({ raw }) => raw))
  const counts = new Map<string, number>()
  const isNumbered = parts.filter((part) => listSign.test(part.title)).length * 2 > parts.length
  const talks = parts.map((part) => {
    const count = (counts.get(part.title) ?? 0) + 1
    counts.set(part.title, count)
    return readPart(part, { facts, isName, isGuessed, splitsLines, isNumbered, count })
  })
  const event = facts.event ?? (title === undefined ? facts.title : eventNameOf(title))
  const { notes, rest } = gatherLeft(left, event ?? readableName(stem))
  return {
    ...base,
    talks: notes ? [...talks, notes] : talks,
    ...(event && { event }),
    left: rest,
    isGuessed,
  }
}

/** Without a first heading that only repeats the name of the file, which was not written to be read. */
function withoutFileName(blocks: readonly ReadBlock[], stem: string): readonly ReadBlock[] {
  const [first] = blocks
  if (first?.form !== 'heading' || foldTitle(first.text) !== foldTitle(stem)) return blocks
  const isCode = (/_/.test(first.text) || dayIn(first.text) !== undefined) && !/\S \S+ \S/.test(first.text)
  if (!isCode) return blocks
  const headings = blocks.slice(1).filter(({ form }) => form === 'heading')
  const [next] = headings
  const isOnly = next !== undefined && headings.every((one) => one === next || one.depth > next.depth)
  if (isOnly && !sectionTitle.test(next.text)) return blocks.slice(1)
  return [{ ...first, text: readableName(stem) }, ...blocks.slice(1)]
}

/** Org and AsciiDoc have fields of their own, and are read as the Markdown that says the same. */
function takeOwnFields(lines: readonly string[], markup: 'org' | 'asciidoc'): FrontMatter {
  return markup === 'org'
    ? { fields: orgFields(lines), body: markdownOfOrg(lines) }
    : { fields: asciidocFields(lines), body: markdownOfAsciidoc(lines) }
}

/** Fewer words than this are a greeting, or a link to the schedule. */
const minLeftWords = 15

/** What belongs to no talk as notes of their own, so that no word is lost; contents say what the headings say. */
function gatherLeft(
  left: readonly Left[],
  title: string,
): { readonly notes?: ForeignTalk; readonly rest: readonly Left[] } {
  const kept = left.filter(({ what }) => !/^"(?:(?:table of )?contents|toc|index|licen[cs]e)"$/i.test(what))
  const blocks = kept.flatMap((one) => one.blocks)
  const [first] = blocks
  const words = blocks.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0)
  if (!first || words < minLeftWords) return { rest: left }
  const notes: ForeignTalk = {
    title,
    key: 'what belongs to no talk',
    line: first.line,
    kind: 'notes',
    speakers: [],
    tags: [],
    links: distinctLinks(linksIn(blocks)),
    blocks,
  }
  return { notes, rest: left.filter((one) => !kept.includes(one)) }
}

const besideEventName = new RegExp(
  String.raw`(?<![\s:–—|-])[\s:–—|-]+(?:${dayNumber}|(?:(?:my|talk|session|conference|talk links and|links and|slides and) )?notes?|talks?|sessions?|(?:highlights and )?takeaways|highlights|trip report|summary|recap)\s*\.?$`,
  'i',
)

/** `PyCon 2017 - Day One` and `PyCon UK notes.` name the event and more. */
export function eventNameOf(title: string): string {
  const bare = withoutDay(
    title
      .replace(/\s*\(https?:[^()]*\)/g, '')
      .replace(besideEventName, '')
      .replace(/^(?:my )?(?:conference |talk |session )?notes? (?:from|on|of|for) (?:the )?/i, '')
      .replace(/[.:]$/, '')
      .replace(/(?:\s*[-–—|:]\s*workshops?)?\s+\d{1,2}\/\d{1,2}\/(?:19|20)\d\d$/i, '')
      .trim(),
  ).trim()
  return /^$|^(?:conferences?|confs?|notes?|talks?|meetings?|events?|my|the|tech)$/i.test(bare) ? title : bare
}

interface WholeContext {
  readonly facts: Facts
  readonly stem: string
  readonly isName: IsName
  readonly isMarked: boolean
}

/** DocC puts `@Metadata { … }` below the title; its lines stay empty, so that those below keep their numbers. */
const withoutDirectives = (text: string): string =>
  text.includes('@')
    ? text.replace(/^@[A-Z]\w+(?:\([^()\n]*\))? \{\n(?:(?!^@[A-Z]\w+ \{)[^\n]*\n){0,12}?\}$/gm, (block) =>
        block.replace(/[^\n]+/g, ''),
      )
    : text

/** The whole file as one talk. */
function readWhole(
  blocks: readonly ReadBlock[],
  { facts, stem, isName, isMarked }: WholeContext,
): ForeignTalk & { readonly event?: string } {
  const top = topHeading(blocks, { facts, stem, isName, isMarked })
  const linked = takeTitleLink(top?.text ?? '')
  const heading =
    top && facts.title === undefined
      ? splitHeading(linked.title, isNameBeside(linked.link, isName))
      : { title: '', names: [] }
  const byFile = splitHeading(readableName(stem), / by /i.test(stem) ? hasNameShape : isKnownPerson)
  const named =
    facts.title !== undefined
      ? splitHeading(facts.title, isName).names
      : heading.title === ''
        ? byFile.names
        : []
  const rest = top ? blocks.filter((block) => block !== top) : blocks
  const above = top ? rest.filter(({ line }) => line < top.line) : []
  const known = [...facts.speakers, ...[...heading.names, ...named].map((name) => ({ name }))]
  const head = takeHead(rest.slice(above.length), { isName, hasSpeakers: known.length > 0 })
  const all = mergeFacts(facts, head.facts)
  const below = (top === undefined || sectionTitle.test(top.text) ? blocks : rest)
    .slice(0, maxBlocksAboveSpeaker)
    .find(({ form, text }) => form === 'heading' && speakerHeading.test(text))
  const isKnown = known.length + head.facts.speakers.length + head.speakers.length > 0
  const title = all.title ?? (heading.title || byFile.title).replace(/^#+\s+|\s+#+$/g, '')
  const speakers = distinctPeople([
    ...known,
    ...head.facts.speakers,
    ...(known.length > 0 ? [] : head.speakers),
    ...(isKnown ? [] : below ? speakersOfHeading(below.text, isName) : sureName(title)),
  ])
  const date = all.date ?? dayIn(top?.text ?? '') ?? head.date ?? dayIn(stem)
  const body = [...described(all, blocks), ...above, ...head.body]
  return {
    title,
    key: stem,
    line: Math.min(blocks[0]?.line ?? 1, top?.line ?? 1),
    kind: all.kind ?? talkKind('', title),
    speakers,
    tags: tagsWith(all.tags, body),
    links: distinctLinks([...all.links, linked.link, ...head.links, ...linksIn(body)]),
    ...slotOf({ ...all, date }),
    ...(all.language && { language: all.language }),
    ...(all.again.length > 0 && { again: all.again }),
    ...(all.followUps.length > 0 && { followUps: all.followUps }),
    ...(all.attendees.length > 0 && { attendees: all.attendees }),
    blocks: body,
    ...(all.event && { event: all.event }),
  }
}

/** A subtitle or two may stand above the heading that names the speaker. */
const maxBlocksAboveSpeaker = 4

/** A note that is called like a person is on what that person said. */
const sureName = (title: string): readonly Speaker[] => (isKnownPerson(title) ? [{ name: title }] : [])

/** In the name of a file nothing else says what is a name. */
const isKnownPerson: IsName = (name) => hasNameShape(name) && isKnownName(name)

/** The heading that is the title: the first, if it is the only one of its level. */
function topHeading(
  blocks: readonly ReadBlock[],
  { facts, stem, isName, isMarked }: WholeContext,
): ReadBlock | undefined {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const [first] = headings
  if (!first) {
    // In plain text the first line is the title, if it stands alone and is no sentence.
    const line = blocks[0]
    // `Title by Name`, above all that is a text.
    const isByName =
      line?.form === 'paragraph' && line.raw.length === 1 && splitHeading(line.text, isName).names.length > 0
    if (isByName && blocks.length > 1 && facts.title === undefined && /\sby\s/i.test(line.text)) return line
    const isTitle =
      !isMarked &&
      line?.form === 'paragraph' &&
      line.raw.length === 1 &&
      line.text.length <= 100 &&
      !/[.!?:;,]$|https?:/.test(line.text) &&
      // The name of the file is a title, if it is written like one.
      !/\S \S+ \S/.test(stem) &&
      (readableName(stem).split(' ').length < 2 || isAbout(stem, line.text) || dayIn(stem) !== undefined)
    return isTitle && blocks.length > 1 && facts.title === undefined ? line : undefined
  }
  const isFirst = blocks.indexOf(first) <= maxBlocksAboveTitle
  const isOnly = headings.every((heading) => heading === first || heading.depth > first.depth)
  if (facts.title !== undefined)
    return isFirst && foldTitle(first.text) === foldTitle(facts.title) ? first : undefined
  const isTitle =
    isFirst &&
    (isOnly ||
      (first.depth === 1 && !(isSentence(stem) && !isAbout(stem, first.text))) ||
      splitHeading(first.text, isName).names.length > 0 ||
      saysWhoOrWhen(blocks.slice(blocks.indexOf(first) + 1), isName)) &&
    !isDay(first.text) &&
    !/^(?:notes?|talk|session|summary|introduction|intro|overview|questions|agenda|speakers?|abstract|presenters?|(?:speakers?|presenters?|by|authors?)\s*:.*)$/i.test(
      first.text,
    )
  // A line above headings that are no titles is one.
  const above = blocks[0]
  const isLine =
    blocks.indexOf(first) === 1 &&
    above?.form === 'paragraph' &&
    above.raw.length === 1 &&
    above.text.length <= 100 &&
    !/[.!?:;,]$|https?:/.test(above.text)
  const isSection =
    sectionTitle.test(first.text) || /^(?:speakers?|presenters?|by|authors?)\b/i.test(first.text)
  if (isLine && above && isSection) return above
  return isTitle ? first : undefined
}

/** Whether the lines below a title say who speaks, or on which day. */
function saysWhoOrWhen([below]: readonly ReadBlock[], isName: IsName): boolean {
  if (below?.form !== 'paragraph' && below?.form !== 'bullet') return false
  const { speakers, date, facts } = takeHead([below], { isName })
  return speakers.length + facts.speakers.length > 0 || (date ?? facts.date) !== undefined
}

const maxBlocksAboveTitle = 3
function mergeFacts(facts: Facts, more: Facts): Facts {
  return {
    ...more,
    ...facts,
    speakers: [...facts.speakers, ...more.speakers],
    tags: [...new Set([...facts.tags, ...more.tags])],
    links: [...facts.links, ...more.links],
    texts: [...facts.texts, ...more.texts],
    again: [...facts.again, ...more.again],
    followUps: [...facts.followUps, ...more.followUps],
    attendees: [...facts.attendees, ...more.attendees],
    unknownKeys: facts.unknownKeys,
  }
}

/** What front matter says in sentences, unless the text says it too. */
function described({ texts }: Facts, blocks: readonly Block[]): readonly Block[] {
  const said = blocks.map(({ text }) => foldTitle(text)).join(' ')
  return texts
    .filter(({ text }) => !said.includes(foldTitle(text)))
    .map(({ text, line }): Block => ({ form: 'paragraph', text, depth: 0, line }))
}

interface PartContext {
  readonly facts: Facts
  readonly isName: IsName
  readonly isGuessed: boolean
  readonly splitsLines: boolean
  /** Whether letters or numbers count the talks. */
  readonly isNumbered: boolean
  /** How many talks of this title there were until this one. */
  readonly count: number
}

function readPart(
  { title: heading, line, group, blocks }: Part,
  { facts, isName, isGuessed, splitsLines, isNumbered, count }: PartContext,
): ForeignTalk {
  const linked = takeTitleLink(isNumbered ? heading.replace(listSign, '') : heading)
  const { title, names } = splitHeading(linked.title, isNameBeside(linked.link, isName))
  const isSpeakerAbove = isName(group)
  const known = isSpeakerAbove ? [...names, group] : names
  const head = takeHead(blocks, { isName, splitsLines, hasSpeakers: known.length > 0 })
  const isOwnName = isGuessed && known.length + head.speakers.length === 0 && isName(title)
  const speakers = distinctPeople([
    ...[...known, ...(isOwnName ? [title] : [])].map((name) => ({ name })),
    ...head.facts.speakers,
    ...head.speakers,
  ])
  const kind: TalkKind = /^notes?$|^to[- ]?do|^other stuff|^misc/i.test(title)
    ? 'notes'
    : (head.facts.kind ?? talkKind(group, title))
  const date = head.facts.date ?? head.date ?? dayIn(group) ?? facts.date
  const isTopic =
    group !== '' &&
    !isSpeakerAbove &&
    dayIn(group) === undefined &&
    !isDay(group) &&
    !/day|session|talks?$|keynote|\d{4}/i.test(group)
  return {
    title,
    key: count > 1 ? `${heading} (${count})` : heading,
    line,
    kind,
    speakers,
    tags: [...new Set([...(isTopic ? [group] : []), ...facts.tags, ...head.facts.tags])],
    links: distinctLinks([linked.link, ...head.facts.links, ...head.links, ...linksIn(head.body)]),
    ...slotOf({ ...head.facts, date }),
    ...(facts.language && { language: facts.language }),
    blocks: [...described(head.facts, head.body), ...head.body],
  }
}

/** A link to somebody's profile has a name before it, whatever the name. */
const isNameBeside = (link: Link | undefined, isName: IsName): IsName =>
  link !== undefined && isProfile(link.url) ? (name) => isName(name) || areNameWords(name) : isName

/** A heading that is a link gives its words, and a link. */
function takeTitleLink(heading: string): { readonly title: string; readonly link?: Link | undefined } {
  // `Title (link)`: what a link is called beside a title says nothing.
  const [aside = '', said] =
    /\s*[([](?:link|url|page|talk|session|details|info|abstract)\s+\((https?:\/\/[^\s()]+)\)[)\]]/i.exec(
      heading,
    ) ?? []
  if (said !== undefined && aside !== heading)
    return { title: heading.replace(aside, '').trim(), link: webLink(said) }
  // The first is that of the title, further ones are those of people.
  const [all, address] = /\s\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)?)\)(?=\s|$)/.exec(heading) ?? []
  if (all === undefined || address === undefined) return { title: heading }
  const isOfPerson = isProfile(address) && heading.indexOf(all) > 0
  const rest = heading.replace(all, '')
  const title = isOfPerson ? rest : rest.replace(/\s\(https?:\/\/[^\s()]+\)(?=\s|$)/g, '')
  return { title: title.trim() || heading, link: webLink(address) }
}

/** `A. Title`, `2) Title` */
const listSign = /^(?:\p{Lu}|\d{1,2})[.)]\s+(?=\S)/u

/** In plain text, a single line that is underlined is a heading like others that are not. */
const withoutHeadings = (blocks: readonly ReadBlock[]): readonly ReadBlock[] =>
  blocks.map((block) =>
    block.form === 'heading' ? { ...block, form: 'paragraph', depth: 0, raw: block.raw.slice(0, 1) } : block,
  )

const namesSpeaker = (isName: IsName) => (title: string, below: ReadBlock | undefined) => {
  if (splitHeading(title, isName).names.length > 0) return true
  if (!below || below.form === 'code' || below.form === 'heading' || below.quoted) return false
  const { speakers, facts } = takeHead([below], { isName })
  return (
    speakers.length + facts.speakers.length > 0 || /^\W*(?:speakers?|presenters?)\W*\s*:/i.test(below.text)
  )
}

const linksIn = (blocks: readonly Block[]): readonly (Link | undefined)[] =>
  blocks.flatMap(({ form, text }) =>
    form === 'code'
      ? []
      : webAddressesIn(text).map(([start, end]) => {
          const [, label] = linkLabel.exec(text.slice(Math.max(0, start - maxLabelLength), start)) ?? []
          return webLink(text.slice(start, end), label)
        }),
  )

/** What stands before an address and says what is there: `Slides (`, `Video: `. */
const linkLabel =
  /(?:^|[\s|,;([-])((?:video|recording|slides?|slide deck|deck|folien|source code|code|repo(?:sitory)?))\s*(?:\(|:\s*)$/i
const maxLabelLength = 40

const hashTag = /(?<![\p{L}\p{N}#/&])#(\p{L}[\p{L}\p{N}_/-]{1,40})(?![\p{L}\p{N}#])/gu

/** The tags of front matter, and those that stand in the text with a `#`. */
function tagsWith(tags: readonly string[], blocks: readonly Block[]): readonly string[] {
  const inText = blocks.flatMap(({ form, text }) =>
    form === 'code'
      ? []
      : Array.from(text.replace(/https?:\S+/g, ' ').matchAll(hashTag), ([, tag = '']) => tag.toLowerCase()),
  )
  return [...new Set([...tags, ...inText])].slice(0, 20)
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
