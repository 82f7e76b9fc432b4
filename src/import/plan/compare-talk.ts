import { foldFileName } from '../../files/fold-file-name.ts'
import { freeName, safeName } from '../../files/safe-name.ts'
import { costlyMarkup, maxNoteSize } from '../../notes/markup-cost.ts'
import { composeTalk } from '../compose/compose-talk.ts'
import { noteWidth, writeNote } from '../corpus/note-file.ts'
import type { ImportedTalk } from '../talk/imported-talk.ts'
import type { OpenEvent } from './open-event.ts'
import type { TalkOutcome } from './talk-outcome.ts'

/**
 * What a talk is to what the event's folder holds, and what is to be written of it.
 * @param known what it is called, if it was compared before
 */
export function compareTalk(
  talk: ImportedTalk,
  { held, name, numbers }: OpenEvent,
  force: boolean,
  known?: string,
): TalkOutcome {
  const stored = held.byKey.get(talk.key)
  const wanted = stored?.id ?? known ?? safeName(talk.name ?? talk.title)
  if (held.written.has(foldFileName(wanted))) return { outcome: 'kept', id: wanted }
  if (stored?.edited && !force) return { outcome: 'kept', id: wanted }

  const id = stored?.id ?? known ?? freeName(wanted, (name) => held.taken.has(foldFileName(name)), numbers)
  held.taken.add(foldFileName(id))
  const form = stored?.form ?? (talk.text.form === 'notes' ? 'note' : 'record')
  const record = composeTalk(talk, id, name, form === 'note' ? noteWidth : undefined)
  const note = form === 'note' ? writeNote(record) : undefined
  const hash = note?.hash ?? record.source.hash
  if (stored && stored.hash === hash && !stored.edited) return { outcome: 'unchanged', id }
  if (stored?.hasText && record.body.trim() === '' && !force)
    return { outcome: 'unchanged', id, keepsText: true }
  const staged = {
    form,
    id,
    key: talk.key,
    content: note?.text ?? JSON.stringify(record),
    seen: stored?.seen,
  }
  return { outcome: stored ? 'changed' : 'new', id, staged, record }
}

/** Why what is to be written would not be served, as one sentence without its full stop; undefined if it would. */
export function whyUnservable({ staged, record }: TalkOutcome): string | undefined {
  if (staged === undefined || record === undefined) return undefined
  if (Buffer.byteLength(staged.content) > maxNoteSize)
    return 'is longer than 1 MiB, which no note may be: shorten it, or divide it into several talks'
  // A note is read line by line instead.
  const costly = staged.form === 'record' ? costlyMarkup(record.body) : undefined
  return costly && `its text takes too long to read (${costly.message}): ${costly.advice}`
}
