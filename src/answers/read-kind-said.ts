import type { KnownNames } from '../search/filter/known-names.ts'
import { parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { isTitle } from './programme/find/is-title.ts'
import type { SaidInWords } from './read-left-out.ts'

const nouns = 'talks?|sessions?|keynotes?|presentations?|lectures?|notes|vortr(?:ag|äge|ägen)'

/** A sign that talks in some language, or with a video or none, are wanted: it is named after what talks are called, or before. */
export const signOfKind = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${nouns}|anything|something)(?!\p{L}).* with(?:out)? |`,
    String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas)(?!\p{L}).* (?:in|auf) \p{L}{4,}|`,
    String.raw`(?<!\p{L})\p{L}{4,}(?:-language|-speaking)? (?:${nouns})(?!\p{L})`,
  ].join(''),
  'iu',
)

const languageOfTalks = [
  String.raw`(?<!\p{L})(?:held |given |that are |which are )?(?:in|auf) (?<name>\p{L}{4,})(?!\p{L})`,
  String.raw`(?<!\p{L})(?<name>\p{L}{4,})(?:-language|-speaking)? (?=(?:${nouns})(?!\p{L}))`,
].map((pattern) => new RegExp(pattern, 'giu'))
/** `flask talks without video`, `anything on testing with slides?` */
const withPart =
  /(?<=\s)(?<way>with(?:out)?)(?: (?:an?|any|no))? (?<part>videos?|recordings?|slides|code)(?: links?)?(?=[?!. ]*$)/giu
const namesTalks = new RegExp(String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas)(?!\p{L})`, 'iu')

/** As Germans say it. */
const germanNames: readonly (readonly [beginning: RegExp, name: string])[] = [
  [/^deutsch(?:e[nrs]?)?$/i, 'German'],
  [/^englisch(?:e[nrs]?)?$/i, 'English'],
  [/^französisch(?:e[nrs]?)?$/i, 'French'],
  [/^spanisch(?:e[nrs]?)?$/i, 'Spanish'],
  [/^italienisch(?:e[nrs]?)?$/i, 'Italian'],
]

/**
 * Reads in which language talks are to be, or what is to be linked of them: `talks in German about testing`, `deutsche Vorträge über
 * Tests`, `flask talks without video`. Undefined if the notes know no language that is called so, or the question is a title.
 */
export async function readKindSaid(
  { text, filters }: Query,
  engine: SearchEngine,
): Promise<SaidInWords | undefined> {
  if (filters.length > 0 || !namesTalks.test(text)) return undefined
  const names = await engine.names()
  for (const found of [...languageOfTalks, withPart].flatMap((pattern) => [...text.matchAll(pattern)])) {
    const kind = found.groups!.part === undefined ? readLanguage(found, names) : readPart(found, names)
    if (kind === undefined || (await isTitle(text, engine))) continue
    const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`
      .replace(/\s+/g, ' ')
      .trim()
    const isOfAll = topicsOf(parseQuery(rest.replace(namesTalks, ''))).length === 0
    const said = found[0].trim()
    return {
      query: parseQuery(`${isOfAll ? 'list talks' : rest} ${kind.clause}`),
      notice: {
        kind: 'read-kind',
        start: found.index,
        end: found.index + said.length,
        message: `“${said}” ${kind.meaning}.`,
      },
      rest,
      ifNone: `No talk ${kind.name} fits.`,
    }
  }
  return undefined
}

interface KindSaid {
  readonly clause: string
  /** What it was taken for, as the end of a sentence. */
  readonly meaning: string
  /** What talks of it are called. */
  readonly name: string
}

function readLanguage({ groups }: RegExpExecArray, names: KnownNames): KindSaid | undefined {
  const typed = groups!.name!
  const name = germanNames.find(([beginning]) => beginning.test(typed))?.[1] ?? typed
  const clause = names.clauseFor('lang', name)
  if (clause === undefined) return undefined
  const inLanguage = `in ${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return { clause, meaning: 'is read as the language of the notes', name: inLanguage }
}

function readPart({ groups }: RegExpExecArray, names: KnownNames): KindSaid | undefined {
  const clause = names.clauseFor('has', groups!.part!.toLowerCase())
  const isWithout = /out$/i.test(groups!.way!)
  if (clause === undefined) return undefined
  return isWithout
    ? { clause: `-${clause}`, meaning: 'leaves out talks that link any', name: 'without that' }
    : { clause, meaning: 'leaves out talks that link none', name: 'with that' }
}
