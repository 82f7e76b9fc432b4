import type { ReadBlock } from '../../../markup/read-block.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { isForTalk, type ReadField, saysTalk } from '../fields/read-field-by-field.ts'
import { hasNameShape, isKnownName } from '../people/person-names.ts'
import { countWords } from '../words/count-words.ts'
import { readableName } from '../words/titles.ts'

/** Whether front matter is of a person, a firm or a place, by its type, or by its keys if its folder says so too. */
export function isProfilePage(fields: readonly ReadField[], isBesideFolder: boolean): boolean {
  if (fields.some(isForTalk)) return !fields.some(saysTalk)
  const type = typeOf(fields, isBesideFolder)
  if (type !== undefined) return type === 'profile'
  const isNamed = isBesideFolder && isTitledByName(fields)
  const isOfPerson = isNamed || fields.some(({ key }) => personKey.test(key))
  const isUntitled = !fields.some(({ key }) => keyMeaningOf(key)?.of === 'title')
  const isOfTalk = fields.some(({ key, value }) => {
    const of = keyMeaningOf(key)?.of
    return (
      value !== null &&
      value !== '' &&
      // Of a page of a person it says when that was written.
      ((of === 'date' && !(isOfPerson && /^date$/i.test(key))) ||
        (of === 'speakers' && !isNameOfOwner({ key }, fields)) ||
        of === 'slugs' ||
        // A person without the title of a talk may say at which events they were.
        (of === 'event' && !(isOfPerson && isUntitled)) ||
        of === 'time')
    )
  })
  const isOfOwn = fields.some((field) => ownKey.test(field.key) || isTagOfPerson(field))
  return isBesideFolder && !isOfTalk && (isNamed || isOfOwn)
}

