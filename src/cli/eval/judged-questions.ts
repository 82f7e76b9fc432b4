import { amountOf } from '../../text/amount-of.ts'

/** A question with the talks that answer it, as people judged it. */
export interface JudgedQuestion {
  readonly style: string
  readonly question: string
  /** Talk ids, with or without their event; none if the notes hold no answer. */
  readonly expected: readonly string[]
  /** What a quotation that answers matches, if that was judged too. */
  readonly key?: RegExp
}

/** Empty lines and lines that begin with `#` are skipped; bad ones are reported with their number. */
export function parseJudgedQuestions(text: string): { questions: JudgedQuestion[]; problems: string[] } {
  const questions: JudgedQuestion[] = []
  const problems: string[] = []
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const [style, question, expected, pattern, ...rest] = line.split('\t')
    if (!style || !question || !expected?.trim() || rest.length > 0) {
      const columns = line.split('\t').length
      problems.push(
        `${index + 1}: expected style, question, ids and perhaps a pattern, separated by tabs, but found ${amountOf(columns, 'column')}`,
      )
      return
    }
    const key = readPattern(pattern)
    if (key === null) {
      problems.push(`${index + 1}: ${pattern} is no regular expression`)
      return
    }
    const ids = expected.trim() === '-' ? [] : expected.split('|').map((id) => id.trim())
    questions.push({ style, question, expected: ids, ...(key && { key }) })
  })
  return { questions, problems }
}

/** Null for what is no pattern. */
function readPattern(pattern: string | undefined): RegExp | undefined | null {
  if (!pattern) return undefined
  try {
    return new RegExp(pattern, 'iu')
  } catch {
    return null
  }
}

/** Whether a talk is one of those expected. */
export function isExpected({ expected }: JudgedQuestion, talkId: string): boolean {
  return expected.some((wanted) => talkId === wanted || talkId.endsWith(`/${wanted}`))
}
