import type { ReadBlock } from '../../../markup/read-block.ts'

/** Whether the name of a file or its first heading says that talks stand there. */
export const saysTalks = (blocks: readonly ReadBlock[], stem: string): boolean =>
  titlesOfList(blocks, stem).some(announcesTalks)

/** Whether somebody lists the talks that they gave, by what the list is called. */
export const saysOwnTalks = (blocks: readonly ReadBlock[], stem: string): boolean =>
  titlesOfList(blocks, stem).some((title) => ofOwn.test(title) && announcesTalks(title))

/** What a list is called: by its file, and by its first heading. */
export const titlesOfList = ([first]: readonly ReadBlock[], stem: string): readonly string[] => [
  wordsOf(stem),
  /\s/.test(first?.text ?? '') ? (first?.text ?? '') : wordsOf(first?.text ?? ''),
]

const wordsOf = (name: string): string => name.replace(/[-_]+/g, ' ')

/** Whether a title says that talks stand below it, and nothing else: `Talks at OarConf`, `Past talks: 2019`. */
export function announcesTalks(title: string): boolean {
  if (title.length > maxAnnounced) return false
  const bare = title.replace(/^\W+/, '').trim()
  const [whole, where = ''] = talksAlone.exec(bare) ?? talksOfSomebody.exec(bare) ?? []
  return whole !== undefined && (where === '' || /^(?:the )?[\p{Lu}\d]/u.test(where))
}

/** `We gave the following talks:` */
export const endsAnnouncing = (text: string): boolean =>
  text.endsWith(':') && (talksFollow.test(text.slice(-maxAnnounced)) || announcesTalks(lastSentenceOf(text)))

/** `The club had the following talks:` */
const talksFollow = /\bfollowing (?:\p{Ll}+ )?(?:talks|presentations|lectures|workshops)(?: \p{L}+){0,4}:$/u

const lastSentenceOf = (text: string): string =>
  text
    .slice(-maxAnnounced)
    .split(/[.!?]\s/)
    .at(-1) ?? ''

/** In characters. */
const maxAnnounced = 200
/** Where talks were, who gave them, or the year. */
const behindTalks = String.raw`(?:,? (?:of|by|at|in|from) ((?:the )?[^\s:.!?][^:.!?]{1,60})|:? (?:19|20)\d\d)?:?$`
const which =
  '(?:(?:the|following|my|our|past|previous|all|recent|selected|upcoming|conference|tech|awesome|invited|other|some|list|of|few) )*'
const talksAlone = new RegExp(
  [
    `^${which}(?:talks|presentations|speaking|speaking engagements|lectures)`,
    `(?: and (?:talks|presentations|workshops|slides|videos))?${behindTalks}`,
  ].join(''),
  'i',
)
const ofOwn = /\b(?:my|speaking|i|given|held|(?:talks|presentations|lectures) by)\b/i

const given = "(?:i|we)(?:['’]ve| have)? (?:gave|given|held|attended|watched|saw|seen|liked)"
const anyTalks = `${which}(?:talks|presentations|lectures|sessions|workshops)`
/** Sessions and workshops are other things too, unless somebody gave them or was there. */
const talksOfSomebody = new RegExp(
  `^(?:${given} ${anyTalks}|${anyTalks} (?:that )?${given})${behindTalks}`,
  'i',
)
