import { maxRecordLength } from '../read/input.ts'

/** An element that is to be parsed by itself, or the text between two of them. */
export type XmlPiece =
  | { readonly rest: string }
  | {
      readonly element: string
      /** Line on which it starts, from 1. */
      readonly line: number
      /** From `<` to the end of its closing tag. */
      readonly text: string
      readonly problem?: string
    }

interface BegunElement {
  readonly element: string
  readonly line: number
  text: string
  /** What the next sign to look for closes; `tag` is the element's own first tag. */
  inside: 'tag' | 'comment' | 'cdata' | 'content'
  problem?: string
}

const opening = /<!--|<!\[CDATA\[|<(event|entry|conference|base_url|schedule)(?=[\s>/])/g
// If the closing tag is missing, the next of these is the end.
const following = '<(?:event|entry|day)(?=[\\s>/])|</(?:day|schedule)\\s*>'
const ends = { tag: />/g, comment: /-->/g, cdata: /\]\]>/g } as const

/** No sign that is looked for is longer. */
const maxSignLength = 32

/**
 * Cuts the text of a schedule into its events and what lies between, without parsing it: so what is wrong within one
 * event can spoil no other. Text is given piece by piece, in the memory of one event.
 */
export function createXmlSplitter() {
  let buffer = ''
  let line = 1
  let isStarted = false
  let skipping: 'comment' | 'cdata' | undefined
  let open: BegunElement | undefined

  return {
    write,
    /** The line on which an element starts that the document does not close. */
    unclosed: () => open && { element: open.element, line: open.line },
  }

  /** The pieces that end within the text so far; at the end of the document, all. */
  function* write(text: string, isEnd = false): Generator<XmlPiece> {
    buffer += text
    for (let goesOn = true; goesOn; ) {
      // A sign may be cut off at the end.
      const tail = buffer.slice(-maxSignLength)
      const cut = isEnd ? -1 : tail.search(/[<\]-]/)
      const limit = buffer.length - (cut < 0 ? 0 : tail.length - cut)
      goesOn = yield* open ? within(open, limit) : outside(limit)
    }
  }

  /** Takes that much off the buffer. */
  function take(length: number): string {
    const text = buffer.slice(0, length)
    buffer = buffer.slice(length)
    line += countLines(text)
    return text
  }

  function* outside(limit: number): Generator<XmlPiece, boolean> {
    const pattern = skipping ? ends[skipping] : opening
    const found = search(pattern, buffer, limit)
    if (!found) {
      if (limit > 0) yield { rest: skipping ? '\n'.repeat(countLines(take(limit))) : take(limit) }
      return false
    }
    const [sign, element] = found
    if (skipping) {
      yield { rest: '\n'.repeat(countLines(take(found.index + sign.length))) }
      skipping = undefined
    } else if (element === undefined) {
      yield { rest: take(found.index) }
      take(sign.length)
      skipping = sign === '<!--' ? 'comment' : 'cdata'
    } else if (element === 'schedule' || !isStarted) {
      isStarted ||= element === 'schedule'
      yield { rest: take(found.index + sign.length) }
    } else {
      yield { rest: take(found.index) }
      open = { element, line, text: take(sign.length), inside: 'tag' }
    }
    return true
  }

  function* within(current: BegunElement, limit: number): Generator<XmlPiece, boolean> {
    const found = search(nextSign(current), buffer, limit)
    if (!found) {
      // Not further than a record may go: if it has no end, what follows is looked at again.
      const length = current.problem ? limit : Math.min(limit, maxRecordLength + 1 - current.text.length)
      add(current, take(length))
      return length < limit
    }
    const [sign] = found
    if (current.inside === 'content' && !sign.startsWith('<!')) {
      const isClosed = sign.startsWith(`</${current.element}`)
      add(current, take(found.index + (isClosed ? sign.length : 0)))
      open = undefined
      yield pieceOf(current, isClosed ? undefined : `has no </${current.element}>`)
      return true
    }
    const text = take(found.index + sign.length)
    const isWhole = current.inside === 'tag' && text.endsWith('/>')
    add(current, text)
    if (isWhole) {
      open = undefined
      yield pieceOf(current)
    } else current.inside = sign === '<!--' ? 'comment' : sign === '<![CDATA[' ? 'cdata' : 'content'
    return true
  }
}

/** What may be next in an element: something that is not to be looked into, its end, or what shows that its end is missing. */
function nextSign({ element, inside, problem }: BegunElement): RegExp {
  if (inside !== 'content') return ends[inside]
  return new RegExp(`${problem ? '' : '<!--|<!\\[CDATA\\[|'}</${element}\\s*>|${following}`, 'g')
}

function add(to: BegunElement, text: string): void {
  if (to.text.length + text.length <= maxRecordLength) to.text += text
  else if (!to.problem) {
    to.problem = 'is longer than 1 MiB'
    // Whatever it was in has no end that matters any longer.
    to.inside = 'content'
  }
}

const pieceOf = ({ element, line, text, problem }: BegunElement, missing?: string): XmlPiece => ({
  element,
  line,
  text,
  problem: problem ?? missing,
})

/** The first match that starts before the limit. */
function search(pattern: RegExp, text: string, limit: number): RegExpExecArray | undefined {
  pattern.lastIndex = 0
  const found = pattern.exec(text)
  return found && found.index < limit ? found : undefined
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
