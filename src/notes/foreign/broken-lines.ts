import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import type { IsName } from './person-names.ts'
import { titleAndSpeakers } from './title-and-speakers.ts'

/**
 * Lines that somebody broke by hand as the items that they stand for, if a third of a paragraph's say by whom a talk is: with two
 * blanks at their ends they are shown one below the other, as a list is. A title in bold with the speaker below it is one item.
 *
 *     [Tides](https://oars.example/tides) by Ada Example␠␠
 *     Knots that hold by Bo Sample
 */
export const withItemsOfLines = (blocks: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] =>
  blocks.flatMap((block) => itemsInLines(block, isName) ?? [block])

function itemsInLines(block: ReadBlock, isName: IsName): readonly ReadBlock[] | undefined {
  const { form, depth, quoted, raw } = block
  if (form !== 'paragraph' || depth > 0 || quoted || raw.length < 2) return undefined
  const lines = raw.map((line) => line.replace(brokenEnd, ''))
  const [title = '', name = ''] = lines
  if (lines.length === 2 && boldTitle.test(title) && byName.test(name))
    return [{ ...block, form: 'bullet', raw: lines }]
  if (!raw.slice(0, -1).every((line) => brokenEnd.test(line))) return undefined
  const named = lines.filter((line) => titleAndSpeakers(flattenLine(line), isName).names.length > 0)
  if (named.length * 3 < lines.length || !named.some((line) => /\sby\s/i.test(line))) return undefined
  return lines.map((line, at) => ({
    ...block,
    form: named.includes(line) || talkLine.test(line) ? 'bullet' : 'paragraph',
    line: block.line + at,
    text: flattenLine(line),
    raw: [line],
  }))
}

const brokenEnd = /(?: {2,}|\\|<br ?\/?>)$/i
const boldTitle = /^\s*(?:\*\*|__)\S.*(?:\*\*|__)\s*$/
const byName = /^\s*[Bb]y:?\s+[[@\p{Lu}]/u
/** Of whom nobody knows, too: `[Tides](https://…)`, `Tides by adaexample` */
const talkLine = /^\[[^\][]+\]\(\S|\S\s+by\s+\S/i
