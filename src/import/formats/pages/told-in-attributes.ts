import { foldName } from '../../../text/fold.ts'
import type { Imported, ImportedEvent, ImportedTalk } from '../../talk/imported-talk.ts'
import { talkItemsIn, talksOfDocuments } from './json-ld.ts'
import { itemsInPage } from './page-items.ts'

/** What a page says in attributes. */
interface ToldTalks {
  readonly told: readonly Imported[]
  /** Whether that is most of what the page says, and no box beside it. */
  readonly isMost: boolean
}

/** The talks that a page describes in attributes for search engines, as microdata or RDFa. */
export function talksInAttributes(html: string, file: string, fallback: ImportedEvent): ToldTalks {
  const { items, wordsOf, words } = itemsInPage(html)
  const held = talkItemsIn(items).reduce((sum, { item }) => sum + (wordsOf.get(item) ?? 0), 0)
  return { told: talksOfDocuments(items, file, fallback), isMost: held * 3 >= words * 2 }
}

/**
 * What was read of a page as of somebody's notes, with what its attributes say of the talks: who speaks, when and where, if the notes do
 * not. If hardly anything is on the page but several talks in attributes that were not read so, these instead: one alone may be a whole
 * meetup, whose page has more to say.
 */
export function withTold(found: readonly Imported[], { told, isMost }: ToldTalks): readonly Imported[] {
  const talks = new Map(
    told.flatMap((one) => ('talk' in one ? [[foldName(one.talk.title), one.talk] as const] : [])),
  )
  const titles = new Set(found.map((one) => ('talk' in one ? foldName(one.talk.title) : '')))
  if (isMost && talks.size > 1 && ![...talks.keys()].every((title) => titles.has(title))) return told
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
