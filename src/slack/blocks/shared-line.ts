import type { types } from '@slack/bolt'
import { fitLine } from './fit.ts'
import { bold, plain, richText, section, user } from './rich-text.ts'

/** Who asked what, above an answer that was shared. */
export function sharedLine(question: string, userId: string | undefined): readonly types.KnownBlock[] {
  if (userId === undefined) return []
  return richText(section(user(userId), plain(' asked Hallway: '), bold(fitLine(question, 300))))
}
