/** What names of folders, files and pages say by themselves of what lies there. */

import { englishWeekday, monthPattern, monthsByLanguage, weekdaysOfOthers } from '../dates/day-word-lists.ts'

const partOfEvent = new RegExp(
  [
    String.raw`^(?:day|tag|track|room|session|stage|part)[\s_-]*(?:\d+|one|two|three|four|five|[a-z])?$|^(?:am|pm|`,
    String.raw`morning|afternoon|evening)(?:[\s_-]*(?:talks?|sessions?))?$|^(?:keynotes?|ignites?|lightning[\s_-]?talks?|`,
    String.raw`workshops?|tutorials?|breakouts?|old|archive|${englishWeekday}|\d{1,2})$|`,
    String.raw`^\d{1,4}[-_. ]\d{1,2}(?:[-_. ]\d{1,4})?$|^(?:19|20)\d{6}$|^_?posts$`,
  ].join(''),
  'i',
)

const monthName = `${monthsByLanguage.flat().join('|')}|${monthPattern}`

const dayName = new RegExp(
  [
    String.raw`^(?:\d{1,2}[.)]\s+|(?:19|20)\d\d[-_. ](?:0\d|1[0-2])[-_. ][0-3]\d[\s_-]+)?(?:(?:day|tag|jour|día|dia|dag|giorno)[\s_-]*(?:\d{1,2}|one|two|three|four|five)|${englishWeekday}|`,
    String.raw`${weekdaysOfOthers}|(?!0|10\W?o|11\W?n|12\W?d)\d{1,2}(?:st|nd|rd|th)?[-_. ]+(?:${monthName})|(?:${monthName})[-_. ]+\d{1,2}(?:st|nd|rd|th)?)$`,
  ].join(''),
  'iu',
)

/** Whether a folder is called by a day and nothing else: `Day 2`, `2024-06-09 - Day 2`, `2. Wednesday`, `9-juin`. `07-July` counts months. */
export const isDayName = (name: string): boolean => dayName.test(name)

/** Whether a folder is a part of an event: a day, a track, keynotes. */
export const isPartName = (name: string): boolean => partOfEvent.test(name) || isDayName(name)

const folderBesideTalks = new RegExp(
  [
    '^_?(?:speakers?|speakers?[-_](?:info|bios?|profiles)|people|persons?|profiles|participants|authors|teams?|members|organi[sz]ers|sponsors|partners|',
    String.raw`companies|venues?|rooms?|locations|artists|bios|biographies|orateurs|ponentes|palestrantes|referenten|presenters?|panelists|mcs|emcees|moderators|committees?|staff|crew)(?:[-_](?:19|20)\d\d)?$`,
  ].join(''),
  'i',
)

/** Whether a file is called like what is shown in a talk, and by nothing of its own. */
export const isDeckName = (stem: string): boolean => /^(?:slides?|deck|presentation|talk)$/i.test(stem)

/** Whether a file is called like what a talk is proposed by: `abstract.md`, `long_abstract.md`. */
export const isProposalName = (stem: string): boolean =>
  /^(?:\w+[-_ ])?(?:abstract|proposal|outline|description|cfp)$/i.test(stem)

/** Whether a folder holds the people, firms and places of events. */
export const isBesideName = (name: string): boolean => folderBesideTalks.test(name)

/** Whether what lies in a folder are pages of people, one each. */
export const isPeopleName = (name: string): boolean =>
  isBesideName(name) && !/^_?(?:sponsors|partners|companies|venues?|rooms?|locations)/i.test(name)

/** Whether what lies in a folder are pages of events, one each: `_events/2024-harbour.md`. */
export const isEventsName = (name: string): boolean =>
  /^_?(?:events?|meet-?ups?|conferences|editions)$/i.test(name)

const shapeOrTopic = new RegExp(
  [
    '^(?:summar(?:y|ies)|slides|markdown|quarto|marp|revealjs|slidev|abstracts?|transcripts?|recaps?|proposals?|retired|drafts|',
    String.raw`session[\s_-]notes|talk[\s_-]notes|misc|general|js|javascript|typescript|html|css|react|angular|vue|`,
    'node(?:js)?|java|kotlin|scala|python|ruby|rails|php|golang|rust|swift|android|ios|mobile|web|frontend|',
    'backend|devops|security|testing|cloud|docker|kubernetes|architecture|agile|management|leadership|',
    String.raw`databases?|ai|ml|machine[\s_-]learning|data[\s_-]science)$`,
  ].join(''),
  'i',
)

/** Whether a folder says which shape its notes have, or what they are about, and nothing of an event. */
export const isShapeOrTopic = (name: string): boolean => shapeOrTopic.test(name)

/** Whether a folder says only what kind of notes is in it: that is an event's own folder, if there is one above. */
export const isKindName = (name: string): boolean => folderOfKind.test(name)

const folderOfKind = new RegExp(
  [
    String.raw`^_?(?:(?:my|the)[\s_-])?(?:talks?|sessions?|presentations?|notes?|session[\s_-]notes|talk[\s_-]notes|lectures|`,
    'charlas|ponencias|sesiones|palestras?|sess(?:õ|o)es|vortr(?:ä|ae)ge|conf(?:é|e)rences|interventions|interventi|lezingen)$',
  ].join(''),
  'iu',
)

/** Whether a folder or page is one that sites of conferences have beside their talks. */
export const isConferencePage = (name: string): boolean =>
  /^_?(?:cfp|call-for-(?:papers|proposals|speakers|participation)|coc|conduct|code-of-conduct|sponsors?(?:hip)?|partners|tickets?|regist(?:er|ration)|attend|venue|schedule|agenda|program(?:me?)?|speakers?|volunteers?|committee)$/i.test(
    name,
  )

const folderOfSite = new RegExp(
  [
    '^_?(?:content|contents|src|source|docs?|site|website|blog|posts?|pages|articles|app|public|static|data|',
    'areas?|projects?|resources?|work|personal|news|(?:legacy|past|previous)(?:[-_ ](?:content|site|talks?|events?|editions?))?|conferences?|events?|meetups?|archives?|',
    String.raw`(?:\d+[\s._-]+)?(?:inbox|notes?|talks?))$`,
  ].join(''),
  'i',
)

/** Whether a folder holds what a site is made of, and is no event. */
export const isSiteName = (name: string): boolean => folderOfSite.test(name)

/** Whether a name says of which kind its talks, or what else a site has, are, if of a year, and of no event: `Sessions 2020`. */
export const saysKindAlone = (name: string): boolean => {
  const bare = name.replace(/\b(?:19|20)\d\d\b/g, ' ').replace(/^[\s_-]+|[\s_-]+$/g, '')
  return [isKindName, isSiteName, isBesideName, isPartName, isConferencePage].some((is) => is(bare))
}

/** Whether a folder says how files are made, or that a programme lies there, and is no event: `prod`, `yml`, `schedule`. */
export const isDataName = (name: string): boolean => saysHowMade(name) || folderOfProgramme.test(name)

/** Whether a name says how files are made. What lies in `dev` is to try a program with, and is of nothing else. */
export const saysHowMade = (name: string): boolean =>
  /^(?:prod(?:uction)?|build|built|dist|assets|json|ya?ml|toml|xml|ics|csv)$/i.test(name)

const folderOfProgramme = /^_?(?:program(?:me?)?|schedules?|timetables?|agenda)$/i
