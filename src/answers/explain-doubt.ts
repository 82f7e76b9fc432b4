import { isTimeWord } from '../calendar/is-time-word.ts'
import type { ThingAsked } from '../search/query/asked-for.ts'
import type { SearchResult } from '../search/search-engine.ts'
import type { AnswerEvidence } from '../search/snippet/answer-evidence.ts'
import { enumerate } from '../text/enumerate.ts'
import { fold } from '../text/fold.ts'
import type { DoubtReason } from './answer.ts'
import { describeSlots } from './describe-slot.ts'

export interface Doubt {
  readonly reason: DoubtReason
  /** One or two sentences, each of which is true. */
  readonly explanation: string
}

/**
 * Says why the talks that fit best may not answer the question. If a talk is on what was named, but certainly does not have what is
 * asked, it says just that.
 * @param best the talk that fits best
 * @param results others that fit, with or without it
 */
export function explainDoubt(best: SearchResult, results: readonly SearchResult[]): Doubt {
  const evidence = best.evidence()
  const unsaid = saidNowhere(evidence, results)
  const { subjects } = evidence
  if (subjects.length > 0 && unsaid !== undefined) {
    const notes = `The notes on ${enumerate(withoutRepeats(subjects).slice(0, maxSubjects), 'and')}`
    const given = unsaid.thing === 'date' ? describeSlots(best.talk) : ''
    const told = given === '' ? '' : ` “${best.talk.title}” itself is given on ${given}.`
    return { reason: 'says-nothing', explanation: `${notes} ${unsaid.said}.${told} They say:` }
  }
  if (evidence.isByMeaning) {
    const explanation = 'No talk says this in these words; these come closest in meaning.'
    return { reason: 'near', explanation }
  }
  const explanation = `No talk fits this well. The closest is “${best.talk.title}”${whatItLacks(evidence)}.`
  return { reason: 'weak', explanation }
}

/** A missing word is certainly missing; a thing may be told in a form that we do not know. */
function whatItLacks({ missing, lackingThing, lackingKind }: AnswerEvidence): string {
  const named = unlessTimes(missing)
  if (lackingKind !== undefined && !named.includes(lackingKind))
    return `, which may not say which ${lackingKind}`
  if (named.length > 0) return `, which does not mention ${quotedList(named)}`
  const untold = lackingThing && thingUntold[lackingThing.thing]?.(lackingThing.counted?.text ?? '')
  return untold === undefined ? '' : `, which may not ${untold}`
}

const maxSubjects = 2

/** A word that a question says twice is told once, as it says it first. */
const withoutRepeats = (words: readonly string[]): readonly string[] => {
  const folded = words.map(fold)
  return words.filter((_, at) => folded.indexOf(folded[at]!) === at)
}

interface Unsaid {
  /** As the end of a sentence. */
  readonly said: string
  /** Set if it is a thing of the kind that is asked for. */
  readonly thing?: ThingAsked
}

/** What no talk on the same subject says. */
function saidNowhere(evidence: AnswerEvidence, results: readonly SearchResult[]): Unsaid | undefined {
  const { subjects, missing, missingObjects, lackingName, lackingThing, lackingKind, toldThing, isUntold } =
    evidence
  // What is asked for may well be there, in other words.
  if ((toldThing !== undefined && !isUntold) || lackingKind !== undefined) return undefined
  const others = results.map((result) => result.evidence()).filter((other) => isOnSame(subjects, other))
  const words = unlessTimes(missing).filter((word) => others.every((other) => other.missing.includes(word)))
  const objects = words.filter((word) => missingObjects.includes(word))
  if (objects.length > 0) return { said: `say nothing about ${quotedList(objects)}` }
  if (words.length > 0) return { said: `do not mention ${quotedList(words)}` }
  if (lackingName !== undefined && others.every((other) => other.lackingName === lackingName))
    return { said: `do not mention ${quotedList([lackingName])}` }
  if (!lackingThing?.isNowhere || !others.every((other) => other.lackingThing?.isNowhere)) return undefined
  const { thing, counted } = lackingThing
  const said = thingNowhere[thing]?.(counted?.text ?? '')
  return said === undefined ? undefined : { said, thing }
}

function isOnSame(subjects: readonly string[], other: AnswerEvidence): boolean {
  return subjects.some((subject) => other.subjects.includes(subject))
}

/** Whether a text shows by its form that it tells such a thing, so that its presence and its absence are certain. */
export const isShownByForm = (thing: ThingAsked): boolean => thing in thingNowhere

const thingNowhere: Partial<Record<ThingAsked, (counted: string) => string>> = {
  expansion: () => 'do not say what it stands for',
  price: () => 'name no price',
  licence: () => 'name no licence',
  email: () => 'give no email address',
  version: () => 'name no version',
  'programming language': () => 'do not say in which programming language',
  number: (counted) => (counted === '' ? 'give no number' : `do not say how many ${counted}`),
  size: () => 'give no figure',
  speed: () => 'give no figure',
  percentage: () => 'give no percentage',
  duration: () => 'do not say how long',
  year: () => 'do not say in which year',
  date: () => 'do not say when',
}

const thingUntold: Partial<Record<ThingAsked, (counted: string) => string>> = {
  name: () => 'say what that is called',
  expansion: () => 'say what it stands for',
  price: () => 'say at what price',
  licence: () => 'say under which licence',
  email: () => 'give that email address',
  version: () => 'say which version',
  'programming language': () => 'say in which programming language',
  number: (counted) => (counted === '' ? 'give that number' : `say how many ${counted}`),
  size: () => 'give that figure',
  speed: () => 'give that figure',
  percentage: () => 'say what percentage',
  frequency: () => 'say how often',
  duration: () => 'say how long',
  age: () => 'say how old',
  year: () => 'say in which year',
  date: () => 'say when',
  place: () => 'say where',
  person: () => 'say who',
  reason: () => 'say why',
}

/** Words for days and times, which no note need have. */
const unlessTimes = (words: readonly string[]) => words.filter((word) => !isTimeWord(word))

export function quotedList(words: readonly string[]): string {
  return enumerate(
    [...new Set(words)].slice(0, maxWords).map((word) => `“${word}”`),
    'or',
  )
}

const maxWords = 3
