import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'

/** A sign of `tl;dr`, whose halves would otherwise be looked up as words. */
export const signOfTldr = /(?<![\p{L}\p{N}])tl ?[;:,/] ?dr(?![\p{L}\p{N}])/iu

/** Answers as if it were one word, `tldr`, which asks as `summary` does. Everything else keeps its place. */
export async function answerTldr({ question, answerAnew }: Asking): Promise<Answer> {
  const asOneWord = question.replace(everyTldr, (typed) => 'tldr'.padEnd(typed.length))
  return { ...(await answerAnew(asOneWord)), question }
}

const everyTldr = new RegExp(signOfTldr, 'giu')
