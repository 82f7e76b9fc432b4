import type { types } from '@slack/bolt'
import type { Answered } from '../../answers/answer.ts'
import type { Offer } from './buttons.ts'
import { fitLine } from './fit.ts'
import { bold, bullets, plain, richText, section } from './rich-text.ts'

/** Whatever the reader should know about how the question was read, each a sentence. */
export function noticesOf({ notices, isStartedAgain, isPartial, isStandIn }: Answered): readonly string[] {
  return [
    ...notices.map(({ message }) => message),
    ...(isStartedAgain ? ['The notes have changed since, so these are the best talks again.'] : []),
    ...(isPartial ? ['This took too long, so better talks may be missing.'] : []),
    ...standInNotice(isStandIn),
  ]
}

/** Said if the cluster that should have searched does not answer. */
export function standInNotice(isStandIn: boolean | undefined): readonly string[] {
  return isStandIn
    ? ['The search cluster does not answer at the moment, so this is from this machine’s own index.']
    : []
}

export function noticeBlocks(notices: readonly string[]): readonly types.KnownBlock[] {
  const lines = notices.slice(0, 5).map((text) => [plain(fitLine(text, 200))])
  return lines.length < 2 ? richText(section(...(lines[0] ?? []))) : richText(bullets(lines))
}

/** A longer question is not said again. */
const maxRepeated = 40

/** "Showing results for …", if the question was taken for another one; of a long one, the words that were. */
export function meantLine({ question, didYouMean }: Answered): readonly types.KnownBlock[] {
  if (!didYouMean?.isAnswered) return []
  const meant = didYouMean.question
  const words = meant.length <= maxRepeated ? meant : changedWords(question, meant)
  return richText(section(plain('Showing results for '), bold(fitLine(words, 200))))
}

/** What stands in `meant` and not in `question`; all of it if that is nothing. */
function changedWords(question: string, meant: string): string {
  const typed = new Set(question.split(/\s+/))
  const changed = meant.split(/\s+/).filter((word) => !typed.has(word))
  return changed.length === 0 ? meant : changed.join(' … ')
}

/** The other of the two questions: what was typed, if it may find something, or what was probably meant. */
export function meantOffers({ question, didYouMean, notices }: Answered): readonly Offer[] {
  if (didYouMean === undefined) return []
  if (!didYouMean.isAnswered)
    return [{ question: didYouMean.question, label: `Did you mean ${didYouMean.question}` }]
  const label = question.length <= maxRepeated ? `Search instead for ${question}` : 'Search as it was typed'
  return notices.length > 0 ? [] : [{ question, label, isExact: true }]
}
