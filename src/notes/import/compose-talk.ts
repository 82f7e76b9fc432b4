import { contentHash, type TalkRecord } from '../talk-record.ts'
import type { Block } from './block.ts'
import { cutSummary, longestSummary } from './cut-summary.ts'
import { flattenInline } from './flatten-inline.ts'
import type { ImportedTalk } from './imported-talk.ts'
import { languageTag } from './language-tag.ts'
import { readMarkup } from './read-markup.ts'
import { distinctLinks } from './web-link.ts'
import { writeMarkdown } from './write-markdown.ts'

/** A paragraph shorter than this is rather a by-line or a label than the sentences that say what a talk is about. */
const shortestSummary = 60

/** The record of an imported talk: everything made plain, short enough and safe. Lines of the body wrap at `width`. */
export function composeTalk(talk: ImportedTalk, id: string, eventName: string, width?: number): TalkRecord {
  const language = languageTag(talk.language)
  const speakers = talk.speakers.map(({ name, handle }) => ({ name: oneLine(name, 100), ...(handle && { handle }) })).filter(({ name }) => isPerson(name))
  const tags = distinct(talk.tags.map((tag) => oneLine(tag, 60).replace(/^#/, '').toLowerCase())).slice(0, 20)
  const links = distinctLinks(talk.links)
  const content = {
    id,
    title: oneLine(talk.title, 300),
    kind: talk.kind,
    ...(speakers.length > 0 && { speakers: distinctBy(speakers, ({ name }) => name).slice(0, 30) }),
    ...(tags.length > 0 && { tags }),
    ...(links.length > 0 && { links }),
    ...(language && language !== 'en' && { language }),
    body: composeBody(talk, speakers.map(({ name }) => name), eventName, width),
  }
  return { ...content, source: { key: talk.key, hash: contentHash(content) } }
}

function composeBody(talk: ImportedTalk, speakers: readonly string[], eventName: string, width?: number): string {
  const blocks = readMarkup(talk.text.value)
  const section = talk.text.form === 'abstract' ? 'Description' : 'Notes'
  const summaryAt = findSummary(blocks, talk.text.form)
  const found = blocks[summaryAt]
  const summary = found ? cutSummary(found.text) : describeTalk(talk, speakers, eventName)
  // What was cut, or stood behind other text, is read in its place too.
  const isWhole = found && found.text.length <= longestSummary && summaryAt === 0
  const rest = isWhole ? blocks.slice(1) : blocks
  const headed = rest.length > 0 && rest[0]?.form !== 'heading' ? [{ form: 'heading', text: section, depth: 0, line: 0 } as const, ...rest] : rest
  const paragraph: Block = { form: 'paragraph', text: summary, depth: 0, line: 0 }
  return writeMarkdown([paragraph, ...sections(headed, talk.text.form)], { width })
}

/** Of notes the headings stay, from the second level on; of an abstract they are parts of its one section. */
function sections(blocks: readonly Block[], form: ImportedTalk['text']['form']): readonly Block[] {
  const top = Math.min(...blocks.filter(({ form, depth }) => form === 'heading' && depth > 0).map(({ depth }) => depth))
  const levels = blocks.map((block) => (block.form === 'heading' ? { ...block, depth: Math.max(1, block.depth - top + (form === 'notes' ? 1 : 2)) } : block))
  const [first] = levels
  if (form === 'notes' || first?.form !== 'heading' || blocks[0]?.depth === 0) {
    return blocks[0]?.form === 'heading' && blocks[0].depth === 0 ? [{ ...blocks[0], depth: 1 }, ...levels.slice(1)] : levels
  }
  return [{ form: 'heading', text: 'Description', depth: 1, line: 0 }, ...levels]
}
