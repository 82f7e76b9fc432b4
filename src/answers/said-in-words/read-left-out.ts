import type { KnownNames } from '../../search/filter/known-names.ts'
import { parseQuery, topicsOf } from '../../search/query/parse-query.ts'
import { inQuotes } from '../../search/query/write-query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { enumerate } from '../../text/enumerate.ts'
import { nounsByKind } from '../listing/kind-nouns.ts'
import type { SaidInWords } from './said-in-words.ts'

/** What stands before what is left out. */
const leads = [
  '(?:but (?:not?|none|nothing|neither|without)|and (?:not|neither|without)|except(?:ing)?(?: for)?|other than|excluding|apart from|',
  "^not(?= )|(?:(?:that are |that is |which are |which is )?not|(?:that|which) (?:is|are)n[’']?t)(?= (?:(?:about|tagged|by|from) |(?:a )?(?:keynotes?|lightning talks?)[?!. ]*$)))",
  '(?: (?:(?:the |any )?(?:ones?|talks?|sessions?|keynotes?)|those|anything|the))?',
  '(?: (?:about|on|tagged(?: with)?|(?:given |held )?by|from))?',
].join('')
/** The same, but only before names of people that the notes know: anything else may be how a thing is done. */
const leadsOfKnown = 'without(?: (?:any(?:thing| talks?)|talks?|the ones?|those))?(?: by)?|minus'

