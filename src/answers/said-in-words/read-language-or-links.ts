import { languageName } from '../../search/filter/doc-values.ts'
import type { KnownNames } from '../../search/filter/known-names.ts'
import { parseQuery, topicsOf } from '../../search/query/parse-query.ts'
import type { QuestionPlace } from '../../search/query/query.ts'
import { askedLanguages, wordsThatOnlyAsk } from '../../search/query/word-roles.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import { enumerate } from '../../text/enumerate.ts'
import { fold } from '../../text/fold.ts'
import { madeOnce } from '../../text/remembering.ts'
import { placeOfMatch, type SaidInWords } from './said-in-words.ts'

const nouns = [
  '(?:lightning )?talks?|sessions?|keynotes?|presentations?|lectures?|workshops?|tutorials?|notes|vortr(?:ag|äge|ägen)|',
  'charlas?|ponencias?|conférences?|présentations?|exposés?|palestras?|presentazion[ei]',
].join('')
/** What stands before a language: `in German`, `auf Deutsch`, `en français`, `em português`. */
const into = 'in|auf|en|em'

/** A sign that talks in some language, or with or without a video, are wanted: it stands after a word for talks, or before. */
export const signOfLanguageOrLinks = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${nouns}|anything|something)(?!\p{L}).* with(?:out)? |`,
    String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas)(?!\p{L}).* (?:${into}) \p{L}{4,}|`,
    String.raw`(?<!\p{L})\p{L}{4,}(?:-language|-speaking)? (?:${nouns}|ones)(?!\p{L})`,
  ].join(''),
  'iu',
)

const languageOfTalks = [
  String.raw`(?<!\p{L})(?:held |given |that are |which are )?(?:${into}) (?<name>\p{L}{4,})(?!\p{L})`,
  String.raw`(?<!\p{L})(?<name>\p{L}{4,})(?:-language|-speaking)? (?=(?:${nouns}|ones)(?!\p{L}))`,
].map((pattern) => new RegExp(pattern, 'giu'))
/** `flask talks without video`, `anything on boats with slides?` */
const withPart =
  /(?<=\s)(?<way>with(?:out)?)(?: (?:an?|any|no))? (?<part>videos?|recordings?|slides|code)(?: links?)?(?=[?!. ]*$|,? (?:but|except|other than|excluding|apart from|not|about|on|by|from|at|in|über) )/giu
const namesTalks = new RegExp(String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas)(?!\p{L})`, 'iu')

/** What talks are called, just before a language or a part. */
const afterTalks = new RegExp(String.raw`(?<!\p{L})(?:${nouns}|anything|something|etwas) $`, 'iu')
const talksNext = new RegExp(String.raw`^(?:${nouns}|ones)(?!\p{L})`, 'iu')
/** What may come after a language: in `rules in German law`, the law is German. */
const endOfLanguage =
  /^(?:[?!.\s]*$|[,;:]|\s(?:about|on|by|from|at|that|which|with|without|not|but|except|other|excluding|apart|for|is|are|says?|covers?|mentions?|explains?|there|über|zu|zum|zur|von|mit|ohne|sobre|sur|su|con|sans|sin)\s)/iu
/** What stands between a word for talks and a language. */
const inLanguage = new RegExp(`^(?:\\S+ )*(?:${into}) \\S+$`, 'i')
/** How languages that talks may be in are joined: `German, French or Italian talks`, `talks in German and in Italian`. */
const languageBefore =
  /(?<!\p{L})(?<name>\p{L}{4,})(?:-language|-speaking)?(?:,? (?:and|or|und|oder|et|ou|y|e|o) |, )$/iu
const languageAfter = new RegExp(
  String.raw`^(?:,? (?:and|or|und|oder|et|ou|y|e|o) |, )(?:(?:${into}) )?(?<name>\p{L}{4,})(?!\p{L})`,
  'iu',
)
/** What joins a language to something else, so that it is not that of talks: `from German to Python`. */
const joinedBefore = /(?<!\p{L})(?:and|or|und|oder|from|to|into) $/iu
const joinedAfter = /^\s*,?\s*(?:and|or|und|oder|to|into)(?!\p{L})/iu
/** A question about one talk, which may say something in a language: `what does the talk on parsing say about compounds in German?` */
const ofWhatIsSaid = new RegExp(
  [
    String.raw`(?<!\p{L})(?:the|this|that|his|her|their|\p{L}+['’]s|der|dem|den|diese[rmn]?) (?:talk|session|keynote|presentation|lecture|vortrag)(?!\p{L})|`,
    String.raw`(?<!\p{L})(?:says?|said|mentions?|explains?|tells?|claims?|shows?|recommends?|covers?|discuss(?:es)?|describes?)(?!\p{L})`,
  ].join(''),
  'iu',
)
/** A thing may be done with or without something: `talks about working without code`. */
const beforeWay =
  /(?<!\p{L})(?:\p{L}+ing|and|or|with|without|not|but|except|than|from|about|on|for|und|oder|nicht) $/iu
