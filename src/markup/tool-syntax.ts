import { changedAroundCode } from './around-code.ts'
import { endOfFence, fence } from './markup-signs.ts'

/**
 * Lines of Markdown without the signs that single tools have added to it (Obsidian, Hugo, Jekyll, MDX, Notion): their
 * words stay. Line by line, so that each stays where it is; code is left alone.
 */
export function withoutToolSyntax(lines: readonly string[]): readonly string[] {
  const result: string[] = []
  const hasTightHeadings = usesTightHeadings(lines)
  const hasCallouts = lines.includes('<aside>') && lines.includes('</aside>')
  let inComment = false
  // Further down, `import` may be what somebody noted.
  let hasText = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const marks = fence.exec(line)?.[1]
    if (marks) {
      const end = Math.min(lines.length - 1, endOfFence(lines, at + 1, marks))
      result.push(...lines.slice(at, end + 1))
      at = end
      hasText = true
      continue
    }
    const end: number | undefined = hasText ? undefined : endOfStatement(lines, at)
    hasText ||= end === undefined && line.trim() !== ''
    if (end !== undefined) {
      result.push(...lines.slice(at, end).map(fieldInStatement))
      at = end - 1
    } else if (/^\s*%%\s*$/.test(line)) {
      inComment = !inComment
      result.push('')
    } else if (inComment || (hasCallouts && calloutOfNotion.test(line))) result.push('')
    else
      result.push(
        line.length <= maxLineLength && /[[\]{}<>%=#^:!]/.test(line)
          ? changedAroundCode(apartFromNext(line, lines[at + 1]), (rest) =>
              withoutToolSigns(rest, hasTightHeadings),
            )
          : line,
      )
  }
  return result
}

/** The line after what a page of MDX imports or exports, where that begins at the line. */
function endOfStatement(lines: readonly string[], from: number): number | undefined {
  const first = lines[from] ?? ''
  if (first.length > maxLineLength || !statement.test(first)) return undefined
  let open = 0
  for (let at = from; at < Math.min(lines.length, from + maxStatementLines); at++) {
    const line = (lines[at] ?? '').slice(0, maxLineLength)
    open += (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0)
    if (open <= 0) return at + 1
  }
  // What is never closed is a line of text that begins alike, and no more of it.
  return isWhole.test(first) ? from + 1 : undefined
}

