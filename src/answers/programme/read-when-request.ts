/** What is asked of the time of a talk. */
export interface WhenRequest {
  /**
   * `when`, `where`, `end`, `length`: of the talk itself. `after`, `before`: what else is given there then. `meanwhile`: what is
   * given elsewhere.
   */
  readonly asks: 'when' | 'where' | 'end' | 'length' | 'after' | 'before' | 'meanwhile'
  /** What names the talk, as typed: its title, a speaker, a topic. */
  readonly named: string
  /** Whether it is said to be of a talk, so that a topic names it too. */
  readonly isTalk: boolean
}

const polite =
  /^(?:\W*\b(?:hi|hey|hello|hallway|so|ok|okay|um|hm|and|please|pls|sorry|just|quick question|folks|guys|again)\b\W*)+/i
const indirect =
  /^(?:(?:can|could|would|will) (?:you|anyone|somebody|someone) (?:please )?(?:tell|remind) (?:me|us)|(?:does anyone|does anybody|do you|anyone|anybody|you) (?:know|remember)|(?:tell|remind) (?:me|us)|i wonder|i forgot)\s+/i
const asked = String.raw`(?:(?:at|in|on|until|till)\s+)?(?:when|where|(?:what|which)\s+(?:time|day|date|room|hall|stage))`
const askedAll = String.raw`(${asked}(?:\s*(?:and|or|,|&|/)\s*${asked})*)`
const direct = new RegExp(
  String.raw`^${askedAll}\s+(is|are|was|were|will|does|do|did|can|could)\s+(.+)$`,
  'i',
)
/** `do you know when the talk on knots is?` */
const reported = new RegExp(
  String.raw`^${askedAll}\s+(.+?)\s+(?:is|are|was|were|will be|(starts?|begins?|ends?|finishes|happens|takes place|speaks|presents|talks))(?:\s+on)?$`,
  'i',
)
const lengths =
  /^(?:how long (?:is|are|was|were|does|do|did|will)|what(?:['’]s| is) the (?:length|duration) of|(?:length|duration) of)\s+(.+?)(?:\s+(?:be|last|take|run|go on|going to be))?$/i
const beside =
  /^(?:what|who|which (?:talk|session|speaker)s?)(?:['’]?s)?(?:\s+(?:is|are|was|comes?|speaks?|talks?|presents?|goes|will be|happens|else|on|up|next|speaking|talking|happening|coming|scheduled|given|running))*(?:\s+(?:right|directly|straight|immediately|just))?\s+(after|following|before|during|at the same time as|parallel to|in parallel (?:to|with)|alongside|opposite|while)\s+(.+?)(?:\s+(?:is|are) on)?$/i
const follows = /^(?:what|who)\s+follows\s+(.+)$/i
const contracted = /\b(when|where|who|what)(?:['’]s|s)\b/gi
const things = '(?:talk|session|keynote|lecture|workshop|tutorial|presentation|panel)'
const topical = 'on|about|of|by|with|called|titled|named|regarding|covering|from'
/** `the talk on knots`, `Ada's talk`, `the rust workshop`. */
const talkOn = new RegExp(
  String.raw`^(?:the\s+|a\s+|an\s+)?(.*?)\b${things}s?\s+(?:that\s+is\s+)?(?:${topical})\s+(.+)$`,
  'i',
)
const topicTalk = new RegExp(String.raw`^(.+?)\s+${things}s?$`, 'i')
const anyTalk = /^(?:(?:talk|session|lecture|presentation)s?)?$/i
const possessive = /['’]s?$/
const speaks =
  /^(.+?)\s+(?:speaks?|speaking|talks?|talking|presents?|presenting|gives?\s+(?:a|the|his|her|their)\s+talk|on\s+stage)(?:\s+(?:on|about)\s+(.+))?$/i
const happens =
  /\s+(?:be\s+)?(?:held|given|scheduled|planned|taking\s+place|take\s+place|happening|happen|starting|start|begin|on|up|again)$/i
const ends = /\s+(?:be\s+)?(?:ends?|ending|finish|finishes|finished|over|done|stop)$/i
/** What is asked of a thing or of a recording, and not of the time at which somebody speaks. */
const otherwise =
  /\b(?:recorded|filmed|uploaded|published|posted|released|written|announced|invented|created|made|cancell?ed|found|available|stored|kept|video|videos|slides|recording|recordings|code|repo|repository|link|links|notes)\b/i

/** Longer than any question for the time of a talk that is not pasted. */
const maxWords = 20
const maxNameWords = 4

/** readWhenRequest('when and where is the talk on knots?') // => { asks: 'when', named: 'knots', isTalk: true } */
export function readWhenRequest(question: string): WhenRequest | undefined {
  const text = question
    .replace(/[\s?!.…]+$/, '')
    .replace(polite, '')
    .replace(indirect, '')
    .replace(contracted, '$1 is')
  // Who says more than one sentence tells of something else.
  if (/[?!.…;:][\s"”)]+\S/.test(text) || text.split(/\s+/).length > maxWords) return undefined
  const length = lengths.exec(text)?.[1]
  if (length !== undefined) return ofTalk('length', length)
  const [, place, other = follows.exec(text)?.[1]] = beside.exec(text) ?? []
  if (other !== undefined) return ofTalk(placeOf(place?.toLowerCase()), other)
  const [, lead, auxiliary, said] = direct.exec(text) ?? []
  if (lead !== undefined && said !== undefined) return readDirect(lead, auxiliary!.toLowerCase(), said)
  const [, asking, named, verb = ''] = reported.exec(text) ?? []
  if (asking === undefined || named === undefined) return undefined
  return ofTalk(/^(?:end|finish)/i.test(verb) ? 'end' : whatOf(asking), named)
}

function placeOf(place: string | undefined): WhenRequest['asks'] {
  if (place === undefined || place === 'after' || place === 'following') return 'after'
  return place === 'before' ? 'before' : 'meanwhile'
}

const whatOf = (lead: string): WhenRequest['asks'] =>
  /\b(?:when|time|day|date)\b/i.test(lead) ? 'when' : 'where'

function readDirect(lead: string, auxiliary: string, said: string): WhenRequest | undefined {
  const asks = whatOf(lead)
  const end = ends.exec(said)
  if (end && asks === 'when') return ofTalk('end', said.slice(0, end.index))
  if (/^until|^till/i.test(lead)) return ofTalk('end', said.replace(happens, ''))
  const [, who, what = ''] = speaks.exec(said) ?? []
  const isName = who !== undefined && !/^(?:the|a|an)$|,/i.test(who) && who.split(' ').length <= maxNameWords
  if (isName && !isTopicTalk(said))
    return { asks, named: `${who.replace(possessive, '')} ${what}`.trim(), isTalk: true }
  const rest = said.replace(happens, '').replace(/\s+(?:in|at)$/i, '')
  // "Where do talks on deployment go wrong?" asks for no place.
  if (/^(?:do|does|did|can|could|will)$/.test(auxiliary) && rest === said) return undefined
  // Only talks have a room: which one it is of need not be said to be a talk.
  const isRoom = /\b(?:room|hall|stage)\b/i.test(lead)
  const request = ofTalk(asks, rest)
  return request && isRoom ? { ...request, isTalk: true } : request
}

/** `the talk`, in contrast to `Ada talk`, which is badly said. */
const isTopicTalk = (said: string) => /^(?:the|a|an)\s/i.test(said) && topicTalk.test(said)

function ofTalk(asks: WhenRequest['asks'], said: string): WhenRequest | undefined {
  const text = said.trim()
  const title = /^["“”„«](.+)["“”»]$/.exec(text)?.[1]
  if (title !== undefined) return { asks, named: title, isTalk: true }
  if (otherwise.test(text)) return undefined
  const [, before = '', after] = talkOn.exec(text) ?? []
  if (after !== undefined) return { asks, named: `${before.trim()} ${after.trim()}`.trim(), isTalk: true }
  const named = text.replace(/^(?:the|a|an)\s+/i, '')
  // Web applications have sessions too.
  if (anyTalk.test(named)) return undefined
  const topic = topicTalk.exec(named)?.[1]
  if (topic !== undefined && !/\b(?:of|for|from|in|to)\b/i.test(topic))
    return { asks, named: topic.replace(possessive, ''), isTalk: true }
  return { asks, named, isTalk: false }
}
