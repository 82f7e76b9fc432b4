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
  const [ofAsked, ofForm] = [lemmasOf(asked), lemmasOf(form)]
  if (haveCommon(ofAsked, ofForm)) return 'inflection'
  return haveCommon(ofAsked.flatMap(basesOf), ofForm.flatMap(basesOf)) ? 'derivation' : 'stranger'
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((word) => others.includes(word))
}

/** What stays of a word in front of an ending; undefined if the word does not end so, or nothing that is a word would stay. */
function without(ending: string, word: string): string | undefined {
  const rest = word.slice(0, -ending.length)
  return word.endsWith(ending) && /[aeiouy]/.test(rest) && rest.length >= minLetters ? rest : undefined
}

/** `go` and `do` have two. */
const minLetters = 2

/** The words that this may be a form of: itself, and what its plural, past or gerund is made of. */
function lemmasOf(word: string): string[] {
  return [...new Set([word, ...singularsOf(word), ...ofVerb('ed', word), ...ofVerb('ing', word)])]
}

/** `tests`, `classes`, `libraries`; never `class`, `status` and `analysis`. */
function singularsOf(word: string): string[] {
  const ies = without('ies', word)
  if (ies !== undefined) return [`${ies}y`, `${ies}ie`]
  const es = without('es', word)
  if (es !== undefined && /(?:[sxz]|[cs]h|o)$/.test(es)) return [es, `${es}e`, undoubled(es)]
  const s = without('s', word)
  return s === undefined || /[siu]$/.test(s) ? [] : [s]
}

/** `tested`, `used`, `copied`, `stopped`; `making`, `lying`. */
function ofVerb(ending: 'ed' | 'ing', word: string): string[] {
  const rest = without(ending, word)
  if (rest === undefined || rest.length + ending.length < 5) return []
  if (ending === 'ed' && rest.endsWith('i')) return [`${rest.slice(0, -1)}y`]
  const afterY = ending === 'ing' && rest.endsWith('y') ? [`${rest.slice(0, -1)}ie`] : []
  return [rest, `${rest}e`, undoubled(rest), ...afterY]
}

/** `stop` for `stopp`. */
function undoubled(word: string): string {
  return word.replace(/([b-df-hj-np-tv-z])\1$/, '$1')
}

/** What a word may be made of: itself, and what stays in front of each ending that makes a derivation. */
function basesOf(word: string): string[] {
  const bases = new Set([word])
  // A base may be made of another: `operationally`, `containerization`.
  for (const base of bases) for (const [ending, rests] of derivations) addBases(base, ending, rests, bases)
  return [...bases]
}

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
  [/(?<=[aiu]t|s)ion$/, ['', 'e']],
  [/(?<=ct|pt|rt)ion$/, ['', 'e']],
  [/ation$/, ['', 'e']],
  [/(?<=at|it|ent)ional$/, ['ion']],
  [/(?<=at|s|ct|ut)ive$/, ['e', '', 'ion']],
  [/[eo]r$/, ['', 'e']],
  [/[ai]ble$/, ['', 'e', 'ate']],
  [/(?<=[ai])bility$/, ['ble']],
  [/(?<=[ai]l|ar|iv|ic|id|ex|ur)ity$/, ['', 'e']],
  [/ical$/, ['ic', 'y']],
  [/[ae]nce$/, ['', 'e', 'ent', 'ant']],
  [/[ae]ncy$/, ['ent', 'ant']],
]
