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
    String.raw`(?<!\p{L})\p{L}{4,}(?:-language|-speaking)? (?:${nouns}|ones)(?!\p{L})`,
  ].join(''),
  'iu',
)

const languageOfTalks = [
  String.raw`(?<!\p{L})(?:held |given |that are |which are )?(?:in|auf) (?<name>\p{L}{4,})(?!\p{L})`,
  String.raw`(?<!\p{L})(?<name>\p{L}{4,})(?:-language|-speaking)? (?=(?:${nouns}|ones)(?!\p{L}))`,
].map((pattern) => new RegExp(pattern, 'giu'))
/** `flask talks without video`, `anything on boats with slides?` */
const withPart =
  /(?<=\s)(?<way>with(?:out)?)(?: (?:an?|any|no))? (?<part>videos?|recordings?|slides|code)(?: links?)?(?=[?!. ]*$|,? (?:but|except|other than|excluding|apart from|not) )/giu
const namesTalks = new RegExp(String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas)(?!\p{L})`, 'iu')

/** What talks are called, just before a language or a part. */
const afterTalks = new RegExp(String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas) $`, 'iu')
const talksNext = new RegExp(String.raw`^(?:${nouns}|ones)(?!\p{L})`, 'iu')
/** What may come after a language: of `rules in German law` it is the law that is German. */
const endOfLanguage =
  /^(?:[?!.\s]*$|[,;:]|\s(?:about|on|by|from|at|that|which|with|without|not|but|except|other|excluding|apart|for|is|are|says?|covers?|mentions?|explains?|there|über|zu|zum|zur|von|mit|ohne)\s)/iu
/** Of names that are joined one alone would be read: `talks in German and Italian`. */
const joinedBefore = /(?<!\p{L})(?:and|or|und|oder|from|to|into) $/iu
const joinedAfter = /^\s*,?\s*(?:and|or|und|oder|to|into)(?!\p{L})/iu
/** One talk says what it says in words: `what does the talk on parsing say about compounds in German?` */
const ofWhatIsSaid = new RegExp(
  [
    String.raw`(?<!\p{L})(?:the|this|that|his|her|their|\p{L}+['’]s|der|dem|den|diese[rmn]?) (?:talk|session|keynote|presentation|lecture|vortrag)(?!\p{L})|`,
    String.raw`(?<!\p{L})(?:says?|said|mentions?|explains?|tells?|claims?|shows?|recommends?|covers?|discuss(?:es)?|describes?)(?!\p{L})`,
  ].join(''),
  'iu',
)
/** With or without something may be how a thing is done: `talks about working without code`. */
const beforeWay =
  /(?<!\p{L})(?:\p{L}+ing|and|or|with|without|not|but|except|than|from|about|on|for|und|oder|nicht) $/iu
/** What is not wanted: `talks on testing but not in German`, `anything except German talks`. */
const leftOut =
  /(?<!\p{L})(?:(?:(?:(?:that|which) are )?not|(?<=(?:anything|everything) )but|but not|aber nicht|except(?: for)?|other than|rather than|instead of|excluding|apart from|nicht|außer)(?: (?:those|the ones|ones|talks|anything))?(?: (?:that|which) are)? |non-)$/iu

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
  const all = [...languageOfTalks, withPart].flatMap((pattern) => [...text.matchAll(pattern)])
  for (const found of all.sort((a, b) => a.index - b.index)) {
    const { before, said, after, isLeftOut } = placeOf(found, text)
    const isPart = found.groups!.part !== undefined
    if (!(isPart ? isOfTalks(found, before) : isLanguageOfTalks(found, before, after))) continue
    const kind = isPart ? readPart(found, names) : readLanguage(found, names)
    if (kind === undefined || (await isTitle(text, engine))) continue
    const end = before.length + said.length
    const meaning = isLeftOut ? `leaves out talks ${kind.name}` : kind.meaning
    return {
      clauses: [isLeftOut ? `-${kind.clause}` : kind.clause],
      notice: { kind: 'read-kind', start: before.length, end, message: `“${said}” ${meaning}.` },
      rest: withoutSaid(before, after),
      ifNone: isLeftOut ? 'No other talk fits.' : `No talk ${kind.name} fits.`,
      mayBeWords: namesTalks.test(before) && !afterTalks.test(before) && !isPart && !isLeftOut,
    }
  }
  return undefined
}

/** What is said of a kind, with what leaves it out: of `boats except German talks`, the talks are said too. */
function placeOf(found: RegExpExecArray, text: string) {
  const past = text.slice(0, found.index)
  const rest = text.slice(found.index + found[0].length)
  const out = found.groups!.part === undefined ? leftOut.exec(past) : null
  const [noun = ''] = (out && out[0] !== 'non-' && talksNext.exec(rest)) || []
  const before = out ? past.slice(0, out.index) : past
  const after = rest.slice(noun.length)
  const said = text.slice(before.length, text.length - after.length).trim()
  return { before, said, after, isLeftOut: out !== null }
}

/** What is left of a question, with no comma that joins nothing. */
function withoutSaid(before: string, after: string): string {
  const start = /^[?!.\s]*$/.test(after) ? before.replace(/[\s,;]+$/, '') : before
  return `${start}${after}`
    .replace(/\s+(?=[,;])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether nothing but talks is wanted, and so whatever is asked of them are they themselves. */
export const isOfAllTalks = (text: string): boolean =>
  topicsOf(parseQuery(text.replace(namesTalks, ''))).length === 0

function isLanguageOfTalks(found: RegExpExecArray, before: string, after: string): boolean {
  if (joinedBefore.test(before) || joinedAfter.test(after)) return false
  if (!/^(?:\S+ )*(?:in|auf) \S+$/i.test(found[0])) return true
  return endOfLanguage.test(after) && (afterTalks.test(before) || !ofWhatIsSaid.test(before))
}

/** Code is what much is done without, so that talks without it are told by what they are called alone. */
function isOfTalks({ groups }: RegExpExecArray, before: string): boolean {
  const isWithoutCode = groups!.part!.toLowerCase() === 'code' && /out$/i.test(groups!.way!)
  return !beforeWay.test(before) && (!isWithoutCode || afterTalks.test(before))
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
  if (names.clauseFor('lang', name) === undefined) return undefined
  const called = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  const inLanguage = `in ${called}`
  // A list says the language as its clause does.
  return { clause: `lang:${called}`, meaning: 'is read as the language of the notes', name: inLanguage }
}

function readPart({ groups }: RegExpExecArray, names: KnownNames): KindSaid | undefined {
  const clause = names.clauseFor('has', groups!.part!.toLowerCase())
  const isWithout = /out$/i.test(groups!.way!)
  if (clause === undefined) return undefined
  return isWithout
    ? { clause: `-${clause}`, meaning: 'leaves out talks that link any', name: 'without that' }
    : { clause, meaning: 'leaves out talks that link none', name: 'with that' }
}
