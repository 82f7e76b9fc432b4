import { foldName } from '../../../text/fold.ts'
import { withoutDayRange } from '../dates/day-range.ts'
import { englishWeekday, weekdaysOfOthers } from '../dates/day-word-lists.ts'
import { withoutDay, yearIn } from '../dates/written-dates.ts'
import { dayNumber } from './heading-word-lists.ts'

const endingOfEventName = new RegExp(
  [
    String.raw`(?<!\p{L})(?!(?:Silic|Ic|Beac|Lexic|Falc|Emotic|Bac|Deac|Rac|Zirc|Pelic|Rec)on)(?!(?:Base|Band)[Cc]amp(?!\p{L})|Mani[Ff]est(?!\p{L})|(?:Birth|Nowa|Holi|Sun|Mon|Tues|Wednes|Thurs|Fri|Satur|Week|Work|School)days(?!\p{L}))`,
    // `Global Oar Bootcamp`, and not a bootcamp.
    String.raw`(?!(?<!\p{L}\s)Boot[Cc]amp(?!\p{L})|Boot[Cc]amp(?!\p{L}|\s*(?:(?:19|20)\d\d)?$))\p{Lu}\p{L}*(?:[Cc]on|`,
    String.raw`[Cc]onf|[Cc]amp|[Ff]est|[Dd]ays)(?!\p{L})`,
  ].join(''),
  'u',
)

const wordOfEvents = new RegExp(
  [
    String.raw`\b(?:conf|conference|summit|(?<!\b(?:boot|base)[- ])camp|fest|festival|meet-?ups?|congress|symposium|expo|fosdem|forum|`,
    String.raw`unconference|devoxx|wwdc|(?!tele|video|web|audio|press)\w{2,20}conference)\b|\bdays(?:,? \d{4})?$|`,
    // `Oar Community Day 2024`
    String.raw`(?<=\p{L}[ -])(?:day|tag),? (?:19|20)\d\d$`,
  ].join(''),
  'iu',
)

/** `OSCON`, though not `ICON`. */
const capitalEvent = /(?<!\p{L})(?!(?:IC|BEAC|FALC|SILIC|LEXIC)ON)\p{Lu}{2,}CON(?!\p{L})/u

/** Whether a heading or name is an event's: `PyCon UK`, `Kettle Days 2024`. */
export const isEventName = (text: string): boolean =>
  /\bC(?:on|ON)\b/.test(text) ||
  wordOfEvents.test(text) ||
  endingOfEventName.test(text) ||
  capitalEvent.test(text) ||
  eventInCharacters.test(text)