/** What is not wanted: `talks on testing but not in German`, `anything except German talks`. */
const leftOut =
  /(?<!\p{L})(?:(?:(?:(?:that|which) are )?not|(?<=(?:anything|everything) )but|but not|aber nicht|except(?: for)?|other than|rather than|instead of|excluding|apart from|nicht|außer)(?: (?:those|the ones|ones|talks|anything))?(?: (?:that|which) are)? |non-)$/iu

/**
 * Reads which language talks should be in, or which links they should have: `talks in German about testing`, `deutsche Vorträge über
 * Tests`, `flask talks without video`. Undefined if the notes do not know a language of that name, or if the question is a title.
 */
export async function readLanguageOrLinks(
  text: string,
  engine: SearchEngine,
): Promise<SaidInWords | undefined> {
  if (!namesTalks.test(text)) return undefined
  const names = await engine.names()
  const all = [...languageOfTalks, withPart].flatMap((pattern) => [...text.matchAll(pattern)])
  for (const found of all.sort((a, b) => a.index - b.index)) {
    const isPart = found.groups!.part !== undefined
    const languages = isPart ? undefined : languagesAt(found, text, names)
    const { before, said, after, isLeftOut } = placeOf(languages ?? placeOfMatch(found), text, isPart)
    if (!(isPart ? isOfTalks(found, { before, after }) : isLanguageOfTalks(found, before, after))) continue
    const kind = isPart ? readPart(found, names) : languages && readLanguages(languages.names, names)
    if (kind === undefined) continue
    const end = before.length + said.length
    const meaning = isLeftOut ? `leaves out talks ${kind.name}` : kind.meaning
    return {
      clauses: [isLeftOut ? `-${kind.clause}` : kind.clause],
      notice: { kind: 'read-kind', start: before.length, end, message: `“${said}” ${meaning}.` },
      ifNone: isLeftOut
        ? 'No other talk fits.'
        : kind.isOfNone
          ? `No note says that it is ${kind.name}.`
          : `No talk ${kind.name} fits.`,
      mayBeWords:
        kind.isOfNone || (namesTalks.test(before) && !afterTalks.test(before) && !isPart && !isLeftOut),
    }
  }
  return undefined
}

interface LanguagesAt extends QuestionPlace {
  /** By the names that the notes have for them, or their English names. */
  readonly names: readonly string[]
}

/** The language that is named at a place, with those that are joined to it; undefined if there is none by that name. */
function languagesAt(found: RegExpExecArray, text: string, names: KnownNames): LanguagesAt | undefined {
  const known = (name: string) => {
    const called = languageMeant(name)
    return isLanguage(called) || names.clauseFor('lang', called) !== undefined ? called : undefined
  }
  const first = known(found.groups!.name!)
  if (first === undefined) return undefined
  const all = [first]
  let { start, end } = placeOfMatch(found)
  const isAfterTalks = inLanguage.test(found[0])
  for (;;) {
    const next = isAfterTalks
      ? languageAfter.exec(text.slice(end))
      : languageBefore.exec(text.slice(0, start))
    const name = next ? known(next.groups!.name!) : undefined
    if (next === null || name === undefined) return { start, end, names: all }
    if (isAfterTalks) {
      all.push(name)
      end += next[0].length
    } else {
      all.unshift(name)
      start = next.index
    }
  }
}

