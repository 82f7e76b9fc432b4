import { createRequire } from 'node:module'
import lunr from 'lunr'
import { fold } from '../../text/fold.ts'
import { remembering } from '../../text/remembering.ts'
import { koreanParticleList } from './korean-particle-list.ts'
import { plainForm } from './plain-form.ts'

/**
 * The term of a folded word: the stem of its plain form by Porter for English, and by Snowball (lunr-languages) for others, marked with
 * the language, because "letter" in a Danish note is not English "let". Words that are not plain letters (digits,
 * compounds) are the same term in every language, and so are Korean ones, without their particles. In a language without
 * a stemmer, plain a to z is taken for English.
 * @param language as in `Talk.language`
 * @example stem('programmazione', 'it') // => 'programm~it'
 * @example stem('node.js', 'it') // => 'node.js'
 * @example stem('testing', 'ko') // => 'test'
 */
export function stem(word: string, language = 'en'): string {
  if (endsInHangul(word)) return stemEnglish(withoutParticles(word))
  const own = language === 'en' ? undefined : stemmerOf(language).own
  if (!own || !/^\p{L}{3,}$/u.test(word)) return stemEnglish(word)
  return own.stemOf(word) + own.mark
}

/** A word of other signs than plain letters stays as it is; so does "its", which has nothing to do with IT. */
function stemEnglish(word: string): string {
  return /^[a-z]{3,}$/.test(word) && word !== 'its' ? porter(word) : word
}

/** All stems that a word of a question has in the given languages, the English one first. */
export function stemsOf(word: string, languages: readonly string[]): string[] {
  return [...new Set([stem(word), ...languages.map((language) => stem(word, language))])]
}

/** Of the languages of talks, those with a stemmer of their own besides English, each once. */
export function stemmedLanguages(languages: Iterable<string>): string[] {
  const codes = Array.from(new Set(languages), languageCodeOf)
  return [...new Set(codes)].filter((code) => code !== 'en' && stemmed.has(code)).sort()
}

/** The languages of lunr-languages that need no segmenter. */
const stemmed: ReadonlySet<string> = new Set('ar da de el es fi fr hu it nl no pl pt ro ru sv tr'.split(' '))

type Stemmer = (token: lunr.Token) => lunr.Token | string

/** Texts repeat their words, and a stemmer is some fifty regular expressions. */
function stemmerFor(stemmer: Stemmer, plain = (word: string) => word): (word: string) => string {
  return remembering((word) => stemmer(new lunr.Token(plain(word), {})).toString() || word, maxKnownStems)
}

const maxKnownStems = 50_000
const porter = stemmerFor(lunr.stemmer, plainForm)

interface OwnStemmer {
  readonly stemOf: (word: string) => string
  /** `~it`: no word has such an end. */
  readonly mark: string
}

/** By language, loaded when first needed: most teams have notes in one language. */
const stemmerOf = remembering((language): { readonly own?: OwnStemmer } => {
  const code = languageCodeOf(language)
  if (!stemmed.has(code)) return {}
  return { own: { stemOf: stemmerFor(loadLanguage(code).stemmer), mark: `~${code}` } }
})

/** Whether the folded word may end in Korean particles: Korean writes particles to the word before them. */
function endsInHangul(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  return last >= 0xac00 && last <= 0xd7a3
}

/**
 * A Korean word without the particles at its end, of which there may be several. Two syllables always stay, because most
 * short words that end like a particle only look so; a word in Latin letters stays whole.
 * @example withoutParticles('파이썬에서는') // => '파이썬'
 * @example withoutParticles('django를') // => 'django'
 * @example withoutParticles('회의') // => '회의'
 */
function withoutParticles(word: string): string {
  return particlesAtEnd.exec(word)?.[1] ?? word
}

const particles = koreanParticleList.split(/\s+/).join('|')
const particlesAtEnd = new RegExp(String.raw`^(\p{sc=Hangul}{2,}?|.*[a-z])(?:${particles}){1,4}$`, 'u')

/** What lunr-languages provides for one language. */
interface LunrLanguage {
  readonly stemmer: Stemmer
  /** Its stop words, accents and all. */
  readonly stopWordFilter: readonly string[]
}

/**
 * Loads a language of lunr-languages, some milliseconds of work.
 * @param code as in the names of its files
 */
function loadLanguage(code: string): LunrLanguage {
  const require = createRequire(import.meta.url)
  // The packages add themselves to the lunr that they are given: a copy leaves the real one as it is. In it, a filter of
  // stop words is the words themselves, and the segmenter that Japanese asks for is never used.
  const copy: Record<string, unknown> = {
    ...lunr,
    Pipeline: { registerFunction: () => {} },
    generateStopWordFilter: (words: readonly string[]) => words,
    TinySegmenter: class {},
  }
  for (const name of ['stemmer.support', code]) require(`lunr-languages/lunr.${name}.js`)(copy)
  return copy[code] as LunrLanguage
}

const withStopWords: ReadonlySet<string> = new Set(
  'ar da de el es fi fr he hu it ja ko nl no pl pt ro ru sv tr zh'.split(' '),
)

/** Words that only hold a sentence together, folded; none for English, whose lists are our own. Loaded when first asked for. */
export const stopWordsOf = remembering(
  (code): ReadonlySet<string> =>
    new Set(withStopWords.has(code) ? loadLanguage(code).stopWordFilter.map(fold) : []),
)

/** The language alone, as lunr-languages calls it: `pt` for `pt-BR`. */
export function languageCodeOf(language: string): string {
  const [code = ''] = language.toLowerCase().split('-')
  return code === 'nb' || code === 'nn' ? 'no' : code
}

