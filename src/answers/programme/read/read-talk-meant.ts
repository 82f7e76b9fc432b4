import { readSessionKind } from '../session-kinds.ts'
import type { WhenRequest } from '../when-request.ts'

/**
 * What names the talk that is asked about; undefined if no talk is meant.
 *
 * readTalkMeant('when', 'the talk on knots') // => { asks: 'when', named: 'knots', isTalk: true }
 */
export function readTalkMeant(asks: WhenRequest['asks'], said: string): WhenRequest | undefined {
  const text = said.trim()
  const title = /^["“”„«](.+)["“”»]$/.exec(text)?.[1]
  if (title !== undefined) return { asks, named: title, isTalk: true }
  if (otherwise.test(text)) return undefined
  const [, before = '', after] = talkOn.exec(text) ?? []
  if (after !== undefined) return { asks, named: `${before.trim()} ${after.trim()}`.trim(), isTalk: true }
  const named = text.replace(/^the /i, '')
  // Web applications have sessions too.
  if (anyTalk.test(named)) return undefined
  const topic = topicTalk.exec(named)?.[1]
  if (topic !== undefined && !/\b(?:of|for|from|in|to)\b/i.test(topic))
    return { asks, named: topic.replace(possessive, ''), isTalk: true }
  const kind = readSessionKind(named.split(' '), 0)
  return { asks, named, isTalk: kind?.end === named.split(' ').length }
}

/** `the talk`, in contrast to `Ada talk`, which is badly said. */
export const isTopicTalk = (said: string) => /^(?:the|a|an) /i.test(said) && topicTalk.test(said)

const things = '(?:talk|session|keynote|lecture|workshop|tutorial|presentation|panel)'
const topical = 'on|about|of|by|with|called|titled|named|regarding|covering|from'
/** `the talk on knots`, `Ada's talk`, `the rust workshop`. */
const talkOn = new RegExp(
  String.raw`^(?:the |a |an )?(.*?)\b${things}s? (?:that is )?(?:${topical}) (.+)$`,
  'i',
)
const topicTalk = new RegExp(`^(.+?) ${things}s?$`, 'i')
const anyTalk = new RegExp(
  [
    '^(?:(?:(?:an?|any|each|every|this|that|my|our|your|these|those|next|first|last|final|current|following)',
    ' )?(?:talk|session|lecture|presentation)s?)?$',
  ].join(''),
  'i',
)
export const possessive = /['’]s?$/
/** What is asked about a thing or a recording, rather than about the time at which somebody speaks. */
const otherwise = new RegExp(
  [
    String.raw`\b(?:recorded|filmed|uploaded|published|posted|released|written|announced|invented|created|made|cancell?ed|`,
    'found|available|stored|kept|video|videos|slides|recording|recordings|code|repo|repository|link|links|notes)',
    String.raw`\b`,
  ].join(''),
  'i',
)
