import type { ReadBlock } from '../../../markup/read-block.ts'
import { withCapital } from '../../../text/with-capital.ts'
import type { Speaker } from '../../talk.ts'
import { dayIn, withoutDay } from '../dates/written-dates.ts'
import { isEventName } from '../words/event-names.ts'
import { propertyIn } from '../words/property-line.ts'
import { isProfile } from '../words/web-link.ts'
import { peopleIn } from './people.ts'
import { hasNameShape, type IsName, isKnownName, isRole, mayBePerson } from './person-names.ts'
import { handleOf, hanName, mailAddress, nickname, plainLine, speakersIn } from './speaker-line.ts'

/** The day that a line begins with: `2024-06-09 by Ada Example`. */
export const dayBefore = (line: string): string | undefined =>
  /^\W*(?:\d|\p{L}{3,9}\.? \d)/u.test(line) && /^by\s/i.test(withoutDay(line)) ? dayIn(line) : undefined

/** `https://conf.example/speaker/AdaExample` and `/speakers/ada-example` name somebody, if the name is a common one. */
export function speakerInAddress(address: string): string | undefined {
  const [, slug = ''] = /\/speakers?\/([\p{L}][\p{L}-]{3,40})\/?$/iu.exec(address) ?? []
  const words = slug.split(/-|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean)
  const name = words.map(withCapital).join(' ')
  return words.length >= 2 && words.length <= 4 && isKnownName(name) ? name : undefined
}

/** Lines in the order in which a name precedes its handle. */
export function nameAboveHandle(lines: readonly string[], isName: IsName): readonly string[] {
  const [first = '', second = '', ...others] = lines
  return handleOf(first) !== undefined && isName(second.trim()) ? [second, first, ...others] : lines
}

/** A bullet, and a line that begins with "by", may also be any sentence: such a line must say that it names people. */
export function isSpeakerLine(
  text: string,
  found: readonly Speaker[],
  block: ReadBlock,
  isName: IsName,
): boolean {
  const plain = plainLine(text)
  const [, behind] = /^(?:by|par|von|por|di|da)\s+(.*)$/i.exec(plain) ?? []
  const isBehindBy =
    behind !== undefined &&
    found.every(({ name }) => hasNameShape(name)) &&
    /^\s*(?:$|[-–—,(|@]|(?:from|at|of)\s+\p{Lu})/u.test(behind.slice(found[0]?.name.length))
  if (isBehindBy && behind.startsWith(found[0]?.name ?? '')) return true
  if (plain.includes('／') || hanName.test(plain) || (/^by\s/i.test(plain) && isOnlyNames(plain, found)))
    return true
  const isMailed = text.search(mailAddress) >= 0
  const areNames = found.every(({ name, handle }) => isMailed || handle !== undefined || isName(name))
  if (/^:?\p{L}+(?:\(s\))?:/u.test(plain)) return true
  if (!areNames && !(found.length >= 2 && isOnlyNames(plain, found))) return false
  if (block.form !== 'bullet' || block.depth > 0) return true
  // `Ada Example (Oar Ltd)`
  const isBeforeFirm =
    found.length === 1 &&
    isKnownName(found[0]?.name ?? '') &&
    /^[^()]*\([^()]*\)$/.test(plain.slice(found[0]?.name.length))
  // `[Ada Example](https://twitter.com/ada), Oar Ltd`
  const isLinked =
    found.length === 1 &&
    found[0]?.handle !== undefined &&
    /^,\s+\p{Lu}[^,.:;!?]{1,40}$/u.test(plain.slice(found[0].name.length))
  return (
    isOnlyNames(plain, found) ||
    isBeforeFirm ||
    isLinked ||
    isMailed ||
    isRole(plain) ||
    /(?<![\w.])@\w+/.test(text)
  )
}

/**
 * Whether a line says who has written notes, who may have spoken of nothing: `Notes by Ada Example`. In `Notes by hand by Ada
 * Example` it is what somebody spoke on.
 */
export function saysWhoWrote(text: string): boolean {
  const [, who = ''] = /^\W{0,4}notes by (.{3,60})$/i.exec(text) ?? []
  return hasNameShape(who.replace(/[\s*_:]+$/, ''))
}

/** Whether a line says nothing but the names, besides a word that announces them. */
export function isOnlyNames(plain: string, found: readonly Speaker[]): boolean {
  let rest = plain.replace(nickname, '').toLowerCase()
  for (const { name, handle } of found)
    rest = rest.replace(name.toLowerCase(), '').replace((handle ?? name).toLowerCase(), '')
  return /^\W*(?:(?:speakers?|presenters?|authors?|presented|talk|keynote|by|with|and|und|et|y|e|von|par|por|di|da)\W*)*(?:twitter\W*)?$/i.test(
    rest,
  )
}

const heldBy = new RegExp(
  [
    String.raw`^(?:(?:an? |the |this )?(?:\w+ )?(?:talk|keynote|presentation|session|lecture|workshop) )`,
    '(?:was )?(?:given |held |presented )?by ([^.]{3,120})',
  ].join(''),
  'i',
)

/** `Talk by Name (what she does) at …`, as the first sentence of a text, which stays. */
export function speakersInSentence({ text, raw }: ReadBlock, isName: IsName): readonly Speaker[] {
  // `[Name](https://twitter.com/name) told …`
  const [, linked = '', address = ''] =
    /^\[([^\][]{5,60})\]\((https?:[^\s()]+)\)(?=\s+\p{L})/u.exec(raw[0]?.trim() ?? '') ?? []
  if (isProfile(address) && hasNameShape(linked)) return [{ name: linked }]
  const presenter = presenterIn(text, isName)
  if (presenter.length > 0) return presenter
  const [, names = ''] = heldBy.exec(plainLine(text)) ?? []
  return names === ''
    ? []
    : speakersIn(`by ${names.replace(/\s(?:at|from|of|on|in|about)\s.*$/, '')}`, isName)
}

/** `Ada Example gave an introduction`, `Ada Example and Bo Sample talked about tides`: whoever does that has spoken. */
function presenterIn(text: string, isName: IsName): readonly Speaker[] {
  const [, names = ''] = presenting.exec(plainLine(text).slice(0, maxSentence)) ?? []
  const all = names.split(/\s+(?:and|&)\s+|,\s+/).map((name) => name.replace(/^(?:dr|prof)\.?\s/i, ''))
  return names !== '' && all.every(mayBePerson) && all.some(isName) ? all.map((name) => ({ name })) : []
}

const maxSentence = 200
const presenting =
  /^(\p{Lu}[\p{L}.'’-]*(?: (?:and |& )?\p{Lu}[\p{L}.'’-]*){1,6})\s+(?:has |will |is |was |also )?(?:present(?:s|ed|ing)?|g[ai]ves?|giving|deliver(?:s|ed)?|talk(?:s|ed|ing)?|sp(?:ea|o)ks?e?|speaking|demo(?:e?d|s|nstrate[sd]?)?|introduce[sd]?|explain(?:s|ed)?|show(?:s|ed)?|provided|walk(?:s|ed))\s/u

