import { plainWordAt } from '../../calendar/word-at.ts'
import { type Talk, type TalkKind, talkKinds } from '../../notes/talk.ts'
import { nounsOfKind } from '../listing/kind-nouns.ts'

/** What a session is besides a talk. */
export type SessionKind = 'keynote' | 'lightning' | 'workshop' | 'tutorial' | 'panel'

interface Kind {
  readonly of: SessionKind
  /** Its name in the singular and the plural. */
  readonly nouns: readonly [one: string, several: string]
  /** What titles and tags of such sessions say. */
  readonly sign: RegExp
}

const kinds: readonly Kind[] = [
  { of: 'keynote', nouns: nounsOfKind.keynote, sign: /\bkeynotes?\b/i },
  { of: 'lightning', nouns: nounsOfKind.lightning, sign: /\blightning[ -]talks?\b/i },
  { of: 'workshop', nouns: ['workshop', 'workshops'], sign: /\bworkshops?\b/i },
  { of: 'tutorial', nouns: ['tutorial', 'tutorials'], sign: /\btutorials?\b/i },
  { of: 'panel', nouns: ['panel', 'panels'], sign: /\bpanels?\b/i },
]

/** A kind of session that stands at this place, and the index of the word after it. */
export function readSessionKind(
  words: readonly string[],
  at: number,
): { readonly kind: SessionKind; readonly end: number } | undefined {
  for (const { of, nouns } of kinds) {
    for (const noun of nouns) {
      const length = noun.split(' ').length
      const said = Array.from({ length }, (_, place) => plainWordAt(words, at + place)).join(' ')
      if (said === noun) return { kind: of, end: at + length }
    }
  }
  return undefined
}

const kindOf = (kind: SessionKind) => kinds.find(({ of }) => of === kind)!

export const nounsOf = (kind: SessionKind) => kindOf(kind).nouns

/** The notes may say the kind in a field, in the title or in a tag. */
export const isOfKind = ({ kind, title, tags }: Talk, wanted: SessionKind): boolean =>
  kind === wanted || [title, ...tags].some((text) => kindOf(wanted).sign.test(text))

/** As the field of a note says it; undefined if none does. */
export const asTalkKind = (kind: SessionKind): TalkKind | undefined =>
  talkKinds.find((known) => known === kind)
