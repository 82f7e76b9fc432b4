import { spellingsOfDays } from '../../../calendar/spelling-list.ts'
import type { WhenRequest } from '../when-request.ts'
import { readDirectQuestion, whenOrWhere } from './read-direct-question.ts'
import { readTalkMeant } from './read-talk-meant.ts'

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
    .replace(/^\p{L}+/u, (word) => spellingsOfDays.get(word.toLowerCase()) ?? word)
  // More than one sentence tells of something else.
  if (/[?!.…;][ "”)]+[^ ]/.test(text) || text.split(' ').length > maxWords) return undefined
  for (const read of ways) {
    const reading = read(text)
    if (reading) return reading.request
  }
  return undefined
}

/** Longer than any question for the time of a talk that is not pasted, in words and in UTF-16 units. */
const maxWords = 20
const maxLength = 240

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
const contracted = /\b(when|where|who|what)(?:['’]s|s)\b/gi

/** A way to ask for a time: what a question of that form asks for; nothing if it only looks like one. */
type Way = (text: string) => { readonly request: WhenRequest | undefined } | undefined

const way =
  (form: RegExp, read: (found: RegExpExecArray) => WhenRequest | undefined): Way =>
  (text) => {
    const found = form.exec(text)
    return found ? { request: read(found) } : undefined
  }

/** When something of this name is: a talk, an event or a break. */
const whenIs = (named: string): WhenRequest => ({ asks: 'when', named, isTalk: false })

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
/** Words for places that only events are in. */
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
/** `is the keynote over?`, `has the workshop started?` */
const standing = new RegExp(
  [
    '^(?:(?:is|are|was|were|has|have) (.+?) (?:over|done|finished|ended|started|begun|running|on now|still on|',
    'still running)(?: yet| now| already)?|did (?:i|we) miss (.+?)|(?:how much longer (?:is|does|will|until|till|before)|',
    'how long (?:until|till|before)) (.+?)(?: (?:begins?|starts?|take|last|go on|be on|be))?)$',
  ].join(''),
  'i',
)
/** `has Ada spoken already?` */
const hasSpoken =
  /^(?:has|have|did) (.+?) (?:already |yet )?(?:spoken|speak|talked|presented)(?: yet| now| already)?$/i
/** `time of the talk on knots` */
const placeOf = /^(which |what )?(time|room|hall|place|slot) (?:of|for|has) (.+)$/i
const lengths = new RegExp(
  [
    "^(?:how long (?:is|are|was|were|does|do|did|will)|how many days (?:is|are|was|were|does|do|did|will)|what(?:['’]s| is) the (?:length|duration) of|(?:length|",
    'duration) of) (.+?)(?: (?:be|last|take|run|go on|going to be))?$',
  ].join(''),
  'i',
)
const beside = new RegExp(
  [
    "^(?:what|who|(?:which |the )?(?:talk|session|speaker)s?)(?:['’]?s)?(?: (?:is|are|was|comes?|speaks?|talks?|presents?|",
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
const asked = '(?:(?:at|in|on|until|till) )?(?:when|where|(?:what|which) (?:time|day|date|room|hall|stage))'
const askedAll = `(${asked}(?: ?(?:and|or|,|&|/) ?${asked})*)`
const direct = new RegExp(`^${askedAll} (is|are|was|were|will|does|do|did|can|could|should) (.+)$`, 'i')
/** `do you know when the talk on knots is?` */
const reported = new RegExp(
  `^${askedAll} (.+?) (?:is|are|was|were|will be|(starts?|begins?|ends?|finishes|happens|takes place|speaks|presents|talks))(?: on)?$`,
  'i',
)
/** `night hack, when?`, `closing panel room` */
const tersely =
  /^(?!(?:when|where|what|which|who|how|why|is|are)\b)(.+?),? (?:in )?(room|when|where|when and where|what time|which room|what room|(?<= (?:talk|session|keynote|workshop|tutorial) )time)$/i

/** In this order: the first form that a question has says what it asks for. */
const ways: readonly Way[] = [
  way(nextEvent, ([, named = '']) => whenIs(named)),
  way(breakAlone, ([, pause = '']) => whenIs(pause)),
  way(breakThere, ([text, pause = '']) =>
    whenIs(/^is it .*(?:break|time)$/i.test(text) ? `${pause} now` : pause),
  ),
  way(breakTimed, ([, pause = '']) => whenIs(pause)),
  way(placeOfEvent, ({ groups: { held, its, named } = {} }) => ({
    ...whenIs((held ?? its ?? named ?? 'conference').replace(/^the /i, '').replace(/^it$/i, 'conference')),
    asks: 'place',
  })),
  way(hasSpoken, ([, speaker = '']) => whenIs(speaker)),
  way(standing, ([, ended, missed, until]) => readTalkMeant('when', ended ?? missed ?? until ?? '')),
  readPlaceOf,
  way(lengths, ([, named = '']) => readTalkMeant('length', named)),
  way(beside, ([, place = '', other = '']) => readTalkMeant(besideOf(place.toLowerCase()), other)),
  way(follows, ([, other = '']) => readTalkMeant('after', other)),
  way(clashes, ([, other = '']) => readTalkMeant('meanwhile', other)),
  way(direct, ([, lead = '', auxiliary = '', rest = '']) =>
    readDirectQuestion(lead, auxiliary.toLowerCase(), rest),
  ),
  readTersely,
  way(reported, ([, lead = '', named = '', verb = '']) =>
    readTalkMeant(/^(?:end|finish)/i.test(verb) ? 'end' : whenOrWhere(lead), named),
  ),
]

/** Room for improvement is no room: one is meant only if a talk is named, or if the question asks which room. */
function readPlaceOf(text: string): ReturnType<Way> {
  const [, which, sought = '', its] = placeOf.exec(text) ?? []
  const talk =
    its === undefined ? undefined : readTalkMeant(/time|slot/i.test(sought) ? 'when' : 'where', its)
  return talk && (talk.isTalk || which !== undefined) ? { request: { ...talk, isTalk: true } } : undefined
}

/** One word and `room` may be anything. */
function readTersely(text: string): ReturnType<Way> {
  const [, named, what = ''] = tersely.exec(text) ?? []
  if (named === undefined || (!named.includes(' ') && what.toLowerCase() === 'room')) return undefined
  return { request: readTalkMeant(/room|where/i.test(what) ? 'where' : 'when', named) }
}

function besideOf(place: string): WhenRequest['asks'] {
  if (place === 'after' || place === 'following') return 'after'
  return place === 'before' ? 'before' : 'meanwhile'
}
