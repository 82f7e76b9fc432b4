import { englishWeekday, monthPattern, weekdaysOfOthers } from '../dates/day-word-lists.ts'

/** What headings say by their names alone, in whatever notes: that they are no talks. */

/** A section within a talk. */
export const sectionTitle = new RegExp(
  [
    String.raw`^(?:\p{Extended_Pictographic}\uFE0F?\s*)?(questions?( and answers?)?|q ?& ?a|answers?|overview|summary|`,
    'background|intros?|introductions?|agenda|outline|contents|(?:conference |event |session |talk )?(?:details?|',
    'logistics)|(?:conference |session |talk |event )?notes|takeaways?|discussion|examples?|demos?|conclusions?|',
    'development|(the )?problems?( to solve)?|solutions?|tips|results?|goals?|features?|architecture|',
    'lessons( learned)?|advice|references?|links?|resources|slides|video|roadmap|community|installation|usage|',
    'set-?up|future( work)?|try it|motivation|requirements|who uses .*|what is .*|why .*|tl;?dr|key (?:points?|',
    'takeaways?|ideas?)|abstract|description|speakers?|presenters?|instructors?|trainers?|panell?ists?|',
    String.raw`conven[eo]rs?(?:\(s\))?|participants|attendees|`,
    String.raw`q\d{0,2}\s*[:.] .*|(raised )?issues(?: raised)?|proposals?|about (?:the )?(?:speaker|author|talk)s?|`,
    'authors?|my (?:notes|thoughts|take)|thoughts|bio|comments|further reading|see also|action items|to-?do|',
    'next steps|prerequisites|quotes?|highlights|learnings|meta(?:data)?|info(?:rmation)?|code|recording|',
    '(?:in )?(?:english|french|fran[çc]ais|german|deutsch|spanish|espa[ñn]ol|italiano|portugu[eê]s|japanese|chinese)(?: (?:version|section|description))?|',
    'follow[- ]?ups?(?: sessions?)?|related|impressions?|the (?:long(?:er)?|short(?:er)?|full) version|videos|software|スライド|資料|',
    'overall(?: impressions?| thoughts?)?|(?:final|closing) (?:thoughts|words)|wrap[- ]?up|general impressions?|',
    'opis|o (?:sobie|mnie|autorze|autorce|prelegencie)|prelegen(?:t|tka|ci)|autor(?:in|a|es|zy)?|auteurs?|ponentes?|',
    'conf[ée]renciers?|referent(?:in|en)?|descripci[óo]n|descri[çc][ãa]o|descrizione|beschreibung|résumé|sobre (?:m[íi]|mim)|',
    '[àa] propos|über (?:mich|uns)|',
    String.raw`概要|はじめに|背景|まとめ|目次|アジェンダ|参考|总结|大纲|简介)\??:?$`,
  ].join(''),
  'iu',
)

/** What asks is a section, or a talk if it says who speaks: `Why oars break`. */
export const askingTitle = /^(?:what is|why)\s/i

/** A heading without the pictures, stars and colon around its words. */
export const undecorated = (text: string): string =>
  text.length > maxHeadingLength ? text : text.replace(aroundTitle, '') || text

/** Longer headings are sentences, in characters; patterns must not be tried on whole books. */
const maxHeadingLength = 150

const aroundTitle =
  /^(?:[\s☆★]|\p{Extended_Pictographic}\uFE0F?)+|(?:[\s:☆★]|\p{Extended_Pictographic}\uFE0F?)+$/gu

/** A heading that is there for the name: `Speaker: Ada Example`. */
export const speakerHeading = new RegExp(
  [
    String.raw`^(?:(?:[Ss]peakers?|SPEAKERS?|[Pp]resenters?|[Ii]nstructors?|[Pp]resented [Bb]y)\s*:\s*\S|`,
    String.raw`[Bb]y\s+(?:Dr\.? )?\p{Lu}\p{Ll}\S* \p{Lu}\S*(?:(?:,| &|,? and) \p{Lu}\p{Ll}\S* \p{Lu}\S*){0,3}$)`,
  ].join(''),
  'u',
)

/** What stands beside talks, and is about none. */
export const besideTalks = new RegExp(
  [
    '^((table of )?contents|toc|references?|links?|further reading|reading list|schedules?|attended (?:sessions|',
    'talks)(?: list)?|(?:sessions|talks) attended|list of (?:sessions|talks)|bibliography|index|change ?log|',
    String.raw`licen[cs]e|acknowledge?ments|(?:random|general|other|misc\w*) (?:notes|remarks|thoughts|observations)|`,
    '(?:things |terms )?to (?:google|look up|read|watch|check out|research)|(?:new |key |unknown )(?:terms|words|terminology)|',
    String.raw`related \w+)$`,
  ].join(''),
  'i',
)

/** What holds the talks of whoever has written the notes. */
export const attendedTitle = /^(?:(?:sessions|talks)(?: (?:i|we))? attended|attended (?:sessions|talks)):?$/i

