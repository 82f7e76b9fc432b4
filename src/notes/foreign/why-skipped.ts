import { isBesidePage, isFilled, isPersonStub } from './beside-page.ts'
import type { ForeignNoteOptions } from './foreign-note.ts'
import type { OpenedNote } from './open-note.ts'
import { isPlaceholder } from './titles.ts'

/** Why a note holds no talk, whatever stands in it. */
export function whySkipped(
  { facts, fields, body, headings }: OpenedNote,
  { stem, isBeside = false, hasSiblings = false }: ForeignNoteOptions,
): string | undefined {
  if (facts.isDraft) return 'is a draft'
  const isStub = hasSiblings && facts.title === undefined && isPersonStub(stem, body)
  if (isBesidePage(fields, isBeside) || isStub) return 'is on a person, a firm or a place'
  if (isFilled(body)) return 'is filled by a program'
  return isPlaceholder(facts.title ?? headings[0]?.text ?? '') ? 'is a template' : undefined
}