/** The words for a kind, with those that exclude it: in `boats except German talks`, “talks” is one of them. */
function placeOf({ start, end }: QuestionPlace, text: string, isPart: boolean) {
  const past = text.slice(0, start)
  const rest = text.slice(end)
  const out = isPart ? null : leftOut.exec(past)
  const [noun = ''] = (out && out[0] !== 'non-' && talksNext.exec(rest)) || []
  const before = out ? past.slice(0, out.index) : past
  const after = rest.slice(noun.length)
  const said = text.slice(before.length, text.length - after.length).trim()
  return { before, said, after, isLeftOut: out !== null }
}

/** Whether the question names nothing but talks, in whichever language: then it asks about all of them. */
export function isOfAllTalks(text: string): boolean {
  const asking = wordsThatOnlyAsk(parseQuery(text).words, askedLanguages)
  return topicsOf(parseQuery(text.replace(namesTalks, ''))).every(({ folded }) => asking.has(folded))
}

function isLanguageOfTalks(found: RegExpExecArray, before: string, after: string): boolean {
  if (joinedBefore.test(before) || joinedAfter.test(after)) return false
  if (!inLanguage.test(found[0])) return true
  return endOfLanguage.test(after) && (afterTalks.test(before) || !ofWhatIsSaid.test(before))
}

/** Much is done without code, and anything may be about it: such parts count only beside a word for talks. */
function isOfTalks(
  { groups }: RegExpExecArray,
  { before, after }: Readonly<Record<'before' | 'after', string>>,
): boolean {
  if (afterTalks.test(before)) return true
  const isWithoutCode = groups!.part!.toLowerCase() === 'code' && /out$/i.test(groups!.way!)
  return !beforeWay.test(before) && !isWithoutCode && !goesOn.test(after)
}
const goesOn = /^ (?:about|on|by|from|at|in|über) /i

interface KindSaid {
  readonly clause: string
  /** What it was taken for, as the end of a sentence. */
  readonly meaning: string
  /** What talks of that kind are called. */
  readonly name: string
  /** Whether the notes have no such talk at all. */
  readonly isOfNone: boolean
}

/** If no note says that it is in a language, that is said. */
function readLanguages(called: readonly string[], names: KnownNames): KindSaid {
  const lacking = called.filter((name) => names.clauseFor('lang', name) === undefined)
  const isOfNone = lacking.length === called.length
  const read = `is read as the language${called.length > 1 ? 's' : ''} of the notes`
  const meaning =
    lacking.length === 0 || isOfNone
      ? read
      : `${read}; no note says that it is in ${enumerate(lacking, 'or')}`
  // In a list, the clause says the language.
  return { clause: `lang:${called.join(',')}`, meaning, name: `in ${enumerate(called, 'or')}`, isOfNone }
}

/** A language by its name in English, whichever of some languages it is called in: `deutsche`, `allemand`; else as it was typed. */
function languageMeant(typed: string): string {
  const [name, inflected] = [fold(typed), fold(typed).replace(/e[nrs]?$/, '')]
  const meant = languagesAsCalled().find(({ called }) => called === name || called === inflected)
  return meant ? languageName(meant.code) : `${typed.slice(0, 1).toUpperCase()}${typed.slice(1)}`
}

const isLanguage = (name: string): boolean => languagesInEnglish().has(name)

const languagesInEnglish = madeOnce(() => new Set(languages.map(languageName)))

const languagesAsCalled = madeOnce(() =>
  speakers.flatMap((speaker) => {
    const names = new Intl.DisplayNames(speaker, { type: 'language' })
    return languages.map((code) => ({ code, called: fold(names.of(code) ?? code) }))
  }),
)
const speakers = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv']
const languages = 'cs da de en es fi fr hu it ja ko nb nl pl pt ro ru sv tr uk zh'.split(' ')

function readPart({ groups }: RegExpExecArray, names: KnownNames): KindSaid | undefined {
  const clause = names.clauseFor('has', groups!.part!.toLowerCase())
  const isWithout = /out$/i.test(groups!.way!)
  if (clause === undefined) return undefined
  return isWithout
    ? {
        clause: `-${clause}`,
        meaning: 'leaves out talks that link any',
        name: 'without that',
        isOfNone: false,
      }
    : { clause, meaning: 'leaves out talks that link none', name: 'with that', isOfNone: false }
}
