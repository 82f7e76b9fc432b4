import type { LinkKind } from '../../notes/talk.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import { bareQuestion } from '../../text/as-question.ts'

/** Which links a question asks for. */
export interface LinkRequest {
  /** Default: links of all kinds. */
  readonly kind?: LinkKind | 'follow-up'
  /** Whose, as typed; undefined if those of all talks are wanted. */
  readonly about?: string
  /** Who may be meant, as typed, if it is asked what somebody has to do. */
  readonly who?: string
}

const toDos = '(?:follow ?-?ups?|action (?:items|points)|to ?-?dos?(?: list)?|next steps)'
const things = `(?<things>links|urls|web ?links|videos|recordings|slides|(?:open )?${toDos}|open (?:tasks|points|items|actions))`
const opening = new RegExp(
  [
    '^(?:(?:hi|hey|hello|please|can you|could you|pls)[,!]? )*',
    '(?:(?:show|give|send|list|get|find|tell)(?: me| us)? |(?:what|which|any|all|where) (?=(?:the |are )?)|',
    '(?:are|were) there |do (?:you|we) have |is there |have you got |(?:i |we )?need )*',
    '(?:(?:a |the )?list of |(?:are|were) )?(?:(?:all|any|some|the|of|my|our|a few|a couple of|two|three|five|\\d+) )*',
  ].join(''),
  'i',
)
/** `links of PyPy`. */
const before = new RegExp(
  [
    `${opening.source}${things}(?: (?:of )?(?:the |all )?talks)?(?: are there| do you have| (?:available|online|up)(?: anywhere| somewhere| yet)?)?`,
    '(?: (?<way>of|about|on|for|from|in|by|to|regarding) (?<about>.+?))?(?: please| pls| asap)?$',
  ].join(''),
  'i',
)
/** `show me code`: if something is named, its notes may show the code. */
const codeAlone = new RegExp(
  `^(?=\\S+ )${opening.source.slice(1)}(?:(?:source|example|sample) )?code(?: (?:repos?|repositories|samples|examples|links))?(?: (?:available|online))?(?: please| pls)?$`,
  'i',
)

/** `PyPy links`, if that is a name in the notes. */
const after = new RegExp(String.raw`${opening.source}(?<about>\S+(?: \S+){0,3}?) ${things}$`, 'i')

/** `what should we follow up on?` */
const toFollow = new RegExp(
  [
    `${opening.source}(?:what (?:should|could|can) (?:i|we|you) (?:follow up(?: on)?|try(?: out)?|check out|look at|do)|`,
    '(?:what|things|something|anything|stuff) to (?:try(?: out)?|follow up(?: on)?|check out|look at|do)|',
    'what do (?:i|we) (?:still )?(?:have|need) to do|',
    "what(?: is|['’]?s) (?:(?:there |still |left )*to (?:do|try|follow up)|(?:still )?open)",
    ')(?: now| next| first| (?:this|next) week| after (?:this|the) (?:conference|event))*$',
  ].join(''),
  'i',
)

/** `what does Ada have to do?` */
const toDoOf =
  /^what does (?!(?:it|this|that|one|he|she|who) )(?<who>\S+(?: \S+)?) (?:still )?(?:have|need) (?:still )?to do(?: now| next| first)?$/i

/** Longer than any question that only wants links. */
const maxLength = 120

/**
 * Reads a question that wants links, and nothing else; undefined for any other.
 *
 * readLinkRequest('links about PyPy', names) // => { about: 'PyPy' }
 */
export function readLinkRequest(question: string, names: KnownNames): LinkRequest | undefined {
  if (question.length > maxLength) return undefined
  const text = bareQuestion(question)
  const named = before.exec(text)?.groups
  if (toFollow.test(text)) return { kind: 'follow-up' }
  const { who } = toDoOf.exec(text)?.groups ?? {}
  if (who !== undefined) return { kind: 'follow-up', who }
  if (codeAlone.test(text)) return { kind: 'code' }
  const { about, things, way } = named ?? after.exec(text)?.groups ?? {}
  if (things === undefined) return undefined
  const whose = about
    ?.replace(/^(?:the |all |these |those )+/i, '')
    .replace(/(?:['’]s)? (?:talks?|sessions?|keynotes?|presentations?|lectures?)$/i, '')
  // “Broken links” are not those of something called “broken”, and “links to the root” lead there.
  const isSure = named !== undefined && way?.toLowerCase() !== 'to'
  if (!isSure && !isName(whose ?? '', names)) return undefined
  const kind = kindCalled(things)
  // A question for the slides of a talk is answered as such, also if there are none.
  if (kind === 'slides' && whose !== undefined) return undefined
  const isOfAll = whose === undefined || /^(?:talks?|notes|everything|sessions?|all)$/i.test(whose)
  return {
    ...(kind && { kind }),
    ...(!isOfAll && { about: whose }),
    ...(!isOfAll && kind === 'follow-up' && /^(?:of|for|by)$/i.test(way ?? '') && { who: whose }),
  }
}

function kindCalled(things: string): LinkRequest['kind'] {
  if (/^(?:videos|recordings)$/i.test(things)) return 'video'
  if (/^slides$/i.test(things)) return 'slides'
  return /^(?:open|follow|action|to ?-?do|next)/i.test(things) ? 'follow-up' : undefined
}

const isName = (about: string, names: KnownNames) =>
  (['tag', 'speaker', 'event'] as const).some((field) => names.clauseFor(field, about) !== undefined)
