import type { types } from '@slack/bolt'
import type { Passage, Talk, TalkKind } from '../../notes/talk.ts'
import { limits } from './limits.ts'
import {
  asPlainText,
  bullets,
  fitLine,
  footnote,
  interspersed,
  linkElement,
  linkified,
  plainElement,
  preformatted,
  richTextBlocks,
  sectionElement,
  splitText,
  withDots,
} from './message.ts'
import { followUp, whenLine } from './talk-blocks.ts'

/**
 * All notes of one talk as a modal. What does not fit is counted in the last block, with the file that holds it.
 * @param keyTerms what the talk is about
 */
export function buildFullNotesView(talk: Talk, keyTerms: readonly string[] = []): types.ModalView {
  const start = [
    header(talk.title),
    ...richTextBlocks(sectionElement(plainElement(whoWhereWhen(talk)))),
    ...footnote(keyTerms.length === 0 ? '' : fitLine(`Key terms: ${keyTerms.join(', ')}`, 200)),
  ]
  const chapters = [
    ...chapter('', [talk.summary]),
    ...chapter('Takeaways', talk.takeaways.map(asBullet)),
    ...talk.sections.flatMap(({ title, passages }) => chapter(title, passages)),
  ]
  const end = endBlocks(talk)
  const room = {
    blocks: limits.viewBlocks - start.length - end.length - 1,
    bytes: limits.viewBytes - bytes(start) - bytes(end),
  }
  const shown = fill(chapters, room)
  const hidden = chapters.slice(shown.length)
  return {
    type: 'modal',
    title: asPlainText('Full notes'),
    close: asPlainText('Close'),
    blocks: [
      ...start,
      ...shown.map(({ block }) => block),
      ...end,
      ...footnote(hidden.length === 0 ? lastLine(talk) : `${passagesMore(hidden)} in ${talk.file}`),
    ],
  }
}

/** Who, where, when and what kind, e.g. `Adam Hitchcock (@NorthIsUp) · EuroPython 2012 · talk`. */
function whoWhereWhen(talk: Talk): string {
  const speakers = talk.speakers.map(({ name, handle }) => (handle ? `${name} (${handle})` : name)).join(', ')
  return withDots(fitLine(speakers, 120), fitLine(talk.event.name, 60), whenLine(talk), kindNames[talk.kind])
}

const kindNames: Readonly<Record<TalkKind, string>> = {
  keynote: 'keynote',
  talk: 'talk',
  lightning: 'lightning talk',
  notes: 'notes',
}

/** A block and how many passages of the notes begin in it. */
interface Chapter {
  readonly block: types.KnownBlock
  readonly passages: number
}

function chapter(title: string, passages: readonly Passage[]): readonly Chapter[] {
  const body = bodyOf(passages.filter(({ text }) => text.trim() !== ''))
  if (body.length === 0 || title.trim() === '') return body
  return [{ block: header(title), passages: 0 }, ...body]
}

/** Passages in as few blocks as their text allows. */
function bodyOf(passages: readonly Passage[]): readonly Chapter[] {
  const groups: { parts: types.RichTextBlockElement[]; length: number; passages: number }[] = []
  for (const passage of passages) {
    for (const [index, text] of splitText(passage.text, limits.richText).entries()) {
      const last = groups.at(-1)
      const fits =
        last !== undefined && last.length + text.length <= limits.richText && last.parts.length < 40
      const group = fits ? last : { parts: [], length: 0, passages: 0 }
      if (!fits) groups.push(group)
      group.parts.push(partOf({ ...passage, text }))
      group.length += text.length
      group.passages += index === 0 ? 1 : 0
    }
  }
  return groups.flatMap(({ parts, passages: count }) =>
    richTextBlocks(...parts).map((block): Chapter => ({ block, passages: count })),
  )
}

function partOf({ form, text, depth }: Passage): types.RichTextBlockElement {
  if (form === 'code') return preformatted(text)
  if (form === 'bullet') return bullets([linkified(text)], Math.min(depth, 6))
  return sectionElement(...linkified(text), plainElement('\n'))
}

function asBullet(passage: Passage): Passage {
  return passage.form === 'code' ? passage : { ...passage, form: 'bullet' }
}

/** Links, follow-ups and who was there: short, and shown whatever the length of the notes. */
function endBlocks(talk: Talk): readonly types.KnownBlock[] {
  const links = talk.links.slice(0, 30).map(({ title, url }) => linkElement(url, title))
  const followUps = talk.followUps.slice(0, 30).map((item) => followUp(item, 300))
  const attendees = fitLine(talk.attendees.join(', '), 1_000)
  return [
    ...titled('Links', richTextBlocks(sectionElement(...interspersed(links)))),
    ...titled('To follow up', richTextBlocks(bullets(followUps))),
    ...titled('Who was there', richTextBlocks(sectionElement(plainElement(attendees)))),
  ]
}

function titled(title: string, blocks: readonly types.KnownBlock[]): readonly types.KnownBlock[] {
  return blocks.length === 0 ? [] : [header(title), ...blocks]
}

function header(title: string): types.HeaderBlock {
  const text = fitLine(title, limits.headerText)
  return { type: 'header', text: asPlainText(text === '' ? 'Untitled' : text) }
}

/** As many of the first chapters as there is room for. */
function fill(chapters: readonly Chapter[], room: { blocks: number; bytes: number }): readonly Chapter[] {
  let left = room.bytes
  const fitting = chapters.slice(0, room.blocks)
  const end = fitting.findIndex(({ block }) => {
    left -= bytes(block)
    return left < 0
  })
  const shown = end < 0 ? fitting : fitting.slice(0, end)
  // A heading must not stand at the end with nothing under it.
  return shown.at(-1)?.block.type === 'header' ? shown.slice(0, -1) : shown
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function lastLine(talk: Talk): string {
  const tags = talk.tags.length > 0 ? ` · ${talk.tags.join(', ')}` : ''
  return `${talk.file}${tags}`
}

function passagesMore(hidden: readonly Chapter[]): string {
  // At least one: the last piece of a passage that began above counts as such.
  const count = Math.max(
    1,
    hidden.reduce((sum, { passages }) => sum + passages, 0),
  )
  return count === 1 ? 'One more passage stands' : `${count} more passages stand`
}
