import type { RankingParameters } from '../../src/search/rank/parameters.ts'
import { type ParameterPath, withParameter } from './parameter-path.ts'

/** One idea of the ranking or of the decision, and how to do without it. */
export interface Ablation {
  readonly name: string
  /** What the idea is, in one line. */
  readonly says: string
  /** The parameters without the idea. */
  readonly change: (parameters: RankingParameters) => RankingParameters
  /** Whether unknown words stand for the nearest known ones. Default true. */
  readonly spelling?: boolean
}

/** Whoever adds an idea adds a line. */
export const ablations: readonly Ablation[] = [
  {
    name: 'words as typed',
    says: 'the word as typed counts more than its forms, and what only has its stem counts little and means nothing',
    change: without({
      'forms.part.weight': 1,
      'forms.part.certainty': 1,
      'forms.inflection.weight': 1,
      'forms.derivation.weight': 1,
      'forms.derivation.certainty': 1,
      'forms.stranger.weight': 1,
      'forms.stranger.certainty': 1,
    }),
  },
  {
    name: 'proximity',
    says: 'neighbouring words of the question that stand side by side, in order',
    change: without({ 'proximity.weight': 0 }),
  },
  {
    name: 'names, all',
    says: 'what the question says of titles, speakers and tags',
    change: without({ 'names.title': 0, 'names.speakers': 0, 'names.tags': 0 }),
  },
  { name: 'names, titles', says: 'what the question says of a title', change: without({ 'names.title': 0 }) },
  {
    name: 'names, speakers',
    says: 'what the question says of a speaker',
    change: without({ 'names.speakers': 0 }),
  },
  { name: 'names, tags', says: 'what the question says of a tag', change: without({ 'names.tags': 0 }) },
  {
    name: 'names, whole gain',
    says: 'a name that is said in whole counts more',
    change: without({ 'names.wholeGain': 1 }),
  },
  {
    name: 'named events',
    says: 'the talks of an event that the question names gain',
    change: without({ 'events.gain': 0 }),
  },
  {
    name: 'feedback',
    says: 'what the first talks are about ranks those after the third',
    change: without({ 'feedback.weight': 0 }),
  },
  {
    name: 'long notes by best window',
    says: 'long notes are scored by their best window',
    change: without({ 'longNotes.minTerms': Infinity }),
  },
  {
    name: 'title boost',
    says: 'a term in the title counts besides',
    change: without({ 'index.titleBoost': 0 }),
  },
  {
    name: 'everyday words',
    says: 'words of everyday life are told from topics',
    change: without({ 'terms.everydayWords': false }),
  },
  {
    name: "generic words' share",
    says: 'a generic word covers a share of its idf',
    change: without({ 'terms.genericShare': 1 }),
  },
  {
    name: 'words about asking',
    says: 'a word about asking, talks and notes ranks too, lightly',
    change: without({ 'terms.requestWeight': 0 }),
  },
  {
    name: 'quotes that only quote',
    says: 'phrases are not kept to if the talks that say them cover far less',
    change: without({ 'decision.minShareOfPhrases': 0 }),
  },
  {
    name: 'quotes in long texts',
    says: 'in a text of more than twenty topics, no quotation marks are kept to',
    change: without({ 'decision.maxTopicsOfPhrases': Infinity }),
  },
  {
    name: 'vague questions',
    says: 'a question without a topic is covered half at most',
    change: without({ 'coverage.maxVague': 1 }),
  },
  {
    name: 'unknown words diminishing',
    says: 'each further word that no note has weighs less',
    change: without({ 'coverage.unknownDecay': 0 }),
  },
  {
    name: 'field certainties',
    says: 'what is only in a section, a heading, a link or a follow-up is less certain',
    change: without({
      'certainty.heading': 1,
      'certainty.section': 1,
      'certainty.links': 1,
      'certainty.followUps': 1,
    }),
  },
  {
    name: 'synonyms',
    says: 'built-in synonyms, and the team’s own',
    change: without({ 'variants.synonym.weight': 0, 'variants.synonym.certainty': 0 }),
  },
  {
    name: 'spelling',
    says: 'unknown words stand for the nearest known ones',
    change: (parameters) => parameters,
    spelling: false,
  },
  {
    name: 'further corrections',
    says: 'an unknown word stands for the next nearest known ones too',
    change: without({ 'spelling.maxCorrections': 1 }),
  },
  {
    name: 'joined words',
    says: '“code base” finds “codebase”',
    change: without({ 'variants.joined.weight': 0, 'variants.joined.certainty': 0 }),
  },
  {
    name: 'words apart',
    says: '“codebase” finds “code base”',
    change: without({ 'variants.apart.weight': 0, 'variants.apart.certainty': 0 }),
  },
  {
    name: 'parts of words',
    says: '“os.path” finds “os” and “path”',
    change: without({ 'variants.parts.weight': 0, 'variants.parts.certainty': 0 }),
  },
  {
    name: 'quotation: headings',
    says: 'a sentence gains of the heading that it stands under',
    change: without({ 'quotation.headingShare': 0 }),
  },
  {
    name: 'quotation: passage',
    says: 'a sentence gains of the rest of its passage, and of the one before',
    change: without({ 'quotation.passageShare': 0, 'quotation.beforeShare': 0 }),
  },
  {
    name: 'quotation: names',
    says: 'the title’s and the speakers’ words tell little about which sentence to quote',
    change: without({ 'quotation.nameShare': 1 }),
  },
  {
    name: 'quotation: common words',
    says: 'nor do words that most passages of the talk have',
    change: without({ 'quotation.commonness': 0 }),
  },
  {
    name: 'quotation: thing asked for',
    says: '“how many” asks for a number, “who” for a person',
    change: without({ 'quotation.thingGain': 0 }),
  },
  {
    name: 'quotation: further sentences',
    says: 'up to three sentences, wherever they stand',
    change: without({ 'quotation.maxSentences': 1 }),
  },
]

/**
 * Those whose names contain one of these parts; all for no parts.
 * @throws Error for a part that no idea's name has.
 */
export function chooseAblations(names: readonly string[] | undefined): readonly Ablation[] {
  const unknown = names?.find((name) => !ablations.some((ablation) => ablation.name.includes(name)))
  if (unknown !== undefined) {
    const known = ablations.map(({ name }) => name).join('; ')
    throw new Error(`--ideas: ${unknown} is in the name of none of these: ${known}.`)
  }
  return names ? ablations.filter(({ name }) => names.some((part) => name.includes(part))) : ablations
}

function without(values: Partial<Record<ParameterPath, number | boolean>>): Ablation['change'] {
  const paths = Object.keys(values) as ParameterPath[]
  return (parameters) =>
    paths.reduce((changed, path) => withParameter(changed, path, values[path]!), parameters)
}
