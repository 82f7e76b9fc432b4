import type { Block } from '../../../markup/block.ts'
import { foldName } from '../../../text/fold.ts'
import type { Facts } from '../fields/facts-of-fields.ts'
import type { ForeignTalk } from '../foreign-note.ts'

/** What front matter says, and what lines like it say: the former comes first. */
export function mergeFacts(facts: Facts, more: Facts): Facts {
  return {
    ...more,
    ...facts,
    speakers: [...facts.speakers, ...more.speakers],
    tags: [...new Set([...facts.tags, ...more.tags])],
    links: [...facts.links, ...more.links],
    texts: [...facts.texts, ...more.texts],
    again: [...facts.again, ...more.again],
    followUps: [...facts.followUps, ...more.followUps],
    attendees: [...facts.attendees, ...more.attendees],
    besideNames: facts.besideNames,
    unknownKeys: facts.unknownKeys,
  }
}

/** What front matter says in sentences, unless the text says it too. */
export function described({ texts }: Facts, blocks: readonly Block[]): readonly Block[] {
  // Most say nothing, and then nobody has to look.
  if (texts.length === 0) return []
  const said = blocks.map(({ text }) => foldName(text)).join(' ')
  return texts
    .filter(({ text }) => !said.includes(foldName(text)))
    .map(({ text, line }): Block => ({ form: 'paragraph', text, depth: 0, line }))
}

/** What a talk has of its facts as they are, each left out if it is empty. */
export function restOfFacts({
  again,
  followUps,
  attendees,
}: Facts): Pick<ForeignTalk, 'again' | 'followUps' | 'attendees'> {
  return {
    ...(again.length > 0 && { again }),
    ...(followUps.length > 0 && { followUps }),
    ...(attendees.length > 0 && { attendees }),
  }
}
