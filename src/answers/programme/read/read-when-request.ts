import { readSessionKind } from '../session-kinds.ts'

/** What is asked of the time of a talk. */
export interface WhenRequest {
  /**
   * `when`, `where`, `end`, `length`: of the talk itself. `after`, `before`: what else is given there then. `meanwhile`: what is
   * given elsewhere. `place`: in which city or house an event is.
   */
  readonly asks: 'when' | 'where' | 'end' | 'length' | 'after' | 'before' | 'meanwhile' | 'place'
  /** What names the talk, as typed: its title, a speaker, a topic. */
  readonly named: string
  /** Whether it is said to be of a talk, so that a topic names it too. */
  readonly isTalk: boolean
}

const polite =
  /^(?:\W*\b(?:hi|hey|hello|hallway|so|ok|okay|um|hm|and|please|pls|sorry|just|quick question|folks|guys|again)\b\W*)+/i
const indirect = new RegExp(
  [
    '^(?:(?:can|could|would|will) (?:you|anyone|somebody|someone) (?:please )?(?:tell|remind) (?:me|us)|',
    '(?:does anyone|does anybody|do you|anyone|anybody|you) (?:know|remember)|(?:tell|remind) (?:me|us)|i wonder|',
    'i forgot) ',
  ].join(''),
  'i',
)
const asked = '(?:(?:at|in|on|until|till) )?(?:when|where|(?:what|which) (?:time|day|date|room|hall|stage))'
const askedAll = `(${asked}(?: ?(?:and|or|,|&|/) ?${asked})*)`
const direct = new RegExp(`^${askedAll} (is|are|was|were|will|does|do|did|can|could|should) (.+)$`, 'i')
/** `do you know when the talk on knots is?` */
const reported = new RegExp(
  `^${askedAll} (.+?) (?:is|are|was|were|will be|(starts?|begins?|ends?|finishes|happens|takes place|speaks|presents|talks))(?: on)?$`,
  'i',
)
const lengths = new RegExp(
  [
    "^(?:how long (?:is|are|was|were|does|do|did|will)|how many days (?:is|are|was|were|does|do|did|will)|what(?:['’]s| is) the (?:length|duration) of|(?:length|",
    'duration) of) (.+?)(?: (?:be|last|take|run|go on|going to be))?$',
  ].join(''),
  'i',
)
const beside = new RegExp(
  [
    "^(?:what|who|which (?:talk|session|speaker)s?)(?:['’]?s)?(?: (?:is|are|was|comes?|speaks?|talks?|presents?|",
    'goes|will be|happens|else|on|up|next|speaking|talking|happening|coming|scheduled|given|',
    'running))*(?: (?:right|directly|straight|immediately|just))? (after|following|before|during|',
    'at the same time as|parallel to|in parallel (?:to|with)|alongside|opposite|while) (.+?)(?: (?:is|are) on)?$',
  ].join(''),
  'i',
)
const follows = /^(?:what|who) follows (.+)$/i
const clashes = new RegExp(
  [
    '^(?:what|who|which (?:talk|session)s?|anything|talks|sessions)(?: else)?(?: (?:is|',
    'are))?(?: on)? (?:clash(?:es|ing)?|collid(?:es?|ing)|overlap(?:s|ping)?|conflict(?:s|ing)?|at the same time)',
    ' (?:with|as) (.+)$',
  ].join(''),
  'i',
)
/** `is the keynote over?`, `has the workshop started?` */
const standing = new RegExp(
  [
    '^(?:(?:is|are|was|were|has|have) (.+?) (?:over|done|finished|ended|started|begun|running|on now|still on|',
    'still running)(?: yet| now| already)?|did (?:i|we) miss (.+?)|how (?:much longer|long) (?:is|does|will|',
    'until|till|before) (.+?)(?: (?:begins?|starts?|take|last|go on|be on|be))?)$',
  ].join(''),
  'i',
)
/** `has Ada spoken already?` */
const hasSpoken =
  /^(?:has|have|did) (.+?) (?:already |yet )?(?:spoken|speak|talked|presented)(?: yet| now| already)?$/i
