import type { LinkKind } from '../../notes/talk.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'

/** What a question wants to have the links of. */
export interface LinkRequest {
  /** Default: all kinds. */
  readonly kind?: LinkKind
  /** Whose, as typed; undefined if those of all talks are wanted. */
  readonly about?: string
}

const things = '(?<things>links|urls|web ?links|videos|recordings|slides)'
const opening = new RegExp(
  [
    '^(?:(?:hi|hey|hello|please|can you|could you|pls)[,!]? )*',
    '(?:(?:show|give|send|list|get|find|tell)(?: me| us)? |(?:what|which|any|all|where) (?=(?:the |are )?)|',
    '(?:are|were) there |do (?:you|we) have |is there |have you got |i need |we need )*',
    '(?:(?:a )?list of |(?:are|were) )?(?:(?:all|any|some|the|of) )*',
  ].join(''),
  'i',
)
/** `links of PyPy`. */
const before = new RegExp(
  [
    `${opening.source}${things}(?: are there| do you have| (?:available|online|up)(?: anywhere| somewhere| yet)?)?`,
    '(?: (?<way>of|about|on|for|from|in|by|to|regarding) (?<about>.+?))?(?: please| pls)?$',
  ].join(''),
  'i',
)
/** `PyPy links`, if that is a name in the notes. */
const after = new RegExp(String.raw`${opening.source}(?<about>\S+(?: \S+){0,3}?) ${things}$`, 'i')

/** Longer than any question that only wants links. */
const maxLength = 120

/**
 * Reads a question that wants links, and nothing else; undefined for any other.
 *
 * readLinkRequest('links about PyPy', names) // => { about: 'PyPy' }
 */
export function readLinkRequest(question: string, names: KnownNames): LinkRequest | undefined {
  if (question.length > maxLength) return undefined
  const text = question
    .replace(/\s+/g, ' ')
    .replace(/[\s?.!]+$/, '')
    .trim()
  const named = before.exec(text)?.groups
  const { about, things, way } = named ?? after.exec(text)?.groups ?? {}
  if (things === undefined) return undefined
  const whose = about
    ?.replace(/^(?:the |all |these |those )+/i, '')
    .replace(/(?:['’]s)? (?:talks?|sessions?|keynotes?|presentations?|lectures?)$/i, '')
  // “Broken links” are of nothing that is called broken, and “links to the root” lead there.
  const isSure = named !== undefined && way?.toLowerCase() !== 'to'
  if (!isSure && !isName(whose ?? '', names)) return undefined
  const kind = /^(?:videos|recordings)$/i.test(things)
    ? 'video'
    : /^slides$/i.test(things)
      ? 'slides'
      : undefined
  // The slides of a talk are asked for as such, and it is said if there are none.
  if (kind === 'slides' && whose !== undefined) return undefined
  const isOfAll = whose === undefined || /^(?:talks?|notes|everything|sessions?|all)$/i.test(whose)
  return {
    ...(kind && { kind }),
    ...(!isOfAll && { about: whose }),
  }
}

const isName = (about: string, names: KnownNames) =>
  (['tag', 'speaker', 'event'] as const).some((field) => names.clauseFor(field, about) !== undefined)
