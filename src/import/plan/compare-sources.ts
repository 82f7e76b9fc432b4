import { contentHash } from '../../notes/talk-record.ts'
import { foldName } from '../../text/fold.ts'
import type { StoredEvent } from '../corpus/stored-event.ts'
import type { ImportedTalk } from '../talk/imported-talk.ts'

/** An imported talk that its source does not hold any longer. */
export interface GoneTalk {
  readonly id: string
  /** The source, if the talk is missing from it; absent if the source says that the talk is cancelled. */
  readonly file?: string
}

/**
 * The imported talks that are gone from sources that were imported before: there is a talk that came from the same file
 * last time and is in it still. `seen` holds the keys of all that the sources hold now.
 */
export function findGone(
  { byKey }: StoredEvent,
  seen: ReadonlySet<string>,
  isCancelled: (key: string) => boolean,
): readonly GoneTalk[] {
  const again = new Set([...byKey].filter(([key]) => seen.has(key)).map(([, { file }]) => file))
  return [...byKey].flatMap(([key, { id, file }]) => {
    if (seen.has(key)) return []
    if (isCancelled(key)) return [{ id }]
    return file !== undefined && again.has(file) ? [{ id, file }] : []
  })
}

export interface Titles {
  /** Notes the talk's title; the name of a talk from another source that has it already, if there is one. */
  readonly add: (talk: ImportedTalk, id: string) => string | undefined
}

export function createTitles({ byKey }: StoredEvent): Titles {
  const known = new Map<string, { readonly key: string; readonly id: string; readonly file?: string }>()
  for (const [key, { title, id, file }] of byKey) known.set(foldName(title), { key, id, file })
  return {
    add({ title, key, file }, id) {
      const folded = foldName(title)
      const other = known.get(folded)
      known.set(folded, { key, id, file })
      return other && other.key !== key && other.file !== file ? other.id : undefined
    },
  }
}

export interface Repeats {
  /** Whether a talk of the same title, people and text was there already: a workshop that is given again. */
  readonly isRepeat: (talk: ImportedTalk) => boolean
}

export function createRepeats(): Repeats {
  const known = new Set<string>()
  return {
    isRepeat({ title, speakers, text }) {
      // Notes are a person's own, and without any text nobody can tell.
      if (text.form === 'notes' || text.value.trim() === '') return false
      const hash = contentHash({
        title: foldName(title),
        speakers: speakers.map(({ name }) => name),
        text: text.value,
      })
      const isKnown = known.has(hash)
      known.add(hash)
      return isKnown
    },
  }
}
