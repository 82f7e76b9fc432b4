import { foldName } from '../../text/fold.ts'
import type { Imported, ImportedEvent, ImportedTalk } from '../talk/imported-talk.ts'
import { talksOfDocuments } from './json-ld.ts'
import { itemsInPage } from './page-items.ts'

/** The talks that a page describes in attributes for search engines, as microdata or RDFa. */
export const talksInAttributes = (html: string, file: string, fallback: ImportedEvent): readonly Imported[] =>
  talksOfDocuments(itemsInPage(html), file, fallback)

/**
 * What was read of a page as of somebody's notes, with what its attributes say of the talks: who speaks, when and where, if the notes do
 * not. If it lists talks that were not read so, these instead: one alone may be a whole meetup, whose page has more to say.
 */
export function withTold(found: readonly Imported[], told: readonly Imported[]): readonly Imported[] {
  const talks = new Map(
    told.flatMap((one) => ('talk' in one ? [[foldName(one.talk.title), one.talk] as const] : [])),
  )
  const titles = new Set(found.map((one) => ('talk' in one ? foldName(one.talk.title) : '')))
  if (talks.size > 1 && ![...talks.keys()].every((title) => titles.has(title))) return told
  return found.map((one) => {
    const same = 'talk' in one ? talks.get(foldName(one.talk.title)) : undefined
    return 'talk' in one && same ? { ...one, talk: filledIn(one.talk, same) } : one
  })
}

function filledIn(talk: ImportedTalk, { speakers, date, starts, ends, room }: ImportedTalk): ImportedTalk {
  const isTimed = talk.date !== undefined || talk.starts !== undefined
  return {
    ...talk,
    speakers: talk.speakers.length > 0 ? talk.speakers : speakers,
    ...(!isTimed && { date, starts, ends }),
    room: talk.room ?? room,
  }
}
