import { foldName } from '../../../text/fold.ts'
import type { ForeignTalk } from '../foreign-note.ts'
import type { Left } from '../headings/split-talks.ts'
import { countInBlocks } from '../words/count-words.ts'
import { linksIn } from '../words/text-links.ts'
import { distinctLinks } from '../words/web-link.ts'

/** Fewer words than this are a greeting, or a link to the schedule. */
const minLeftWords = 15

/** What belongs to no talk as notes of their own, so that no word is lost; contents say what the headings say. */
export function gatherLeftovers(
  left: readonly Left[],
  title: string,
  minWords = minLeftWords,
): { readonly notes?: ForeignTalk; readonly rest: readonly Left[] } {
  const kept = left.filter(({ what }) => !/^"(?:(?:table of )?contents|toc|index|licen[cs]e)"$/i.test(what))
  const blocks = kept.flatMap((one) => one.blocks)
  const [first] = blocks
  const isTitleAlone = blocks.every(({ text }) => foldName(text) === foldName(title))
  if (!first || countInBlocks(blocks) < minWords || isTitleAlone) return { rest: left }
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
