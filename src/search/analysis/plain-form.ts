import { madeOnce } from '../../text/remembering.ts'
import { readWordList } from './english-word-lists.ts'

/**
 * A folded English word as American English spells it, and in the singular if no rule tells its plural: `analyse` and `analyze` are
 * one word, and so are `children` and `child`, but no stem says so.
 */
export function plainForm(word: string): string {
  return singulars.get(word) ?? (mayBeBritish.test(word) ? inAmerican(word) : word)
}

/** The word as it is, if it is not of Britain alone, or no rule tells its American spelling. */
function inAmerican(word: string): string {
  const { british, american } = spellings()
  const found = british.has(word) && !american.has(word) && byRules(word).find((other) => american.has(other))
  if (found) return found
  // The lists lack some plurals.
  return word.endsWith('s') && !british.has(word) ? `${inAmerican(word.slice(0, -1))}s` : word
}

function byRules(word: string): readonly string[] {
  return rules.map(([british, rest]) => word.replace(british, rest))
}

/** What differs, and how it is in American English. A rule may be wide: what it makes is only taken if it is an American word. */
const rules: readonly (readonly [british: RegExp, american: string])[] = [
  [/is(?=e|ing|abl|ation)/, 'iz'],
  [/ys(?=e|ing|abl)/, 'yz'],
  [/[ao]e/, 'e'],
  [/ll(?=e|i|or|y)/, 'l'],
  [/our/, 'or'],
  [/(?<=[bhtv])re(?=$|s$|d$)/, 'er'],
  [/enc(?=e|ib)/, 'ens'],
  [/gement/, 'gment'],
  [/ogue/, 'og'],
  [/grey/, 'gray'],
  [/ould/, 'old'],
  [/arte/, 'arti'],
  [/mme(?=s?$)/, 'm'],
]
const mayBeBritish = new RegExp(rules.map(([{ source }]) => source).join('|'))

/** The words of the one and of the other. Of some, the other spelling is a word there too, for something else. */
const spellings = madeOnce(() => ({
  british: new Set([...wordsOf('british'), 'analyses', 'paralyses']),
  american: new Set([...wordsOf('american'), 'license', 'licenses', 'program', 'programs']),
}))

function wordsOf(kind: 'american' | 'british'): readonly string[] {
  return [10, 20, 35, 40, 50, 55, 60, 70].flatMap((size): string[] => JSON.parse(readWordList(kind, size)))
}

/** By its plural. A plural that is one of another word too, or a form of a verb, is left out, as `bases` and `analyses` are. */
const singulars: ReadonlyMap<string, string> = new Map(
  `alumnus alumni, antenna antennae, appendix appendices, cactus cacti, child children,
  corpus corpora, crisis crises, criterion criteria, ellipsis ellipses, emphasis emphases, focus foci, foot feet,
  formula formulae, genius geniuses, goose geese, hypothesis hypotheses, index indices, knife knives, loaf loaves, man men,
  matrix matrices, mouse mice, nucleus nuclei, octopus octopuses, ox oxen, parenthesis parentheses, phenomenon phenomena,
  prognosis prognoses, quiz quizzes, radius radii, schema schemata, self selves, simplex simplices, stimulus stimuli,
  syllabus syllabi, synopsis synopses, thesis theses, thief thieves, tooth teeth, vertex vertices, vortex vortices,
  wife wives, wolf wolves, woman women`
    .split(/,\s+/)
    .map((pair) => pair.split(' '))
    .map(([singular = '', plural = '']) => [plural, singular]),
)
