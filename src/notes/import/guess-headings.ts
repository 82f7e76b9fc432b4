import type { Block } from './block.ts'
import { type IsName, speakersIn } from './speaker-line.ts'

/** The levels that guessed headings get. A lightning talk is below the heading of its round. */
const level = { event: 1, talk: 2, lightning: 3, section: 4 } as const

/**
 * Turns those paragraphs of plain text into headings that have the shape of one: a short line by itself, no sentence.
 * Whether it is a talk's title or a section's within it is told by what follows (a by-line, an address) and by how
 * telling it is; in a round of lightning talks each is a title. It is a guess, to be shown before it is acted on.
 */
export function guessHeadings(
  blocks: readonly Block[],
  lines: readonly string[],
  isName: IsName,
): readonly Block[] {
  const isTitle = (block: Block | undefined): block is Block =>
    block !== undefined && isTitleLine(block, lines)
  // What else stands on the lines below a name is the person's work or place.
  const isByLine = (block: Block | undefined) =>
    block?.form === 'paragraph' && speakersIn(lines[block.line - 1] ?? '', isName).length > 0
  const result: Block[] = []
  let inLightning = false
  for (let i = 0; i < blocks.length; i++) {
    const [block, next, afterNext] = blocks.slice(i, i + 3)
    if (!block) break
    const add = (from: Block, depth: number) => result.push({ ...from, form: 'heading', depth })
    const above = result.at(-1)
    const isBelowHeading = above?.form === 'heading' && above.depth !== level.event
    if (!isTitle(block) || (isBelowHeading && isByLine(block))) result.push(block)
    else if (i === 0 && /\b(19|20)\d\d\b/.test(block.text)) add(block, level.event)
    else if (/^lightning talks?( \w+)?$/i.test(block.text)) {
      inLightning = true
      add(block, level.talk)
    } else if (isName(block.text) && isTitle(next) && !isByLine(next)) {
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
      add(block, level.section)
    } else if (inLightning) {
      add(block, level.lightning)
    } else if (isBelowHeading && above.depth === level.talk) {
      // A subtitle, or a first thing said.
      result.push(block)
    } else {
      const isOpened = isByLine(next) || isAddress(next) || (isTitle(next) && isByLine(afterNext))
      if (isOpened || looksLikeTalk(block.text)) add(block, level.talk)
      else if (isBelowHeading) result.push(block)
      else add(block, level.section)
    }
  }
  return result
}

const longestTitle = 80

function isTitleLine({ form, text, line }: Block, lines: readonly string[]): boolean {
  if (form !== 'paragraph' || text.length > longestTitle || text.split(' ').length > 10) return false
  const alone = (lines[line - 2] ?? '').trim() === '' && (lines[line] ?? '').trim() === ''
  return (
    alone &&
    /^\p{L}/u.test(text) &&
    !/[.!,;:…)]$|https?:|\S@\S|(^|\s)#\w|^\S*\/\S|^(e\.?g|i\.?e)\b/.test(text)
  )
}

const sectionTitle =
  /^(questions?( and answers?)?|q ?& ?a|answers?|overview|summary|background|intro(duction)?|agenda|outline|contents|examples?|demos?|conclusions?|development|(the )?problems?( to solve)?|solutions?|tips|results?|goals?|features?|architecture|lessons( learned)?|advice|references?|links?|resources|roadmap|community|installation|usage|set-?up|future( work)?|try it|motivation|requirements|who uses .*|what is .*|why .*)\??$/i

const isAddress = (block: Block | undefined) =>
  block !== undefined && /^\S*(https?:\/\/|@\w+\.|\w\.(com|org|net|io)\b)\S*$/.test(block.text)

/** Titles have more words than the names of sections, most of them capitalised, or tell how to do what. */
function looksLikeTalk(text: string): boolean {
  if (/\?|,.*,| - \p{Ll}/u.test(text)) return false
  const words = text.split(/\s+/)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length >= 3 && (capitals >= words.length - 1 || /^(how (not )?to|\p{L}{2,}ing) /iu.test(text))
}
