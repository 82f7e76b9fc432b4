import { dedent } from './dedent.ts'
import { decodeEntities } from './flatten-inline.ts'
import type { ReadBlock } from './read-block.ts'

/** The block that lines are being added to. */
interface OpenBlock extends Pick<ReadBlock, 'depth' | 'line' | 'number' | 'quoted'> {
  readonly form: 'paragraph' | 'bullet'
  readonly raw: string[]
  readonly words: string[]
  readonly indent: number
}

/** An item of a list that is not over yet: where its sign stands, and where its text. */
interface Item {
  readonly indent: number
  readonly content: number
}

interface Verbatim {
  /** The block's lines, as indices. */
  readonly from: number
  readonly to: number
  readonly indent: number
  /** Those of them that hold the code, if not all do. */
  readonly inner?: readonly [number, number]
  readonly info?: string | undefined
  readonly isHtml?: boolean
  /** What they say, if that is not kept as it was typed. */
  readonly text?: string | undefined
}

const maxItemDepth = 8

/** Collects blocks, and knows in which items of lists each stands. Lines are given as indices into `lines`. */
export class BlockBuilder {
  readonly blocks: ReadBlock[] = []
  readonly #lines: readonly string[]
  readonly #finish: (text: string) => string
  #open: OpenBlock | undefined
  #items: readonly Item[] = []

  /** `finish` makes the text of a paragraph, item or title plain; what becomes empty is left out. */
  constructor(lines: readonly string[], finish: (text: string) => string) {
    this.#lines = lines
    this.#finish = finish
  }

  get open(): OpenBlock | undefined {
    return this.#open
  }

  /** The column from which on a line stands in the innermost of the open items that it can stand in. */
  contentAt(indent: number): number {
    return this.#items.findLast(({ content }) => indent >= content)?.content ?? 0
  }

  close(): void {
    if (!this.#open) return
    const { words, indent: _, ...block } = this.#open
    this.#open = undefined
    const text = this.#finish(words.join(' '))
    if (text) this.blocks.push({ ...block, text })
  }

  endLists(): void {
    this.close()
    this.#items = []
  }

  heading(title: string, depth: number, from: number, to: number): void {
    this.endLists()
    const text = this.#finish(title)
    const raw = this.#lines.slice(from, to)
    if (text) this.blocks.push({ form: 'heading', text, depth, line: from + 1, raw })
  }

  /** The line below the open paragraph has turned out to make a heading of it. */
  headingOfOpen(depth: number, at: number): void {
    const title = this.#open?.words.join(' ') ?? ''
    this.#open = undefined
    this.heading(title, depth, at - 1, at + 1)
  }

  /** Code, or what is kept as it was typed like code. */
  verbatim({ from, to, indent, inner = [from, to], info, isHtml, text: said }: Verbatim): void {
    this.close()
    const depth = this.#depthAt(indent)
    const typed = dedent(this.#lines.slice(...inner)).join('\n')
    const code = isHtml ? decodeEntities(typed.replace(/<\/?(pre|code)\b[^<>]*>/gi, '')) : typed
    const text = said ?? code.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
    const raw = this.#lines.slice(from, to)
    if (text || info)
      this.blocks.push({ form: 'code', text, depth, line: from + 1, raw, ...(info && { info }) })
  }

  /** Blocks that were read from inside of a frame, which begins at line `from`; headings there are no sections. */
  framed(blocks: readonly ReadBlock[], from: number, isQuotation: boolean): void {
    this.endLists()
    for (const block of blocks)
      this.blocks.push({
        ...block,
        ...(block.form === 'heading' && { form: 'paragraph', depth: 0 }),
        line: block.line + from,
        ...(isQuotation && { quoted: true }),
      })
  }

  paragraph(words: string, at: number, indent: number, isQuoted = false): void {
    this.close()
    const depth = this.#depthAt(indent)
    const quoted = isQuoted && depth === 0 && { quoted: true as const }
    this.#begin({ form: 'paragraph', depth, indent, ...quoted }, words, at)
  }

  bullet(words: string, at: number, { sign, ...item }: Item & { readonly sign: string }): void {
    this.close()
    const depth = Math.min(this.#depthAt(item.indent), maxItemDepth)
    this.#items = [...this.#items, item].slice(0, maxItemDepth + 1)
    const number = this.#numberOf(sign)
    this.#begin({ form: 'bullet', depth, indent: item.indent, ...number }, words, at)
  }

  /** One more line of the open block. */
  goOn(words: string, at: number): void {
    this.#open?.raw.push(this.#lines[at] ?? '')
    this.#open?.words.push(words)
  }

  /** `#.` goes on counting. */
  #numberOf(sign: string): { readonly number?: number } {
    if (/\d/.test(sign)) return { number: Number.parseInt(sign, 10) }
    if (sign !== '#.') return {}
    const before = this.blocks.at(-1)
    return { number: before?.form === 'bullet' && before.number !== undefined ? before.number + 1 : 1 }
  }

  #begin(block: Omit<OpenBlock, 'line' | 'raw' | 'words'>, words: string, at: number): void {
    this.#open = { ...block, line: at + 1, raw: [this.#lines[at] ?? ''], words: [words] }
  }

  /** In how many items a block stands that begins in that column; the others are over. */
  #depthAt(indent: number): number {
    this.#items = this.#items.filter((item) => indent >= Math.min(item.content, item.indent + 2))
    return this.#items.length
  }
}
