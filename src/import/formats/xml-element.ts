import sax from 'sax'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** Elements inside each other. */
export const maxElementDepth = 50
/** Elements and attributes of one record; an event has some fifty, and each costs memory beyond its text. */
const maxParts = 5000

/** Parses one element, from its opening to its closing tag. `line` is the one it starts on, for messages. */
export function parseXmlElement(
  text: string,
  line: number,
): { readonly element: XmlElement } | { readonly problem: string } {
  const parser = sax.parser(true, { position: true })
  const root = openElement('', {})
  const path = [root]
  let count = 0
  const fail = (message: string): never => {
    throw new XmlFault(`${message} (line ${line + parser.line})`)
  }
  const grow = () => {
    if (++count > maxParts) fail(`more than ${maxParts.toLocaleString('en')} elements and attributes`)
  }
  parser.onattribute = grow
  parser.onopentag = ({ name, attributes }) => {
    grow()
    if (path.length > maxElementDepth) fail(`elements nested more than ${maxElementDepth} deep`)
    const element = openElement(name, attributes as Record<string, string>)
    path.at(-1)?.children.push(element)
    path.push(element)
  }
  parser.onclosetag = () => path.pop()
  const addText = (more: string) => {
    const element = path.at(-1)
    if (element) element.text += more
  }
  parser.ontext = addText
  parser.oncdata = addText
  parser.onerror = ({ message }) => {
    const [what = ''] = message.split('\n')
    // References to entities that XML itself does not define are left as they are written.
    if (!/character entity|entity name/i.test(what)) fail(what.toLowerCase())
    parser.error = null as unknown as Error
  }
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof XmlFault) return { problem: `is no well-formed XML: ${error.message}` }
    throw error
  }
  const [element] = root.children
  return element ? { element } : { problem: 'is no well-formed XML' }
}

class XmlFault extends Error {}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

const openElement = (name: string, attributes: Readonly<Record<string, string>>): OpenElement => ({
  name,
  attributes,
  children: [],
  text: '',
})