/**
 * How two words that share a stem belong together, told by the rules of English alone:
 * - `itself`: the same word;
 * - `inflection`: forms of one word (`test`, `tests`, `tested`, `testing`);
 * - `derivation`: one is made of the other, or both of a third, and mean the same thing done, doing it or who does it
 *   (`deploy` and `deployment`, `operator` and `operation`);
 * - `stranger`: nothing but letters in common (`general` and `generic`, `university` and `universe`, `PyPy` and `PyPI`).
 */
export type WordRelation = 'itself' | 'inflection' | 'derivation' | 'stranger'

/**
 * @param asked folded, as is the other
 * @example relationOf('universities', 'university') // => 'inflection'
 * @example relationOf('deployment', 'deploying') // => 'derivation'
 * @example relationOf('opera', 'operations') // => 'stranger'
 */
export function relationOf(asked: string, form: string): WordRelation {
  if (asked === form) return 'itself'
  const [ofAsked, ofForm] = [asked, form].map((word) => lemmasOf(plainForm(word))) as [Lemmas, Lemmas]
  if (haveCommon(ofAsked, ofForm)) return 'inflection'
  return haveCommon(ofAsked.flatMap(basesOf), ofForm.flatMap(basesOf)) ? 'derivation' : 'stranger'
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((word) => others.includes(word))
}

/** What stays of a word in front of an ending; undefined if the word does not end so, or nothing that is a word would stay. */
function beforeEnding(ending: string, word: string): string | undefined {
  const rest = word.slice(0, -ending.length)
  return word.endsWith(ending) && /[aeiouy]/.test(rest) && rest.length >= minLetters ? rest : undefined
}

/** `go` and `do` have two. */
const minLetters = 2

type Lemmas = readonly string[]

/** The words that a word may be a form of: itself, and those whose plural, past or gerund it may be. */
const lemmasOf = remembering((word): Lemmas => {
  return [...new Set([word, ...singularsOf(word), ...ofVerb('ed', word), ...ofVerb('ing', word)])]
})

/** `tests`, `classes`, `libraries`; never `class`, `status` and `analysis`. */
function singularsOf(word: string): string[] {
  const ies = beforeEnding('ies', word)
  if (ies !== undefined) return [`${ies}y`, `${ies}ie`]
  const es = beforeEnding('es', word)
  if (es !== undefined && /(?:[sxz]|[cs]h|o)$/.test(es)) return [es, `${es}e`, undoubled(es)]
  const s = beforeEnding('s', word)
  return s === undefined || /[siu]$/.test(s) ? [] : [s]
}

/** `tested`, `used`, `copied`, `stopped`; `making`, `lying`. */
function ofVerb(ending: 'ed' | 'ing', word: string): string[] {
  const rest = beforeEnding(ending, word)
  if (rest === undefined || rest.length + ending.length < 5) return []
  if (ending === 'ed' && rest.endsWith('i')) return [`${rest.slice(0, -1)}y`]
  const afterY = ending === 'ing' && rest.endsWith('y') ? [`${rest.slice(0, -1)}ie`] : []
  return [rest, `${rest}e`, undoubled(rest), ...afterY]
}

/** `stop` for `stopp`. */
function undoubled(word: string): string {
  return word.replace(/([b-df-hj-np-tv-z])\1$/, '$1')
}

/** The words that a word may be derived from: itself, and what stays in front of each such ending. */
const basesOf = remembering((word): readonly string[] => {
  const bases = new Set([word])
  // A base may be made of another: `operationally`, `containerization`. But accessibility is not about access.
  for (const base of bases)
    if (base === word || !base.endsWith('ible'))
      for (const [ending, rests] of derivations) addBases(base, ending, rests, bases)
  return [...bases]
})

function addBases(word: string, ending: RegExp, rests: readonly string[], bases: Set<string>): void {
  const match = ending.exec(word)
  if (!match || match.index < minBase) return
  const rest = word.slice(0, match.index)
  if (rest.endsWith('i')) return
  for (const ofBase of rests) bases.add(rest + ofBase)
}

/** Of shorter ones, most words only look so: `station`, `nation`. */
const minBase = 3

/**
 * Endings that leave the meaning, and what stands in their place in the base. An ending belongs here if nearly every word
 * that ends so is about what its base is about. So `-ize`, `-ism`, `-ist`, `-ous` and plain `-al` and `-ity` do not: an organ
 * is no organization, a universe no university, and functional programming not that of functions.
 */
const derivations: readonly (readonly [ending: RegExp, rests: readonly string[]])[] = [
  [/ment$/, ['', 'e']],
  [/(?<=[^aeiou])ness$/, ['', 'y']],
  [/iness$/, ['y']],
  [/(?<!i)ly$/, ['', 'le']],
  [/ily$/, ['y']],
  [/ication$/, ['y']],
  [/(?<=[aiucpr]t|s)ion$/, ['', 'e']],
  [/ation$/, ['', 'e']],
  [/(?<=at|it|ent)ional$/, ['ion']],
  [/(?<=at|s|ct|ut)ive$/, ['e', '', 'ion']],
  [/[eo]r$/, ['', 'e']],
  [/[ai]ble$/, ['', 'e', 'ate']],
  [/ability$/, ['able']],
  [/ibility$/, ['ible']],
  [/(?<=[ai]l|ar|iv|ic|id|ex|ur)ity$/, ['', 'e']],
  [/ical$/, ['ic', 'y']],
  [/[ae]nce$/, ['', 'e', 'ent', 'ant']],
  [/[ae]ncy$/, ['ent', 'ant']],
]
