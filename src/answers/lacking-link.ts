import type { LinkKind, Talk } from '../notes/talk.ts'

/** What asks for a link of a talk, rather than for what is said of videos. */
const asking =
  /\b(?:link to|is there|are there|got|have|find|watch|see|show me|where (?:is|are|can i (?:find|get|see|watch))|where['’]s|send me|give me) (?:the |a |an |any |some )?(videos?|recordings?|slides?|slide deck)\b|^(?:the |any )?(videos?|recordings?|slides?|slide deck)\b (?:of|for|from|to)\b|\b(videos?|recordings?|slides)[?!. ]*$/i

/** What is asked for of a talk, as people call it, if the notes have no such link of it. */
export function lackingLink(question: string, { links }: Pick<Talk, 'links'>): string | undefined {
  const [, one, two, three] = asking.exec(question) ?? []
  const named = (one ?? two ?? three)?.toLowerCase()
  if (named === undefined) return undefined
  const kind: LinkKind = named.startsWith('slide') ? 'slides' : 'video'
  return links.some((link) => link.kind === kind) ? undefined : kind
}
