import type { ReadBlock } from '../../markup/read-block.ts'
import type { Speaker } from '../talk.ts'
import { hasNameShape, type IsName, isKnownName, isRole } from './names.ts'
import { isHandle, plainLine, speakersIn } from './speaker-line.ts'
import { isProfile } from './web-link.ts'

/** The speakers that a heading below a title names, with whatever else of them: `Ada Example - Tea Ltd`. */
export function speakersOfHeading(heading: string, isName: IsName): readonly Speaker[] {
  const found = speakersIn(heading, isName)
  if (
    found.some(
      ({ name }) =>
        heading.trimStart().startsWith(name) ||
        /^(?:by|speakers?|presenters?|presented by|par|von)\b/i.test(heading),
    )
  )
    return found
  // A heading that quotes somebody's post.
  const isQuotation =
    heading.includes('/status/') || (heading.includes('@') && heading.trimEnd().endsWith(':'))
  if (found.length === 0 && isQuotation) return []
  // Whoever stands before a firm is somebody, whatever the name.
  const [, name = ''] = /^([^,|@(–—-]+?)\s*(?:,|\||@|\(|\s[-–—]+\s)\s*\S/u.exec(plainLine(heading)) ?? []
  const several = name.split(/\s+(?:and|&)\s+/)
  return several.every(hasNameShape) ? several.map((one) => ({ name: one })) : []
}

/** `https://conf.example/speaker/AdaExample` and `/speakers/ada-example` name somebody, if the name is a common one. */
export function speakerInAddress(address: string): string | undefined {
  const [, slug = ''] = /\/speakers?\/([\p{L}][\p{L}-]{3,40})\/?$/iu.exec(address) ?? []
  const words = slug.split(/-|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean)
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return words.length >= 2 && words.length <= 4 && isKnownName(name) ? name : undefined
}

/** Lines in the order in which a name precedes its handle. */
export function nameAboveHandle(lines: readonly string[], isName: IsName): readonly string[] {
  const [first = '', second = '', ...others] = lines
  return isHandle(first) && isName(second.trim()) ? [second, first, ...others] : lines
}

/** A bullet, and a line that begins with "by", may also be any sentence: such a line must say that it names people. */
export function isSpeakerLine(
  text: string,
  found: readonly Speaker[],
  block: ReadBlock,
  isName: IsName,
): boolean {
  const plain = plainLine(text)
  const [, behind] = /^(?:by|par|von|por)\s+(.*)$/i.exec(plain) ?? []
  const isBehindBy =
    behind !== undefined &&
    found.every(({ name }) => hasNameShape(name)) &&
    /^\s*(?:$|[-–—,(|@])/.test(behind.slice(found[0]?.name.length))
  if (isBehindBy && behind.startsWith(found[0]?.name ?? '')) return true
  if (plain.includes('／') || (/^by\s/i.test(plain) && isOnlyNames(plain, found))) return true
  const areNames = found.every(({ name, handle }) => handle !== undefined || isName(name))
  if (/^:?\p{L}+(?:\(s\))?:/u.test(plain)) return true
  if (!areNames && !(found.length >= 2 && isOnlyNames(plain, found))) return false
  if (block.form !== 'bullet' || block.depth > 0) return true
  return isOnlyNames(plain, found) || isRole(plain) || /(?<![\w.])@\w+/.test(text)
}

/** Whether a line says nothing but the names, besides a word that announces them. */
export function isOnlyNames(plain: string, found: readonly Speaker[]): boolean {
  let rest = plain
  for (const { name, handle } of found) rest = rest.replace(name, '').replace(handle ?? name, '')
  return /^\W*(?:(?:speakers?|presenters?|authors?|presented|talk|keynote|by|with|and|und|von)\W*)*(?:twitter\W*)?$/i.test(
    rest,
  )
}

/** `Talk by Name (what she does) at …`, as the first sentence of a text, which stays. */
export function speakersInSentence({ text, raw }: ReadBlock, isName: IsName): readonly Speaker[] {
  // `[Name](https://twitter.com/name) told …`
  const [, linked = '', address = ''] =
    /^\[([^\][]{5,60})\]\((https?:[^\s()]+)\)(?=\s+\p{L})/u.exec(raw[0]?.trim() ?? '') ?? []
  if (isProfile(address) && hasNameShape(linked)) return [{ name: linked }]
  const [, names = ''] =
    /^(?:(?:an? |the |this )?(?:\w+ )?(?:talk|keynote|presentation|session|lecture|workshop) )(?:was )?(?:given |held |presented )?by ([^.]{3,120})/i.exec(
      plainLine(text),
    ) ?? []
  return names === ''
    ? []
    : speakersIn(`by ${names.replace(/\s(?:at|from|of|on|in|about)\s.*$/, '')}`, isName)
}
