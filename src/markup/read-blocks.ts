import { BlockBuilder } from './block-builder.ts'
import { type LinesRead, readForm } from './block-forms.ts'
import type { Dialect } from './dialect.ts'
import type { ReadBlock } from './read-block.ts'
import { type References, resolveReferences } from './reference-links.ts'

export interface MarkupRules {
  readonly dialect: Dialect
  /** Makes one line of markup plain. */
  readonly inline: (text: string) => string
  /** The addresses of links that are written elsewhere in the text. */
  readonly references: References
  /** Whether each line of a paragraph is one of its own. */
  readonly splitLines?: boolean
  /** How many quotations and directives the lines stand in. */
  readonly nesting?: number
}

const maxNesting = 20

/**
 * Takes lines apart into blocks, in one pass: whatever is not the sign of something is text of the block that is open.
 * Words are never dropped, but those of comments, addresses of pictures and names of directives.
 */
export function readBlocks(lines: readonly string[], rules: MarkupRules): readonly ReadBlock[] {
  const { dialect, inline, references, splitLines = false, nesting = 0 } = rules
  const build = new BlockBuilder(lines, (words) => {
    const text = inline(resolveReferences(words, references))
    // A literal block is announced by `::`, which alone is no text.
    return dialect === 'markdown' ? text : text.replace(/\s*::$/, ':').replace(/^:$/, '')
  })
  const text: LinesRead = {
    ...{ lines, dialect, references, build, splitLines },
    isDeep: nesting >= maxNesting,
    readFramed: (framed, from, isQuotation) =>
      build.framed(readBlocks(framed, { ...rules, nesting: nesting + 1 }), from, isQuotation),
    depthOfStyle: depthsOfStyles(dialect),
    lastEnds: {
      comment: lines.findLastIndex((line) => line.includes('-->')),
      pre: lines.findLastIndex((line) => /<\/pre>/i.test(line)),
    },
  }
  for (let at = 0; at < lines.length; ) at = readForm(at, text)
  build.close()
  return build.blocks
}

/** Markdown has two underlines; in reStructuredText their depth is the order in which they first stand in the text. */
function depthsOfStyles(dialect: Dialect): LinesRead['depthOfStyle'] {
  if (dialect === 'markdown') return (style) => (style.endsWith('=') ? 1 : 2)
  const styles: string[] = []
  return (style) => {
    if (!styles.includes(style)) styles.push(style)
    return styles.indexOf(style) + 1
  }
}
