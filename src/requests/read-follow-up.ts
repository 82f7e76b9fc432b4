import type { Talk } from '../notes/talk.ts'
import { bareQuestion } from '../text/as-question.ts'
import { askOfTalk } from './ask-of-talk.ts'
import { type Request, readRequest } from './read-request.ts'
import { type Reference, referenceToAbove } from './refers-to-above.ts'

/** What somebody wants of a talk that was shown to them. */
export type FollowUpRequest =
  /** Something that the notes keep of it, or more of it: asked by its title. */
  | Extract<Request, { readonly kind: 'question' }>
  /** What its notes say; if it names something else besides, all notes may say it. */
  | { readonly kind: 'of-talk'; readonly text: string; readonly talk: Talk; readonly reference: Reference }
  /** Others like it. */
  | { readonly kind: 'like-talk'; readonly talk: Talk }

/**
 * What a message wants that is about the talk of the answer above it. Undefined if it is read by itself.
 *
 * readFollowUp('who said that?')?.(knots) // => { kind: 'question', text: 'speakers of "Knots"' }
 * readFollowUp('does it hold when wet?')?.(knots) // => { kind: 'of-talk', text: 'does it hold when wet?', … }
 */
export function readFollowUp(said: string): ((talk: Talk) => FollowUpRequest) | undefined {
  const ask = askOfTalk(said)
  if (ask) return (talk) => ({ kind: 'question', text: ask(talk) })
  if (asksForOthers.test(bareQuestion(said))) return (talk) => ({ kind: 'like-talk', talk })
  const reference = referenceToAbove(said)
  if (reference === undefined) return undefined
  const request = readRequest(said)
  const isContinuing = request.kind === 'chat' && request.said === 'continuing'
  // `what else did he say?`
  if (isContinuing && askingMore.test(said)) return readFollowUp('tell me more')
  return isContinuing || request.kind === 'question'
    ? (talk) => ({ kind: 'of-talk', text: said, talk, reference })
    : undefined
}

const asksForOthers = new RegExp(
  [
    '^(?:(?:and|so|ok|okay|please),? )*(?:(?:are|is) there |(?:do you|does anyone) have |show me )?(?:any(?:thing)? |some |more |other |else )*',
    '(?:(?:similar|related|like) (?:talks?|sessions?)|(?:talks?|sessions?|ones?)? ?(?:like|similar to|related to|on|about) (?:this|that|it)(?: (?:one|talk|topic))?',
    '|who else (?:talked|spoke|talks) (?:about|on) (?:this|that|it)|(?:gibt es )?(?:ähnliche|weitere|mehr) (?:vorträge|talks)(?: dazu| davon)?)$',
  ].join(''),
  'i',
)
const askingMore = /\b(?:else|more|noch|mehr)\b/i
