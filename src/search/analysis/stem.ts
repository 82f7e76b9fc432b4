import lunr from 'lunr'
import { koreanParticleList } from './korean-particle-list.ts'
import { languageCodeOf, loadLanguage } from './lunr-language.ts'

/**
 * The term of a folded word: its stem by Porter for English, and by Snowball (lunr-languages) for others, marked with
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
  const own = language === 'en' ? undefined : stemmerOf(language)
  if (!own || !/^\p{L}{3,}$/u.test(word)) return stemEnglish(word)
  return run(own.stemmer, word) + own.mark
}

/** A word that is no plain letters stays as it is; so does "its", which is nothing to IT. */
function stemEnglish(word: string): string {
  return /^[a-z]{3,}$/.test(word) && word !== 'its' ? run(lunr.stemmer, word) : word
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

/** Those of lunr-languages that stem without a segmenter. */
const stemmed: ReadonlySet<string> = new Set('ar da de el es fi fr hu it nl no pl pt ro ru sv tr'.split(' '))

type Stemmer = (token: lunr.Token) => lunr.Token | string

function run(stemmer: Stemmer, word: string): string {
  let stems = known.get(stemmer)
  if (!stems || stems.size >= maxKnownStems) {
    stems = new Map()
    known.set(stemmer, stems)
  }
  const seen = stems.get(word)
  if (seen !== undefined) return seen
  const stemmed = stemmer(new lunr.Token(word, {})).toString() || word
  stems.set(word, stemmed)
  return stemmed
}

/** Texts repeat their words, and a stemmer is some fifty regular expressions. */
const known = new Map<Stemmer, Map<string, string>>()
const maxKnownStems = 50_000

interface OwnStemmer {
  readonly stemmer: Stemmer
  /** `~it`: no word has such an end. */
  readonly mark: string
}

/** By language, loaded when first needed: most teams have notes in one language. */
const loaded = new Map<string, OwnStemmer | undefined>()

function stemmerOf(language: string): OwnStemmer | undefined {
  if (!loaded.has(language)) loaded.set(language, load(languageCodeOf(language)))
  return loaded.get(language)
}

function load(code: string): OwnStemmer | undefined {
  return stemmed.has(code) ? { stemmer: loadLanguage(code).stemmer, mark: `~${code}` } : undefined
}

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
