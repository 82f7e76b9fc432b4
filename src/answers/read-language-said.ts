import { parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { isTitle } from './programme/find/is-title.ts'
import type { SaidInWords } from './read-left-out.ts'

const nouns = 'talks?|sessions?|keynotes?|presentations?|lectures?|notes|vortr(?:ag|äge|ägen)'

/** A sign that talks in some language are wanted: one may be named after what talks are called, or before. */
export const signOfLanguage = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas)(?!\p{L}).* (?:in|auf) \p{L}{4,}|`,
    String.raw`(?<!\p{L})\p{L}{4,}(?:-language|-speaking)? (?:${nouns})(?!\p{L})`,
  ].join(''),
  'iu',
)

const languageOfTalks = [
  String.raw`(?<!\p{L})(?:held |given |that are |which are )?(?:in|auf) (?<name>\p{L}{4,})(?!\p{L})`,
  String.raw`(?<!\p{L})(?<name>\p{L}{4,})(?:-language|-speaking)? (?=(?:${nouns})(?!\p{L}))`,
].map((pattern) => new RegExp(pattern, 'giu'))
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
 * Reads in which language talks are to be: `talks in German about testing`, `deutsche Vorträge über Tests`. Undefined if no talk
 * is in a language that is called so, or the question is a title.
 */
export async function readLanguageSaid(
  { text, filters }: Query,
  engine: SearchEngine,
): Promise<SaidInWords | undefined> {
  if (filters.length > 0 || !namesTalks.test(text)) return undefined
  const names = await engine.names()
  for (const found of languageOfTalks.flatMap((pattern) => [...text.matchAll(pattern)])) {
    const typed = found.groups!.name!
    const name = germanNames.find(([beginning]) => beginning.test(typed))?.[1] ?? typed
    const clause = names.clauseFor('lang', name)
    if (clause === undefined || (await isTitle(text, engine))) continue
    const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`
      .replace(/\s+/g, ' ')
      .trim()
    const isOfAll = topicsOf(parseQuery(rest.replace(namesTalks, ''))).length === 0
    const said = found[0].trim()
    return {
      query: parseQuery(`${isOfAll ? 'list talks' : rest} ${clause}`),
      notice: {
        kind: 'read-language',
        start: found.index,
        end: found.index + said.length,
        message: `“${said}” is read as the language of the notes.`,
      },
      rest,
      ifNone: `No talk in ${capitalised(name)} fits.`,
    }
  }
  return undefined
}

const capitalised = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)