/** Whether a page says that it is a newsletter, by its type or its categories, or by its title. */
export const isNewsletter = (fields: readonly ReadField[]): boolean =>
  fields.some(({ key, value }) => {
    const said = [value].flat().filter((one) => typeof one === 'string')
    if (/^(?:type|kind|layout|categor(?:y|ies))$/i.test(key))
      return said.length > 0 && said.every((one) => /^newsletters?$/i.test(one.trim()))
    return /^title$/i.test(key) && said.some((one) => /(?:^|\s)newsletter(?:$|\s*[[(#:–—-]|\s+\d)/i.test(one))
  })

/** Whether front matter says that a page is a talk's. */
export const isTypedAsTalk = (fields: readonly ReadField[]): boolean => typeOf(fields, false) === 'talk'

/**
 * What a page is on, by the first of these keys that says it. What sort of talk is meant may as well be what somebody gives: so of a
 * page that is laid out as a person's, or lies among those of people, it says nothing.
 */
function typeOf(fields: readonly ReadField[], isBesideFolder: boolean): 'profile' | 'talk' | undefined {
  const said = ['type', 'kind', 'class', 'layout', 'category'].flatMap((key) => {
    const value = fields.find((field) => field.key.toLowerCase() === key)?.value
    return typeof value === 'string' ? [value.trim()] : []
  })
  const sure = said.find((one) => typeOfProfile.test(one) || typeOfTalk.test(one))
  if (sure !== undefined) return typeOfProfile.test(sure) ? 'profile' : 'talk'
  return !isBesideFolder && said.some((one) => sortOfTalk.test(one)) ? 'talk' : undefined
}

const typeOfProfile =
  /^(?:speaker|person|people|author|participant|organi[sz]er|sponsor|partner|company|venue|room|location|track)s?$/i
const typeOfTalk = /^(?:talk|session|presentation)s?$/i
const sortOfTalk = /^(?:lecture|keynote|workshop|tutorial)s?$/i

/** `tags: [person]`, in a vault. */
const isTagOfPerson = ({ key, value }: ReadField): boolean =>
  /^tags?$/i.test(key) && holdsTag(value, /(?:^|[\s,#])(?:person|people|contacts?)(?:[\s,]|$)/i)

const holdsTag = (value: unknown, tag: RegExp): boolean =>
  [value].flat().some((one) => typeof one === 'string' && tag.test(one))

/** `speaker_name` on a page without a title is that of whoever the page is on. */
const isNameOfOwner = ({ key }: Pick<ReadField, 'key'>, fields: readonly ReadField[]): boolean =>
  /^speaker[-_ ]?name$/i.test(key) && !fields.some((field) => keyMeaningOf(field.key)?.of === 'title')

const isTitledByName = (fields: readonly ReadField[]): boolean => {
  const title = fields.find(({ key }) => /^title$/i.test(key))?.value
  return typeof title === 'string' && hasNameShape(withoutRole(title))
}

/** `Speaker: Ada Example` */
export const withoutRole = (title: string): string =>
  title
    .replace(
      /^(?:\p{L}+[ -])?(?:speakers?|presenter|panelist|moderator|host|about|profile)\s*[:–—-]\s+/iu,
      '',
    )
    .trim()

/**
 * Whether a page is one that sites of events have, by the name of its file: some are no others, some are such in a site, and some may
 * be topics, unless the site's generator is told of the page that it is one.
 */
export function isSitePage(stem: string, fields: readonly ReadField[], isOfSite: boolean): boolean {
  if (fields.some(({ key }) => keyMeaningOf(key)?.of === 'speakers')) return false
  if (isTypedAsTalk(fields) || fields.some(isMarkedAsTalk)) return false
  // `02_cfp`, in the order of a menu.
  const name = stem
    .replace(/\.\p{Ll}{2}$/u, '')
    .replace(/^\d{1,2}[-_ ](?=\D)/, '')
    .replace(/[\s_]+/g, '-')
  const isGenerated = fields.some(({ key }) =>
    /^(?:permalink|layout|template|menu|nav(?:igation)?)$/i.test(key),
  )
  if (pagesOfEvents.test(name) || fields.some(isLanding)) return true
  // A page of a site that is titled so.
  const title = fields.find(({ key }) => /^title$/i.test(key))?.value
  const titled = typeof title === 'string' ? title.trim().replace(/[\s_]+/g, '-') : ''
  if (isGenerated && (pagesOfEvents.test(titled) || pagesOfSites.test(titled))) return true
  return pagesOfSites.test(name) ? isGenerated || isOfSite : isGenerated && pagesOrTopics.test(name)
}

/** `tags: [talk]`, `template: talk` */
const isMarkedAsTalk = ({ key, value }: ReadField): boolean =>
  /^(?:tags?|template)$/i.test(key) && holdsTag(value, /(?:^|[\s,#])talk(?:$|[\s,])/i)

/** What a site's generator makes of parts of its own. */
const isLanding = ({ key, value }: ReadField): boolean =>
  key === 'type' && typeof value === 'string' && /^(?:landing|widget_page)$/i.test(value)

const pagesOfEvents = new RegExp(
  [
    '^(?:bio(?:graphy)?|by-?laws|call-for-(?:papers|proposals|speakers|participation)|cfp|coc|code-of-conduct|constitution|',
    'imprint|impressum|markdown-page|organi[sz]ers|privacy-policy|sponsors|to-?dos?)$',
  ].join(''),
  'i',
)

const pagesOfSites = new RegExp(
  [
    '^(?:404|about(?:-us)?|become-a-(?:speaker|sponsor)|contact(?:-us)?|contributing|faqs?|get-involved|join(?:-us)?|registration|resources|speak|',
    'sponsorship|terms-of-(?:use|service)|tickets?|venues?|volunteers)$',
  ].join(''),
  'i',
)

const pagesOrTopics = new RegExp(
  [
    '^(?:accessibility|accommodations?|board|contribute|diversity|hotels?|info(?:rmation)?|jobs|legal|location|newsletter|',
    'parents|policies|press|privacy|scholarships?|sponsor(?:ing)?|staff|team|terms|travel|volunteer)$',
  ].join(''),
  'i',
)

/** Whether a file or page is called like somebody: `Ada Example`, `ada-example`. */
export function isCalledLikePerson(called: string): boolean {
  const name = readableName(called)
  const written = /\p{Lu}.*\p{Lu}/u.test(name)
    ? name
    : name.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase())
  return hasNameShape(written) && isKnownName(written)
}

/** Whether a page that is called like a person says where to find them, and hardly more. */
export function isPersonStub(stem: string, lines: readonly string[]): boolean {
  const name = readableName(stem)
  if (!hasNameShape(name) || !isKnownName(name)) return false
  const text = lines
    .join(' ')
    .replace(/!?\[\[[^[\]]*\]\]|\[[^[\]]*\]\([^()]*\)|https?:\S+|@\w+|<[^<>]*>/g, ' ')
  return countWords(text) < minWords
}

/** Fewer are names of sites and headings. */
const minWords = 10

/** What is said of people alone. */
const personKey =
  /^(?:company|affiliation|bio|job(?:[-_ ]?title)?|designation|headshot|profile[-_ ]?(?:picture|photo|image)|twitter|github|linkedin|mastodon|bluesky|pronouns?|e-?mail|phone|mobile|birth(?:day|date))$/i

/** What is said of people and firms. */
const ownKey = new RegExp(
  [
    '^(?:(?:first|last|full)?[-_ ]?name|company|organi[sz]ation|affiliation|bio|role|job(?:[-_ ]?title)?|',
    'position|designation|photo|avatar|headshot|image|logo|url|website|homepage|tier|level|twitter|github|linkedin|mastodon|bluesky|pronouns|country|e-?mail|phone|mobile|birth(?:day|date))$',
  ].join(''),
  'i',
)

/** Whether a page holds hardly anything but what a site's generator makes lists of: `{% for talk in site.talks %}`. */
export function isFilled(lines: readonly string[]): boolean {
  if (!lines.some((line) => /\{%-?\s*for\s/.test(line))) return false
  return countWords(lines.filter((line) => !/[{}<>]/.test(line)).join(' ')) < minWordsOfPage
}

/** Whether it sends whoever opens it to another page, and says hardly more. */
export function isRedirect(fields: readonly ReadField[], lines: readonly string[]): boolean {
  const isSaid =
    fields.some(({ key }) => /^redirect(?:[-_]?to)?$/i.test(key)) ||
    lines.some((line) => /<meta\s[^<>]*http-equiv=["']?refresh\b/i.test(line))
  if (!isSaid) return false
  const shown = lines.map((line) => line.replace(/<a\b[^<>]*>[^<>]*<\/a>|<[^<>]*>/gi, ' '))
  return countWords(shown.join(' ')) < minWords
}

/** Whether it lists other pages, and says little else: for Sphinx, for DocC, or by links to each. */
export const isTableOfContents = (lines: readonly string[]): boolean =>
  isToctree(lines) || listsByLine(lines, pageOfDocc) || listsByLine(lines, linkToNote)

function isToctree(lines: readonly string[]): boolean {
  if (!lines.some((line) => /^\s*\.\. toctree::/.test(line))) return false
  const told = lines.filter((line) => /^(?!\.\.)\S/.test(line))
  return countWords(told.join(' ')) < minWordsOfContents
}

const minWordsOfContents = 60

/** Whether most lines are items that lead to a page each, and the others hardly say anything. */
function listsByLine(lines: readonly string[], item: RegExp): boolean {
  const pages = lines.filter((line) => item.test(line)).length
  if (pages < minPages) return false
  const others = lines.filter((line) => /^\s*[^\s#@}]/.test(line) && !item.test(line))
  return pages > others.length && countWords(others.join(' ')) < minWords
}

const minPages = 3
/** `- <doc:How-tides-turn>` */
const pageOfDocc = /^\s*[-*] <doc:[^<>]+>\s*$/
/** `* [Tides](oars/tides.md)` */
const linkToNote = /^\s*[-*+] \[[^\][]*\]\((?!\w+:)[^()\s]+\.(?:md|markdown|org|adoc|rst|txt)\)\s*$/

/**
 * Whether a README tells how to build and run what lies beside it, and nothing of a talk: two of its headings say so, and half of
 * all.
 */
export function isOnProgram(headings: readonly ReadBlock[], lines: readonly string[]): boolean {
  const below = headings.slice(1)
  const ofPrograms = below.filter(({ text }) => headingOfProgram.test(text.replace(/^[^\p{L}]+/u, '')))
  const isSaid = ofPrograms.length >= 2 && ofPrograms.length * 2 >= below.length
  return (
    isSaid &&
    !lines.some((line) => /\b(?:talk|slides?|presentation|presented|speaker|session|keynote)\b/i.test(line))
  )
}

const headingOfProgram = new RegExp(
  [
    '^(?:(?:get(?:ting)?|quick) ?start(?:ed)?|(?:how to )?(?:install|build|run|deploy|develop|test|use|set ?up)(?:ing|ation|ment)?\\b.*|',
    'usage|prerequisites|requirements|dependencies|configuration|environment variables|contribut(?:e|ing)|licen[cs]e|tech(?:nology)? stack|',
    '(?:local |dev )?(?:development|setup)\\b.*|(?:viewing|start(?:ing)?)\\b.*(?:site|server).*|commands|scripts|(?:project|folder|directory) structure)$',
  ].join(''),
  'i',
)

/** Whether it is what a site sends to browsers beside a page: `3:I[5613,[],""]`. */
export const isOfBrowser = (lines: readonly string[]): boolean => {
  const written = lines.filter((line) => line.trim() !== '').slice(0, 3)
  return written.length > 1 && written.every((line) => /^[0-9a-f]{1,3}:(?:[A-Z]{1,2})?[["{]/.test(line))
}

/** Whether it is PlantUML, from which a program draws. */
export const isDiagram = (lines: readonly string[]): boolean =>
  /^@start(?:uml|mindmap|wbs|gantt|salt|json|yaml|ditaa|dot)\b/.test(
    lines.find((line) => line.trim() !== '') ?? '',
  )

/** Fewer introduce what is listed. */
const minWordsOfPage = 40