/** `time of the talk on knots` */
const placeOf = /^(which |what )?(time|room|hall|place|slot) (?:of|for|has) (.+)$/i
/** What only events are in. */
const places = '(?:city|town|country|venue|location)'
/** `in which country was EuroPython held?`, `what is the venue?` */
const placeOfEvent = new RegExp(
  [
    `^(?:in |at )?(?:what|which) (?:${places}|place(?= .+ (?:take|held|happen))) (?:is|are|was|were|will|does|do|did) `,
    '(?<held>.+?)(?: (?:be|held|taking place|take place|happening|happen|located|based))*(?: (?:in|at))?$|',
    `^(?:what|where) (?:is|was|are|were) the ${places}(?: (?:of|for) (?<its>.+))?$|^(?:the )?${places} of (?<named>.+)$`,
  ].join(''),
  'i',
)
/** Said of the time that one asks about, and told by the answer. */
const soon =
  / (?:(?:right )?now|today|tomorrow|tonight|yesterday|this (?:morning|afternoon|evening)|please|pls|plz)$/i
/** There is one on every day. */
const ofBreak = /\b(?:lunch|breaks?)\b/i
const nextEvent = /^(?:(?:what|which|when)(?:['’]?s| is) )?(?:the )?(next (?:conference|event|conf|meetup))$/i
/** `lunch`, `lunch break tomorrow?`, `next coffee break` */
const breakAlone =
  /^(?:when(?: is)? )?(?:the )?(lunch(?: ?(?:break|time))?(?: .+)?|(?:(?:next|first|last) )?(?:coffee |tea )breaks?(?: .+)?|(?:next|first|last) break)$/i
/** `is there a coffee break at 3?`, `any breaks today?`, `is it break time?` */
const breakThere = new RegExp(
  [
    '^(?:(?:is|are|was|were|will) there(?: be)?|do we (?:get|have)|have we|we have|is it|any|do we have time for)',
    '(?: (?:an?|any|some|time for an?))? ((?:(?:coffee |tea |lunch )?breaks?(?: ?time)?|lunch(?: ?time)?)(?: .+)?)$',
  ].join(''),
  'i',
)
/** `break at 3pm?` */
const breakTimed =
  /^(?:the )?((?:coffee |tea |lunch )?breaks? (?:at|around|after|before|between|from|now|right now|today|tomorrow)\b.*)$/i
/** `night hack, when?`, `closing panel room` */
const tersely =
  /^(?!(?:when|where|what|which|who|how|why|is|are)\b)(.+?),? (?:in )?(room|when|where|when and where|what time|which room|what room|(?<= (?:talk|session|keynote|workshop|tutorial) )time)$/i
const contracted = /\b(when|where|who|what)(?:['’]s|s)\b/gi
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
const possessive = /['’]s?$/
const speaks =
  /^(.+?) (?:speaks?|speaking|talks?|talking|presents?|presenting|gives? (?:a|the|his|her|their) talk|on stage)(?: (?:on|about) (.+))?$/i
const happens =
  / (?:be )?(?:held|given|scheduled|planned|taking place|take place|happening|happen|starting|start|begin|on|up|again)$/i
const ends = / (?:be )?(?:ends?|ending|finish|finishes|finished|over|done|stop)$/i
/** What is asked of a thing or of a recording, and not of the time at which somebody speaks. */
const otherwise = new RegExp(
  [
    String.raw`\b(?:recorded|filmed|uploaded|published|posted|released|written|announced|invented|created|made|cancell?ed|`,
    'found|available|stored|kept|video|videos|slides|recording|recordings|code|repo|repository|link|links|notes)',
    String.raw`\b`,
  ].join(''),
  'i',
)

/** Longer than any question for the time of a talk that is not pasted, in words and in UTF-16 units. */
const maxWords = 20
const maxLength = 240
const maxNameWords = 4

/** readWhenRequest('when and where is the talk on knots?') // => { asks: 'when', named: 'knots', isTalk: true } */
export function readWhenRequest(question: string): WhenRequest | undefined {
  if (question.length > maxLength) return undefined
  const text = question
    .replace(/\s+/g, ' ')
    .replace(/\bteh\b/gi, 'the')
    .replace(/[ ?!.…]+$/, '')
    .replace(polite, '')
    .replace(indirect, '')
    .replace(contracted, '$1 is')
  // Who says more than one sentence tells of something else.
  if (/[?!.…;][ "”)]+[^ ]/.test(text) || text.split(' ').length > maxWords) return undefined
  if (nextEvent.test(text)) return { asks: 'when', named: text.replace(nextEvent, '$1'), isTalk: false }
  const pause = breakAlone.exec(text)?.[1]
  const there = breakThere.exec(text)?.[1] ?? breakTimed.exec(text)?.[1]
  const isNow = /^is it /i.test(text) && /(?:break|time)$/i.test(text)
  if (pause !== undefined) return { asks: 'when', named: pause, isTalk: false }
  if (there !== undefined) return { asks: 'when', named: isNow ? `${there} now` : there, isTalk: false }
  const ofEvent = placeOfEvent.exec(text)?.groups
  if (ofEvent) {
    const named = ofEvent.held ?? ofEvent.its ?? ofEvent.named ?? 'conference'
    return { asks: 'place', named: named.replace(/^the /i, '').replace(/^it$/i, 'conference'), isTalk: false }
  }
  const [, ended, missed, until] = /^how long (?:is|does|will) /i.test(text)
    ? []
    : (standing.exec(text) ?? [])
  const stood = ended ?? missed ?? until
  const speaker = hasSpoken.exec(text)?.[1]
  if (speaker !== undefined) return { asks: 'when', named: speaker, isTalk: false }
  if (stood !== undefined) return ofTalk('when', stood)
  const [, which, sought, its = ''] = placeOf.exec(text) ?? []
  const talk = sought === undefined ? undefined : ofTalk(/time|slot/i.test(sought) ? 'when' : 'where', its)
  // Room for improvement is no room.
  if (talk && (talk.isTalk || which !== undefined)) return { ...talk, isTalk: true }
  const length = lengths.exec(text)?.[1]
  if (length !== undefined) return ofTalk('length', length)
  const [, place, other = follows.exec(text)?.[1]] = beside.exec(text) ?? []
  if (other !== undefined) return ofTalk(besideOf(place?.toLowerCase()), other)
  const clash = clashes.exec(text)?.[1]
  if (clash !== undefined) return ofTalk('meanwhile', clash)
  const [, lead, auxiliary, said] = direct.exec(text) ?? []
  if (lead !== undefined && said !== undefined)
    return readDirect(lead, auxiliary!.toLowerCase(), ofBreak.test(said) ? said : said.replace(soon, ''))
  const [, terse, what] = tersely.exec(text) ?? []
  const isClear = terse !== undefined && (terse.includes(' ') || what?.toLowerCase() !== 'room')
  if (isClear) return ofTalk(/room|where/i.test(what ?? '') ? 'where' : 'when', terse)
  const [, asking, named, verb = ''] = reported.exec(text) ?? []
  if (asking === undefined || named === undefined) return undefined
  return ofTalk(/^(?:end|finish)/i.test(verb) ? 'end' : whatOf(asking), named)
}

function besideOf(place: string | undefined): WhenRequest['asks'] {
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
  const heard = /^(?:i|we|you|one|people) (?:hear|see|watch|attend|catch|meet|find) (.+)$/i.exec(said)?.[1]
  // Where to watch one is asked of its video.
  if (heard !== undefined)
    return asks === 'where' && /^\S+ watch /i.test(said) ? undefined : ofTalk(asks, heard)
  const [, who, what = ''] = speaks.exec(said) ?? []
  const isName = who !== undefined && !/^(?:the|a|an)$|,/i.test(who) && who.split(' ').length <= maxNameWords
  if (isName && !isTopicTalk(said))
    return { asks, named: `${who.replace(possessive, '')} ${what}`.trim(), isTalk: true }
  const rest = said.replace(happens, '').replace(/ (?:in|at)$/i, '')
  // "Where do talks on deployment go wrong?" asks for no place.
  if (/^(?:do|does|did|can|could|will|should)$/.test(auxiliary) && rest === said) return undefined
  // Only talks have a room: which one it is of need not be said to be a talk.
  const isRoom = /\b(?:room|hall|stage)\b/i.test(lead)
  const request = ofTalk(asks, rest)
  // When a review should be held, a talk says, and no programme.
  if (auxiliary === 'should' && request?.isTalk === false) return undefined
  return request && isRoom ? { ...request, isTalk: true } : request
}

/** `the talk`, in contrast to `Ada talk`, which is badly said. */
const isTopicTalk = (said: string) => /^(?:the|a|an) /i.test(said) && topicTalk.test(said)

function ofTalk(asks: WhenRequest['asks'], said: string): WhenRequest | undefined {
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
