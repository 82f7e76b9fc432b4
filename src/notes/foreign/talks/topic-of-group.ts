import { dayIn, dayInYear } from '../dates/written-dates.ts'
import { isDay } from '../headings/talk-headings.ts'

/**
 * What the headings above a talk's, the nearest first, say that it is about, and not when or in which part of an event it is; undefined
 * if none does. One further up must say that it is such a part.
 *
 *     topicAbove(['Talks', 'Session 3: Tides']) // => 'Tides'
 */
export function topicAbove([group = '', ...around]: readonly string[]): string | undefined {
  const topics = [topicOfPart(group) ?? topicOf(group), ...around.map(topicOfPart)]
  return topics.find((topic) => topic !== undefined)
}

/** `Session 3: Tides`, `Day 2 - Tides`, `Morning: Tides`, `Tides track`. */
function topicOfPart(group: string): string | undefined {
  const [, part = '', name = ''] = partAndName.exec(group) ?? []
  if (partOfEvent.test(part)) return topicOfPart(name) ?? topicOf(name)
  const [, before = ''] = /^(.+?) (?:track|stream)$/i.exec(group) ?? []
  return topicOf(before)
}

const partAndName = /^([^:–—|-]{1,30}?)(?:\s+[-–—|]+|[:.])\s+(\S.*)$/u

/** `Session 3`, `Track B`, `Day 2`, `Afternoon session`. */
const partOfEvent = new RegExp(
  [
    `^(?:(?:session|track|block|part|slot|stream|day|section|topic|theme|tag|jour|día|sitzung|sektion|thema)s?`,
    String.raw`(?: ?(?:#|no\.? ?)?(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,4}|one|two|three|four|five))?|`,
    '(?:morning|afternoon|evening|opening|closing|parallel|plenary|poster|breakout)(?: (?:session|track|block|talk)s?)?)$',
  ].join(''),
  'i',
)

function topicOf(name: string): string | undefined {
  const [, before = name] = /^(.+?) (?:talks|sessions?)$/i.exec(name) ?? []
  const isTopic =
    before !== '' &&
    /\p{L}{2}|^\p{Lu}$/u.test(before) &&
    dayIn(name) === undefined &&
    dayInYear(name, anyLeapYear) === undefined &&
    !isDay(name) &&
    !partOfEvent.test(before) &&
    !/day|session|talks?$|keynote|\d{4}/i.test(before) &&
    (before === name || before.split(' ').every((word) => !ofAllTalks.test(word)))
  return isTopic ? before : undefined
}

/** What talks of all topics are called. */
const ofAllTalks = new RegExp(
  [
    '^(?:the|all|my|our|your|some|more|most|other|others|further|next|last|first|second|third|past|previous|old|older|new|newer|recent|',
    'upcoming|future|planned|earlier|later|good|great|best|top|favou?rites?|interesting|recommended|selected|accepted|submitted|',
    'watched|attended|seen|recorded|given|short|long|lightning|ignite|flash|quick|invited|contributed|regular|general|main|technical|',
    'tech|panel|keynote|conference|conf|meet-?ups?|event|internal|external|company|team|community|sponsor(?:ed)?|online|remote|',
    'english|german|french|spanish|workshop|poster|paper|oral|misc|unsorted|to|watch|i|we|and|in|at|of|from)$',
  ].join(''),
  'i',
)

const anyLeapYear = 2024
