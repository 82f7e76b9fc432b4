import { inQuotes, parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { Notice, Query } from '../search/query/query.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { isTitle } from './programme/find/is-title.ts'

/** A question that says in words what is to be left out. */
export interface LeftOut {
  /** It as the query language says it. */
  readonly query: Query
  /** What is left out, and where that is said. */
  readonly notice: Notice
}

/** A sign that something is to be left out: all that `leavingOut` reads has it. */
export const signOfLeavingOut =
  /\b(?:but\s+(?:not|nothing)|except|other\s+than|excluding|apart\s+from|not\s+about)\s/i

const leavingOut = new RegExp(
  [
    String.raw`(?:\bbut (?:not|nothing)(?: about| on)?|\bexcept(?:ing)?(?: for)?(?: about)?|\bother than|\bexcluding|\bapart from|`,
    String.raw`\b(?:that is |that are |which is |which are )?not about) (?<name>[^,;.?!"():]{1,60})[?!. ]*$`,
  ].join(''),
  'i',
)
const maxWordsLeftOut = 2
/** `everything except Flask` */
const ofEverything =
  /^(?:(?:what about|how about|tell me about|give me|show(?: me)?|list|find|i want)\s+)?(?:everything|anything|all)$/i

const namedFields = [
  ['tag', 'tagged'],
  ['speaker', 'by'],
  ['event', 'at'],
] as const

/**
 * Reads what is to be left out in words: `web frameworks except Flask`, `anything about testing but not Django`. A name that the
 * notes know is left out as such, and a word or two as words. Undefined if nothing would be left to ask, or it is a title.
 */
export async function readLeftOut(
  { text, filters }: Query,
  engine: SearchEngine,
): Promise<LeftOut | undefined> {
  const found = filters.length > 0 ? null : leavingOut.exec(text)
  const name = found?.groups?.name?.trim()
  if (!found || name === undefined) return undefined
  const asked = text.slice(0, found.index).replace(/[,;\s]+$/, '')
  const rest = ofEverything.test(asked) ? 'talks' : asked
  if (topicsOf(parseQuery(rest)).length === 0 || (await isTitle(text, engine))) return undefined
  const names = await engine.names()
  const known = namedFields.flatMap(([field, way]) => {
    const clause = names.clauseFor(field, name)
    return clause === undefined ? [] : [{ clause, said: `${way} ${name}` }]
  })[0]
  const topics = topicsOf(parseQuery(name))
  const isWords =
    topics.length > 0 && topics.length === name.split(/\s+/).length && topics.length <= maxWordsLeftOut
  if (known === undefined && !isWords) return undefined
  const clause = known?.clause ?? (topics.length === 1 ? name : inQuotes(name))
  const typed = text.slice(found.index, found.index + found[0].length).replace(/[?!. ]+$/, '')
  const said = known?.said ?? `that mention “${name}”`
  return {
    query: parseQuery(`${rest} -${clause}`),
    notice: {
      kind: 'left-out',
      start: found.index,
      end: found.index + typed.length,
      message: `“${typed}” leaves out talks ${said}.`,
    },
  }
}
