/** A message's blocks as Markdown that reads as the message does: buttons as code, small lines as such. */

type Json = Readonly<Record<string, unknown>>

export function blocksAsMarkdown(blocks: readonly unknown[]): string {
  return blocks.map((block) => blockAsMarkdown(block as Json)).join('\n\n')
}

function blockAsMarkdown(block: Json): string {
  switch (block.type) {
    case 'rich_text':
      return elementsOf(block).map(partAsMarkdown).join('\n\n')
    case 'section':
      return [
        escaped(textOf(block.text)),
        ...(block.accessory ? [button(block.accessory as Json)] : []),
      ].join(' ')
    case 'context':
      return `<sub>${elementsOf(block)
        .map((element) => escaped(textOf(element)))
        .join(' ')}</sub>`
    case 'actions':
      return elementsOf(block).map(button).join(' ')
    default:
      throw new Error(`No Markdown for a block of type ${block.type}.`)
  }
}

function partAsMarkdown(part: Json): string {
  const inline = (element: Json) => elementsOf(element).map(inlineAsMarkdown).join('')
  switch (part.type) {
    case 'rich_text_list':
      return elementsOf(part)
        .map((item) => `- ${inline(item)}`)
        .join('\n')
    case 'rich_text_preformatted':
      return `\`\`\`\n${elementsOf(part).map(textOf).join('')}\n\`\`\``
    default:
      return inline(part).trim().replaceAll('\n', '\\\n')
  }
}

function inlineAsMarkdown({ type, text, url, style }: Json): string {
  const words = escaped(String(text ?? url))
  if (type === 'link') return `[${words}](${url})`
  const { bold = false, code = false } = (style ?? {}) as { bold?: boolean; code?: boolean }
  return code ? `\`${text}\`` : bold ? `**${words}**` : words
}

const button = (element: Json) => `\`${textOf((element as { text: unknown }).text)}\``

function escaped(text: string): string {
  return text.replace(/[\\`*_<[\]]/g, '\\$&')
}

const elementsOf = (value: Json) => value.elements as readonly Json[]
const textOf = (value: unknown): string => String((value as Json).text)
