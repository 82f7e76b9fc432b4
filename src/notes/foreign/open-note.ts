import { asciidocFields, markdownOfAsciidoc } from '../../markup/asciidoc.ts'
import type { Dialect } from '../../markup/dialect.ts'
import { withoutGenerators } from '../../markup/generator-syntax.ts'
import { fence } from '../../markup/markup-signs.ts'
import { markdownOfOrg, orgFields, orgTags } from '../../markup/org.ts'
import type { ReadBlock } from '../../markup/read-block.ts'
import { readDocument } from '../../markup/read-markup.ts'
import { referencesIn, resolveReferences } from '../../markup/reference-links.ts'
import { type Facts, factsOf } from './fields/facts-of-fields.ts'
import { type ForeignFrontMatter, takeFrontMatter } from './fields/front-matter.ts'
import { misreadFields, readableFields } from './fields/misread-fields.ts'
import type { ReadField } from './fields/read-field-by-field.ts'
import type { ForeignNote, ForeignNoteOptions } from './foreign-note.ts'
import { withOpening } from './header/opening-lines.ts'
import { withoutBadges, withoutFileName, withoutPlaceholders } from './headings/tidy-headings.ts'
import { createIsName, type IsName } from './people/person-names.ts'
import { withNameAsTitle, withTalkOfPerson } from './sites/speaker-page.ts'

/** A note as it stands in its file: its fields, and its text as blocks. */
export interface OpenedNote extends Pick<ForeignNote, 'misread' | 'problem' | 'unclosedLine' | 'levels'> {
  /** All lines of the file, and those below its fields. */
  readonly lines: readonly string[]
  readonly body: readonly string[]
  readonly isName: IsName
  readonly fields: readonly ReadField[]
  /** What the fields say. */
  readonly facts: Facts
  readonly dialect: Dialect
  readonly blocks: readonly ReadBlock[]
  /** Those of the blocks that are marked as headings. */
  readonly headings: readonly ReadBlock[]
  /** What stands behind headings for what they are on, by their lines. */
  readonly tagsOfHeadings: ReadonlyMap<number, readonly string[]>
}

export function openNote(
  text: string,
  { stem, dialect, markup }: Pick<ForeignNoteOptions, 'stem' | 'dialect' | 'markup'>,
): OpenedNote {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const {
    fields: written,
    body,
    broken = [],
    problem,
  } = markup === undefined ? takeFrontMatter(lines) : takeOwnFields(lines, markup)
  const document = readDocument(
    withoutGenerators(body.join('\n')),
    markup === undefined ? dialect : 'markdown',
  )
  const read = withLinksInPlace(document.blocks, document.dialect === 'markdown' ? body : [])
  const blocks = withOpening(withoutPlaceholders(withoutFileName(read.map(withoutBadges), stem)), stem)
  const headings = blocks.filter(({ form }) => form === 'heading')
  const fields = withNameAsTitle(withTalkOfPerson(written, blocks))
  const unclosedLine = unclosedCode(blocks)?.line
  return {
    lines,
    body,
    isName: createIsName(text),
    fields,
    facts: factsOf(readableFields(fields)),
    dialect: document.dialect,
    blocks,
    headings,
    tagsOfHeadings: markup === 'org' ? orgTags(lines) : new Map(),
    levels: countLevels(headings),
    misread: [...broken, ...misreadFields(fields)],
    ...(problem !== undefined && { problem }),
    ...(unclosedLine !== undefined && { unclosedLine }),
  }
}

/** The lines of blocks with the addresses that stand elsewhere: `[Tides][tides]` is as good a link as any. */
function withLinksInPlace(blocks: readonly ReadBlock[], lines: readonly string[]): readonly ReadBlock[] {
  const references = referencesIn(lines)
  if (references.size === 0) return blocks
  return blocks.map((block) =>
    block.form === 'code'
      ? block
      : { ...block, raw: block.raw.map((line) => resolveReferences(line, references)) },
  )
}

/** Org and AsciiDoc have fields of their own, and are read as the Markdown that says the same. */
function takeOwnFields(lines: readonly string[], markup: 'org' | 'asciidoc'): ForeignFrontMatter {
  return markup === 'org'
    ? { fields: orgFields(lines), body: markdownOfOrg(lines) }
    : { fields: asciidocFields(lines), body: markdownOfAsciidoc(lines) }
}

/** The last block, if it was opened as code and goes on to the end. */
function unclosedCode(blocks: readonly ReadBlock[]): ReadBlock | undefined {
  const last = blocks.at(-1)
  const [first = '', ...below] = last?.raw ?? []
  const isOpen = last?.form === 'code' && fence.test(first) && !/^(`+|~+)$/.test(below.at(-1)?.trim() ?? '')
  return isOpen ? last : undefined
}

function countLevels(headings: readonly ReadBlock[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { depth } of headings) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  return new Map([...counts].sort(([one], [other]) => one - other))
}
