import type { types } from '@slack/bolt'
import { leadOf, summaryOf } from '../../answers/lead-of.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { buttonRow, fullNotesButton, moreLikeThisButton } from './buttons.ts'
import { fitLine } from './fit.ts'
import type { NotesUrl } from './notes-url.ts'
import { passageBlocks } from './passage-blocks.ts'
import { bold, plain, richText, section } from './rich-text.ts'
import { followLine, namesOf, sourceLine } from './source-blocks.ts'

/** A talk that is one line until somebody opens it. */
export interface TalkRow {
  readonly result: SearchResult
  /** Why it is shown, or what it is about. */
  readonly line: string
  readonly isOpen: boolean
}

const lineLength = 64
const reasonLength = 44
const openPassage = 420

/** A talk beside the one that answers, with what opens it at its side. */
export function besideBlocks(
  row: TalkRow,
  button: types.Button,
  notesUrl: NotesUrl | undefined,
): readonly types.KnownBlock[] {
  const { talk } = row.result
  const text = [fitLine(talk.title, 150), namesOf(talk), fitLine(row.line, reasonLength)]
    .filter((part) => part !== '')
    .join(' · ')
  return [
    { type: 'section', text: { type: 'plain_text', text, emoji: false }, accessory: button },
    ...openBlocks(row, notesUrl),
  ]
}

/** Talks one below the other, counted, so that the buttons below can name them. */
export function listBlocks(
  rows: readonly TalkRow[],
  { first, notesUrl }: { readonly first: number; readonly notesUrl: NotesUrl | undefined },
): readonly types.KnownBlock[] {
  return rows.flatMap((row, index) => {
    const { title } = row.result.talk
    const names = namesOf(row.result.talk)
    return [
      ...richText(
        section(
          bold(`${first + index}. ${fitLine(title, 150)}`),
          plain(names === '' ? '\n' : ` · ${names}\n`),
          plain(fitLine(row.line, lineLength)),
        ),
      ),
      ...openBlocks(row, notesUrl),
    ]
  })
}

/** Of an opened talk, what an answer has of its first one. */
function openBlocks(
  { result, isOpen }: TalkRow,
  notesUrl: NotesUrl | undefined,
): readonly types.KnownBlock[] {
  if (!isOpen) return []
  const { talk } = result
  const passage = leadOf(result, 'passage', openPassage)
  return [
    ...passageBlocks(passage, openPassage),
    sourceLine(talk, passage.line, notesUrl),
    ...followLine(talk),
    ...buttonRow([fullNotesButton(talk), moreLikeThisButton(talk)]),
  ]
}

/** The words of the question that its passage has; if it has hardly any, that it is near, or how its summary begins. */
export function reasonOf(result: SearchResult): string {
  if (result.support().isByMeaning) return 'Close in meaning to your question'
  const { text, highlights } = leadOf(result, 'passage', openPassage)
  const marked = highlights.map(([start, end]) => text.slice(start, end))
  const words = [...new Map(marked.map((word) => [word.toLowerCase(), word])).values()]
  return words.length < 2 ? firstLine(result) : `On ${words.slice(0, 5).join(', ')}`
}

/** How its summary begins. */
export function firstLine({ talk }: SearchResult): string {
  return summaryOf(talk, lineLength).text
}
