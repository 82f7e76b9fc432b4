import type { Talk } from '../../notes/talk.ts'
import { type ListedLink, linksOf } from '../listing/listing.ts'

/** What the notes keep of a talk apart from what it says: each can be listed and counted. */
export interface TalkPartKind {
  readonly name: 'tag' | 'speaker' | 'link' | 'video' | 'takeaway' | 'follow-up'
  /** What people call one of it, and several: the source of a regular expression. */
  readonly called: string
  readonly of: (talk: Talk) => readonly ListedLink[]
}

const titled = (title: string): ListedLink => ({ title })

/** Collected by hand for this project. */
const talkPartKinds: readonly TalkPartKind[] = [
  { name: 'tag', called: 'tags?|topics?|keywords?|key ?words', of: ({ tags }) => tags.map(titled) },
  {
    name: 'speaker',
    called: 'speakers?|presenters?',
    of: ({ speakers }) => speakers.map(({ name }) => titled(name)),
  },
  {
    name: 'takeaway',
    called: '(?:key |main )?take-?aways?|(?:key|main) points?|(?:key |main )?learnings',
    of: ({ takeaways }) => takeaways.map(({ text }) => titled(text)),
  },
  {
    name: 'follow-up',
    called: 'follow ?-?ups?|action (?:items|points)|to-?dos',
    of: (talk) => linksOf(talk, 'follow-up'),
  },
  {
    name: 'video',
    called: 'videos?|recordings?',
    of: (talk) => linksOf(talk, 'video'),
  },
  { name: 'link', called: 'links?|urls?', of: (talk) => linksOf(talk) },
]

const patterns = talkPartKinds.map((part) => [part, new RegExp(`^(?:${part.called})$`, 'i')] as const)

/** The part that is called so. */
export const partCalledSo = (name: string): TalkPartKind | undefined =>
  patterns.find(([, called]) => called.test(name))?.[0]

/** All names of all parts, as the source of a regular expression. */
export const anyPart = talkPartKinds.map(({ called }) => called).join('|')

/** What such questions begin with. */
export const askingBefore =
  "(?:(?:hi|hey|hello|please|so|and)[,!]? )*(?:(?:can|could) you )?(?:(?:what|which|whats|what[’']s)(?: (?:is|are|was|were))? |(?:show|give|tell|list|name)(?: me| us)? )*(?:(?:all|of|the|every) )*"
/** What a talk is called. */
export const talkNouns = 'talks?|sessions?|presentations?|lectures?'
