import type { ReadBlock } from '../../markup/read-block.ts'
import type { ForeignNoteOptions } from './foreign-note.ts'
import { withFirstLineAsTitle } from './header/opening-lines.ts'
import { decideSplit } from './headings/decide-split.ts'
import { guessHeadings } from './headings/guess-headings.ts'
import { createNamesSpeaker } from './headings/names-speaker.ts'
import { type Outline, outlineOf } from './headings/outline.ts'
import { promoteBoldLines, promoteLinesAboveItems, promoteLinesBelowDays } from './headings/promote-lines.ts'
import type { SplitDecision } from './headings/reasons-to-split.ts'
import type { HeadingOptions } from './headings/talk-headings.ts'
import {
  withEvenCounts,
  withLoweredTalks,
  withoutDateline,
  withoutSteps,
  withRaisedDays,
} from './headings/tidy-headings.ts'
import { saysOwnTalks, saysTalks } from './lists/announced-talks.ts'
import { type PromotedLists, promoteLists } from './lists/promote-lists.ts'
import { promoteOutline } from './lists/promote-outline.ts'
import type { OpenedNote } from './open-note.ts'
import { isSlideDeck, isSlideDeckFields } from './sites/slide-deck.ts'

/** What the headings of a note are, and what follows from them. */
export interface NoteShape {
  readonly decision: SplitDecision
  readonly options: HeadingOptions
  /** Whether its headings are marked; they are guessed if not. */
  readonly isMarked: boolean
  /** The note's blocks, with headings that are guessed, but without those that only tell talks of a list apart. */
  readonly blocks: readonly ReadBlock[]
  /** By all its headings. */
  readonly outline: Outline
  /** The lines of the items of a list of talks. */
  readonly items?: ReadonlySet<number>
  /** The event that a row of a table names, by its line. */
  readonly eventsInRows: ReadonlyMap<number, string>
  /** Whether somebody lists the talks that they gave. */
  readonly isOwnList: boolean
}

export function noteShapeOf(note: OpenedNote, options: ForeignNoteOptions): NoteShape {
  const { stem, split, isLong = false, hasSiblings = false } = options
  const { facts, isName } = note
  const level = options.level ?? (typeof split === 'number' ? split : undefined)
  const hasMarks =
    note.dialect !== 'plain' || note.headings.length >= 2 || level !== undefined || facts.title !== undefined
  const namesSpeaker = createNamesSpeaker(isName)
  const guessed = hasMarks ? note.blocks : guessHeadings(withoutHeadings(note.blocks), isName)
  const isGuess = !hasMarks && guessed.some(({ form }) => form === 'heading')
  const titled = hasMarks || isGuess ? undefined : withFirstLineAsTitle(guessed, stem)
  const isMarked = hasMarks || titled !== undefined
  const blocks = titled ?? guessed
  const lines = withLoweredTalks(
    withRaisedDays(withoutSteps(withEvenCounts(withoutDateline(blocks)), namesSpeaker)),
  )
  const at = lines.findIndex(({ form }) => form === 'heading')
  // What a talk recommends is no list of talks.
  const isOnOneTalk =
    at >= 0 && namesSpeaker(lines[at]?.text ?? '', lines.slice(at + 1)) && !saysTalks(lines, stem)
  const headings = { isName, namesSpeaker, ...(level !== undefined && { level }) }
  const {
    blocks: listed,
    items,
    eventsInRows = new Map(),
  }: PromotedLists = (level === undefined ? promoteOutline(lines) : undefined) ??
  (isOnOneTalk || level !== undefined
    ? { blocks: lines }
    : (promoteLinesAboveItems(lines, isName) ?? promoteLists(lines, headings, stem, note.lines)))
  const outline = outlineOf(promoteLinesBelowDays(promoteBoldLines(listed, isName), isName), headings)
  const decision = decideSplit(outline, {
    ...headings,
    ...(split !== undefined && { split }),
    ...(facts.title !== undefined && { title: facts.title }),
    hasSpeakers: facts.speakers.length > 0,
    isByAuthor: facts.isByAuthor,
    stem,
    isSlideDeck: isSlideDeck(note.body) || isSlideDeckFields(note.fields),
    isMadeDeck: isSlideDeckFields(note.fields),
    isList: items !== undefined,
    isLong,
    hasSiblings,
  })
  const isOwnList = saysOwnTalks(lines, stem)
  return {
    decision,
    options: headings,
    isMarked,
    blocks,
    outline,
    eventsInRows,
    isOwnList,
    ...(items && { items }),
  }
}

/** In plain text, a single line that is underlined is a heading like others that are not. */
export const withoutHeadings = (blocks: readonly ReadBlock[]): readonly ReadBlock[] =>
  blocks.map((block) =>
    block.form === 'heading' ? { ...block, form: 'paragraph', depth: 0, raw: block.raw.slice(0, 1) } : block,
  )