/** How far below a title a line still says who speaks, in blocks, and how long such a line is, in characters. */
const maxBlocksAboveWho = 5
const maxWhoLength = 110

/** Whoever the first lines name with what they do, or for whom: `Name as lead designer, Tea Ltd`, `Name from Tea Ltd`. */
export function speakersNearby(blocks: readonly ReadBlock[], isName: IsName): readonly Speaker[] {
  const found: Speaker[] = []
  for (const [index, block] of blocks.slice(0, maxBlocksAboveWho).entries()) {
    if (block.form === 'heading' || block.form === 'code') break
    const name = whoIn(block, { isName, isFirst: index === 0 && block.form === 'paragraph' })
    const people = name === undefined ? peopleOfField(block) : [{ name }]
    if (people.length > 0) found.push(...people)
    else if (found.length > 0) break
  }
  return found
}

/** `Speaker: Ada Example`, below an abstract. */
function peopleOfField({ form, raw, quoted }: ReadBlock): readonly Speaker[] {
  if (form !== 'paragraph' || quoted) return []
  const fields = raw.filter((line) => line.trim() !== '').map(propertyIn)
  return fields.flatMap((field) =>
    field && /^(?:speakers?|presenters?|presented by)$/i.test(field.key) ? peopleIn(field.value) : [],
  )
}

/** The person that a line is on, with what they do or for whom. */
function whoIn(
  { quoted, depth, raw, text }: ReadBlock,
  { isName, isFirst }: { readonly isName: IsName; readonly isFirst: boolean },
): string | undefined {
  if (quoted || depth > 0 || raw.length > 1 || text.length > maxWhoLength * 3) return undefined
  const line = plainLine((raw[0] ?? '').trim().replace(/^[-*+•]\s+/, ''))
  if (line.length > maxWhoLength || /[.!?:;]$/.test(line)) return undefined
  const [, name = '', sign = '', what = ''] = whoLine.exec(line) ?? []
  if (!mayBePerson(name)) return undefined
  if (/from|at/.test(sign)) {
    const isFirm = /^\p{Lu}\S*(?: \S+){0,4}$/u.test(what) && !isEventName(what)
    return isFirm && (isFirst || isName(name)) ? name : undefined
  }
  const isWork = isRole(what) && what.split(',').length <= 2
  return isWork && (/as/.test(sign) || (isName(name) && isKnownName(name))) ? name : undefined
}

