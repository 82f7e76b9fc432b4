import type { ReadBlock } from '../../../markup/read-block.ts'
import type { IsName } from '../people/person-names.ts'
import { speakersIn } from '../people/speaker-line.ts'
import { sectionTitle } from '../words/heading-word-lists.ts'

/** The levels that guessed headings get. A lightning talk is below the heading of its round. */
const level = { event: 1, talk: 2, lightning: 3, section: 4 } as const

/**
 * Turns those paragraphs of plain text into headings that have the shape of one: a short line by itself, no sentence.
 * Whether it is a talk's title or a section's within it is told by what follows (a by-line, an address) and by how
 * telling it is; in a round of lightning talks each is a title. It is a guess, to be shown before it is acted on.
 */
export function guessHeadings(blocks: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] {
  const isTitle = (at: number) => isTitleLine(blocks[at]) && isAlone(blocks, at)
  // What else stands on the lines below a name is the person's work or place.
  const isByLine = (block: ReadBlock | undefined) =>
    block?.form === 'paragraph' && speakersIn(block.raw[0]?.trim() ?? '', isName).length > 0
  const result: ReadBlock[] = []
  let inLightning = false
  /** The title of the talk that has begun, and how many of the blocks above belong to it alone: itself, names, addresses. */
  let talk = ''
  let isHead = false
  for (let i = 0; i < blocks.length; i++) {
    const [block, next, afterNext] = blocks.slice(i, i + 3)
    if (!block) break
    const above = result.at(-1)
    const isBelowHeading = above?.form === 'heading' && above.depth !== level.event
    const add = (from: ReadBlock, depth: number, text = from.text) => {
      result.push({ ...from, form: 'heading', depth, text })
      isHead = depth === level.talk || depth === level.lightning
      if (isHead) talk = text
    }
    // Before the first talk there is nothing to be a section of.
    const section = () => add(block, talk ? level.section : level.talk)
    const stay = () => {
      result.push(block)
      isHead &&= isByLine(block) || isAddress(block)
    }
    if (
      inLightning &&
      !isBelowHeading &&
      isAddress(block) &&
      isAlone(blocks, i) &&
      block.text.includes('://')
    ) {
      add(block, level.lightning, nameOfAddress(block.text))
      stay()
    } else if (!isTitle(i) || (isBelowHeading && isByLine(block))) stay()
    else if (i === 0 && /\b(19|20)\d\d\b/.test(block.text)) add(block, level.event)
    else if (/^lightning talks?( \w+)?$/i.test(block.text)) {
      inLightning = true
      add(block, level.talk)
    } else if (isName(block.text) && isTitle(i + 1) && next && !isByLine(next)) {
      // A speaker's name above the title.
      inLightning = false
      add(next, level.talk)
      result.push(block)
      i++
    } else if (/^(to[- ]?do|other stuff|misc(ellaneous)?)$/i.test(block.text)) {
      inLightning = false
      add(block, level.talk)
    } else if (sectionTitle.test(block.text) && !isByLine(next)) {
      inLightning = false
      if (talk) section()
      else stay()
    } else if (inLightning) {
      if (isBelowHeading && above.depth === level.lightning && isPhrase(block.text)) stay()
      else add(block, level.lightning)
    } else if (isBelowHeading && above.depth === level.talk) {
      // A subtitle, or a first thing said.
      stay()
    } else {
      const isOpened = isByLine(next) || (isTitle(i + 1) && isByLine(afterNext))
      const isTalk =
        isOpened || (!isHead && !isPartOf(block.text, talk) && (isAddress(next) || looksLikeTalk(block.text)))
      if (isTalk) add(block, level.talk)
      else if (isBelowHeading || isHead) stay()
      else section()
    }
  }
  return result
}

const maxTitleLength = 80

function isTitleLine(block: ReadBlock | undefined): boolean {
  if (block?.form !== 'paragraph' || block.raw.length > 1) return false
  const { text } = block
  if (text.length > maxTitleLength || text.split(' ').length > 10) return false
  return /^\p{L}/u.test(text) && !/[.!,;:…)]$|https?:|\S@\S|(^|\s)#\w|^\S*\/\S|^(e\.?g|i\.?e)\b/.test(text)
}

/** Whether blank lines are above and below. */
function isAlone(blocks: readonly ReadBlock[], at: number): boolean {
  const [before, block, after] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (!block || block.raw.length > 1) return false
  return (
    (before === undefined || before.line + before.raw.length < block.line) &&
    (after === undefined || block.line + 1 < after.line)
  )
}

/** `https://www.engine.example/` as a title: `engine.example`. */
const nameOfAddress = (address: string) => address.replace(/^\w+:\/\/(www\.)?|[/#]+$/g, '')

/** Words that say what something is, written like a sentence: `Milling numbers by the river`. */
function isPhrase(text: string): boolean {
  const words = text.split(/\s+/)
  return words.length >= 4 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 <= words.length
}

/** Whether all words of a title stand in that of the talk: then it is a part of it. */
function isPartOf(text: string, talk: string): boolean {
  const words = talk.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const part = text.toLowerCase()
  return part !== talk.toLowerCase() && part.split(/[^\p{L}\p{N}]+/u).every((word) => words.includes(word))
}

const isAddress = (block: ReadBlock | undefined) =>
  block !== undefined && /^\S*(https?:\/\/|@\w+\.|\w\.(com|org|net|io)\b)\S*$/.test(block.text)

/** Titles have more words than the names of sections, most of them capitalised, or tell how to do what. */
function looksLikeTalk(text: string): boolean {
  if (/\?|,.*,| - \p{Ll}/u.test(text) || sentenceVerb.test(text)) return false
  const words = text.split(/\s+/)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return (
    (words.length >= 3 && capitals >= Math.max(3, words.length - 1)) ||
    // What is done to what; `Testing and deploying` rather names a section.
    (words.length >= 3 && /^(how (not )?to|\p{L}{2,}ing(?! (and|or)\b)) /iu.test(text)) ||
    // A name and what it is about.
    /^\S+( \S+)? [-–—] \p{Lu}[^,]* [^,]+$/u.test(text)
  )
}

const sentenceVerb = /\b(is|are|was|were|has|have|had|can|will|would|should|must|does|do|did)\b/
