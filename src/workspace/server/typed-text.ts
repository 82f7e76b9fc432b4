import type { Channel, Person } from '../records.ts'

/** What a person typed, as Slack sends it to apps: escaped, with people, channels and addresses in angle brackets. */
export function typedText(typed: string, people: readonly Person[], channels: readonly Channel[]): string {
  return escapeTyped(typed)
    .replaceAll(/\bhttps?:\/\/[^\s<>|]+/g, (url) => {
      // Punctuation at the end belongs to the sentence; an escaped sign there is not part of the address either.
      const end = url.match(/(?:[.,;:!?)\]'"]|&(?:gt|lt);)+$/)?.[0].length ?? 0
      return `<${url.slice(0, url.length - end)}>${url.slice(url.length - end)}`
    })
    .replaceAll(/(?<![\p{L}\p{N}@/.])@([\p{L}\p{N}][\p{L}\p{N}_.-]*)/gu, (whole, handle: string) => {
      for (let name = handle; name !== ''; name = withoutLastSign(name)) {
        const person = people.find((other) => sameName(other.name, name) || sameName(other.realName, name))
        if (person) return `<@${person.id}>${handle.slice(name.length)}`
      }
      return whole
    })
    .replaceAll(/(?<![\p{L}\p{N}#/.&])#([\p{L}\p{N}_-]+)/gu, (whole, name: string) => {
      const channel = channels.find((other) => other.name !== '' && sameName(other.name, name))
      return channel ? `<#${channel.id}|${channel.name}>` : whole
    })
}

/** `&`, `<` and `>` as Slack writes them. */
export function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Whether the text, as Slack sends it, mentions the person. */
export function mentions(text: string, person: string): boolean {
  return text.includes(`<@${person}>`) || text.includes(`<@${person}|`)
}

/** "robin." and "robin.-" are "robin" with a sentence's signs behind; any other name is tried only as a whole. */
function withoutLastSign(name: string): string {
  return /[_.-]$/.test(name) ? name.slice(0, -1) : ''
}

/** By no language of this machine: in Turkish, `i` is no small `I`. */
function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0
}