/** `桨手年會`, `桨手カンファレンス`, `노잡이 컨퍼런스`; what was said of one goes on. */
const eventInCharacters =
  /(?:論壇|论坛|年會|年会|研討會|研讨会|大會|大会|峰會|峰会|技術日|技术日|カンファレンス|勉強会|컨퍼런스|콘퍼런스|밋업)(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u

/** Whether a heading names an event and nothing that was said there: `Notes from tides at OarConf` does not. */
export const isEventTitle = (text: string): boolean => {
  if (text.length > maxTitleLength) return false
  const said = text
    .replace(/^(?:my )?(?:\w+ )?notes? (?:from|on|of|for) (?:the )?/i, '')
    // `Meet the tides (OarConf 2021)` was said there.
    .replace(/\s\([^()]*\)$/, (aside, at, whole) => (/\S \S/.test(whole.slice(0, at)) ? '' : aside))
  const [first = '', ...rest] = said.split(/\s[-–—|]+\s|:\s/)
  if (rest.length > 0 && isOnOneThing(first, rest.join(' '))) return false
  const [name = ''] = said.split(/\s(?:from|at|@|in)\s/i)
  return isEventName(name) && withoutDay(name).split(/\s+/).length <= maxWordsOfEvent
}

/** `Tides and how they turn — OarConf 2021`, `Oar Meetup: tides that turn`: what was said at an event that is named too. */
function isOnOneThing(first: string, rest: string): boolean {
  const says = (part: string) => !isEventName(part) && !ofWholeEvent.test(part) && withoutDay(part) === part
  const words = (part: string) => part.split(/\s+/).length
  if (isEventName(first)) return says(rest) && words(rest) >= 3
  return isEventName(rest) && says(first) && words(first) >= 2 && yearIn(first) === undefined
}

/** What notes of a whole event are called beside its name. */
const ofWholeEvent =
  /\b(?:notes?|talks?|sessions?|schedule|program(?:me)?|agenda|recap|summary|highlights|reports?|takeaways?|day|days|part|track|year|edition|links|keynotes?|workshops?)\b/i

/** What names an event in more words says what somebody spoke on there. */
const maxWordsOfEvent = 8

/**
 * The event that a title begins with, and what was said there.
 *
 *     eventBefore('OarConf 2019 - Tides that turn') // => { event: 'OarConf 2019', title: 'Tides that turn' }
 */
export function eventBefore(title: string): { readonly event: string; readonly title: string } | undefined {
  if (title.length > maxTitleLength) return undefined
  const [day = ''] = monthBefore.exec(title) ?? []
  const [, named = '', sign = '', rest = ''] =
    /^(\p{Lu}\S*(?: \S+){0,4}?)\s*(\s[-–—|]+|:)\s+(\S+ \S+ \S.*)$/u.exec(title.slice(day.length)) ?? []
  const event = day === '' ? named : named.replace(/\s+notes$/i, '')
  const words = event.split(' ').length
  const isOfMonth = /\S (?:19|20)\d\d-\d\d$/.test(event)
  const isOfYear = isOfMonth || (sign !== ':' && /\S (?:19|20)\d\d$/.test(event) && words <= 4)
  const isNamed =
    isEventName(event) && words <= 3 && !/^(?:conferences?|meet-?ups?|summits?|events?)\b/i.test(event)
  if (!isOfYear && !isNamed) return undefined
  const year = day === '' ? '' : ` ${day.slice(0, 4)}`
  return { event: `${event.replace(/-\d\d$/, '')}${year}`, title: rest }
}

/** `2014-03 Harbour Meetup: …`, `2014 Mar …`. */
const monthBefore = /^(?:19|20)\d\d[-/. ](?:\d\d?|\p{Lu}\p{Ll}{2,8})(?:[-/. ]\d\d?)?\s+(?=\p{Lu})/u

/** The event that the title of a whole file names, and nothing else: its year stands in the file's name too. */
export const eventInTitle = (title: string, stem: string): string | undefined => {
  const isShort = title.split(/\s+/).length <= maxEventWords && !/['’]s\s/.test(title)
  const isOfYear = /\s(?:19|20)\d\d$/.test(title) && yearIn(title) === yearIn(stem)
  return isShort && namesOneEvent(title) && (isOfYear || (isEventTitle(title) && /^\p{Lu}/u.test(title)))
    ? eventNameOf(title)
    : undefined
}

const maxEventWords = 5
/** Whether a name has a word besides those that stand in names of all events: `notes-conf` has none. */
export const namesOneEvent = (name: string): boolean =>
  name.split(/[\s\p{P}]+/u).some((word) => /^\p{L}{3}/u.test(word) && !ofAllEvents.test(word))

/** Words that stand in names of events, and name none. */
const ofAllEvents = new RegExp(
  [
    '^(?:my|our|the|an?|another|for|from|of|tech|sketch|repo|repository|conferences?|confs?|meet-?ups?|summits?|',
    'events?|notes?|talks?|slides?|days?)$',
  ].join(''),
  'i',
)

/** Whether two names have the same letters, wherever they have blanks, signs and years. */
export function haveSameLetters(name: string, other: string): boolean {
  const [letters, others] = [name, other].map((one) => foldName(one).replace(/[^\p{L}]/gu, ''))
  return letters !== '' && letters === others
}

const besideEventName = new RegExp(
  [
    String.raw`(?<![\s:–—|-])[\s:–—|-]+(?:${dayNumber}|(?:(?:opening|closing) )?keynotes?|(?:(?:my|unofficial|talk|session|conference|talk links and|links and|`,
    'slides and) )?notes?|notizen|mitschrift(?:en)?|notas|apuntes|appunti|talks?|sessions?|',
    '(?:highlights and )?takeaways|highlights|(?:trip|conference) (?:report|diary)|(?<=(?:19|20)\\d\\d )report|',
    '(?:カンファレンス|参加)?レポート|参加記|summary|recap|(?:full )?schedule|programme|agenda|',
    String.raw`part \d+(?: of \d+)?|(?:obsidian )?vault|repo(?:sitory)?)\s*\.?$`,
  ].join(''),
  'i',
)

/** `Friday 9 June, OarConf 2024`, `Vendredi 9 juin - OarConf 2024`. */
const leadingDay = new RegExp(
  `^(?:${englishWeekday}|${weekdaysOfOthers})(?:,? [\\p{L}\\d.]{1,12}){0,3}(?:\\s*[,:|]|\\s+[–—-])\\s+(?=\\p{L})`,
  'iu',
)

/** Longer ones name nothing, in characters; patterns must not be tried on whole books. */
const maxTitleLength = 400

/** `Static site for `, `Source code of the website of the `. */
const sourceOfSite = new RegExp(
  [
    '^(?:(?:the|official|static|source|code|repo|repository) ){0,4}(?:(?:of|for) )?(?:the )?(?:web ?)?site ',
    '(?:(?:source|code|repo|repository) ){0,2}(?:of|for) (?:the )?(?=\\S)',
  ].join(''),
  'i',
)

/** What stands beside a name goes, but not if what is before it asks for more: `A harbour on GitHub`, `The art of notes`. */
const unlessAsked = (beside: string, at: number, title: string): string =>
  /(?<!\S)(?:on|of|for|from|with|in|by|to|at|the|our|your|an?|via|über|auf|mit|von|sur|avec|de)$/.test(
    title.slice(0, at),
  )
    ? beside
    : ''

/** `PyCon 2017 - Day One` and `PyCon UK notes.` name the event and more. */
export function eventNameOf(title: string): string {
  if (title.length > maxTitleLength) return title
  const bare = withoutDay(
    withoutDayRange(title)
      .replace(/<[^<>]*>/g, ' ')
      .replace(leadingDay, '')
      // What Sphinx writes until somebody writes something else, and what stands above most first pages.
      .replace(/^welcome to (?:the )?(\S.*?)(?:(?:['’]s)? documentation)?!?$/i, '$1')
      .replace(/\s*\(https?:[^()]*\)/g, '')
      // What a page says below its name: `OarConf is a conference on oars`.
      .replace(
        /^(?!(?:what|this|here|it|that|who|where|there|why|how)\s)(\p{Lu}\S*(?: \S+){0,3}?) (?:is|was) (?:an?|the) (?=.*\b(?:conferences?|meet-?ups?|summits?|gatherings?|unconference|festivals?|events?)\b).*$/iu,
        '$1',
      )
      // What holds the site of an event: `Static site for OarConf`, `OarConf website`.
      .replace(sourceOfSite, '')
      .replace(/(?<=\S) web ?site(?: source)?(?: code)?(?: repo(?:sitory)?)?$/i, '')
      .replace(/(?<=\S)\s*(?:公式)?\s?(?:web|ウェブ)サイト$/iu, '')
      .replace(besideEventName, unlessAsked)
      // `OarConf Schedule - Part 2`, `OarConf Schedule & Notes`
      .replace(/\s+(?:&|and|und)$/i, '')
      .replace(besideEventName, unlessAsked)
      .replace(
        /^(?:my )?(?:conference |talk |session )?(?:notes?|thoughts|impressions|learnings) (?:from|on|of|for) (?:the )?/i,
        '',
      )
      .replace(/^(?:my )?(?:conference |talk |session )?notes?\s*[:–—-]\s+/i, '')
      .replace(
        /\s*[-–—,|]\s*\d{1,3}(?:st|nd|rd|th|\.|º|ª|e|è?me)? (?:[eé]dition|ausgabe|edici[oó]n|edi[cç][aã]o|edizione)$/i,
        '',
      )
      .replace(/^my (?=\S.*\s(?:19|20)\d\d$)/i, '')
      .replace(/[.:]$/, '')
      .replace(/(?:\s*[-–—|:]\s*workshops?)?\s+\d{1,2}\/\d{1,2}\/(?:19|20)\d\d$/i, '')
      .trim(),
  )
    // `OarConf - , Harbour :: by the Oar Club`
    .replace(/(?<!\s)\s*[-–—|:]+\s*,.*$|\s::.*$|(?<=\S)\s+[-–—|:]+$/, '')
    .trim()
  return /^$|^(?:conferences?|confs?|notes?|talks?|meetings?|events?|my|the|tech)$|\d tech$/i.test(bare)
    ? title
    : bare
}

const genericName = new RegExp(
  [
    '^(?:(?:my|our|the|tech|dev|public|misc|old) )*(?:conferences?|confs?|meet ?ups?|talks?|events?)',
    '(?: (?:and|&) (?:conferences?|meet ?ups?|talks?))?(?: notes?| talks?)*$',
  ].join(''),
  'i',
)

/** Whether a folder's name says that notes of events are in it, and of none which: `2019 conference notes`. */
export const isGenericName = (name: string): boolean => {
  const bare = name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[-_+]+/g, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (genericName.test(bare)) return true
  // `Harbour Conference 2024` is one, `harbour conferences` and `harbour-conference-notes` may be on many.
  const isEdition =
    yearIn(name.replace(/_/g, ' ')) !== undefined && /^\p{L}+ conference$/iu.test(withoutMonthNumber(bare))
  if (isEdition) return false
  return (
    /^(?:conf|conference|talk|meetup|session)s?notes?$/i.test(bare) ||
    /^(?:\w+ )?(?:conferences?|meet ?ups?|talks?)(?: notes?| talks?| summar(?:y|ies))?$/i.test(bare)
  )
}

/** `09 harbour conference`: of the ninth month. */
const withoutMonthNumber = (name: string): string => name.replace(/^(?:0[1-9]|1[0-2]) /, '')