/** `day 2`, `day two`, `Tag 2`: a part of a pattern. */
export const dayNumber =
  '(?:day (?:\\d{1,2}(?!\\d)|one|two|three|four|five)|(?:tag|jour|journée|día|dia|dag|giorno) \\d{1,2}(?!\\d)|\\d{1,2}\\. tag)'

/** Behind a weekday stands the date, if anything does. */
const headingBehindWeekday = `\\S+(?: \\S+){0,3}?\\s*[:–—,-]\\s*${englishWeekday}(?:[\\s,]+(?:\\p{L}{3,9}\\.?|\\d{1,4}(?:st|nd|rd|th)?)){0,4}`

const dayOfEvent = new RegExp(`^(.*[^\\s:–—,-])[\\s:–—,-]+${dayNumber}(?: notes)?:?$`, 'i')
const onWeekday = new RegExp(`^(?=${headingBehindWeekday}$)(.+?)\\s*[:–—,-]\\s*${englishWeekday}`, 'iu')

/**
 * The event whose day a title is; undefined for any other title.
 *
 * eventOfDay('PyCon 2017 - Day One') // => 'PyCon 2017'
 * eventOfDay('PyCon - Friday, April 29') // => 'PyCon'
 */
export function eventOfDay(title: string): string | undefined {
  if (title.length > maxHeadingLength) return undefined
  const [, event] = dayOfEvent.exec(title) ?? onWeekday.exec(title) ?? []
  return event !== undefined && /\p{L}{3}/u.test(event) ? event : undefined
}

const ordinal = '\\d{1,2}(?:st|nd|rd|th|\\.)?'
/** `15th and 16th` */
const ordinals = `${ordinal}(?:\\s*(?:[-–—&,]|and|to)\\s*${ordinal})?`
const dayOfWeekBehind = `(?:[\\s,:(–—-]+${englishWeekday}\\)?)?`
const patterns = [
  `${dayNumber}\\b.*`,
  '.{0,40}\\d{1,2}日目.*',
  `(?:.{1,60}[\\s:–—-]+)${dayNumber}`,
  `(?:19|20)\\d{2}[./-]?[01]\\d[./-]?[0-3]\\d${dayOfWeekBehind}`,
  `[0-3]?\\d\\.[01]?\\d\\.(?:19|20)\\d{2}${dayOfWeekBehind}`,
  `[0-3]?\\d\\.[01]?\\d\\.[\\s,:(–—-]+${englishWeekday}\\)?`,
  `${englishWeekday}(?:[\\s,:(–—-]+\\S+){0,4}`,
  headingBehindWeekday,
  `(?:${weekdaysOfOthers})(?:[\\s,:(–—-]+[\\d.]\\S*(?: \\S+){0,3})?`,
  '[0-3]?\\d/[0-3]?\\d/(?:(?:19|20)\\d{2}|\\d{2})',
  `${ordinals}(?: of)? ${monthPattern}(?:,? \\d{4})?${dayOfWeekBehind}`,
  `${monthPattern} ${ordinals}(?:,? \\d{4})?${dayOfWeekBehind}`,
  '(?:19|20)\\d{2}(?: (?:meet-?ups|meetings|talks|conferences|events|sessions|presentations))?',
  `${monthPattern} (?:19|20)\\d{2}`,
  'keynotes',
  '(?:oral|poster|paper|invited) (?:presentations|papers|talks)',
  'lightning talks.*',
  'lightning talk(?: \\w+)?',
  '(?:am|pm|morning|afternoon|evening)',
  '(?:(?:morning|afternoon|evening|main|parallel|invited|contributed|short|long) )?(?:talks|sessions?|' +
    'tutorials?|workshops?|posters?|tracks?)',
  '(?:session|track|room|hall) \\w{1,20}',
  '(?:session|track|room|hall)(?: \\w+)?\\s*[:–—-].*',
  '.{1,40} (?:track|session|room)',
]

/** What holds all talks of a kind. */
export const talksTitle =
  /^(?:(?:oral|poster|paper|invited|short|long|lightning) )?(?:presentations?|talks|sessions|papers|keynotes):?$/i

const partOfDay = '(?:morning|afternoon|evening|am|pm)'

/** What a file holds that is called by a part of an event: `Day 2 - afternoon`, `Day 1 lightning talks`. */
export const isPartOfEvent = (title: string): boolean =>
  title.length <= maxHeadingLength && partOfEvent.test(title)

const partOfEvent = new RegExp(
  [
    `^(?=.*\\p{L})(?:${dayNumber}(?:[\\s:,–—-]+|$))?(?:${partOfDay}(?: (?:talks|sessions?|notes))?|`,
    '(?:(?:lightning|ignite|short) )?(?:talks|sessions)|keynotes|notes)?$',
  ].join(''),
  'iu',
)

/** A day, a track, a session: something that talks are in. */
export const groupTitle = new RegExp(`^(?=.{1,${maxHeadingLength}}$)(?:${patterns.join('|')}):?$`, 'iu')
