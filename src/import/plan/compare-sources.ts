import type { Slot } from '../../notes/talk.ts'
import { contentHash } from '../../notes/talk-record.ts'
import { slotsOf } from '../../notes/talk-slots.ts'
import { foldName } from '../../text/fold.ts'
import { type HeldEvent, isByTitle, placeOfTalk } from '../corpus/held-event.ts'
import type { ImportedTalk } from '../talk/imported-talk.ts'

/** An imported talk that its source does not hold any longer. */
export interface GoneTalk {
  /** As `placeOfTalk` says it. */
  readonly place: string
  /** The source, if the talk is missing from it; absent if the source says that the talk is cancelled. */
  readonly file?: string
}

/**
 * The imported talks that are gone from sources that were imported before: there is a talk that came from the same file
 * last time and is in it still, or the note that it was is read as other talks now. `seen` holds the keys of all that the sources
 * hold now.
 */
export function findGone(
  { byKey }: HeldEvent,
  seen: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>,
  isCancelled: (key: string) => boolean,
): readonly GoneTalk[] {
  const again = new Set([...byKey].filter(([key]) => seen.has(key)).map(([, { file }]) => file))
  const notes = new Set(Array.from(seen.keys(), noteOf))
  return [...byKey].flatMap(([key, talk]) => {
    const { file, form } = talk
    if (seen.has(key)) return []
    if (isCancelled(key)) return [{ place: placeOfTalk(talk) }]
    const isReadAgain = again.has(file) || (form === 'note' && notes.has(noteOf(key)))
    return file !== undefined && isReadAgain ? [{ place: placeOfTalk(talk), file }] : []
  })
}

