export type SplitFrontMatter =
  | {
      readonly kind: 'note'
      /** From the file's first line up to the line that closes it, so that positions in it are the file's. */
      readonly frontMatter: string
      /** The Markdown, below as many empty lines as the front matter takes, for the same reason. */
      readonly body: string
      /** 1-based line of the closing `---`. */
      readonly closingLine: number
    }
  /** Opened by `---` and never closed. */
  | { readonly kind: 'unclosed' }
  /** The file does not begin with `---`. */
  | { readonly kind: 'without front matter' }

/** Takes a note apart at its front matter, which stands between two lines `---` (or `---` and `...`). */
export function splitFrontMatter(text: string): SplitFrontMatter {
  const opening = /^---[ \t]*(?=\n|$)/.exec(text)
  if (!opening) return { kind: 'without front matter' }
  // Only an unindented marker closes: YAML cannot continue a value there, so no value can contain one.
  const closing = /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/.exec(text.slice(opening[0].length))
  if (!closing) return { kind: 'unclosed' }
  const end = opening[0].length + closing.index + 1
  const frontMatter = text.slice(0, end)
  const breaks = frontMatter.replace(/[^\n]+/g, '')
  return {
    kind: 'note',
    frontMatter,
    body: breaks + text.slice(end + closing[0].length - 1),
    closingLine: breaks.length + 1,
  }
}
