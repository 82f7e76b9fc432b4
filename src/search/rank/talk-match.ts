import type { QueryTerm } from '../expand/query-terms.ts'
import type { Field } from '../index/talk-texts.ts'
import type { QuestionWordRole } from '../query/question-words.ts'
import { createBestSection } from './best-section.ts'
import type { RankingParameters } from './parameters.ts'
import type { TextMatch } from './text-match.ts'

export type TalkMatchParameters = Pick<RankingParameters, 'certainty' | 'names'>

/** Texts of these fields are names: the question may say the whole of one. */
export type NameField = 'title' | 'speakers' | 'tags'

export function isNameField(field: Field): field is NameField {
  return field === 'title' || field === 'speakers' || field === 'tags'
}

/** How much of a name the question says. */
export interface NameMatch {
  /** The idf of the terms that it says, times the share of the name that they are. */
  readonly value: number
  readonly isWhole: boolean
}

const anchoringFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'summary'])
/** What stands in one of these is not said in passing. */
const prominentFields: ReadonlySet<Field> = new Set(['title', 'speakers', 'tags', 'event', 'heading'])

/** Collects what the texts of one talk have of the question. */
export function createTalkMatch(
  queryTerms: readonly QueryTerm[],
  { certainty: byField, names: nameWeights }: TalkMatchParameters,
) {
  const certainty = new Float32Array(queryTerms.length)
  /** The same, but in passing counts in full. */
  const fullCertainty = new Float32Array(queryTerms.length)
  const section = createBestSection(queryTerms)
  const names: Record<NameField, number> = { title: 0, speakers: 0, tags: 0 }
  let isAnchored = false
  let isNamed = false
  let isTagged = false

  return {
    beginSection: section.begin,

    addText(field: Field, text: TextMatch): void {
      const found = text.weigh()
      const isTogether = found.length >= byField.minTermsTogether
      for (const queryTerm of found) {
        const { role } = queryTerms[queryTerm]!
        if (role === 'topic' && anchoringFields.has(field)) isAnchored = true
        const isInPassing = isCommon(role) && !isTogether && !prominentFields.has(field)
        const full = text.certainty[queryTerm]! * byField[field]
        const value = full * (isInPassing ? byField.passingShare : 1)
        fullCertainty[queryTerm] = Math.max(fullCertainty[queryTerm]!, full)
        certainty[queryTerm] = Math.max(certainty[queryTerm]!, value)
        section.add(queryTerm, field)
      }
    },

    addName(field: NameField, { value, isWhole }: NameMatch): void {
      const gain = nameWeights[field] * value * (isWhole ? nameWeights.wholeGain : 1)
      names[field] = Math.max(names[field], gain)
      if (isWhole && field === 'tags') isTagged = true
      else if (isWhole) isNamed = true
    },

    /** @param adjacent the query terms that stand beside a neighbour of the question, which is never in passing */
    features(adjacent: readonly number[]) {
      for (const queryTerm of adjacent) certainty[queryTerm] = fullCertainty[queryTerm]!
      return {
        certainty,
        isAnchored,
        isInOneSection: section.find(certainty),
        names: names.title + names.speakers + names.tags,
        isNamed,
        isTagged,
      }
    },
  }
}

function isCommon(role: QuestionWordRole): boolean {
  return role === 'generic' || role === 'everyday'
}
