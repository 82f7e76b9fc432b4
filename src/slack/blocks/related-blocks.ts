import { describeShared } from '../../answers/describe-shared.ts'
import type { Talk } from '../../notes/talk.ts'
import type { SimilarTalk } from '../../search/search-engine.ts'
import { fitLine } from './fit.ts'
import { fitTalks, titles } from './fit-talks.ts'
import { type Message, message, sentence } from './message.ts'
import { bold, plain, richText, section } from './rich-text.ts'

/** Talks that resemble one, best first; says so if there are none. */
export function buildRelatedMessage(talk: Talk, related: readonly SimilarTalk[]): Message {
  const title = fitLine(talk.title, 150)
  if (related.length === 0) return sentence(`No other notes resemble “${title}”.`)
  const blocks = fitTalks(
    related,
    (talks) => [...richText(section(plain('More like '), bold(title))), ...talks],
    ({ shared }) => fitLine(describeShared(shared), 200),
  )
  return message(`More like ${title}: ${titles(related)}`, blocks)
}
