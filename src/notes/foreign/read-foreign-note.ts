import { isUnwrapped } from '../../markup/read-markup.ts'
import { dayIn, isMonth, yearIn } from './dates/written-dates.ts'
import { eventDaysIn } from './days-of-event.ts'
import type { ForeignNote, ForeignNoteOptions, ForeignTalk } from './foreign-note.ts'
import { sentencesFirst } from './header/sentences-first.ts'
import { whyDated } from './headings/signs-of-talks.ts'
import { type Left, type SplitTalk, splitTalks } from './headings/split-talks.ts'
import { isDay } from './headings/talk-headings.ts'
import { type NoteShape, noteShapeOf, withoutHeadings } from './note-shape.ts'
import { type OpenedNote, openNote } from './open-note.ts'
import { calledPeopleIn } from './sites/called-people.ts'
import { isTypedAsTalk } from './sites/pages-without-talks.ts'
import { personOfPage } from './sites/person-page.ts'
import { gatherLeftovers } from './talks/leftover-notes.ts'
import { listedTalks } from './talks/listed-talks.ts'
import { readTalkPart } from './talks/read-talk-part.ts'
import { readWhole } from './talks/read-whole.ts'
import { withToDosApart } from './talks/to-dos-apart.ts'
import { isOfSitePages, listsPages, ofPerson, whySkipped } from './why-skipped.ts'
import { listSign } from './words/bare-heading.ts'
import { eventInTitle, eventNameOf } from './words/event-names.ts'
import { languageOfPassages } from './words/language-of-text.ts'
import { tagLineBelow, tagsWith, withoutTagLine } from './words/text-links.ts'
import { readableName } from './words/titles.ts'

/** Reads a note of any form: one talk, or several. Any text is accepted and none throws. */
export function readForeignNote(text: string, options: ForeignNoteOptions): ForeignNote {
  const note = openNote(text, options)
  const shape = noteShapeOf(note, options)
  const { facts, misread, levels, problem, unclosedLine } = note
  const { decision, items } = shape
  const { talks = [], ...found } = talksInNote(note, shape, options)
  const typed = talks.length === 0 ? [] : text.split(/\r\n?|\n/)
  return {
    decision,
    isList: decision.talks === 'several' && (items !== undefined || decision.why === whyDated),
    levels,
    unknownKeys: facts.unknownKeys,
    misread: [...misread, ...talks.flatMap((talk) => talk.misread ?? [])],
    ...(unclosedLine !== undefined && { unclosedLine }),
    ...(problem !== undefined && { problem }),
    ...(facts.title !== undefined && { pageTitle: facts.title }),
    left: [],
    isGuessed: false,
    ...found,
    talks: talks.map((talk) => {
      const language = talk.language ?? languageOfPassages(talk.blocks)
      return {
        ...talk,
        blocks: withToDosApart(sentencesFirst(talk.blocks, typed), typed),
        ...(language && { language }),
      }
    }),
  }
}

/** Why a note is no talk that has nothing but front matter. */
const withoutText = 'holds no text'

/** What of a note depends on its talks. */
type Found = Partial<ForeignNote>

function talksInNote(note: OpenedNote, shape: NoteShape, options: ForeignNoteOptions): Found {
  const skipped = whySkipped(note, options)
  if (skipped !== undefined) {
    // What lists the pages of an event is called like it.
    const title = note.facts.event ?? note.facts.title ?? note.headings[0]?.text
    const person = skipped === ofPerson ? personOfPage(note.fields, options.stem) : undefined
    return {
      skipped,
      ...(person && { person }),
      ...(title !== undefined && skipped === listsPages && { event: eventNameOf(title) }),
    }
  }
  const listed = options.split === 'none' ? [] : listedTalks(note.fields, note.lines)
  if (listed.length > 0) return talksOfFields(listed, note, options)
  const hasHeadings = shape.outline.roots.length > 0
  if (options.isLong && !shape.isMarked && !hasHeadings) return {}
  const found =
    shape.decision.talks === 'one' ? oneTalk(note, shape, options) : severalTalks(note, shape, options)
  const isAside = options.isAsideOfTalks && !isTypedAsTalk(note.fields) && !isProgramme(found.talks, note)
  return isAside ? { skipped: isOfSitePages } : withTagsOfHeadings(found, note)
}

function withTagsOfHeadings(found: Found, { tagsOfHeadings }: OpenedNote): Found {
  if (found.talks === undefined || tagsOfHeadings.size === 0) return found
  const talks = found.talks.map((talk) => ({
    ...talk,
    tags: tagsWith([...talk.tags, ...(tagsOfHeadings.get(talk.line) ?? [])], []),
  }))
  return { ...found, talks }
}

/**
 * Whether a page beside the talks of a conference says who speaks, and not only who has written it, when something is on, or where
 * its slides or its recording are.
 */
const isProgramme = (talks: readonly ForeignTalk[] = [], { facts }: OpenedNote): boolean =>
  facts.links.some(({ kind }) => kind === 'video' || kind === 'slides') ||
  talks.some(({ speakers, starts }) => (speakers.length > 0 && !isAuthorAlone(facts)) || starts !== undefined)

