import type { KnownNames } from '../search/filter/known-names.ts'
import { inQuotes, parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { Notice, Query } from '../search/query/query.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { enumerate } from '../text/enumerate.ts'
import { isTitle } from './programme/find/is-title.ts'

/** A question that says in words what the query language has signs for: what is to be left out, or in which language talks are. */
export interface SaidInWords {
  /** What the query language says of it. */
  readonly clauses: readonly string[]
  /** What was read so, and where that is said. */
  readonly notice: Notice
  /** What is asked without that. */
  readonly rest: string
  /** A sentence that says that no talk is left. */
  readonly ifNone: string
  /** Whether it may be a topic as well, so that the question is asked as it stands if no talk fits. */
  readonly mayBeWords?: boolean
}

/** What stands before that which is left out. */
const leads = [
  '(?:but (?:not|none|nothing|neither)|except(?:ing)?(?: for)?|other than|excluding|apart from|',
  '(?:that are |that is |which are |which is )?not(?= (?:about|tagged|by|from) ))',
  '(?: (?:(?:the |any )?(?:ones?|talks?|sessions?|keynotes?)|those|anything|the))?',
  '(?: (?:about|on|tagged(?: with)?|(?:given |held )?by|from))?',
].join('')

/** A sign that something is to be left out: all that `leavingOut` reads has it. */
export const signOfLeavingOut =
  /\b(?:but\s+(?:not|none|nothing|neither)|except(?:ing)?|other\s+than|excluding|apart\s+from|not\s+(?:about|tagged|by|from))\s/i

const leavingOut = new RegExp(String.raw`\b(?:${leads}) (?<names>[^;.?!"():]{1,120})[?!. ]*$`, 'i')
/** What stands between names that are left out: `Flask, Django or Kivy`, `Flask, not tagged Django`. */
const between = new RegExp(
  String.raw`(?:\s*,\s*|\s+)(?:(?:and|or|nor|&) )?(?:${leads}|not) |\s*,\s*(?:(?:and|or|nor|&) )?| (?:and|or|nor|&) `,
  'i',
)
const maxNames = 6
const maxWordsLeftOut = 2
/** `everything except Flask` */
const ofEverything =
  /^(?:(?:what about|how about|tell me about|give me|show(?: me)?|list|find|i want)\s+)?(?:everything|anything|all)$/i

const namedFields = [
  ['tag', 'tagged'],
  ['speaker', 'by'],
  ['event', 'at'],
] as const

/** `is Flask not about speed?` leaves out nothing. */
const asksWhether = /^(?:why|how|is|are|was|were)\b(?! there\b)/i

/**
 * Reads what is to be left out in words: `web frameworks except Flask`, `anything about testing but not Django or Kivy`. Names
 * that the notes know are left out as such, and a word or two as words. Undefined if nothing would be left to ask, not all that
 * is to be left out is known what for, or it is a title.
 */
export async function readLeftOut(
  { text, filters }: Query,
  engine: SearchEngine,
): Promise<SaidInWords | undefined> {
  const found = filters.length > 0 ? null : leavingOut.exec(text)
  const named = found?.groups?.names?.trim()
  if (!found || named === undefined) return undefined
  const asked = text.slice(0, found.index).replace(/[,;\s]+$/, '')
  if (/^not\b/i.test(found[0]) && asksWhether.test(asked)) return undefined
  const rest = ofEverything.test(asked) ? 'talks' : asked
  if (topicsOf(parseQuery(rest)).length === 0 || (await isTitle(text, engine))) return undefined
  const names = await engine.names()
  // “Search and replace” may be one name.
  const whole = readNameLeftOut(named, names)
  const parts = whole?.isKnown
    ? [whole]
    : named.split(between).map((name) => readNameLeftOut(name.trim(), names))
  const all = parts.filter((part) => part !== undefined)
  if (all.length < parts.length || all.length > maxNames) return undefined
  const typed = text.slice(found.index, found.index + found[0].length).replace(/[?!. ]+$/, '')
  // “Not by default” names nobody.
  if (/\b(?:by|from) /i.test(typed) && !all.every(({ isKnown }) => isKnown)) return undefined
  const ways = Map.groupBy(all, ({ way }) => way)
  const said = Array.from(ways, ([way, ofWay]) => {
    const inWay = ofWay.map(({ name }) => (way === inWords ? `“${name}”` : name))
    return `${way} ${enumerate(inWay, 'or')}`
  })
  return {
    clauses: all.map(({ clause }) => `-${clause}`),
    notice: {
      kind: 'left-out',
      start: found.index,
      end: found.index + typed.length,
      message: `“${typed}” leaves out talks ${enumerate(said, 'or')}.`,
    },
    rest,
    ifNone: 'No other talk fits.',
  }
}

const inWords = 'that mention'

interface NameLeftOut {
  readonly name: string
  readonly clause: string
  /** What stands before it if it is said what is left out. */
  readonly way: string
  /** Whether the notes know it as a tag, a speaker or an event. */
  readonly isKnown: boolean
}

/** `Bob Smith’s talks`, `that Bob Smith gave` */
const ofSpeaker =
  /^(?:(?:that|which) )?(\S.*\S)(?:['’]s(?: (?:talks?|sessions?|keynotes?|ones?))?| (?:gave|gives|held|holds|presented))$/i

function readNameLeftOut(name: string, names: KnownNames): NameLeftOut | undefined {
  const [, owner] = ofSpeaker.exec(name) ?? []
  const clauseOfOwner = owner && names.clauseFor('speaker', owner)
  if (owner && clauseOfOwner) return { name: owner, clause: clauseOfOwner, way: 'by', isKnown: true }
  for (const [field, way] of namedFields) {
    const clause = names.clauseFor(field, name)
    if (clause !== undefined) return { name, clause, way, isKnown: true }
  }
  const topics = topicsOf(parseQuery(name))
  const isWords =
    topics.length > 0 && topics.length === name.split(/\s+/).length && topics.length <= maxWordsLeftOut
  const clause = topics.length === 1 ? name : inQuotes(name)
  return isWords ? { name, clause, way: inWords, isKnown: false } : undefined
}