const whoLine = /^(\p{Lu}[^,|(–—-]{3,40}?)\s*(,|\||\(|\s[-–—]|\sas\s|\sfrom\s|\sat\s)\s*(\p{L}.*)$/u

/** Whoever the items name with which an abstract begins, if nothing but known names stands in them. */
export function speakersOfAbstract(blocks: readonly ReadBlock[]): readonly Speaker[] {
  const at = blocks.findIndex(({ form }) => form === 'heading')
  if (at < 0 || !/^(?:abstract|description|r[ée]sum[ée])$/i.test(blocks[at]?.text ?? '')) return []
  const below = blocks.slice(at + 1)
  const end = below.findIndex(({ form, depth }) => form !== 'bullet' || depth > 0)
  const items = below.slice(0, Math.max(0, end)).map(({ text }) => text)
  return items.length <= maxSpeakers && items.every(hasNameShape) && items.some(isKnownName)
    ? items.map((name) => ({ name }))
    : []
}

const maxSpeakers = 4

/** `Speaker bio: Ada Example`, if it is the only line that says so, wherever it stands. */
export function speakersOfBio(blocks: readonly ReadBlock[]): readonly Speaker[] {
  const said = blocks.flatMap(({ form, raw }, at) => {
    if (form === 'code') return []
    const names = raw.flatMap((line) => (line.length > maxWhoLength ? [] : (bioLine.exec(line)?.[1] ?? [])))
    return names.length > 0 && isOfLaterItem(blocks, at) ? [] : names
  })
  const [name, ...others] = new Set(said)
  return name === undefined || others.length > 0
    ? []
    : peopleIn(name).filter(({ name }) => hasNameShape(name))
}

/** Within an item that others stand before, as one of several short talks: that item's speaker. */
function isOfLaterItem(blocks: readonly ReadBlock[], at: number): boolean {
  const isWithin = blocks[at]?.form === 'bullet' && (blocks[at]?.depth ?? 0) > 0
  const isItem = ({ form, depth }: ReadBlock) => form === 'bullet' && depth === 0
  return isWithin && blocks.slice(0, at).filter(isItem).length > 1
}

const bioLine =
  /^[\W_]{0,12}(?:speakers?|presenters?|presented by)(?: bio(?:graphy)?)?[\W_]{0,4}:[\W_]{0,6}(\p{L}.*)$/iu

/** A heading below which speakers stand, wherever it is: `Our speaker:`. */
const whoHeading =
  /^(?:(?:our|the|about the|guest|main) )?(?:speakers?|presenters?|instructors?|panell?ists?)\s*:?$/i

/** Whoever the items or lines below such a heading begin with, or the headings below it: `### Ada Example from Oar Ltd`. */
export function speakersBelow(
  blocks: readonly ReadBlock[],
  { longest = maxWhoLength * 3 }: { readonly longest?: number } = {},
): readonly Speaker[] {
  const at = blocks.findIndex(({ form, text }) => form === 'heading' && whoHeading.test(text))
  if (at < 0) return []
  const depth = blocks[at]?.depth ?? 0
  const isHeaded = blocks[at + 1]?.form === 'heading' && (blocks[at + 1]?.depth ?? 0) > depth
  const end = blocks.findIndex(
    (block, index) => index > at && block.form === 'heading' && (!isHeaded || block.depth <= depth),
  )
  const below = blocks.slice(at + 1, end < 0 ? undefined : end)
  const said = isHeaded
    ? below.filter((block) => block.form === 'heading' && block.depth === blocks[at + 1]?.depth)
    : below.slice(0, maxBlocksAboveWho).filter((block) => block.form !== 'code' && block.depth === 0)
  return said
    .filter(({ text }) => text.length <= longest)
    .flatMap(namesOnLines)
    .map((name) => ({ name }))
}

function namesOnLines({ text, raw }: ReadBlock): readonly string[] {
  const lines = raw.filter((line) => line.trim() !== '')
  const names = lines.flatMap((line) => nameBeforeWork(line.replace(/^[\s>]*(?:[-*+•]\s+)?/, '')) ?? [])
  // A line each.
  if (lines.length > 1 && names.length === lines.length && names.every(isKnownName)) return names
  const name = nameBeforeWork(text)
  // What is said of somebody may go on below, but no name does.
  return name !== undefined && (lines.length <= 1 || name === names[0]) ? [name] : []
}

/** Whoever a line begins with: `Ada Example, Oar Ltd`, `Ada Example / Ада Экзампл`. */
function nameBeforeWork(line: string): string | undefined {
  const [, written = ''] =
    /^(\p{Lu}[^,|@[(–—:.-]{3,40}?)\s*(?:[,|@[(–—:-]|\s\/\s|\s(?:from|of|at)\s\p{Lu}|$)/u.exec(
      plainLine(line),
    ) ?? []
  // `Ada EXAMPLE`, as some write the family's.
  const name = written.replace(/(?<=\p{Ll} \p{Lu})\p{Lu}{2,}$/u, (letters) => letters.toLowerCase())
  return mayBePerson(name) ? name : undefined
}