const isAuthorAlone = ({ isByAuthor, speakers }: OpenedNote['facts']): boolean =>
  isByAuthor && speakers.length > 0

/** The talks that front matter lists, and what stands below it. */
function talksOfFields(
  listed: readonly ForeignTalk[],
  { facts, lines, blocks }: OpenedNote,
  { stem }: ForeignNoteOptions,
): Found {
  const event = facts.event ?? facts.title
  const body = { from: 1, to: lines.length, what: 'below the front matter', blocks }
  const { notes } = gatherLeftovers([body], event ?? readableName(stem))
  return {
    decision: { talks: 'several', why: 'its front matter lists talks' },
    talks: notes ? [...listed, notes] : listed,
    ...(event && { event }),
  }
}

function oneTalk(
  { facts, fields, isName, headings, problem }: OpenedNote,
  { blocks, isMarked }: NoteShape,
  { stem, listedAs, isLong = false }: ForeignNoteOptions,
): Found {
  const isTitled = isMarked || isLong
  const { event, titleEvent, ...read } = readWhole(isTitled ? blocks : withoutHeadings(blocks), {
    facts,
    stem,
    listedAs: listedAs?.title,
    isName,
    isMarked: isTitled,
  })
  const talk = read.speakers.length > 0 ? read : { ...read, speakers: listedAs?.speakers ?? [] }
  const saysNothing = talk.speakers.length + talk.links.length === 0 && talk.date === undefined
  if (talk.blocks.length === 0 && headings.length === 0 && saysNothing && problem === undefined)
    return { skipped: withoutText }
  const inTitle = titleEvent ?? eventInTitle(talk.title, stem)
  const [first, second] = blocks
  const belowTitle = first?.form === 'heading' ? second : fields.length > 0 ? first : undefined
  const tagLine = tagLineBelow(`${talk.title} ${first?.text} ${readableName(stem)}`, belowTitle, talk.blocks)
  const called = calledPeopleIn(fields, (name) => talk.speakers.some((speaker) => speaker.name === name))
  return {
    talks: [{ ...talk, blocks: withoutTagLine(talk.blocks, tagLine, talk.tags) }],
    ...(called.length > 0 && { called }),
    ...(event && { event }),
    ...(inTitle && { titleEvent: inTitle }),
    isGuessed: !isMarked && isLong,
  }
}

function severalTalks(
  { facts, isName, blocks }: OpenedNote,
  { outline, options, items, isMarked, eventsInRows, isOwnList }: NoteShape,
  { stem }: ForeignNoteOptions,
): Found {
  const { title, introduction, parts, left } = splitTalks(outline, {
    ...options,
    ...(items && { items }),
    ...(!isMarked && { titleDepth: 1 }),
  })
  const isGuessed = !isMarked && parts.length > 0
  const context = {
    facts,
    isName,
    isGuessed,
    isOwnList,
    eventsInRows,
    splitsLines: isGuessed && isUnwrapped(blocks.flatMap(({ raw }) => raw)),
    isNumbered: parts.filter((part) => listSign.test(part.title)).length * 2 > parts.length,
    year: yearIn(title ?? facts.title ?? '') ?? yearIn(stem),
    day: isOneEvening(`${title ?? facts.title ?? ''} ${readableName(stem)}`, parts) ? dayIn(stem) : undefined,
  }
  const talks = withCounts(parts).map(({ part, count }) => readTalkPart(part, { ...context, count }))
  const named = title ?? facts.title
  const event = facts.event ?? (named && !isMonth(named) ? eventNameOf(named) : undefined)
  // What stands around a list is what its talks have in common, however short.
  const { notes, rest } = gatherLeftovers(
    left,
    event ?? readableName(stem),
    items || left.some(saysMore) ? 1 : undefined,
  )
  const eventDays = eventDaysIn(named ?? '', introduction)
  return {
    talks: notes ? [...talks, notes] : talks,
    ...(event && { event }),
    ...(eventDays && { eventDays }),
    left: rest,
    isGuessed,
  }
}

/** `Conclusion`, beside talks: what somebody thought of all of them, however short. */
const saysMore = ({ what }: Pick<Left, 'what'>): boolean => ofAllTalks.test(what)

const ofAllTalks =
  /^"(?:conclusions?|overall(?: \w+)?|(?:final|closing) (?:thoughts|words)|wrap[- ]?up|(?:general |my )?(?:impressions?|thoughts))"$/i

/** Conferences go on for days, and a post may be on what was long before. */
const isOneEvening = (named: string, parts: readonly SplitTalk[]): boolean =>
  /\b(?:meet-?ups?|meetings?|user ?groups?)\b/i.test(named) &&
  !parts.some(({ group, day }) => isDay(group) || day !== '')

/** Each talk with how many of its title there are until it. */
function withCounts(
  parts: readonly SplitTalk[],
): readonly { readonly part: SplitTalk; readonly count: number }[] {
  const counts = new Map<string, number>()
  return parts.map((part) => {
    const count = (counts.get(part.title) ?? 0) + 1
    counts.set(part.title, count)
    return { part, count }
  })
}