/** The note of a folder that a talk is in, or is: `tides#Ebb and flow` and `tides` are both in `tides`. */
const noteOf = (key: string): string => key.replace(/#.*$/s, '')

export interface Titles {
  /** Notes the talk's title; the name of a talk from another source that has it already, if there is one. */
  readonly add: (talk: ImportedTalk, id: string) => string | undefined
  readonly has: (talk: Pick<ImportedTalk, 'title' | 'file'>) => boolean
  /** The key of the talk of this title in the same note, which had one talk before and has several now, or had several and has one. */
  readonly keyInNote: (talk: Pick<ImportedTalk, 'title' | 'key'>) => string | undefined
}

export function createTitles({ byKey }: HeldEvent): Titles {
  const known = new Map<string, { readonly key: string; readonly id: string; readonly file?: string }>()
  for (const [key, { title, id, file }] of byKey) known.set(foldName(title), { key, id, file })
  return {
    add({ title, key, file }, id) {
      const folded = foldName(title)
      const other = known.get(folded)
      known.set(folded, { key, id, file })
      return other && other.key !== key && other.file !== file ? other.id : undefined
    },
    has({ title, file }) {
      const found = known.get(foldName(title))
      return found !== undefined && found.file === file
    },
    keyInNote({ title, key }) {
      const found = known.get(foldName(title))?.key ?? key
      const isOneOfSeveral = found.includes('#') !== key.includes('#')
      return isOneOfSeveral && noteOf(found) === noteOf(key) ? found : undefined
    },
  }
}

/** How often a talk is given at most. Each time is compared with all before it, and all of them are written down anew. */
export const maxGiven = 1_000

export interface Repeats {
  /**
   * The talk with the times of all that were the same before it, if there were any; `isSameId` is the source's word for it, and so is
   * `series`, the key of what a calendar repeats. `too often` if it has `maxGiven` times already.
   */
  readonly joined: (
    talk: ImportedTalk,
    isSameId: boolean,
    series?: string,
  ) => ImportedTalk | 'too often' | undefined
  /** Whether another source has the talk already, by its id and title, or by its title and people if it has no id: programs export the same in several views. */
  readonly isCopy: (talk: ImportedTalk) => boolean
  /**
   * Whether it is another talk than the first of its key: one without an id that has its title, and other people, or one with another
   * title in another file, which counts from one too.
   */
  readonly isAnother: (talk: ImportedTalk) => boolean
}

/** By what a talk is called whose key another one has; undefined if nothing tells them apart. */
export function keyBeside({
  key,
  title,
  file,
  speakers: [first],
}: Pick<ImportedTalk, 'key' | 'title' | 'file' | 'speakers'>): string | undefined {
  if (isByTitle({ key, title })) return first && `${key}/${first.name}`
  return file && `${file}/${key}`
}

/** Of the first talk that was the same: its text is that of the others. */
type FirstTalk = Pick<ImportedTalk, 'key' | 'name' | 'file' | 'kind' | 'tags' | 'links' | 'language'> & {
  slots: readonly Slot[]
}

/** Tells talks of the same title, people and text: a workshop that is given again. */
export function createRepeats(): Repeats {
  const known = new Map<string, FirstTalk>()
  const sources = new Map<string, Pick<ImportedTalk, 'file' | 'speakers'>>()
  const firsts = new Map<
    string,
    Pick<ImportedTalk, 'title' | 'file' | 'speakers'> & { readonly text: string }
  >()
  return {
    isAnother({ key, title, file, speakers, text }) {
      const first = firsts.get(key)
      if (first === undefined || text.form === 'notes') return false
      if (isByTitle({ key, title }))
        return !mayShareSpeaker(first.speakers, speakers) && (text.value === '' || text.value !== first.text)
      return file !== undefined && first.file !== file && !shareWord(first.title, title)
    },
    isCopy({ key, title, file, text, speakers }) {
      const call = JSON.stringify([key, foldName(title)])
      const first = sources.get(call)
      if (first === undefined) sources.set(call, { file, speakers })
      if (!firsts.has(key) && text.form !== 'notes')
        firsts.set(key, { title, file, speakers, text: text.value })
      if (first === undefined || text.form === 'notes' || file === undefined || first.file === file)
        return false
      // What has no id is called by its title: every conference has its `Keynote`.
      return !isByTitle({ key, title }) || mayShareSpeaker(first.speakers, speakers)
    },
    joined(talk, isSameId, series) {
      const { title, speakers, text } = talk
      // Notes are a person's own, and without a text or people nobody but the source can tell.
      if (text.form === 'notes') return undefined
      const isTold = text.value.trim() !== '' || speakers.length > 0
      if (!isTold && !isSameId && series === undefined) return undefined
      const hash = contentHash({
        title: foldName(title),
        speakers: speakers.map(({ name }) => name),
        text: text.value,
        ...(!isTold && series !== undefined && { series }),
      })
      const first = known.get(hash)
      if (first === undefined) {
        const { key, name, file, kind, tags, links, language } = talk
        known.set(hash, { key, name, file, kind, tags, links, language, slots: slotsOf(talk) })
        return undefined
      }
      if (first.slots.length >= maxGiven) return 'too often'
      const all = distinctSlots([...first.slots, ...slotsOf(talk)])
      // The same id at the same time is there twice by mistake.
      if (isSameId && all.length === first.slots.length) return undefined
      first.slots = all
      const { slots, ...rest } = first
      const [{ date, starts, ends, room } = {}, ...again] = slots
      return { ...talk, ...rest, date, starts, ends, room, again }
    },
  }
}

/** `Tides` and `Tides (moved)` may be the same. */
const shareWord = (one: string, other: string): boolean => {
  const words = new Set(foldName(one).split(' '))
  return foldName(other)
    .split(' ')
    .some((word) => words.has(word))
}

/** Whether two lists of people name one alike, or either names nobody. */
function mayShareSpeaker(some: ImportedTalk['speakers'], others: ImportedTalk['speakers']): boolean {
  if (some.length === 0 || others.length === 0) return true
  const names = new Set(some.map(({ name }) => foldName(name)))
  return others.some(({ name }) => names.has(foldName(name)))
}

/** In order of time. */
const distinctSlots = (slots: readonly Slot[]): readonly Slot[] =>
  [...new Map(slots.map((slot) => [orderOf(slot), slot])).entries()]
    .filter(([, slot]) => slot.date !== undefined || slots.every(({ date }) => date === undefined))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, slot]) => slot)

const orderOf = ({ date = '', starts = '', ends = '', room = '' }: Slot): string =>
  [date, starts, ends, room].join(' ')
