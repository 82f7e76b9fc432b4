import type { Answered, Unanswered } from './answer.ts'
import type { Asking } from './asking.ts'
import { aboutClosest } from './decide-answer.ts'

/**
 * What a question asks of without saying what it is: `it` of “does it run on Windows?”. What was said before it is not known any more, so
 * that no talk on Windows answers it for sure. Undefined for other questions, also for those in which `it` stands for what follows
 * (“is it hard to …”).
 * @example leftUnnamed('does that also work with Django?') // => 'that'
 * @example leftUnnamed('is it easy to use Django?') // => undefined
 * @example leftUnnamed('is that library on Django?') // => undefined
 */
export function leftUnnamed(question: string): string | undefined {
  const { groups, 0: opening = '' } = signOfUnnamed.exec(question) ?? {}
  const word = groups?.it ?? groups?.that
  if (word === undefined || standsForMore.test(question.slice(opening.length))) return undefined
  return word.toLowerCase()
}

export const signOfUnnamed = new RegExp(
  [
    String.raw`^\W*(?:(?:and|but|so|ok|okay|hm+|hey|then|also)\W+)*(?:(?:how|where|why|when|which|what)(?: \p{L}+){0,2}? )?`,
    '(?:do|does|did|is|was|can|could|will|would|should|has) (?:',
    String.raw`(?<it>it)\b(?! (?:takes?|costs?|matters?|makes?|helps?|means?)\b)|`,
    // Before another word these only point at it: “that library”.
    String.raw`(?<that>that|this) (?:(?:also|still|even|really|actually|already|just)\b|(?:work|run|scale|use|support|need|help|apply|go)s?\b(?! (?:of|is|was|are)\b)))`,
  ].join(''),
  'iu',
)

const standsForMore =
  /\b(?:to|that|if|whether|when|or|true|worth)\b|\b(?:ok|okay|fine|safe|wise|smart|good|bad|better|worse|like) \p{L}+ing\b/iu

/** What the notes say to the rest of such a question, and that they cannot know what it asks of. */
export async function answerUnnamed({
  query,
  answerFromNotes,
}: Asking): Promise<Answered | Unanswered | undefined> {
  const unnamed = leftUnnamed(query.text)
  if (unnamed === undefined) return undefined
  const answer = await answerFromNotes(query)
  if (answer.kind === 'none') return answer
  const { title } = answer.results[0]!.talk
  // A title may ask so.
  if (title.toLowerCase().includes(query.text.toLowerCase().replace(/[\s?!.]+$/, ''))) return answer
  const unread = `Each question is read by itself, and this one does not say what “${unnamed}” is.`
  const about = answer.shape.form === 'summary' ? ` ${aboutClosest}` : ''
  const explanation = `${unread} The closest is “${title}”.${about}`
  return { ...answer, kind: 'unsure', reason: 'weak', explanation }
}