const statement =
  /^(?:import\s(?:(?:.+\sfrom\s+)?['"][^'"]+['"];?\s*$|(?:\w+,\s*)?\{\s*$|(?:\w+,\s*)?\{[^}]*,\s*$)|export\s+(?:const|default|let)\s)/
/** `speaker: 'Ada Example',` in what a page exports is a field of it. */
function fieldInStatement(line: string): string {
  const [, key, , value] = /^\s+["']?(\w{1,40})["']?\s*:\s*(["'`])(.*)\2\s*,?\s*$/.exec(line) ?? []
  return key === undefined ? '' : `${key}: ${value}`
}

const isWhole = /^(?:import|export)\s.*['"=]/
const maxStatementLines = 200

/** The title of a callout, with a colon if its text follows: `> [!tip] Before you start`. */
const apartFromNext = (line: string, next = ''): string =>
  titleOfCallout.test(line) && /^\s*>\s*[^\s>]/.test(next) ? `${line.trimEnd()}:` : line

const signOfCallout = String.raw`\[!\w+(?:\|[^\]]*)?\][+-]?`
const callout = new RegExp(String.raw`^(\s*(?:>\s*)+)${signOfCallout}\s*`)
const titleOfCallout = new RegExp(String.raw`^\s*>\s*${signOfCallout}\s.*[\p{L}\p{N})]\s*$`, 'u')

/** No tool's signs are looked for in longer lines, in characters. */
const maxLineLength = 4_000

/** @param hasTightHeadings whether `#Title` is a heading, as it was to GitHub before 2017 */
function withoutToolSigns(line: string, hasTightHeadings: boolean): string {
  if (/^(?:import\s.+\sfrom\s+['"].*|export\s+(?:const|default|let)\s.*|import\s+['"].*)$/.test(line))
    return ''
  if (/^\s*(?:\[\[?_?toc_?\]?\]|\{:.*\}|\{#.*\}|\{%-?\s*(?:end)?(?:comment|raw|toc)\s*-?%\})\s*$/i.test(line))
    return ''
  // Around what Pandoc, Quarto and makers of sites set apart.
  if (/^\s*:{3,}\s*(?:\{[^{}]*\}|[\w-]*)\s*$/.test(line)) return ''
  // The paths of the files that Notion exports beside a page.
  if (filesOfNotion.test(line)) return ''
  // An item that holds nothing but what is shown there: `- ![[horn.png]]`.
  if (/^\s*(?:[-*+]|\d{1,3}[.)])\s+!\[\[[^\][]*\]\]\s*$/.test(line)) return ''
  // A line of a table of contents: its words are those of the heading it leads to.
  if (/^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\][]*\]\(#[^()\s]*\)\s*$/.test(line)) return ''
  let text = line
  if (/^#{2,6}[^#\s!]/.test(text) || (hasTightHeadings && /^#[^#\s!]/.test(text)))
    text = text.replace(/^(#{2,6}[^#\s].*[^#])#{2,6}$/, '$1').replace(/^#+/, '$& ')
  return text
    .replace(callout, '$1')
    .replace(/^(\s*(?:[-*+]|\d{1,3}[.)])\s+)\[[ xX/>-]\]\s+/, '$1')
    .replace(/!\[\[[^\][]*\]\]/g, '')
    .replace(/\[\[(?:[^\][|]*\\?\|)?([^\][|]*)\]\]/g, (_, words: string) =>
      words.replace(/^#\^?/, '').replace(/#.*$/, ''),
    )
    .replace(/%%.*?%%/g, '')
    .replace(/\{\/\*.*?\*\/\}/g, '')
    .replace(/^(#{1,6}\s.*\S)\s*\{\.[^{}]*\}\s*$/, '$1')
    .replace(/==(?=\S)([^=]+)(?<=\S)==/g, '$1')
    .replace(/(\S)\s+\^[\w-]{2,}\s*$/, '$1')
    .replace(/(?<=\S)\[\^[^\]\s]{1,30}\](?!:)/g, '')
    .replace(/^ {0,3}\[\^\d{1,4}\]:\s+(?=\S)/, '')
    .replace(
      /\{\{[<%]\s*(?:\/\s*(?=[\w/-]))?([\w/-]+)(?![\w/-])([^}]*?)[>%]\}\}/g,
      (_, name: string, rest: string) => shortcode(name, rest),
    )
    .replace(/\{%-?\s*(\w+)([^%]*?)-?%\}/g, (_, name: string, rest: string) => shortcode(name, rest))
    .replace(tagOfComponent, ' ')
    .replace(/(\S)\s*\{[:#][^{}]*\}\s*$/, '$1')
    .replace(/\)\{(?:[:.#]|\w+=)[^{}]*\}/g, ')')
    .replace(/^(\s*)@\[(?:youtube|vimeo|toc)[^\]]*\]\(([^)]*)\)\s*$/i, '$1$2')
}

/** `Option<String>` is a type, and no component of a page. */
const tagOfComponent = /(?:(?<!\w)<|<\/)[A-Z][A-Za-z.]*(?:\s[^<>]*)?\/?>/g

/** Around what has a frame. */
const calloutOfNotion = /^<\/?aside>$/

/** `Files & media: Tides%200123…/slides.pdf` */
const filesOfNotion = /^\p{L}[\p{L} &]{0,30}:(?:,? [^\s,:]*%20[0-9a-f]{32}\/[^\s,:]+\.\w{2,4}){1,20}\s*$/u

/** What a shortcode stands for: the address of a video, or nothing that is text. */
function shortcode(name: string, rest: string): string {
  const [, id = ''] =
    /(?<![\w-])(?:id\s*=\s*)?["']?(?!(?:title|class|autoplay|start)\s*=)([\w-]{6,})["']?/.exec(rest) ?? []
  if (/^youtube/i.test(name) && id) return `https://www.youtube.com/watch?v=${id}`
  if (/^vimeo/i.test(name) && /^\d+$/.test(id)) return `https://vimeo.com/${id}`
  const [, words] = /\b(?:title|caption|alt)\s*=\s*["']([^"']+)["']/.exec(rest) ?? []
  return words ?? ''
}

/** Whether the text writes its headings without a blank: others do so too, or it has no other, and no tags in a row. */
export function usesTightHeadings(lines: readonly string[]): boolean {
  const tight = lines.filter((line) => /^#[^#\s!]/.test(line) && !/^(?:#[\p{L}\p{N}_/-]+\s*)+$/u.test(line))
  const isLoose = lines.some((line) => /^# \S/.test(line))
  return (
    !isLoose &&
    (lines.some((line) => /^#{2,6}[^#\s!]/.test(line)) || tight.length > 0) &&
    lines.some((line) => /^#[^#\s!]/.test(line))
  )
}
