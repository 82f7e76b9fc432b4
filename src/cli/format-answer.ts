import type { Answer } from '../answers/answer.ts'
import type { Talk } from '../notes/talk.ts'
import type { SearchResult } from '../search/search-engine.ts'

/** An answer as the terminal shows it: plain text, each talk with its passage, links, follow-ups and place. */
export function formatAnswer(answer: Answer): string {
  const blocks = answer.explanation ? [answer.explanation] : []
  answer.results.forEach((result, place) => {
    blocks.push(formatResult(result, place + 1))
  })
  if (answer.suggestions.length > 0) blocks.push(answer.suggestions.join('\n'))
  if (answer.kind !== 'none') {
    const more = answer.total - answer.offset - answer.results.length
    if (more > 0) blocks.push(more === 1 ? '1 more talk matches.' : `${more} more talks match.`)
  }
  return `${blocks.join('\n\n')}\n`
}

function formatResult({ talk, passage }: SearchResult, place: number): string {
  const lines = [`${place}. ${talk.title}`, `   ${byline(talk)}`, '', ...wrap(passage.text)]
  const links = talk.links.map((link) => `   ${link.title}: ${link.url}`)
  const followUps = talk.followUps.map(({ text, url }) => `   → ${text}${url ? ` (${url})` : ''}`)
  for (const group of [links, followUps]) if (group.length > 0) lines.push('', ...group)
  return [...lines, '', `   ${passage.file}:${passage.line}`].join('\n')
}

function byline({ speakers, event, kind }: Talk): string {
  const names = speakers.map(({ name, handle }) => (handle && handle !== name ? `${name} (${handle})` : name))
  return [names.join(', '), event.name, kind].filter((part) => part !== '').join(' · ')
}

const width = 96

function wrap(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + word.length >= width) {
        lines.push(current)
        current = word
      } else current = current === '' ? word : `${current} ${word}`
    }
    return [...lines, current].map((wrapped) => `   ${wrapped}`)
  })
}