/** A sign that something is to be left out: all that `leavingOut` reads has it. */
export const signOfLeavingOut =
  /(?:\b(?:but|and)\s+(?:not?|none|nothing|neither)|\bwithout|\bminus|\bexcept(?:ing)?|\bother\s+than|\bexcluding|\bapart\s+from|n[’']?o?t\s+(?:about|tagged|by|from|keynotes?|lightning|a\s+(?:keynote|lightning)))\b|^not\b/i

const thanks = '(?:thanks(?: a lot)?|thank you|thx|please|pls|danke|bitte)'
const [leavingOut, leavingOutKnown] = [leads, leadsOfKnown].map(
  (before) =>
    new RegExp(String.raw`\b(?<lead>${before}) (?<names>[^;.?!"():]{1,120}?)(?:,? ${thanks})?[?!. ]*$`, 'i'),
) as [RegExp, RegExp]
/** What stands between names that are left out: `Flask, Django or Kivy`, `Flask, not tagged Django`. */
const between = new RegExp(
  `(?: ?, ?| )(?:(?:and|or|nor|&) )?(?:${leads}|${leadsOfKnown}|not) | ?, ?(?:(?:and|or|nor|&) )?| (?:and|or|nor|&) `,
  'i',
)
const maxNames = 6
const maxWordsLeftOut = 2
/** `everything except Flask`, and what is left of `not Flask` */
export const isOfEverything = (text: string): boolean => isOnlySigns(text) || everything.test(text)
/** Whether nothing was typed but signs. */
export const isOnlySigns = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text)
const everything =
  /^(?:(?:what about|how about|tell me about|give me|show(?: me)?|list|find|i want)\s+)?(?:everything|anything|all)[?!. ]*$/i

/** `is Flask not about speed?` does not leave out anything, nor does `how do I stop and not restart?`. */
const asksWhether =
  /^(?:why|how|when|where|is|are|was|were|do|does|did|can|could|should|will|would)\b(?! there\b)/i

/**
 * Reads what a question leaves out in words: `web frameworks except Flask`, `anything about testing but not Django or Kivy`. Names
 * that the notes know are left out as such, and a word or two as words. Undefined if something left out is neither,
 * or if nothing would remain to be asked. What leaves out nothing but names (`not Django`) leaves them out of everything.
 * @param isNarrowed whether fields were typed besides the text
 */
export async function readLeftOut(
  text: string,
  engine: SearchEngine,
  isNarrowed: boolean,
): Promise<SaidInWords | undefined> {
  const names = await engine.names()
  const read = (leaving: RegExp) => readNamesLeftOut(leaving, text, { names, isNarrowed })
  return read(leavingOut) ?? read(leavingOutKnown)
}

function readNamesLeftOut(
  leaving: RegExp,
  text: string,
  { names, isNarrowed }: { readonly names: KnownNames; readonly isNarrowed: boolean },
): SaidInWords | undefined {
  const found = leaving.exec(text)
  if (!found) return undefined
  const { lead = '', names: left = '' } = found.groups!
  const asked = text.slice(0, found.index).replace(/[,;\s]+$/, '')
  if (/^(?:and )?not\b/i.test(lead) && asksWhether.test(asked)) return undefined
  const isAlone = !isNarrowed && isOnlySigns(asked)
  const isLeft = isNarrowed || isAlone || isOfEverything(asked) || topicsOf(parseQuery(asked)).length > 0
  if (!isLeft) return undefined
  const all = readAllLeftOut(left.trim().replace(/\s+/g, ' '), lead, names)
  // “Not only SQL” and “except clauses” are topics.
  if (all === undefined || (isAlone && !all.every(({ isKnown }) => isKnown))) return undefined
  const ways = Map.groupBy(all, ({ way }) => way)
  const said = Array.from(ways, ([way, ofWay]) => {
    const inWay = ofWay.map(({ name }) => (way === inWords ? `“${name}”` : name))
    return `${way} ${enumerate(inWay, 'or')}`
  })
  const typed = found[0].slice(0, lead.length + 1 + left.trimEnd().length)
  return {
    clauses: all.map(({ clause }) => `-${clause}`),
    notice: {
      kind: 'left-out',
      start: found.index,
      end: found.index + typed.length,
      message: `“${typed}” leaves out talks ${enumerate(said, 'or')}.`,
    },
    ifNone: 'No other talk fits.',
  }
}

/** Undefined if one of them is no name. */
function readAllLeftOut(named: string, lead: string, names: KnownNames): NameLeftOut[] | undefined {
  const isOfPeople = /\b(?:by|from)$|^(?:without|minus)/i.test(lead)
  const read = (name: string) => readNameLeftOut(name, names, isOfPeople)
  // “Search and replace” may be one name.
  const whole = read(named)
  const parts = whole?.isKnown ? [whole] : named.split(between).map((name) => read(name.trim()))
  const all = parts.filter((part) => part !== undefined)
  if (all.length < parts.length || all.length > maxNames) return undefined
  // “Not by default” names nobody, and many things are done without something.
  const isEnough = /^without/i.test(lead)
    ? ({ way }: NameLeftOut) => way === bySpeaker
    : ({ isKnown }: NameLeftOut) => isKnown || !/^minus|\b(?:by|from)\b/i.test(`${lead} ${named}`)
  return all.every(isEnough) ? all : undefined
}

const inWords = 'that mention'
const bySpeaker = 'by'
const namedFields = [
  ['tag', 'tagged'],
  ['speaker', bySpeaker],
  ['event', 'at'],
] as const

interface NameLeftOut {
  readonly name: string
  readonly clause: string
  /** The words before what is left out. */
  readonly way: string
  /** Whether the notes know a name as that of a tag, a speaker or an event. */
  readonly isKnown: boolean
}

/** `Bob Smith’s talks`, `that Bob Smith gave` */
const ofSpeaker =
  /^(?:(?:that|which) )?(\S.*\S)(?:['’]s(?: (?:talks?|sessions?|keynotes?|ones?))?| (?:gave|gives|held|holds|presented))$/i

/** @param isOfPeople whether a part of somebody's name will do, if it is written as a name */
function readNameLeftOut(name: string, names: KnownNames, isOfPeople: boolean): NameLeftOut | undefined {
  const [, owner] = ofSpeaker.exec(name) ?? (isOfPeople ? /^(\p{Lu}.*)$/u.exec(name) : null) ?? []
  const clauseOfOwner = owner && names.clauseFor('speaker', owner, isOfPeople)
  if (owner && clauseOfOwner) return { name: owner, clause: clauseOfOwner, way: bySpeaker, isKnown: true }
  const [, kind] = /^(?:(?:the|a) )?(keynote|lightning)(?: talk)?s?$/i.exec(name) ?? []
  const [, kindsCalled] = nounsByKind.get(kind?.toLowerCase() ?? '') ?? []
  if (kind && kindsCalled)
    return { name: kindsCalled, clause: `kind:${kind.toLowerCase()}`, way: 'that are', isKnown: true }
  for (const [field, way] of namedFields) {
    const clause = names.clauseFor(field, name)
    if (clause !== undefined) return { name, clause, way, isKnown: true }
  }
  // A part of somebody's name, if it is written as a name.
  const clauseOfPart = /^\p{Lu}/u.test(name) ? names.clauseFor('speaker', name, true) : undefined
  if (clauseOfPart) return { name, clause: clauseOfPart, way: bySpeaker, isKnown: true }
  const topics = topicsOf(parseQuery(name))
  const isWords =
    topics.length > 0 && topics.length === name.split(/\s+/).length && topics.length <= maxWordsLeftOut
  const clause = topics.length === 1 ? name : inQuotes(name)
  return isWords ? { name, clause, way: inWords, isKnown: false } : undefined
}
