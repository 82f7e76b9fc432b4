import { fence } from './markup-signs.ts'

/** Without what only the programs understand that make pages and slides of notes; every line keeps its number. */
export const withoutGenerators = (text: string): string =>
  withoutStyles(
    withMarkedHeadings(
      withoutEqualsSigns(withoutComponents(withoutDirectives(withoutSlideLines(withMendedLinks(text))))),
    ),
  )

/** `<h1 align="center">Tides</h1>` on a line of Markdown is a heading like any, unless it is shown as code. */
function withMarkedHeadings(text: string): string {
  if (!/^ {0,3}<h[1-6]\b/im.test(text) || /^\s*<(?:!doctype|html|head|body)\b/i.test(text)) return text
  return replaceLines(text, (line) => {
    const [, level, title = ''] = htmlHeading.exec(line) ?? []
    return level === undefined ? line : `${'#'.repeat(Number(level))} ${title.trim()}`
  })
}

/** Replaces the lines of a text that are not shown as code. */
function replaceLines(text: string, replace: (line: string) => string): string {
  let isShown = false
  return text
    .split('\n')
    .map((line) => {
      if (fence.test(line)) isShown = !isShown
      return isShown ? line : replace(line)
    })
    .join('\n')
}

/**
 * `== Tides` and `== Tides ==`, as wikis and AsciiDoc mark headings, and `1. ### Tides` in a list, are headings like any, unless
 * shown as code. A text that has headings of its own kind means something else by equals signs, and so does one with a sum in it.
 */
function withoutEqualsSigns(text: string): string {
  const isWiki = !/^#{1,6}\s/m.test(text) && marksByEqualsSigns(text)
  if (!/^={1,6} \S|^ {0,3}(?:\d{1,2}[.)]|[-*+])\s+#{1,6} \S/m.test(text)) return text
  // With the code among them, whose fences stand further in too.
  const lines = text.split('\n').map(createDedenting()).join('\n')
  return replaceLines(lines, (outer) => {
    if (outer.length > maxHeadingLine) return outer
    const [, signs, title = ''] = (isWiki && /^(={2,6}|=(?= +\p{Lu})) +(\S.*?)(?: +=+)?$/u.exec(outer)) || []
    if (signs !== undefined && !/^=+$/.test(title)) return `${'#'.repeat(signs.length)} ${title}`
    return outer.replace(signOfItem, '')
  })
}

/** Before a heading. */
const signOfItem = /^ {0,3}(?:\d{1,2}[.)]|[-*+])\s+(?=#{1,6} \S)/

/** What stands in the item of a heading, as Logseq keeps all there is, one step further out, since the heading is no item. */
function createDedenting(): (line: string) => string {
  let isInItem = false
  let step = 0
  return (line) => {
    if (signOfItem.test(line)) {
      isInItem = true
      step = 0
      return line
    }
    if (/^\S/.test(line)) isInItem = false
    if (!isInItem) return line
    if (line.startsWith('\t')) return line.slice(1)
    const [, blanks = '', sign] = /^( *)([-*+] )?/.exec(line) ?? []
    if (step === 0 && sign !== undefined) step = blanks.length
    return line.slice(Math.min(blanks.length, step || maxBlanks))
  }
}

/** Before the lines of an item, above what is further in. */
const maxBlanks = 4

/** Whether lines are headings that begin with two equals signs: the first of all, one that ends with them, or more than one. */
function marksByEqualsSigns(text: string): boolean {
  const marked = text.match(/^={2,6} +[^\s=][^\n]{0,300}$/gm) ?? []
  return (
    /^\s*={2,6} +\p{Lu}/u.test(text) ||
    marked.some((line) => /[^\s=] ==+\s*$/.test(line)) ||
    (marked.length > 1 && marked.some((line) => /^=+ +\p{Lu}/u.test(line)))
  )
}

/** In characters. */
const maxHeadingLine = 300

const htmlHeading = /^ {0,3}<h([1-6])\b[^<>]{0,200}>([^<>]{1,300})<\/h\1>\s*$/i

/** Links whose brackets somebody mixed up: `(the slides)[https://slides.example]`. */
const withMendedLinks = (text: string): string =>
  text.includes(')[http')
    ? text.replace(/(?<![\]`])\(([^()[\]\n]{2,80})\)\[(https?:\/\/[^\][\s()]+)\](?![(`])/g, '[$1]($2)')
    : text

/** What `<style>` and `<script>` hold is for browsers, unless it is shown as code. */
function withoutStyles(text: string): string {
  if (!/^ {0,3}<(?:style|script)\b/im.test(text)) return text
  const lines = text.split('\n')
  let isShown = false
  for (let at = 0; at < lines.length; at++) {
    if (fence.test(lines[at] ?? '')) isShown = !isShown
    const [, name] = /^ {0,3}<(style|script)\b/i.exec(lines[at] ?? '') ?? []
    if (isShown || name === undefined) continue
    const closing = `</${name.toLowerCase()}>`
    const length = lines
      .slice(at, at + maxStyleLines)
      .findIndex((line) => line.toLowerCase().includes(closing))
    if (length < 0) continue
    const last = lines[at + length] ?? ''
    lines.fill('', at, at + length)
    lines[at + length] = last.slice(last.toLowerCase().indexOf(closing) + closing.length)
    at += length
  }
  return lines.join('\n')
}

/** A longer one is hardly closed where it seems to be. */
const maxStyleLines = 400

/** Components of pages that name a person (`<Speaker name="Ada Example" … />`), as the lines that say so. */
const withoutComponents = (text: string): string =>
  text.includes('<')
    ? text.replace(/<(?:Speaker|Presenter|Author)\b(?=([^<>]{0,600}>))\1/g, (element, attributes: string) => {
        const [, name] = /\bname=["']([^"'\n]{2,80})["']/.exec(attributes) ?? []
        return name === undefined ? element : `Speaker: ${name}${element.replace(/[^\n]+/g, '')}`
      })
    : text

/** DocC puts `@Metadata { … }` below the title. */
const withoutDirectives = (text: string): string =>
  text.includes('@')
    ? text.replace(/^@[A-Z]\w+(?:\([^()\n]*\))? \{\n(?:(?!^@[A-Z]\w+ \{)[^\n]*\n){0,12}?\}$/gm, (block) =>
        block.replace(/[^\n]+/g, ''),
      )
    : text

/** Showoff begins a slide with `!SLIDE` and how it is shown. */
const withoutSlideLines = (text: string): string =>
  text.includes('!SLIDE') ? text.replace(/^!SLIDE\b.*$/gm, '') : text
