/** Blocks as plain text, one line a line, so that a test shows what a person sees. */

type Json = Readonly<Record<string, unknown>>

export function readable(blocks: readonly unknown[]): string {
  return blocks
    .map((block) => lines(block as Json))
    .join('\n')
    .replace(/\n+/g, '\n')
    .trim()
}

/** All buttons, in order. */
export function buttonsOf(
  blocks: readonly unknown[],
): readonly { text: string; actionId: string; value: string }[] {
  return blocks.flatMap((block) => {
    const { type, elements, accessory } = block as {
      type: string
      elements: readonly Json[]
      accessory?: Json
    }
    const buttons = type === 'actions' ? elements : accessory === undefined ? [] : [accessory]
    return buttons.map((button) => ({
      text: textOf(button.text),
      actionId: String(button.action_id),
      value: String(button.value),
    }))
  })
}

function lines(block: Json): string {
  switch (block.type) {
    case 'header':
      return `# ${textOf(block.text)}`
    case 'section':
      return `${textOf(block.text)}${block.accessory === undefined ? '' : ` (${textOf((block.accessory as Json).text)})`}`
    case 'divider':
      return '---'
    case 'context':
      return elementsOf(block).map(textOf).join(' ')
    case 'actions':
      return elementsOf(block)
        .map((button) => `(${textOf(button.text)})`)
        .join(' ')
    default:
      return elementsOf(block).map(part).join('\n')
  }
}

function part(element: Json): string {
  const text = () => elementsOf(element).map(inline).join('')
  switch (element.type) {
    case 'rich_text_quote':
      return `> ${text()}`
    case 'rich_text_preformatted':
      return `\`\`\`${text().trim()}\`\`\``
    case 'rich_text_list':
      return elementsOf(element)
        .map((item) => `- ${elementsOf(item).map(inline).join('')}`)
        .join('\n')
    default:
      return text()
  }
}

function inline({ type, text, url, user_id, channel_id, style }: Json): string {
  if (type === 'channel') return `#${channel_id}`
  if (type === 'user') return `@${user_id}`
  if (type === 'link') return text === undefined ? String(url) : `[${text}](${url})`
  return (style as Json | undefined)?.bold ? `**${text}**` : String(text)
}

const elementsOf = (value: Json) => value.elements as readonly Json[]
const textOf = (value: unknown): string => String((value as Json).text)
